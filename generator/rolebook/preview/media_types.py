"""The media types of a site's files."""

from __future__ import annotations

import mimetypes

_TYPES = mimetypes.MimeTypes()
"""The same on every system, unlike the functions of `mimetypes`: those ask the system's tables, or the registry."""
for _type, _ending in (
    ("application/atom+xml", ".atom"),
    ("application/manifest+json", ".webmanifest"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ("application/xml", ".xml"),
    ("application/yaml", ".yaml"),
    ("font/woff", ".woff"),
    ("font/woff2", ".woff2"),
    ("image/avif", ".avif"),
    ("image/webp", ".webp"),
    ("text/calendar", ".ics"),
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
    ("text/markdown", ".md"),
):
    _TYPES.add_type(_type, _ending)
_IN_UTF8 = frozenset({"application/json", "application/manifest+json", "application/yaml", "image/svg+xml"})


def content_type(path: str) -> str:
    """The value of a Content-Type header for a file, by its ending; text is UTF-8."""
    found, encoding = _TYPES.guess_type(path)
    if encoding is not None:
        return "application/gzip" if encoding == "gzip" else "application/octet-stream"
    if found is None:
        return "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") or found in _IN_UTF8 else found
