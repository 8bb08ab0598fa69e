"""urllib, http, email, cookies, mimetypes, ipaddress, wsgiref, xmlrpc, netrc, html, colorsys, secrets, textual protocols on the local machine."""
import colorsys
import email
import email.message
import email.policy
import email.utils
import http.client
import http.cookies
import http.server
import io
import ipaddress
import json
import mimetypes
import secrets
import threading
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser
import wsgiref.simple_server
import wsgiref.util
import xmlrpc.client
import xmlrpc.server
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

for url in ["https://user:p%40ss@Example.org:8080/a/b;p?q=1&r=a+b&r=%C3%A9#frag", "//host/path", "mailto:a@b.c", "a/b?x", "http://[::1]:80/",
    "http://h:99999/", "http://[::1/", ""]:
    try:
        u = urllib.parse.urlsplit(url); print(url, tuple(u), u.hostname, u.username, u.password, u.port, u.geturl(), urllib.parse.parse_qs(u.query))
    except ValueError as error: print(url, error)
print(urllib.parse.quote("a b/é?&"), urllib.parse.quote_plus("a b/é"), urllib.parse.unquote("%E9%zz%C3%A9"), urllib.parse.unquote_plus("a+b%20c"),
    urllib.parse.urlencode({"a": [1, 2], "b": "é &"}, doseq=True), urllib.parse.parse_qsl("a=1&b=&c&a=2", keep_blank_values=True),
    [urllib.parse.urljoin("http://h/a/b/c", r) for r in ("d", "../d", "/d", "//x/d", "?q", "#f", "http://z/", "../../../d", "")],
    urllib.parse.urldefrag("http://a/b#c"), urllib.parse.urlparse("http://a/b;c?d#e").params, urllib.parse.urlunsplit(("s", "n", "p", "q", "f")))
message = email.message_from_string('From: "A, B" <a@b.c>\nTo: x@y.z,\n  q@r.s\nSubject: =?utf-8?q?caf=C3=A9?= and =?utf-8?b?w6k=?=\nDate: Thu, 29 Feb 2024 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="BB"\n\npre\n--BB\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\naMOpbGxv\n--BB\nContent-Type: text/html\n\n<p>x</p>\n--BB--\n',
    policy=email.policy.default)
print(message["subject"], message["to"].addresses, message["date"].datetime, message.get_content_type(), message.is_multipart(),
    [p.get_content() for p in message.iter_parts()], message.get_body(("html",)).get_content_type(), message["from"].addresses[0].display_name,
    message.keys(), message.get_boundary())
m = email.message.EmailMessage()
m["Subject"] = "Grüße " * 12
m["From"] = "A <a@b.c>"
m["To"] = ["x@y.z"] if False else "x@y.z"
m.set_content("text é\n")
m.add_alternative("<p>é</p>", subtype="html")
m.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="ü.bin")
m.set_boundary("XX")
m.get_payload(0).set_boundary("YY")
print(m.as_string()[:700], [a.get_filename() for a in m.iter_attachments()])
old = MIMEMultipart("alternative", boundary="==")
old.attach(MIMEText("plain", "plain"))
old["X"] = email.header.Header("é" * 20, "utf-8") if hasattr(email, "header") else "x"
print(old.as_string(), email.utils.parseaddr("N <n@m.o>"), email.utils.formatdate(0),
    email.utils.parsedate_to_datetime("Thu, 1 Jan 1970 00:00:00 -0000"), email.utils.formataddr(("é", "a@b.c")),
    email.utils.getaddresses(["a@b, C <d@e>"]))
try: m["Subject"] = "two"
except ValueError as error: print(error)
cookie = http.cookies.SimpleCookie("a=1; b=\"q;x\"; c=%20")
cookie["s"] = "v w"
cookie["s"]["path"] = "/"
cookie["s"]["max-age"] = 5
cookie["s"]["httponly"] = True
print(cookie.output(), cookie["b"].value, {k: v.value for k, v in cookie.items()})
print(mimetypes.guess_type("a.tar.gz"), mimetypes.guess_type("x.html"), mimetypes.guess_extension("image/png"), http.HTTPStatus(404).phrase,
    http.HTTPStatus.OK, http.client.responses[503], http.HTTPMethod.GET if hasattr(http, "HTTPMethod") else "")
for text in ["192.168.0.1", "::ffff:1.2.3.4", "2001:db8::1", "10.0.0.0/8", "1.2.3.4/24", "256.1.1.1", "1.2.3", "::1::", "fe80::1%eth0"]:
    for make in (ipaddress.ip_address, ipaddress.ip_network, ipaddress.ip_interface):
        try: print(repr(make(text)), end=" ")
        except ValueError as error: print(error, end=" ")
    print()
net = ipaddress.ip_network("10.0.0.0/29")
print(list(net.hosts())[:2], net.num_addresses, net.netmask, net.broadcast_address, ipaddress.ip_address("10.0.0.3") in net, list(net.subnets(1)),
    net.supernet(), net.overlaps(ipaddress.ip_network("10.0.0.4/30")), ipaddress.ip_address("127.0.0.1").is_loopback,
    ipaddress.ip_address("::1").exploded, list(ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.0"), ipaddress.ip_address("10.0.0.5"))),
    sorted([ipaddress.ip_address("2.0.0.0"), ipaddress.ip_address("1.0.0.0")]),
    list(ipaddress.collapse_addresses([ipaddress.ip_network("10.0.0.0/25"), ipaddress.ip_network("10.0.0.128/25")])), ipaddress.v4_int_to_packed(1),
    int(ipaddress.ip_address("1.1.1.1")), ipaddress.ip_address(1), net.reverse_pointer)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/redirect"): self.send_response(302); self.send_header("Location", "/json?r=1"); self.end_headers(); return
        if self.path == "/gone": self.send_error(410); return
        body = json.dumps({"path": self.path, "agent": self.headers["User-Agent"], "x": self.headers.get("X-Test")}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"])); self.send_response(201, "Made"); self.end_headers(); self.wfile.write(data[::-1])
    def log_message(self, *a): pass


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever); thread.start(); base = f"http://127.0.0.1:{server.server_port}"
    with urllib.request.urlopen(urllib.request.Request(base + "/json?q=é".replace("é", "%C3%A9"), headers={"X-Test": "yes", "User-Agent": "me"})) as response: print(response.status,
        response.headers["content-type"], json.load(response), response.reason)
    with urllib.request.urlopen(base + "/redirect") as response: print(response.geturl().removeprefix(base), json.load(response)["path"])
    with urllib.request.urlopen(base + "/", data=b"payload") as response: print(response.status, response.reason, response.read())
    try: urllib.request.urlopen(base + "/gone")
    except urllib.error.HTTPError as error: print(error, error.code, error.headers["Content-Type"], b"Gone" in error.read())
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", "/a")
    answer = connection.getresponse()
    print(answer.version, answer.getheader("Content-Length"), len(answer.read()))
    connection.request("PUT", "/")
    answer = connection.getresponse()
    print(answer.status, answer.reason)
    connection.close()
    server.shutdown()
    thread.join()
try: urllib.request.urlopen("http://127.0.0.1:1/", timeout=2)
except urllib.error.URLError as error: print(error)
try: urllib.request.urlopen("nope:x")
except urllib.error.URLError as error: print(error)
print(urllib.request.urlopen("data:text/plain;base64,aGk=").read(), urllib.request.pathname2url("/a b"), secrets.compare_digest("a", "a"),
    len(secrets.token_hex(8)), secrets.choice([5]), colorsys.rgb_to_hsv(0.2, 0.4, 0.6))
robots = urllib.robotparser.RobotFileParser()
robots.parse(["User-agent: *", "Disallow: /private", "Crawl-delay: 3"])
print(robots.can_fetch("bot", "/private/x"), robots.can_fetch("bot", "/x"), robots.crawl_delay("bot"))
environ = {}
wsgiref.util.setup_testing_defaults(environ)
print(wsgiref.util.request_uri(environ), wsgiref.util.shift_path_info({"PATH_INFO": "/a/b", "SCRIPT_NAME": ""}))
rpc = xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False, allow_none=True)
rpc.register_function(pow)
rpc.register_function(lambda d: d | {"n": None}, "merge")
thread = threading.Thread(target=rpc.serve_forever)
thread.start()
proxy = xmlrpc.client.ServerProxy(f"http://127.0.0.1:{rpc.server_address[1]}", allow_none=True)
print(proxy.pow(2, 5), proxy.merge({"a": [1.5, "é", True]}))
try: proxy.pow("x", 1)
except xmlrpc.client.Fault as error: print(error)
rpc.shutdown(); thread.join(); rpc.server_close(); print(xmlrpc.client.loads(xmlrpc.client.dumps((1, "a", [b"x"]), "m")))
