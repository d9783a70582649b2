"""Telling open pages that the site has changed: each waits on a connection of its own, none of them needs a thread."""

from __future__ import annotations

import secrets
import selectors
import socket
from contextlib import suppress
from threading import Lock
from typing import cast

MOST = 200
"""How many pages may wait. Browsers let the visible ones wait alone."""


class OpenPages:
    """The open pages of a site, and the version of the site that they are to show.

    A page knows the version that it was made from (`reload.js`) and asks for the present one. It is answered when there
    is another one, at once or later. A server that was started again has other versions than the one before.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[socket.socket, None] = {}
        self._selector = selectors.DefaultSelector()
        self._begun, self._number, self._closed = secrets.token_hex(4), 0, False

    @property
    def version(self) -> str:
        """The present version: letters, digits and a hyphen."""
        return f"{self._begun}-{self._number}"

    def wait(self, connection: socket.socket, version: str) -> bool:
        """Keep the connection of a page until the site changes; whoever accepted it must not close it.

        Args:
            connection: Has been sent the head of an answer.
            version: The version that the page shows.

        Returns:
            Whether it is kept; not if there is another version already.
        """
        with self._lock:
            if self._closed or version != self.version:
                return False
            for key, _ in self._selector.select(0):  # a page that waits sends nothing: these were left
                self._let_go(cast(socket.socket, key.fileobj))
            if len(self._kept) >= MOST:
                self._let_go(next(iter(self._kept)))
            connection.setblocking(False)
            self._selector.register(connection, selectors.EVENT_READ)
            self._kept[connection] = None
            return True

    def keeps(self, connection: socket.socket) -> bool:
        """Whether a page waits on this connection."""
        with self._lock:
            return connection in self._kept

    def reload(self) -> None:
        """Let all open pages load again: there is another version."""
        with self._lock:
            self._number += 1
            for connection in list(self._kept):
                self._let_go(connection, self.version.encode())

    def close(self) -> None:
        """Let all connections go; the pages look for another server from then on."""
        with self._lock:
            self._closed = True
            for connection in list(self._kept):
                self._let_go(connection)
            self._selector.close()

    def _let_go(self, connection: socket.socket, answer: bytes = b"") -> None:
        del self._kept[connection]
        self._selector.unregister(connection)
        with suppress(OSError):  # the page was left
            connection.send(answer)
        connection.close()
