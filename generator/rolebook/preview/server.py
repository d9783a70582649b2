"""The live server: a site's folder on this machine, whose pages are made when they are asked for and load themselves
again when the site has changed.
"""

from __future__ import annotations

import errno
import os
import shutil
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, BinaryIO
from urllib.parse import quote

from markupsafe import Markup, escape

from rolebook.preview import markup
from rolebook.preview.addresses import Address, host_of, is_loopback, parse_target
from rolebook.preview.media_types import content_type
from rolebook.preview.open_pages import OpenPages
from rolebook.preview.site_folder import SiteFolder
from rolebook.problem import printable

_RELOAD_SCRIPT = Path(__file__).with_name("reload.js")
_UNREAD = 1_000_000
"""Bytes of a request's body that are read before the connection is closed: a client may see no answer until it has sent
all.
"""


class LiveServer(ThreadingMixIn, TCPServer):
    """Serves one site, from `start` to `close`.

    It answers to the names of this machine alone if it listens on this machine alone: otherwise any web page could have
    a name of its own lead here, and read what is meant for this machine (DNS rebinding).

    Args:
        host: The name or address to listen on.
        port: The port; 0 for a free one.
        site: Its files.
        overlay: Markup that is put into each page.
        report: Told in a line why a page could not be made; this is shown in its place as well.

    Raises:
        OSError: The address cannot be listened on, or there is none of that name.
    """

    daemon_threads = True
    request_queue_size = 128
    timeout = 0.5
    allow_reuse_address = os.name == "posix"  # elsewhere two servers could share a port

    def __init__(
        self,
        host: str,
        port: int,
        site: SiteFolder,
        overlay: Callable[[], Markup] = Markup,
        report: Callable[[str], None] = print,
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.site, self._overlay, self.report = site, overlay, report
        self._host = host.lower()
        self.open_pages = OpenPages()
        self.elsewhere: Mapping[str, str] = {}
        try:
            super().__init__((host, port), _Handler)
        except TypeError:  # as the socket puts it
            raise OSError(errno.EINVAL, "No machine can have such a name") from None
        self._thread, self._ended = threading.Thread(target=self._serve, name="live server", daemon=True), False

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the site is."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}/"

    def start(self) -> None:
        """Serve from now on, in threads of its own."""
        self._thread.start()

    def reload(self) -> None:
        """Let open pages load again."""
        self.open_pages.reload()

    def close(self) -> None:
        """Serve no more, whoever is still being answered; the port is free."""
        self._ended = True
        with suppress(OSError):  # not every system lets nobody more in; it then notices at its next look
            self.socket.shutdown(socket.SHUT_RDWR)
        if self._thread.is_alive():
            self._thread.join()
        self.server_close()
        self.open_pages.close()

    def _serve(self) -> None:
        while not self._ended:
            self.handle_request()

    def answers_to(self, host: str) -> bool:
        """Whether a request may mean this server by such a name or address."""
        return host == self._host or is_loopback(host) or not is_loopback(self._host)

    def inserted(self, version: str) -> Markup:
        """What is put into each page.

        Args:
            version: The version of the site that the page is made from, or an earlier one.
        """
        return self._overlay() + markup.reload_script(version)

    def linked(self, page: bytes) -> bytes:
        """A page whose links to another site that is served beside this one lead there (`elsewhere`)."""
        for published, served in self.elsewhere.items():
            page = page.replace(f'href="{escape(published)}'.encode(), f'href="{escape(served)}'.encode())
        return page

    def shutdown_request(self, request: Any) -> None:
        """End a connection, but for that of a page that waits for a change."""
        if not self.open_pages.keeps(request):
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say in a line what went wrong beside a request; a client that has left is nothing to speak of."""
        error = sys.exception()
        if not isinstance(error, OSError):
            self.report(printable(f"A request could not be answered: {_said(error)}"))


class _Handler(BaseHTTPRequestHandler):
    """Answers one request, and closes the connection."""

    server: LiveServer
    timeout = 30

    def version_string(self) -> str:
        """What the Server header says."""
        return "Rolebook"

    def do_GET(self) -> None:
        """Answer a request for a page or file; HEAD is answered alike, without the content."""
        address = parse_target(self.path)
        hosts = self.headers.get_all("Host", [])
        host = address.authority if address and address.authority is not None else hosts[0] if len(hosts) == 1 else ""
        if len(hosts) > 1:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif not self.server.answers_to(host_of(host)):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to localhost alone.")
        elif address is not None and address.path == "livereload":
            self._wait(address.query)
            return
        elif address is not None and address.path == "livereload.js":
            self._send(HTTPStatus.OK, content_type(address.path), _RELOAD_SCRIPT.read_bytes())
        else:
            self._answer(address)
        self._read_rest()

    do_HEAD = do_GET  # noqa: N815  # as `http.server` asks for it

    def do_POST(self) -> None:
        """Refuse whatever would change something."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        self._read_rest()

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_CONNECT = do_TRACE = do_POST  # noqa: N815

    def _answer(self, address: Address | None) -> None:
        """Send a page or file of the site."""
        version = self.server.open_pages.version  # of an earlier state at worst: the page then loads once more
        try:
            file = None if address is None else self.server.site.open(address)
            inserted = self.server.inserted(version)
        except Exception as error:
            self.server.report(printable(f"{quote(self.path)}: {_said(error)}"))
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            page = markup.status_page(_words(status), _said(error), markup.reload_script(version))
            self._send(status, "text/html; charset=utf-8", page)
            return
        if file is not None and address is not None:
            with file:
                self._send_file(file, content_type(address.file), inserted)
        elif address is not None and self.server.site.is_folder(address):
            self._send(HTTPStatus.FOUND, "text/plain; charset=utf-8", b"", Location=address.as_folder)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._missing(address, inserted))

    def _missing(self, address: Address | None, inserted: Markup) -> bytes:
        """The site's own page for what is not there, of the folder that is nearest; else a plain one."""
        folder = address.path if address is not None else ""
        while folder:
            folder = folder.rpartition("/")[0]
            file = self.server.site.open_existing(f"{folder}/404.html".lstrip("/"))
            if file is not None:
                with file:
                    return markup.insert(file.read(), inserted)
        return markup.status_page(_words(HTTPStatus.NOT_FOUND), "", inserted)

    def _wait(self, version: str) -> None:
        """Say which version is the present one, as soon as it is another than a page's."""
        self._send_head(HTTPStatus.OK, "text/plain; charset=utf-8")
        if self.command == "GET" and not self.server.open_pages.wait(self.connection, version):
            self.wfile.write(self.server.open_pages.version.encode())

    def _send_file(self, file: BinaryIO, kind: str, inserted: Markup) -> None:
        if kind.startswith("text/html"):
            self._send(HTTPStatus.OK, kind, markup.insert(self.server.linked(file.read()), inserted))
            return
        self._send_head(HTTPStatus.OK, kind, **{"Content-Length": str(os.fstat(file.fileno()).st_size)})
        if self.command == "GET":
            shutil.copyfileobj(file, self.wfile)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, **headers: str) -> None:
        self._send_head(status, kind, **headers, **{"Content-Length": str(len(content))})
        if self.command != "HEAD":
            shutil.copyfileobj(BytesIO(content), self.wfile)

    def _send_head(self, status: HTTPStatus, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")  # a change is always seen
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")  # no other site shows what is of this one
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request, in a line of plain text."""
        status = HTTPStatus(code)
        headers = {"Allow": "GET, HEAD"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        content = f"{message or _words(status)}\n".encode()
        self._send(status, "text/plain; charset=utf-8", content, **headers)

    def _read_rest(self) -> None:
        """Read what a client sends beside its request, up to a limit: else it would not see the answer."""
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(1)
            left = _UNREAD
            while left > 0 and (read := self.rfile.read1(65_536)):
                left -= len(read)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # its name there
        """Say nothing of requests."""


def _words(status: HTTPStatus) -> str:
    return f"{status.value} {status.phrase}"


def _said(error: BaseException | None) -> str:
    """What an exception says, in one line."""
    return " ".join(str(error).split()) or type(error).__name__
