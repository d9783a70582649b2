"""The pages that wait for a change of the site."""

from __future__ import annotations

import socket

from rolebook.preview.open_pages import OpenPages


def test_none_waits_at_a_server_that_has_ended() -> None:
    open_pages = OpenPages()
    open_pages.close()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert not open_pages.wait(ours, open_pages.version)
