# golden: packages=yes
"""packaging: versions, specifiers, requirements, markers, tags, names, metadata."""
import itertools
from packaging import markers, metadata, requirements, specifiers, tags, utils, version
from packaging.version import InvalidVersion, Version, parse

texts = ["1.0", "1.0.0", "v1.0", "1!0.5", "1.0a1", "1.0.alpha-1", "1.0b2.post3.dev4", "1.0rc1", "1.0c2", "1.0.post1", "1.0-1", "1.0.dev0",
    "1.0+local.1", "1.0+local-2_a", "2024.01.31", "0.0.0", "10.2", "1.10", "1.9", "1.0.preview5", "1.0rev3"]
for v in sorted(map(Version, texts)):
    print(v, repr(v), v.release, v.pre, v.post, v.dev, v.local, v.epoch, v.public, v.base_version, v.is_prerelease, v.is_postrelease, v.is_devrelease,
        (v.major, v.minor, v.micro))
print(Version("1.0") == Version("1.0.0"), hash(Version("1.0")) == hash(Version("1.0.0")), Version("1.0.dev1") < Version("1.0a1") < Version("1.0"),
    Version("1.0+a") > Version("1.0"))
for bad in ["", "french toast", "1.0+", "1..0", "1.0a1a2", "1.0 ", "1.0.x", "1.0-", "-1", "1.0+_", "1.0\n2"]:
    try:
        print(repr(parse(bad)))
    except InvalidVersion as error:
        print(type(error).__name__, error)
versions = [Version(t) for t in ["0.9", "1.0.dev1", "1.0a1", "1.0", "1.0.1", "1.0.post1", "1.1", "1.4.5", "1.5", "2.0", "2.0rc1", "2!1.0", "1.0+x"]]
for spec in [">=1.0", "<2", "~=1.0", "~=1.4.5", "==1.*", "!=1.0.*", "===1.0", ">1.0", "<1.0", "<=1.0", ">=1.0,<2,!=1.4.5", "==1.0+x", "", ">=1.0a1",
    ">=2!0", "~=1.4.5rc0", "<2.0.dev0"]:
    s = specifiers.SpecifierSet(spec)
    print(f"{str(s)!r:28}", [str(v) for v in s.filter(versions)], s.contains("1.0a1", prereleases=True), "1.0" in s, s.prereleases)
for bad in ["1.0", "=>1", "~=1", "==1.*.2", ">=1.*", "===", "==1.0.dev*", ">1.0+local"]:
    try:
        print(specifiers.SpecifierSet(bad))
    except specifiers.InvalidSpecifier as error:
        print(type(error).__name__, error)
a = specifiers.SpecifierSet(">=1.0") & specifiers.SpecifierSet("<2") & "!=1.5"
print(a, len(a), sorted(map(str, a)), a == specifiers.SpecifierSet("!=1.5,<2.0,>=1.0"), specifiers.Specifier("~=1.2").operator)
for text in ["requests", "requests[security,tests]>=2.8.1,==2.8.* ; python_version < '2.7'", "name@ https://example.com/x.zip ; os_name=='posix'",
    "A.B-C_d (>=1, <2)", "x[a] ; extra == 'b' and (sys_platform == 'linux' or platform_machine != 'arm')", "pip @ file:///a/b"]:
    r = requirements.Requirement(text)
    print(repr(r), r.name, sorted(r.extras), str(r.specifier), r.url, r.marker, r == requirements.Requirement(str(r)))
for bad in ["", "name[", "name>=", "name @", "name;bad", "name >= 1.0 <2", "n@me", "name[a,]", "name ; python_version", "name; 'a' == 'b",
    "x ; python_version ~= ", "a b"]:
    try:
        print(requirements.Requirement(bad))
    except requirements.InvalidRequirement as error:
        print("invalid:", str(error).replace("\n", " / "))
environment = {"python_version": "3.11", "python_full_version": "3.11.2", "os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
    "implementation_name": "cpython", "extra": "test", "platform_release": "6.1.0-x"}
for text in ["python_version >= '3.8'", "python_version < '3.10'", "os_name == 'nt' or extra == 'test'", "'linux' in sys_platform",
    "sys_platform not in 'win32 darwin'", "(python_version > '3' and os_name == 'posix') and implementation_name != 'pypy'",
    "python_full_version == '3.11.*'", "extra == 'TEST'", "platform_release >= '5'", "'3' <= python_version"]:
    m = markers.Marker(text)
    print(m, m.evaluate(environment), m == markers.Marker(str(m)), hash(m) == hash(markers.Marker(text)))
default = markers.default_environment()
print(sorted(default), default["implementation_name"], default["python_version"], default["os_name"], default["platform_system"])
for text in ["foo == 'x'", "os_name", "os_name == x", "(os_name == 'a'", "os_name = 'a'"]:
    try:
        markers.Marker(text)
    except markers.InvalidMarker as error:
        print("marker:", str(error).replace("\n", " / "))
for name in ["Foo", "foo_bar", "foo.-_bar", "FOO--bar"]:
    print(name, utils.canonicalize_name(name), utils.is_normalized_name(name))
print([utils.canonicalize_version(v) for v in ["1.0.0", "1.4.0.0", "1.0a1", "1!2.0", "oops"]],
    utils.canonicalize_version("1.0.0", strip_trailing_zero=False))
print(utils.parse_wheel_filename("foo_bar-1.0-1abc-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")[:3],
    utils.parse_sdist_filename("foo-1.0.tar.gz"))
for bad in ["foo-1.0.whl", "foo.whl", "foo-1.x-py3-none-any.whl", "f@o-1.0-py3-none-any.whl", "foo-1.0-x-py3-none-any.whl"]:
    try:
        print(utils.parse_wheel_filename(bad))
    except utils.InvalidWheelFilename as error:
        print("wheel:", error)
print(sorted(map(str, tags.parse_tag("py2.py3-none-any"))), repr(tags.Tag("CP311", "abi3", "Linux_x86_64")).split(" @")[0])
supported = list(map(str, tags.sys_tags()))
print(supported[0].split("-")[:2], "py3-none-any" in supported, "cp311-cp311-manylinux_2_17_x86_64" in supported,
    "cp38-abi3-manylinux2014_x86_64" in supported, supported[-1], tags.interpreter_name(), tags.interpreter_version())
print([str(t) for t in itertools.islice(tags.cpython_tags((3, 11), ["cp311"], ["plat"]), 6)],
    [str(t) for t in tags.compatible_tags((3, 2), "cp32", ["p"])])
raw, rest = metadata.parse_email("Metadata-Version: 2.3\nName: pkg\nVersion: 1.0\nRequires-Dist: a>=1\nRequires-Dist: b; extra == 'x'\nProvides-Extra: x\nKeywords: a,b\nProject-URL: Home, https://e.com\nBogus: 1\nRequires-Python: >=3.8\n\nbody\n")
print(raw, rest)
m = metadata.Metadata.from_raw(raw)
print(m.name, m.version, m.requires_dist, m.requires_python, m.project_urls, m.description)
try:
    metadata.Metadata.from_email("Metadata-Version: 9.9\nName: -bad-\nVersion: x\nRequires-Dist: ][\n")
except BaseException as error:
    print(type(error).__name__, error, [str(e) for e in getattr(error, "exceptions", [])])
print(len({Version(f"{a}.{b}.{c}{s}") for a in range(6) for b in range(6) for c in range(6) for s in ("", "a1", ".post1", ".dev3")}))
print(str(max(Version(f"{a}.{b}{s}") for a in range(30) for b in range(20) for s in ("", "rc1", ".dev1"))))
