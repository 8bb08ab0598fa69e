from xml.parsers import expat


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


events = []
p = expat.ParserCreate(namespace_separator="|")
for name in ("StartElementHandler", "EndElementHandler", "CharacterDataHandler", "CommentHandler", "ProcessingInstructionHandler", "XmlDeclHandler",
    "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "StartCdataSectionHandler", "EndCdataSectionHandler", "StartNamespaceDeclHandler",
    "EndNamespaceDeclHandler", "EntityDeclHandler", "NotationDeclHandler", "AttlistDeclHandler", "ElementDeclHandler", "DefaultHandlerExpand",
    "SkippedEntityHandler"):
    setattr(p, name, lambda *a, name=name: events.append((name.removesuffix("Handler"), a, p.CurrentLineNumber, p.CurrentColumnNumber)))
print(p.Parse('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE r [<!ENTITY e "ent"><!ATTLIST r a CDATA "def"><!ELEMENT r ANY><!NOTATION n SYSTEM "s">]>\n<r xmlns:x="u:x" x:b="1&lt;"><!-- c --><?pi data?>t&e;<![CDATA[<&>]]>', False),
    p.Parse("é</r>\n", True))
for e in events:
    print(e)
for text in ("", "<a>", "<a></b>", "<a><a>", "text", "<a b='1' b='2'/>", "<a>&x;</a>", "<a b=c/>", "<a>\x01</a>",
    "<?xml version='1.0' encoding='nope'?><a/>", "<a/><b/>", "<a", "<!-- -- --><a/>", "<a>]]></a>", "<x:a/>", "&lt;"):
    q = expat.ParserCreate(namespace_separator=" " if ":" in text else None)
    try:
        print(repr(text), q.Parse(text, True))
    except expat.ExpatError as error:
        print(repr(text), error, error.code, error.lineno, error.offset, expat.ErrorString(error.code))
q = expat.ParserCreate(encoding="latin-1")
q.CharacterDataHandler = print
q.buffer_text = True
print(q.Parse(b"<a>\xe9 one\ntwo</a>", True), q.buffer_text, q.buffer_size, q.ordered_attributes, q.specified_attributes, q.intern, q.ErrorCode)
show("after end", lambda: q.Parse("<b/>", True))
show("handler raises", lambda: (z := expat.ParserCreate(), setattr(z, "StartElementHandler", lambda *a: 1 / 0), z.Parse("<a/>"))[2])
show("handler type", lambda: setattr(expat.ParserCreate(), "StartElementHandler", 5))
show("encoding type", lambda: expat.ParserCreate(5))
show("separator", lambda: expat.ParserCreate(namespace_separator="ab"))
show("type", lambda: expat.ParserCreate().Parse(5))
o = expat.ParserCreate()
o.ordered_attributes = True
o.StartElementHandler = lambda *a: print(a)
o.Parse("<a z='1' b='2'/>", True)
import io
f = expat.ParserCreate()
f.EndElementHandler = print
print(f.ParseFile(io.BytesIO(b"<a><b/></a>")))
show("file", lambda: expat.ParserCreate().ParseFile(3))
print(expat.native_encoding, expat.errors.XML_ERROR_SYNTAX, expat.errors.codes[expat.errors.XML_ERROR_SYNTAX], expat.model.XML_CTYPE_ANY,
    expat.ErrorString(999))
