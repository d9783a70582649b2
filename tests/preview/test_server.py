"""The live server: what it gives to whom, and that no request is too odd for it."""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from markupsafe import Markup
from rolebook.preview.server import LiveServer
from rolebook.preview.site_folder import SiteFolder

SECRET = "nobody's business"
Serve = Callable[..., LiveServer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site's folder, with a file beside it that is none of anybody's business."""
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    (tmp_path / "site-of-others").mkdir()
    (tmp_path / "site-of-others" / "index.html").write_text(SECRET, "utf-8")
    site = tmp_path / "site"
    for path, text in {
        "index.html": "<html><body>Home</body></html>",
        "en/index.html": "<html><body>English</body></html>",
        "en/404.html": "<html><body>Perhaps it was renamed.</body></html>",
        "en/roles/baker/index.html": "<html><body>Baker</body></html>",
        "ar/أدوار/index.html": "<html><body>أدوار</body></html>",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    return site


@pytest.fixture
def serve(folder: Path) -> Iterator[Serve]:
    """Starts servers, and ends them."""
    with ExitStack() as stack:

        def start(
            ensure: Callable[[str], bool] = lambda path: False, host: str = "127.0.0.1", **options: object
        ) -> LiveServer:
            server = LiveServer(host, 0, SiteFolder(folder, ensure), **options)  # type: ignore[arg-type]
            stack.callback(server.close)
            server.start()
            return server

        yield start


@pytest.fixture
def connections() -> Iterator[ExitStack]:
    """Closes what is entered into it, even where a test fails: other tests would hear of it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def server(serve: Serve) -> LiveServer:
    return serve()


def ask(server: LiveServer, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    """The answer to a request, and its text."""
    connection = HTTPConnection(str(server.server_address[0]), server.port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read().decode("utf-8")


def send(server: LiveServer, request: bytes, patience: float = 10) -> bytes:
    """What comes back for the bytes of a request."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=patience) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_a_page_is_made_before_it_is_sent(serve: Serve, folder: Path) -> None:
    asked = []

    def ensure(path: str) -> bool:
        asked.append(path)
        (folder / "en/new").mkdir()
        (folder / "en/new/index.html").write_text("<body>Just made</body>", "utf-8")
        return True

    answer, text = ask(serve(ensure), "/en/new/?some=query#part")
    assert asked == ["en/new/"]
    assert answer.status == 200
    assert text.startswith("<body>Just made")


def test_a_page_whose_folder_is_emptied_while_it_is_made_is_made_again(serve: Serve, folder: Path) -> None:
    times = []

    def ensure(path: str) -> bool:
        times.append(path)
        if len(times) == 2:
            (folder / "late.html").write_text("here", "utf-8")
        return True

    assert ask(serve(ensure), "/late.html")[0].status == 200


def test_what_is_said_to_be_there_and_never_is_comes_to_an_end(serve: Serve) -> None:
    assert ask(serve(lambda path: True), "/en/index.html/")[0].status == 404
    assert ask(serve(lambda path: True), "/en/handbook.pdf/")[0].status == 404


def test_pages_get_the_overlay_and_a_script_from_a_file_at_the_end_of_the_body(serve: Serve) -> None:
    server = serve(overlay=lambda: Markup("<p>Overlay</p>"))
    for path in ("/en/", "/en/no/", "/xx/"):
        text = ask(server, path)[1]
        script = re.search(
            r'<p>Overlay</p><script type="module" src="(/livereload\.js\?[0-9a-f-]+)"></script>\s*</body>', text
        )
        assert script is not None, text
        answer, code = ask(server, script[1])
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert "location.reload" in code


def test_the_end_of_the_body_is_the_last_that_is_called_so(server: LiveServer, folder: Path) -> None:
    (folder / "quoting.html").write_text("<body><script>'</body>'</script></body></html>", "utf-8")
    (folder / "bare.html").write_text("<p>No body", "utf-8")
    assert re.fullmatch(
        r"<body><script>'</body>'</script><script .*></script></body></html>", ask(server, "/quoting.html")[1]
    )
    assert re.fullmatch(r"<p>No body<script .*></script>", ask(server, "/bare.html")[1])


def test_what_lacks_is_said_in_the_words_of_the_site(server: LiveServer) -> None:
    for path in ("/en/no/", "/en/no", "/en/roles/baker/no.pdf"):
        answer, text = ask(server, path)
        assert answer.status == 404
        assert "Perhaps it was renamed." in text
    answer, text = ask(server, "/xx/")
    assert answer.status == 404
    assert "404 Not Found" in text


def test_why_a_page_cannot_be_made_is_said_in_its_place_and_in_a_line_on_the_terminal(serve: Serve) -> None:
    said: list[str] = []

    def ensure(path: str) -> bool:
        raise ValueError("a\n<script>alert(1)</script> \x1b[2J")

    answer, text = ask(serve(ensure, report=said.append), "/en/%1f%22")
    assert answer.status == 404
    answer, text = ask(serve(ensure, report=said.append), "/en/%22")
    assert answer.status == 500
    assert "a &lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert len(said) == 1
    assert said[0].startswith("/en/%2522: a <script>")
    assert said[0].isprintable()


def test_a_folder_is_made_once_before_it_is_led_to(serve: Serve) -> None:
    asked: list[str] = []

    def ensure(path: str) -> bool:
        asked.append(path)
        return True

    assert ask(serve(ensure), "/en")[0].status == 302
    assert asked == ["en"]


def test_a_request_with_two_hosts_is_a_bad_one(server: LiveServer) -> None:
    request = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"
    assert status_of(send(server, request)) == 400


def test_folders_are_led_to_with_their_query(server: LiveServer) -> None:
    answer, _ = ask(server, "/en/roles/baker?print=1&x=%22/?")
    assert answer.status == 302
    assert answer.headers["Location"] == "/en/roles/baker/?print=1&x=%22/?"
    answer, _ = ask(server, "/ar/%D8%A3%D8%AF%D9%88%D8%A7%D8%B1")
    assert answer.headers["Location"] == "/ar/%D8%A3%D8%AF%D9%88%D8%A7%D8%B1/"
    raw = send(server, b"GET /en?\x01<\xe9 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert b"Location: /en/?%01%3C%C3%A9\r\n" in raw


def test_no_address_leads_a_browser_to_another_site(server: LiveServer, folder: Path) -> None:
    (folder / "evil.example").mkdir()
    (folder / "evil.example" / "index.html").touch()
    for target in (b"//evil.example", b"///evil.example", b"/%2fevil.example", b"/\\evil.example"):
        answer = send(server, b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"Location: //" not in answer
        assert b"Location: /\\" not in answer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("jobs.atom", "application/atom+xml"),
        ("jobs.xml", "application/xml"),
        ("sitemap.xml.gz", "application/gzip"),
        ("a.pdf", "application/pdf"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a", "application/octet-stream"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type_and_is_never_kept(server: LiveServer, folder: Path, name: str, expected: str) -> None:
    (folder / name).write_bytes(b"\x00\xff" * 40_000)
    connection = HTTPConnection(str(server.server_address[0]), server.port, timeout=10)
    connection.request("GET", f"/{name}")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == expected
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    content = answer.read()
    assert len(content) == int(answer.headers["Content-Length"])
    if not name.endswith(".html"):
        assert content == b"\x00\xff" * 40_000


def test_a_head_has_no_body(server: LiveServer) -> None:
    for path in ("/en/", "/en/no/", "/en", "/livereload.js", "/livereload?x"):
        whole = send(server, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = send(server, f"HEAD {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert head.endswith(b"\r\n\r\n"), path
        assert head.splitlines()[0] == whole.splitlines()[0]


ESCAPES = [
    "/../secret.txt",
    "/en/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/.%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/en/..%2f..%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/../site-of-others/",
    "/../site-of-others",
    "/%c0%ae%c0%ae/secret.txt",
    "/%ff",
    "/en/%00",
    "/%00/../secret.txt",
    "/en/index.html%00.png",
    "/\x7f",
    "//etc/passwd",
    "/%2fetc/passwd",
    "/en//index.html",
    "/./en/",
    "/link.txt",
    "/linked/secret.txt",
    "/linked/site-of-others/",
    "/linked/site-of-others",
    "/loop",
    "/pipe",
    "/en/" + "a" * 300,
    "/en/" + "a/" * 3000,
    "/en/?" + "a" * 60_000,
    "*",
    "en/",
    "file:///etc/passwd",
    "ftp://localhost/en/",
    "http://",
    "http://[::1/en/",
    "http://localhost/../secret.txt",
]


@pytest.mark.parametrize("target", ESCAPES)
def test_no_path_leads_out_of_the_folder_or_to_a_traceback(
    serve: Serve, folder: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")
    said: list[str] = []
    server = serve(lambda path: path.startswith("en/"), report=said.append)
    raw = send(server, f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("latin-1"))
    assert SECRET.encode() not in raw
    assert b"root:" not in raw
    assert status_of(raw) in {200, 400, 404, 414, 421}
    assert (status_of(raw) == 200) == target.startswith("/en/?")
    assert said == []
    assert capsys.readouterr() == ("", "")


ODD = [
    b"",
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /en/\r\n\r\n",
    b"GET /en/ HTTP/1.0\r\n\r\n",
    b"GET /en/ HTTP/2.0\r\nHost: localhost\r\n\r\n",
    b"GET /en/ HTTP/9\r\nHost: localhost\r\n\r\n",
    b"GET /en/ HTTP/-1.x\r\n\r\n",
    b"GET  /en/  HTTP/1.1\r\n\r\n",
    b"get /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),  # a browser that tries https
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n\x00: \xff\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: much\r\n\r\nxx",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nRange: bytes=5-1,x\r\nIf-Modified-Since: never\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n\r\n",
    b"GET /livereload?" + b"\xff" * 100 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"DEBUG /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"__class__ /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
]


@pytest.mark.parametrize("request_", ODD, ids=range(len(ODD)))
def test_an_odd_request_is_answered_or_dropped_without_a_word(
    serve: Serve, request_: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    server = serve(report=said.append)
    answer = send(server, request_)
    if answer.startswith(b"HTTP/"):
        assert status_of(answer) in {200, 400, 404, 405, 414, 421, 431, 501, 505}
    assert b"Traceback" not in answer
    assert ask(server, "/en/")[0].status == 200
    assert said == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_but_reading_is_allowed(server: LiveServer, method: str) -> None:
    body = b"x" * 300_000
    answer = send(
        server, method.encode() + b" /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n" + body
    )
    assert status_of(answer) == 405
    assert b"Allow: GET, HEAD" in answer
    assert status_of(send(server, b"BREW /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 501


def test_what_follows_a_refused_request_is_no_request(server: LiveServer) -> None:
    following = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    request = b"BREW /en/ HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"
    answer = send(server, request + following)
    assert answer.count(b"HTTP/1.") == 1


def test_whoever_sends_without_end_is_not_listened_to_for_ever(server: LiveServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_address[1]), 20) as client:
        client.sendall(b"POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n")
        part, sent = b"x" * 100_000, 0
        with suppress(ConnectionError):
            while sent < 2_000:
                client.sendall(part)
                sent += 1
    assert sent < 2_000


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LocalHost:8000", 200),
        ("127.0.0.1", 200),
        ("127.0.0.1:80", 200),
        ("[::1]", 200),
        ("[::1]:8000", 200),
        ("rebound.example", 421),
        ("rebound.example:8000", 421),
        ("localhost.rebound.example", 421),
        ("127.0.0.1.rebound.example", 421),
        ("localhost@rebound.example", 421),
        ("rebound.example@localhost", 421),
        ("[::1].rebound.example", 421),
        ("[::1", 421),
        ("::1", 421),
        ("192.168.0.1", 421),
        ("0.0.0.0", 421),
        (":8000", 421),
        ("", 421),
        ("localhost, rebound.example", 421),
        ("localhost\x00.rebound.example", 421),
    ],
)
def test_it_answers_to_this_machines_names_alone(server: LiveServer, host: str, status: int) -> None:
    assert status_of(send(server, f"GET /en/ HTTP/1.1\r\nHost: {host}\r\n\r\n".encode("latin-1"))) == status
    assert status_of(send(server, f"GET /livereload?x HTTP/1.1\r\nHost: {host}\r\n\r\n".encode("latin-1"))) == status
    if host.isprintable() and host and " " not in host:
        absolute = f"GET http://{host}/en/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        assert status_of(send(server, absolute)) == status


def test_a_request_without_a_host_is_answered_to_nobody(server: LiveServer) -> None:
    assert status_of(send(server, b"GET /en/ HTTP/1.0\r\n\r\n")) == 421


def test_whoever_listens_for_others_answers_to_their_names(serve: Serve) -> None:
    assert ask(serve(host="0.0.0.0"), "/en/", Host="kit.example")[0].status == 200


def has_version_6() -> bool:
    """Whether this machine can be reached over IPv6; where it cannot, the server says so before it begins."""
    with suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        return True
    return False


def test_it_listens_on_version_6(serve: Serve) -> None:
    if not has_version_6():
        with pytest.raises(OSError, match=r"\w"):
            serve(host="::1")
        return
    server = serve(host="::1")
    assert server.address == f"http://[::1]:{server.port}/"
    assert ask(server, "/en/")[0].status == 200
    assert ask(server, "/en/", Host="rebound.example")[0].status == 421


def test_a_port_that_is_taken_is_an_error_before_anything_is_served(server: LiveServer, folder: Path) -> None:
    for host in ("127.0.0.1", "no-such-name.invalid", "é" * 70):
        with pytest.raises(OSError, match=r"\w") as error:
            LiveServer(host, server.port, SiteFolder(folder, bool))
        assert error.value.strerror


def test_two_servers_know_nothing_of_each_other(serve: Serve) -> None:
    one, other = serve(), serve()
    version = other.open_pages.version
    one.reload()
    assert one.open_pages.version != version
    assert other.open_pages.version == version


def version_of(server: LiveServer) -> str:
    found = re.search(r"livereload\.js\?([^\"]+)", ask(server, "/en/")[1])
    assert found is not None
    return found[1]


def waiting(server: LiveServer, version: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    connection.sendall(f"GET /livereload?{version} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    while not connection.recv(65_536).endswith(b"\r\n\r\n"):
        pass
    return connection


def test_a_page_is_told_of_a_change_at_once(server: LiveServer) -> None:
    version = version_of(server)
    with waiting(server, version) as page:
        page.settimeout(0.3)
        with pytest.raises(TimeoutError):
            page.recv(100)
        page.settimeout(5)  # a busy machine; a page that is told nothing waits for longer
        server.reload()
        told = page.recv(100).decode()
        assert page.recv(100) == b""
    assert told == server.open_pages.version != version
    assert ask(server, f"/livereload?{version}")[1] == told
    assert version_of(server) == told


def test_a_page_of_a_server_before_is_told_to_load_again(serve: Serve) -> None:
    before = serve()
    version = version_of(before)
    before.close()
    assert ask(serve(), f"/livereload?{version}")[1] not in {"", version}


def test_many_open_pages_need_no_threads_and_those_that_were_left_are_forgotten(
    server: LiveServer, connections: ExitStack
) -> None:
    threads = threading.active_count()
    version = version_of(server)
    pages = []
    for _ in range(300):
        pages.append(connections.enter_context(waiting(server, version)))
        settled(lambda: threading.active_count() <= threads)  # it waits in its turn, and its thread is over
    assert ask(server, "/en/")[0].status == 200
    server.reload()
    told = [page.recv(100).decode() for page in pages]
    assert told[:100] == [""] * 100  # as many as may wait, the latest; the others ask again
    assert told[100:] == [server.open_pages.version] * 200
    for page in pages:
        page.close()
    files = len(os.listdir("/proc/self/fd"))
    for _ in range(50):
        waiting(server, server.open_pages.version).close()
    settled(lambda: len(os.listdir("/proc/self/fd")) <= files + 5)


def settled(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30  # a busy machine
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.002)
    pytest.fail("it does not come to rest")


def test_it_ends_at_once_though_pages_wait_and_an_answer_is_being_made(serve: Serve) -> None:
    ended = threading.Event()
    server = serve(lambda path: ended.wait(20) or True)
    version = server.open_pages.version
    pages = [waiting(server, version) for _ in range(3)]
    slow = socket.create_connection(("127.0.0.1", server.port))
    slow.sendall(b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
    began = time.monotonic()
    server.close()
    assert time.monotonic() - began < 2  # a busy machine; the answer takes twenty seconds
    assert {page.recv(100) for page in pages} <= {
        b"",
        version.encode(),
    }  # the latter if it came late
    again = LiveServer("127.0.0.1", server.port, server.site)
    again.close()
    for connection in (*pages, slow):
        connection.close()
    ended.set()


def test_two_hundred_at_once_are_all_answered(server: LiveServer) -> None:
    answers: list[int] = []
    askers = [threading.Thread(target=lambda: answers.append(ask(server, "/en/")[0].status)) for _ in range(200)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(20)
    assert answers == [200] * 200


def test_a_client_that_is_still_sending_sees_where_its_answer_ends(server: LiveServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_address[1]), 20) as client:
        client.sendall(b"POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n")
        client.settimeout(0.05)
        answer, ended, sent = b"", False, 0
        while not ended and sent < 200:
            with suppress(TimeoutError):
                received = client.recv(65_536)
                answer, ended = answer + received, not received
            if not ended:
                client.sendall(b"x")
                sent += 1
    assert answer.startswith((b"HTTP/1.1 405", b"HTTP/1.0 405"))
    assert ended, "the answer had no end while the client was sending"


def test_links_to_a_site_that_is_served_beside_this_one_lead_there(serve: Serve, folder: Path) -> None:
    server = serve(lambda path: True)
    (folder / "links.html").write_text('<a href="https://jobs.example/en/">Jobs</a> https://jobs.example/', "utf-8")
    server.elsewhere = {"https://jobs.example/": "http://127.0.0.1:8001/"}
    _, page = ask(server, "/links.html")
    assert page.startswith('<a href="http://127.0.0.1:8001/en/">Jobs</a> https://jobs.example/')
