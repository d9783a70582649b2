"""Everything that is taken for granted of MkDocs and Material beyond what they document, as data that can be checked.

A new version of either that breaks one of these would often do so silently: a string that is not found is not replaced,
a worker that speaks otherwise is not understood. So a build checks them first, and names what no longer holds.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import material

from rolebook.engine.material import corrections

_TEMPLATES = Path(material.__file__).parent / "templates"


@dataclass(frozen=True)
class Assumption:
    """Something that is so in the versions that Rolebook was made with.

    Attributes:
        of: The distribution that it is assumed of.
        what: What is assumed.
        used_by: What would break without it: a module, a template or a script of Rolebook.
        holds: Looks whether it is so.
    """

    of: str
    what: str
    used_by: str
    holds: Callable[[], bool]


def _text(name: str) -> str:
    """A template or script of the theme; empty where there is none, or several."""
    found = list(_TEMPLATES.glob(name))
    return found[0].read_text("utf-8") if len(found) == 1 else ""


def _template(name: str, used_by: str) -> Assumption:
    return Assumption("mkdocs-material", f"a template {name}", used_by, lambda: bool(_text(name)))


def _block(name: str, used_by: str) -> Assumption:
    what = f"a block “{name}” in base.html"
    return Assumption("mkdocs-material", what, used_by, lambda: f"{{% block {name} %}}" in _text("base.html"))


def _once(name: str, text: str, used_by: str) -> Assumption:
    what = f"{text} stands in {name} once"
    return Assumption("mkdocs-material", what, used_by, lambda: _text(name).count(text) == 1)


def _says(name: str, pattern: str, used_by: str) -> Assumption:
    what = f"{pattern} is found in {name}"
    return Assumption("mkdocs-material", what, used_by, lambda: re.search(pattern, _text(name)) is not None)


@cache
def _markup() -> str:
    """The theme's templates, one after the other; not the words of its languages."""
    found = (path for path in sorted(_TEMPLATES.rglob("*.html")) if "languages" not in path.parts)
    return "".join(path.read_text("utf-8") for path in found)


def _class(name: str) -> Assumption:
    what = f"a class md-{name}"
    return Assumption("mkdocs-material", what, "assets/stylesheets/", lambda: f"md-{name}" in _markup())


def _has(module: str, path: str, used_by: str) -> Assumption:
    return Assumption("mkdocs", f"{module} has {path}", used_by, lambda: _found(module, path) is not None)


def _takes(module: str, path: str, parameters: str, used_by: str) -> Assumption:
    def holds() -> bool:
        called = _found(module, path)
        return called is not None and set(parameters.split()) <= set(inspect.signature(called).parameters)

    return Assumption("mkdocs", f"{module}.{path} takes {parameters}", used_by, holds)


def _found(module: str, path: str) -> Any:
    try:
        found = import_module(module)
        for name in path.split("."):
            found = vars(found)[name] if name in getattr(found, "__dict__", {}) else getattr(found, name)
    except (ImportError, AttributeError):
        return None
    return found


def _title_can_be_set_aside() -> bool:
    """Whether what stands in a page's own dictionary hides its title: it must not be a property with a setter."""
    title = _found("mkdocs.structure.pages", "Page.title")
    return title is not None and not hasattr(type(title), "__set__")


def _marks_current_page() -> bool:
    """Whether MkDocs still looks at the page that a configuration calls the current one, for the tag `!relative`."""
    relative = _found("mkdocs.utils.yaml", "RelativeDirPlaceholder")
    return relative is not None and "_current_page" in inspect.getsource(relative)


_RENDERER = "engine/material/renderer.py"
_HOOKS = "engine/material/hooks.py"
_ENGINE = "engine/material/engine.py"
_CORRECTIONS = "engine/material/corrections.py"
_WORKER = "assets/javascripts/workers/search.*.min.js"
_FOLDED = "assets/javascripts/workers/folded-search.js"
_OVERRIDES = "theme_overrides/"

_OWN_TEMPLATES = [
    "actions",
    "alternate",
    "copyright",
    "footer",
    "header",
    "language",
    "nav",
    "palette",
    "search",
    "tabs",
    "javascripts/base",
    "javascripts/content",
    "javascripts/palette",
]
"""The partials that ours stand in front of."""
_CLASSES = [
    "content__inner",
    "copyright",
    "footer",
    "footer-meta__inner",
    "grid",
    "header",
    "main__inner",
    "nav",
    "nav--secondary",
    "nav__link",
    "nav__list",
    "search__icon",
    "search__input",
    "search-result__list",
    "sidebar",
    "skip",
    "tabs",
    "tabs__item--active",
    "tabs__link",
    "top",
    "typeset",
]
"""The theme's classes that our style sheets name, without `md-`."""

ASSUMPTIONS: tuple[Assumption, ...] = (
    # How MkDocs renders a page, called for pages that it does not know
    _takes("mkdocs.commands.build", "get_context", "nav files config page", _RENDERER),
    _takes("mkdocs.commands.build", "build", "config", _ENGINE),
    Assumption("mkdocs", "a page's title is a property without a setter", _RENDERER, _title_can_be_set_aside),
    Assumption("mkdocs", "config._current_page is the page of `!relative`", _RENDERER, _marks_current_page),
    *(
        _has("mkdocs.plugins", f"PluginCollection.{event}", _RENDERER)
        for event in ("on_pre_page", "on_page_content", "on_page_context", "on_post_page", "on_startup")
    ),
    _takes("mkdocs.structure.pages", "Page", "title file config", _RENDERER),
    _takes("mkdocs.structure.toc", "AnchorLink", "title id level", _RENDERER),
    _takes("mkdocs.structure.toc", "TableOfContents", "items", _RENDERER),
    # How it knows files that are written by somebody else
    _takes("mkdocs.structure.files", "File", "path src_dir dest_dir use_directory_urls dest_uri inclusion", _HOOKS),
    *(
        _has("mkdocs.structure.files", f"File.{name}", "engine/material/files.py")
        for name in ("is_documentation_page", "copy_file")
    ),
    *(
        _has("mkdocs.structure.files", f"Files.{name}", _RENDERER)
        for name in ("append", "get_file_from_path", "documentation_pages")
    ),
    _has("mkdocs.structure.files", "InclusionLevel.NOT_IN_NAV", "engine/material/files.py"),
    # How it is run several times in a process
    _has("mkdocs.config.defaults", "MkDocsConfig.plugins.plugin_cache", _ENGINE),
    _takes("mkdocs.config", "load_config", "config_file kwargs", _ENGINE),
    _has("mkdocs.livereload", "LiveReloadServer.unwatch", "plugin.py"),
    _has("mkdocs.theme", "Theme.get_env", "engine/material/theme.py"),
    # What our templates wrap, extend or stand in front of
    *(_template(f"partials/{name}.html", f"{_OVERRIDES}partials/{name}.html") for name in _OWN_TEMPLATES),
    _template("partials/languages/en.html", _HOOKS),
    *(_block(name, f"{_OVERRIDES}main.html") for name in ("styles", "extrahead", "content", "config", "scripts")),
    *(_block(name, f"{_OVERRIDES}404.html") for name in ("content", "htmltitle", "site_meta")),
    _once("partials/search.html", 'data-md-component="search" role="dialog"', f"{_OVERRIDES}partials/search.html"),
    _once("base.html", "workers/search.", f"{_OVERRIDES}main.html"),
    _says(
        "partials/palette.html", r"aria-label=\"\{\{ option.toggle.name \}\}\"", f"{_OVERRIDES}partials/palette.html"
    ),
    _says("partials/language.html", r"macro t\(key\)", f"{_OVERRIDES}partials/language.html"),
    # What is put right in the pages that it writes
    _once("base.html", corrections.DOCUMENT, _CORRECTIONS),
    _once("partials/toc.html", corrections.CONTENTS, _CORRECTIONS),
    # What the theme's scripts ask of ours
    *(
        _says("partials/javascripts/base.html", rf"\b{name}=", "assets/javascripts/scope.js")
        for name in ("__md_scope", "__md_hash", "__md_get", "__md_set")
    ),
    _says("partials/javascripts/palette.html", r'__md_get\("__palette"\)', "assets/javascripts/palette.js"),
    _says("assets/javascripts/bundle.*.min.js", r"__md_get\(\"__palette\"\)", "assets/javascripts/palette.js"),
    # The search: one worker, its messages 0 (set up), 1 (ready), 2 (query) and 3 (answer), and the stemmers in it
    _template(_WORKER, _FOLDED),
    _says(_WORKER, r"case 0:return [^}]*\{type:1\}", _FOLDED),
    _says(_WORKER, r"case 2:[^}]*\{type:3,", _FOLDED),
    _says(_WORKER, r'addEventListener\("message"', _FOLDED),
    _says(_WORKER, r"\.stemmer=", _FOLDED),
    _says("assets/javascripts/bundle.*.min.js", r"window\.component\$=", "assets/javascripts/search-field.js"),
    _has("material.plugins.search.config", "SearchConfig.separator", _RENDERER),
    _has("material.plugins.search.plugin", "SearchPlugin.on_post_build", "engine/material/search_index.py"),
    # What our style sheets name
    *map(_class, _CLASSES),
)


@cache
def broken() -> tuple[str, ...]:
    """What no longer holds, a line for each: what, of which version, and what of Rolebook's relies on it."""
    return tuple(_lines())


def _lines() -> Iterator[str]:
    for assumption in ASSUMPTIONS:
        if not assumption.holds():
            yield (
                f"{assumption.of} {version(assumption.of)} differs from what Rolebook was made with. Expected: "
                f"{assumption.what} (for {assumption.used_by}). Install an earlier version of it, or a newer Rolebook."
            )
