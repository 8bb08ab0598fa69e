// Interned names that the runtime itself looks up.

import CPythonABI

public enum Names {
    public static func make(_ name: StaticString) -> Value { StrObject.intern(name).take() }

    /// Makes the names that are kept where hot code reads them; before anything else.
    static func initialize() {
        _pyswift_names = PySwiftNames(
            initialize: make("__init__"), call: make("__call__"), getattr: make("__getattr__"), getattribute: make("__getattribute__"),
            getitem: make("__getitem__"), iter: make("__iter__"), next: make("__next__"), enter: make("__enter__"), exit: make("__exit__"))
    }

    @inlinable public static var `init`: Value { _pyswift_names.initialize }
    nonisolated(unsafe) public static let new = make("__new__")
    nonisolated(unsafe) public static let del = make("__del__")
    @inlinable public static var call: Value { _pyswift_names.call }
    nonisolated(unsafe) public static let dict = make("__dict__")
    nonisolated(unsafe) public static let weakref = make("__weakref__")
    nonisolated(unsafe) public static let doc = make("__doc__")
    nonisolated(unsafe) public static let name = make("__name__")
    nonisolated(unsafe) public static let qualname = make("__qualname__")
    nonisolated(unsafe) public static let module = make("__module__")
    nonisolated(unsafe) public static let `class` = make("__class__")
    nonisolated(unsafe) public static let classcell = make("__classcell__")
    nonisolated(unsafe) public static let bases = make("__bases__")
    nonisolated(unsafe) public static let mroEntries = make("__mro_entries__")
    nonisolated(unsafe) public static let origBases = make("__orig_bases__")
    nonisolated(unsafe) public static let mro = make("mro")
    nonisolated(unsafe) public static let prepare = make("__prepare__")
    nonisolated(unsafe) public static let metaclass = make("metaclass")
    nonisolated(unsafe) public static let initSubclass = make("__init_subclass__")
    nonisolated(unsafe) public static let setName = make("__set_name__")
    nonisolated(unsafe) public static let classGetItem = make("__class_getitem__")
    nonisolated(unsafe) public static let slots = make("__slots__")
    @inlinable public static var getattribute: Value { _pyswift_names.getattribute }
    @inlinable public static var getattr: Value { _pyswift_names.getattr }
    nonisolated(unsafe) public static let setattr = make("__setattr__")
    nonisolated(unsafe) public static let delattr = make("__delattr__")
    nonisolated(unsafe) public static let get = make("__get__")
    nonisolated(unsafe) public static let set = make("__set__")
    nonisolated(unsafe) public static let delete = make("__delete__")
    nonisolated(unsafe) public static let instancecheck = make("__instancecheck__")
    nonisolated(unsafe) public static let subclasscheck = make("__subclasscheck__")
    nonisolated(unsafe) public static let isAbstract = make("__isabstractmethod__")
    nonisolated(unsafe) public static let abstractMethods = make("__abstractmethods__")
    nonisolated(unsafe) public static let eq = make("__eq__")
    nonisolated(unsafe) public static let hash = make("__hash__")
    nonisolated(unsafe) public static let str = make("__str__")
    nonisolated(unsafe) public static let repr = make("__repr__")
    nonisolated(unsafe) public static let bytes = make("__bytes__")
    nonisolated(unsafe) public static let format = make("__format__")
    nonisolated(unsafe) public static let dir = make("__dir__")
    @inlinable public static var iter: Value { _pyswift_names.iter }
    @inlinable public static var next: Value { _pyswift_names.next }
    nonisolated(unsafe) public static let len = make("__len__")
    nonisolated(unsafe) public static let lengthHint = make("__length_hint__")
    @inlinable public static var getitem: Value { _pyswift_names.getitem }
    nonisolated(unsafe) public static let contains = make("__contains__")
    nonisolated(unsafe) public static let reversed = make("__reversed__")
    nonisolated(unsafe) public static let missing = make("__missing__")
    nonisolated(unsafe) public static let index = make("__index__")
    nonisolated(unsafe) public static let int = make("__int__")
    nonisolated(unsafe) public static let float = make("__float__")
    nonisolated(unsafe) public static let complex = make("__complex__")
    nonisolated(unsafe) public static let trunc = make("__trunc__")
    nonisolated(unsafe) public static let round = make("__round__")
    nonisolated(unsafe) public static let ceil = make("__ceil__")
    nonisolated(unsafe) public static let floor = make("__floor__")
    nonisolated(unsafe) public static let bool = make("__bool__")
    @inlinable public static var enter: Value { _pyswift_names.enter }
    @inlinable public static var exit: Value { _pyswift_names.exit }
    nonisolated(unsafe) public static let aenter = make("__aenter__")
    nonisolated(unsafe) public static let aexit = make("__aexit__")
    nonisolated(unsafe) public static let annotations = make("__annotations__")
    nonisolated(unsafe) public static let builtins = make("__builtins__")
    nonisolated(unsafe) public static let file = make("__file__")
    nonisolated(unsafe) public static let path = make("__path__")
    nonisolated(unsafe) public static let package = make("__package__")
    nonisolated(unsafe) public static let spec = make("__spec__")
    nonisolated(unsafe) public static let loader = make("__loader__")
    nonisolated(unsafe) public static let all = make("__all__")
    nonisolated(unsafe) public static let import_ = make("__import__")
    nonisolated(unsafe) public static let buildClass = make("__build_class__")
    nonisolated(unsafe) public static let matchArgs = make("__match_args__")
    nonisolated(unsafe) public static let keys = make("keys")
    nonisolated(unsafe) public static let items = make("items")
    nonisolated(unsafe) public static let values = make("values")
    nonisolated(unsafe) public static let copy = make("copy")
    nonisolated(unsafe) public static let main = make("__main__")
    nonisolated(unsafe) public static let send = make("send")
    nonisolated(unsafe) public static let `throw` = make("throw")
    nonisolated(unsafe) public static let close = make("close")
    nonisolated(unsafe) public static let write = make("write")
    nonisolated(unsafe) public static let flush = make("flush")
    nonisolated(unsafe) public static let notes = make("__notes__")
    nonisolated(unsafe) public static let reduce = make("__reduce__")
    nonisolated(unsafe) public static let reduceEx = make("__reduce_ex__")
    nonisolated(unsafe) public static let getstate = make("__getstate__")
    nonisolated(unsafe) public static let typeParams = make("__parameters__")
    nonisolated(unsafe) public static let origin = make("__origin__")
    nonisolated(unsafe) public static let args = make("__args__")
    nonisolated(unsafe) public static let objclass = make("__objclass__")
    nonisolated(unsafe) public static let wrapped = make("__wrapped__")
    nonisolated(unsafe) public static let textSignature = make("__text_signature__")
    nonisolated(unsafe) public static let fspath = make("__fspath__")
}
