import Compiler
import Glibc
import Runtime
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
let builtins = ModuleObject.make("builtins")
let builder = NativeMethod.make(
    "print",
    .raw { (_, arguments) throws(Raised) -> Ref in
        for index in 0..<arguments.count {
            if index > 0 { fputs(" ", stdout) }
            let string = try Repr.str(arguments[index])
            fputs(text(string.value), stdout)
        }
        fputs("\n", stdout)
        return .none
    })
let function = NativeFunctionObject.make(builder, self: .null, module: .null)
let printName = StrObject.intern("print")
DictObject.set(ModuleObject.dict(builtins.value), name: printName.value, function.value)
let globals = DictObject.make()
do throws(Raised) {
    let code = try SourceRunner.compile(source, filename: filename)
    try SourceRunner.run(code.value, globals: globals.value, builtins: ModuleObject.dict(builtins.value))
} catch {
    let exception = ExceptionObject.take()
    fputs("exception \(exception.value.type.name)\n", stderr)
}
fflush(stdout)
