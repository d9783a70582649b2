"""Reading what a browser asks for: the host that it means, and the path in the site's folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

_ABSOLUTE = re.compile(r"(?i:https?)://([^/?#]*)(.*)", re.DOTALL)
_AUTHORITY = re.compile(r"(?:\[(?P<ipv6>[0-9A-Fa-f:.]+)\]|(?P<name>[^\[\]:@/\s]+))(?::[0-9]*)?")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True)
class Address:
    """What a request asks for.

    Attributes:
        path: The path from the site's folder on, without a slash before it; with one at its end for a folder.
        query: What follows the question mark, as it was sent.
        authority: The host and port, where the request names them beside its Host header; else None.
    """

    path: str
    query: str
    authority: str | None

    @property
    def file(self) -> str:
        """The path of the file that is meant, from the site's folder on."""
        return f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path

    @property
    def as_folder(self) -> str:
        """The address of the folder of this name, fit for a Location header; the query stays."""
        query = quote(self.query, safe="!$&'()*+,/:;=?@[]%~-._")
        return f"/{quote(self.path)}/" + (f"?{query}" if query else "")


def parse_target(target: str) -> Address | None:
    """Read the target of a request line.

    Args:
        target: As `http.server` has read it: bytes as characters of Latin-1.

    Returns:
        What is asked for; None if no file of a site can be meant: `..`, empty segments, characters that are not UTF-8,
        control characters, backslashes, and whatever this system would take for another drive.
    """
    absolute = _ABSOLUTE.fullmatch(target)
    authority, rest = (absolute[1], absolute[2] or "/") if absolute else (None, target)
    encoded, _, query = rest.partition("#")[0].partition("?")
    if not encoded.startswith("/"):
        return None
    try:
        path = unquote_to_bytes(encoded[1:].encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    names = path.removesuffix("/").split("/") if path else []
    if _UNSEEN.search(path) or not all(map(_is_a_name, names)):
        return None
    return Address(path, query, authority)


def _is_a_name(segment: str) -> bool:
    """Whether a segment of a path names something in a folder, and leads nowhere else."""
    return segment not in {"", ".", ".."} and Path(segment).name == segment


def host_of(authority: str) -> str:
    """The name or address in a Host header, in lower case, without brackets and port; empty if it is none."""
    found = _AUTHORITY.fullmatch(authority.strip())
    return (found["ipv6"] or found["name"]).lower() if found else ""


def is_loopback(host: str) -> bool:
    """Whether a name or address leads to this machine, whatever a name server says."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
