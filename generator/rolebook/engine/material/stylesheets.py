"""Stylesheets as pages load them: one file in place of those that it is made of."""

from __future__ import annotations

import posixpath
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from rolebook.site.brand import TOOLS

_IMPORT = re.compile(r'^@import url\("([^":]+)"\);\n', re.MULTILINE)

_UNREAD = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|(?<=\n)\s+""", re.DOTALL)
"""What a browser makes nothing of: comments, indentation and empty lines; with strings, in which neither is any."""


def join_stylesheets(files: Files, config: MkDocsConfig) -> None:
    """Write what a stylesheet of ours imports into it: a browser would ask for it only once it has the first.

    A stylesheet that is imported is published by itself no longer. Comments and indentation, a quarter of what a reader
    would wait for, stay in the source.

    Raises:
        PluginError: A stylesheet that is imported is not there.
    """
    for path in (*config.extra_css, TOOLS):
        stylesheet = files.get_file_from_path(path)
        if stylesheet is not None:
            _join(stylesheet, files, config)


def append(path: str, rules: str, files: Files, config: MkDocsConfig) -> None:
    """Write rules at the end of a stylesheet; where there is none of that path, or nothing to write, do nothing."""
    stylesheet = files.get_file_from_path(path)
    if stylesheet is not None and rules:
        content = stylesheet.content_string + rules
        files.remove(stylesheet)
        files.append(File.generated(config, path, content=content))


def _join(stylesheet: File, files: Files, config: MkDocsConfig) -> None:
    *between, end = _IMPORT.split(stylesheet.content_string)
    if not between:
        return
    content = ""
    for text, name in zip(between[::2], between[1::2], strict=True):
        part = _imported(name, stylesheet, files)
        files.remove(part)
        content += text + part.content_string
    files.remove(stylesheet)
    files.append(File.generated(config, stylesheet.src_uri, content=_UNREAD.sub(_kept, content + end)))


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""


def _imported(name: str, stylesheet: File, files: Files) -> File:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(stylesheet.src_uri), name))
    found = files.get_file_from_path(path)
    if found is None:
        raise PluginError(f"{stylesheet.src_uri} imports {name}, and there is no such stylesheet.")
    return found
