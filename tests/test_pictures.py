"""A kit's logo is a file beside it that can do nothing but be drawn."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from rolebook.pictures import LARGEST, NotAPictureError, read

from tests.conftest import PROJECT

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 64, 64) + bytes(9)


def svg(inside: str, attributes: str = "") -> bytes:
    return f"{HEAD}{attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "content",
    [
        svg("<script>alert(1)</script>"),
        svg("<path d='M0 0h9'/>", ' onload="alert(1)"'),
        svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
        svg("<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>"),
        svg("<image href='https://example.com/x.png'/>"),
        svg("<use xlink:href='other.svg#x'/>"),
        svg("<use href='javascript:alert(1)'/>"),
        svg("<a href='#x'><path d='M0 0h9'/></a>"),
        svg("<set attributeName='onload' to='alert(1)'/>"),
        svg("<style>@import url(https://example.com/x.css)</style>"),
        svg("<style>path{fill:url(https://example.com/x.svg#y)}</style>"),
        svg("<style>path{fill:u\\72l(https://example.com/x)}</style>"),
        svg("<rect style='fill:url(//example.com/x)'/>"),
        svg("<text>Company</text>"),
        svg("<g>" * 100 + "</g>" * 100),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<title>&a;</title>"),
        svg("<path d='M0 0h9'/>")[:-3],
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"\xff\xfe",
        b"",
        b" " * (LARGEST + 1),
    ],
)
def test_what_is_more_than_a_drawing_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.svg").write_bytes(content)
    with pytest.raises(NotAPictureError):
        read(tmp_path, "logo.svg")


@pytest.mark.parametrize(
    "content",
    [
        svg("<path d='M0 0h9'/>"),
        b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + svg("<title>x</title>"),
        svg("<style>.a{fill:url(#g)}</style><defs><linearGradient id='g'/></defs><use xlink:href='#g'/>"),
    ],
)
def test_a_drawing_is_taken_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.svg").write_bytes(content)
    assert read(tmp_path, "logo.svg").content == content


@pytest.mark.parametrize(
    "name",
    [
        "https://example.com/logo.svg",
        "//example.com/logo.svg",
        "/etc/hostname.svg",
        "../logo.svg",
        "link.svg",
        "folder",
        "missing.svg",
        "logo.gif",
        "a\\b.svg",
        "a\0b.svg",
        f"{'a' * 5000}.svg",
        "\ud800.svg",
        "",
    ],
)
def test_what_is_no_file_of_the_kit_is_refused(tmp_path: Path, name: str) -> None:
    kit = tmp_path / "kit"
    (kit / "folder").mkdir(parents=True)
    (tmp_path / "logo.svg").write_bytes(svg(""))
    (kit / "logo.gif").write_bytes(b"GIF89a")
    (kit / "link.svg").symlink_to(tmp_path / "logo.svg")
    with pytest.raises(NotAPictureError):
        read(kit, name)


def test_a_png_says_how_large_it_is(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(PNG)
    first = read(tmp_path, "logo.png")
    assert first.ending == "png"
    for wrong in (b"no PNG", PNG.replace(struct.pack(">I", 64), struct.pack(">I", 8)), PNG[:20]):
        path.write_bytes(wrong)
        with pytest.raises(NotAPictureError):
            read(tmp_path, "logo.png")


@pytest.mark.parametrize("name", ["mark.svg", "logo.en.svg", "logo.ar.svg"])
def test_the_shipped_kits_logo_is_one(name: str) -> None:
    assert read(PROJECT, f"brand/{name}").ending == "svg"
