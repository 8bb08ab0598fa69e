// The classes of nodes: `ast.AST`, and below it a class for each name of the grammar, made when they are first needed.

import CPythonABI
import Runtime

enum NodeTypes {
    /// `ast.AST`.
    static let base: TypePointer = FieldObject.type("ast.AST", fields: 0, [.subclassable, .managedDict]) { type in
        type.slots.new = { (type, _) throws(Raised) -> Ref in try FieldObject.make(type) }
        type.slots.initialize = initialize
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let state = try Attributes.getIfPresent(self, Names.dict)
            let nothing = TupleObject.empty
            return state.isNull ? TupleObject.make(self.type.value, nothing.value) : TupleObject.make(self.type.value, nothing.value, state.value)
        })
        let none = TupleObject.empty
        type.set("__doc__", .none)
        type.set("__module__", StrObject.intern("ast").take())
        type.set("_fields", none.value)
        type.set("__match_args__", none.value)
        type.set("_attributes", none.value)
    }

    nonisolated(unsafe) private(set) static var descriptions: [ClassDescription] = []
    nonisolated(unsafe) private static var types: [TypePointer] = []
    /// Names of fields, interned, by class.
    nonisolated(unsafe) private(set) static var fieldNames: [[Value]] = []
    /// The shared instances of classes without fields: contexts and operators.
    nonisolated(unsafe) private static var singletons: [Value] = []
    nonisolated(unsafe) static let fieldsName = Names.make("_fields")
    nonisolated(unsafe) static let positionNames = [
        Names.make("lineno"), Names.make("col_offset"), Names.make("end_lineno"), Names.make("end_col_offset"),
    ]

    static func type(_ node: NodeClass) -> TypePointer { types[node.rawValue] }
    static var isMade: Bool { !types.isEmpty }

    /// Makes the classes.
    static func make() throws(Raised) {
        if isMade { return }
        let descriptions = ClassDescription.readAll()
        assert(descriptions.count == NodeClass.allCases.count)
        var made: [TypePointer] = []
        var names: [[Value]] = []
        for (index, description) in descriptions.enumerated() {
            assert(description.name == "\(NodeClass.allCases[index])")
            let fields = description.fields.map { StrObject.intern($0.name).take() }
            names.append(fields)
            made.append(try makeClass(description, fields, base: description.base.map { made[$0.rawValue] } ?? base))
        }
        self.descriptions = descriptions
        fieldNames = names
        singletons = made.map { _ in .null }
        types = made
    }

    private static func makeClass(_ description: ClassDescription, _ fields: [Value], base: TypePointer) throws(Raised) -> TypePointer {
        let namespace = DictObject.make()
        func set(_ name: StaticString, _ value: Value) {
            let key = StrObject.intern(name)
            DictObject.set(namespace.value, name: key.value, value)
        }
        let fieldTuple = TupleObject.make(array: fields)
        let module = StrObject.intern("ast")
        let doc = StrObject.make(description.doc)
        set("_fields", fieldTuple.value)
        set("__match_args__", fieldTuple.value)
        set("__module__", module.value)
        set("__doc__", doc.value)
        for (index, field) in description.fields.enumerated() where field.count == .optional {
            DictObject.set(namespace.value, name: fields[index], .none)
        }
        if description.base == nil {
            let attributes = description.hasPosition ? TupleObject.make(array: positionNames) : TupleObject.empty
            set("_attributes", attributes.value)
            if description.endIsOptional {
                set("end_lineno", .none)
                set("end_col_offset", .none)
            }
        }
        let name = StrObject.intern(description.name)
        let bases = TupleObject.make(base.value)
        let made = try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value)
        let type = made.take().cast(to: PyTypeObject.self)
        Instances.reserve(type, fields + (description.hasPosition ? positionNames : []))
        return type
    }

    /// The shared instance of a class without fields.
    static func singleton(_ node: NodeClass) throws(Raised) -> Ref {
        if singletons[node.rawValue].isNull { singletons[node.rawValue] = try Instances.allocate(type(node)).take() }
        return Ref(singletons[node.rawValue])
    }

    /// The class of the grammar that an object is an instance of, the nearest in its MRO; nil if there is none.
    static func nodeClass(of object: Value, among base: NodeClass) -> NodeClass? {
        let type = object.type
        if let exact = classes[type], descriptions[exact.rawValue].base == base { return exact }
        let mro = type.mro
        for index in 0..<TupleObject.count(mro) {
            let ancestor = TupleObject.item(mro, index).cast(to: PyTypeObject.self)
            if let known = classes[ancestor], descriptions[known.rawValue].base == base { return known }
        }
        return nil
    }
    private static let classes: [TypePointer: NodeClass] = {
        var result: [TypePointer: NodeClass] = [:]
        for node in NodeClass.allCases { result[type(node)] = node }
        return result
    }()

    // MARK: AST.__init__

    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        let type = self.type
        let fields = try Attributes.getIfPresent(type.value, fieldsName)
        let count = fields.isNull ? 0 : try Sequences.length(fields.value)
        if arguments.count > count {
            throw raise(.typeError, "\(type.shortName) constructor takes at most \(count) positional argument\(count == 1 ? "" : "s")")
        }
        for index in 0..<arguments.count {
            let name = try Sequences.get(fields.value, Value(smallInt: index))
            try Attributes.set(self, name.value, arguments[index])
        }
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            if !fields.isNull && arguments.count > 0 {
                for position in 0..<min(arguments.count, count) {
                    let field = try Sequences.get(fields.value, Value(smallInt: position))
                    if try Compare.equal(field.value, name) {
                        throw raise(.typeError, "\(type.shortName) got multiple values for argument '\(text(name))'")
                    }
                }
            }
            try Attributes.set(self, name, arguments.keywordValue(index))
        }
    }
}
