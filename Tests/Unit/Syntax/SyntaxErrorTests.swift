import Syntax
import Testing

/// Messages and places of syntax errors, recorded from CPython 3.11.2.
@Suite struct SyntaxErrorTests {
    typealias Record = (
        source: String, kind: SyntaxFailure.Kind, message: String, line: Int, offset: Int, endLine: Int, endOffset: Int
    )

    static let records: [Record] = [
        ("f(a b)", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 6),
        ("x = (1,\n2", .syntaxError, "'(' was never closed", 1, 5, 1, 0),
        ("if 1:\nx", .indentationError, "expected an indented block after 'if' statement on line 1", 2, 1, 2, 2),
        ("if x = 3: pass", .syntaxError, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4, 1, 9),
        ("1 = x", .syntaxError, "cannot assign to literal here. Maybe you meant '==' instead of '='?", 1, 1, 1, 2),
        ("f() = 1", .syntaxError, "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 1, 1, 4),
        ("a + 1 = 2", .syntaxError, "cannot assign to expression here. Maybe you meant '==' instead of '='?", 1, 1, 1, 6),
        ("None = 1", .syntaxError, "cannot assign to None", 1, 1, 1, 5),
        ("(a, b): int", .syntaxError, "only single target (not tuple) can be annotated", 1, 1, 1, 7),
        ("x: int: str", .syntaxError, "invalid syntax", 1, 7, 1, 8),
        ("del f()", .syntaxError, "cannot delete function call", 1, 5, 1, 8),
        ("for f() in x: pass", .syntaxError, "cannot assign to function call", 1, 5, 1, 8),
        ("with a as f(): pass", .syntaxError, "cannot assign to function call", 1, 11, 1, 14),
        ("print 'x'", .syntaxError, "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 1, 1, 10),
        ("exec 'x'", .syntaxError, "Missing parentheses in call to 'exec'. Did you mean exec(...)?", 1, 1, 1, 9),
        ("f(a=1, b)", .syntaxError, "positional argument follows keyword argument", 1, 9, 1, 10),
        ("f(**a, *b)", .syntaxError, "iterable argument unpacking follows keyword argument unpacking", 1, 3, 1, 6),
        ("f(x for x in y, 1)", .syntaxError, "Generator expression must be parenthesized", 1, 3, 1, 15),
        ("f(a.b=1)", .syntaxError, "expression cannot contain assignment, perhaps you meant \"==\"?", 1, 3, 1, 7),
        ("f(True=1)", .syntaxError, "cannot assign to True", 1, 3, 1, 8),
        ("def f(a=1, b): pass", .syntaxError, "non-default argument follows default argument", 1, 12, 1, 13),
        ("def f(*): pass", .syntaxError, "named arguments must follow bare *", 1, 7, 1, 8),
        ("def f(a, (b)): pass", .syntaxError, "Function parameters cannot be parenthesized", 1, 10, 1, 13),
        ("def f(a, /, b, /): pass", .syntaxError, "/ may appear only once", 1, 16, 1, 17),
        ("lambda *: 1", .syntaxError, "named arguments must follow bare *", 1, 9, 1, 10),
        ("def f:", .syntaxError, "expected '('", 1, 6, 1, 7),
        ("class A\n  x", .syntaxError, "expected ':'", 1, 8, 1, 8),
        ("try:\n  x\ny", .syntaxError, "expected 'except' or 'finally' block", 3, 1, 3, 2),
        ("try: x\nexcept A, B: y", .syntaxError, "multiple exception types must be parenthesized", 2, 8, 2, 12),
        ("try: x\nexcept a: b\nexcept* c: d", .syntaxError, "cannot have both 'except' and 'except*' on the same 'try'", 3, 1, 3, 8),
        ("from a import b,", .syntaxError, "trailing comma not allowed without surrounding parentheses", 1, 17, 1, 17),
        ("import a.b as c.d", .syntaxError, "invalid syntax", 1, 16, 1, 17),
        ("{1: 2, 3}", .syntaxError, "':' expected after dictionary key", 1, 8, 1, 0),
        ("{1:}", .syntaxError, "expression expected after dictionary key and ':'", 1, 3, 1, 4),
        ("{1: *a}", .syntaxError, "cannot use a starred expression in a dictionary value", 1, 5, 1, 7),
        ("[*a for a in b]", .syntaxError, "iterable unpacking cannot be used in comprehension", 1, 2, 1, 4),
        ("[a, b for a, b in c]", .syntaxError, "did you forget parentheses around the comprehension target?", 1, 2, 1, 6),
        ("(*a)", .syntaxError, "cannot use starred expression here", 1, 2, 1, 4),
        ("a if b", .syntaxError, "expected 'else' after 'if' expression", 1, 1, 1, 7),
        ("x = yield = 1", .syntaxError, "assignment to yield expression not possible", 1, 5, 1, 10),
        ("x ++= 1", .syntaxError, "invalid syntax", 1, 4, 1, 6),
        ("'abc", .syntaxError, "unterminated string literal (detected at line 1)", 1, 1, 1, 1),
        ("'''abc\n", .syntaxError, "unterminated triple-quoted string literal (detected at line 1)", 1, 1, 1, 1),
        ("'\\N{foo}'", .syntaxError, "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name", 1, 10, 1, 10),
        ("b'é'", .syntaxError, "bytes can only contain ASCII literal characters", 1, 5, 1, 5),
        ("'a' b'b'", .syntaxError, "cannot mix bytes and nonbytes literals", 1, 9, 1, 9),
        ("f'{'", .syntaxError, "f-string: expecting '}'", 1, 5, 1, 5),
        ("f'{}'", .syntaxError, "f-string: empty expression not allowed", 1, 6, 1, 6),
        ("f'{a b}'", .syntaxError, "f-string: invalid syntax. Perhaps you forgot a comma?", 1, 2, 1, 5),
        ("f'{a!x}'", .syntaxError, "f-string: invalid conversion character: expected 's', 'r', or 'a'", 1, 9, 1, 9),
        ("f'}'", .syntaxError, "f-string: single '}' is not allowed", 1, 5, 1, 5),
        ("f'{a:{b:{c}}}'", .syntaxError, "f-string: expressions nested too deeply", 1, 15, 1, 15),
        ("f'{a\\n}'", .syntaxError, "f-string expression part cannot include a backslash", 1, 9, 1, 9),
        ("0777", .syntaxError, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", 1, 1, 1, 2),
        ("1_", .syntaxError, "invalid decimal literal", 1, 2, 1, 2),
        ("1__0", .syntaxError, "invalid decimal literal", 1, 2, 1, 2),
        ("0xg", .syntaxError, "invalid hexadecimal literal", 1, 2, 1, 2),
        ("0b2", .syntaxError, "invalid digit '2' in binary literal", 1, 3, 1, 3),
        ("1a", .syntaxError, "invalid decimal literal", 1, 1, 1, 1),
        ("1e+", .syntaxError, "invalid decimal literal", 1, 3, 1, 3),
        ("a $ b", .syntaxError, "invalid syntax", 1, 3, 1, 4),
        ("a\u{a0}b", .syntaxError, "invalid non-printable character U+00A0", 1, 2, 1, 2),
        ("a = €", .syntaxError, "invalid character '€' (U+20AC)", 1, 5, 1, 5),
        ("(]", .syntaxError, "closing parenthesis ']' does not match opening parenthesis '('", 1, 2, 1, 2),
        ("x)", .syntaxError, "unmatched ')'", 1, 2, 1, 2),
        ("[\n)", .syntaxError, "closing parenthesis ')' does not match opening parenthesis '[' on line 1", 2, 1, 2, 1),
        ("a\\ b", .syntaxError, "unexpected character after line continuation character", 1, 3, 1, 0),
        ("a\\", .syntaxError, "unexpected EOF while parsing", 1, 3, 1, -1),
        ("  x", .indentationError, "unexpected indent", 1, 2, 1, -1),
        ("if 1:\n  x\n y", .indentationError, "unindent does not match any outer indentation level", 3, 3, 3, -1),
        ("if 1:\n\tx\n        y", .tabError, "inconsistent use of tabs and spaces in indentation", 3, 1, 3, 0),
        ("match x:\n  case 1 as _: pass", .syntaxError, "cannot use '_' as a target", 2, 13, 2, 14),
        ("match x:\n  case A(b=1, c): pass", .syntaxError, "positional patterns follow keyword patterns", 2, 15, 2, 16),
        ("match x\n  case 1: pass", .syntaxError, "expected ':'", 1, 8, 1, 8),
        ("while 1\n  x", .syntaxError, "expected ':'", 1, 8, 1, 8),
        ("async x", .syntaxError, "invalid syntax", 1, 7, 1, 8),
        ("a := 1", .syntaxError, "invalid syntax", 1, 3, 1, 5),
        ("f(a := 1, b = c = d)", .syntaxError, "invalid syntax", 1, 17, 1, 18),
        ("not", .syntaxError, "invalid syntax", 1, 4, 1, 4),
        ("a <> b", .syntaxError, "invalid syntax", 1, 3, 1, 5),
        ("@\ndef f(): pass", .syntaxError, "invalid syntax", 1, 2, 1, 2),
        ("class A(x for x in y): pass", .syntaxError, "invalid syntax", 1, 11, 1, 14),
        ("raise x from", .syntaxError, "invalid syntax", 1, 13, 1, 13),
        ("global a.b", .syntaxError, "invalid syntax", 1, 9, 1, 10),
        ("x = {a: 1 for a in b, c}", .syntaxError, "invalid syntax", 1, 21, 1, 22),
        ("a.1", .syntaxError, "invalid syntax", 1, 2, 1, 4),
        ("else: x", .syntaxError, "invalid syntax", 1, 1, 1, 5),
        ("é = 'é", .syntaxError, "unterminated string literal (detected at line 1)", 1, 5, 1, 5),
        ("def f(x): return x y", .syntaxError, "invalid syntax", 1, 20, 1, 21),
    ]

    @Test func messagesAndPlacesAreThoseOfCPython() {
        for record in Self.records {
            var options = ParseOptions()
            options.sourceIsUTF8 = true
            guard case .failure(let failure) = parse(source: Array(record.source.utf8), filename: "<test>", options: options) else {
                Issue.record("\(record.source) parsed")
                continue
            }
            #expect(failure.kind == record.kind, "\(record.source)")
            #expect(failure.message == record.message, "\(record.source)")
            #expect([failure.line, failure.offset] == [record.line, record.offset], "\(record.source)")
            #expect([failure.endLine, failure.endOffset] == [record.endLine, record.endOffset], "\(record.source)")
            #expect(failure.filename == "<test>")
        }
    }
}
