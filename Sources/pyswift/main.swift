import Compiler
import Glibc
import Runtime
import StandardModules
import Syntax

Bootstrap.start()
func fail(_ text: String) -> Never {
    fputs(text + "\n", stderr)
    exit(1)
}
guard CommandLine.arguments.count > 1, let file = fopen(CommandLine.arguments[CommandLine.arguments.count - 1], "r") else { fail("usage: pyswift [--dis] FILE") }
var source: [UInt8] = []
var buffer = [UInt8](repeating: 0, count: 1 << 16)
while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    source += buffer[..<count]
}
let filename = CommandLine.arguments[CommandLine.arguments.count - 1]
if CommandLine.arguments[1] == "--dis" {
    guard case .success(let parsed) = parse(source: source, filename: filename),
        case .success(let compiled) = compile(module: parsed.0, options: CompileOptions(filename: filename))
    else { fail("syntax error") }
    print(disassemble(compiled.0))
    exit(0)
}
// Standard output until there is `sys`.
let write = NativeMethod.make(
    "write",
    .one { (_, string) throws(Raised) -> Ref in
        fputs(text(string), stdout)
        return .none
    })
let flush = NativeMethod.make("flush", .noArguments { (_) throws(Raised) -> Ref in .none })
let entries = DictObject.make()
for (name, method) in [("write", write), ("flush", flush)] {
    let function = NativeFunctionObject.make(method, self: .null, module: .null)
    let key = StrObject.intern(name)
    DictObject.set(entries.value, name: key.value, function.value)
}
var output = Value.none
do throws(Raised) { output = try SimpleNamespace.make(entries.value).take() } catch {}
InterpreterHooks.sysAttribute = { (name) in "\(name)" == "stdout" ? Ref(output) : .null }
let builtins = BuiltinsModule.make()
StandardModules.registerAll()
// Native modules only, until there is importlib.
let modules = DictObject.make()
let importMethod = NativeMethod.make(
    "__import__",
    .raw { (_, arguments) throws(Raised) -> Ref in
        let known = Ref(try DictObject.get(modules.value, arguments[0]))
        if !known.isNull { return known }
        let made = try NativeModules.make(text(arguments[0]))
        if made.isNull { throw raise(.moduleNotFoundError, "No module named '\(text(arguments[0]))'") }
        try DictObject.set(modules.value, arguments[0], made.value)
        return made
    })
let importFunction = NativeFunctionObject.make(importMethod, self: .null, module: .null)
let importName = StrObject.intern("__import__")
DictObject.set(ModuleObject.dict(builtins.value), name: importName.value, importFunction.value)
let globals = DictObject.make()
let mainName = StrObject.intern("__main__")
DictObject.set(globals.value, name: Names.name, mainName.value)
do throws(Raised) {
    let code = try SourceRunner.compile(source, filename: filename)
    try SourceRunner.run(code.value, globals: globals.value, builtins: ModuleObject.dict(builtins.value))
} catch {
    let exception = ExceptionObject.take()
    var shown = "?"
    do throws(Raised) {
        let string = try Repr.str(exception.value)
        shown = text(string.value)
    } catch {}
    fputs("\(exception.value.type.name): \(shown)\n", stderr)
}
fflush(stdout)
