"""The settings of a site's folder: `mkdocs.yml`, which Zensical and MkDocs read, and ProperDocs' own beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape
from yaml_env_tag import construct_env_tag

from rolebook import tags
from rolebook.documents.public.edition import PublicEdition
from rolebook.site.brand import TOOLS, site_brand
from rolebook.site.navigation import navigation
from rolebook.site.site import Site

MKDOCS, PROPERDOCS = "mkdocs.yml", "properdocs.yml"
DOCS, OVERRIDES = "docs", "overrides"
"""Folders beside the settings: the pages and files, and the templates."""

_IN_ALL_THEMES = """
af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb lt lv mk mn
ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh zh-Hant zh-TW
"""
THEME_LANGUAGES = frozenset(_IN_ALL_THEMES.split())
"""The languages that all three themes have words in (Material 9.8, MaterialX 10.2, Zensical 0.0.73)."""
_THEME_NAMES = {"no": "nb"}
"""What the themes call a language that CLDR calls otherwise."""

_ARTICLE = r"(?:وال|بال|فال|كال|لل|ال)(?=[\u0621-\u064A]{3})"
"""The Arabic article, alone or behind a preposition, before three letters: a search for a noun finds it with either."""


def read(path: Path) -> dict[str, Any]:
    """The settings in a `mkdocs.yml`, with the values of environment variables that it names.

    Raises:
        yaml.YAMLError: It is no YAML.
        OSError: It cannot be read.
    """
    settings = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    return settings if isinstance(settings, dict) else {}


class _Loader(yaml.SafeLoader):
    """Reads `!ENV`, and keeps every other tag for whoever reads the settings next."""


class _Kept:
    """A value with a tag, as it was written."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


def _keep(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> _Kept:
    return _Kept(node)


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", _keep)


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` kept."""


def _as_kept(dumper: yaml.SafeDumper, kept: _Kept) -> yaml.Node:
    return kept.node


_Dumper.add_representer(_Kept, _as_kept)


def as_yaml(settings: Mapping[str, Any]) -> bytes:
    """Settings as a file, in UTF-8."""
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120).encode()


def for_site(settings: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """The settings of one language of a site, made of those that publish the kit with Material.

    Names and titles are HTML: themes print them as they are.
    """
    edition, language = site.edition, site.edition.language
    given = settings.get("theme")
    theme: dict[str, Any] = {
        **(given if isinstance(given, dict) else {}),
        "name": "material",  # to Zensical, this is its own
        "variant": "classic",  # the one of Zensical's two looks that our styles are made for
        "custom_dir": OVERRIDES,
        "language": theme_language(language.tag),
        "direction": language.direction,
    }
    palette = theme.get("palette")
    if isinstance(palette, list):
        theme["palette"] = [_translated(choice, site) for choice in palette]
    brand = site_brand(edition)
    theme |= {name: path for name, path in (("logo", brand.symbol), ("favicon", brand.icon)) if path}
    return {
        **settings,
        "site_name": str(escape(edition.site_name)),
        "site_description": str(escape(edition.site_description)),
        "site_url": _address(settings, site),
        "docs_dir": DOCS,
        "site_dir": "site",
        "theme": theme,
        "extra_css": [*(settings.get("extra_css") or ()), TOOLS],
        "extra": {**(settings.get("extra") or {}), "alternate": len(site.editions) > 1, "rolebook": _words(site)},
        "nav": _plain(navigation(site.kit, language, site.hand_written)),
        "plugins": [{"search": {"separator": _separator(settings)}}, *_other_plugins(settings)],
    }


def for_properdocs(settings: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """What ProperDocs with MaterialX needs otherwise, beside what `for_site` has: its theme's name, and its search."""
    search = {
        "provider": "lunr",  # not Pagefind, which knows no separator, and ranks Arabic titles worse
        "lunr": {"lang": [theme_language(site.edition.language.tag)], "separator": _separator(settings)},
    }
    return {
        "INHERIT": MKDOCS,
        "theme": {"name": "materialx", "topbar_style": "primary"},
        "plugins": [{"materialx/search": search}, *_other_plugins(settings)],
    }


def theme_language(tag: str) -> str:
    """The language of a theme's own words for a site's language; English where the themes have none for it."""
    return tags.nearest(_THEME_NAMES.get(tag, tag), THEME_LANGUAGES.__contains__) or "en"


def _address(settings: Mapping[str, Any], site: Site) -> str:
    if isinstance(site.edition, PublicEdition):
        return site.edition.address
    url = settings.get("site_url")
    return f"{str(url).rstrip('/')}/{site.edition.language.tag}/" if url else ""


def _translated(choice: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """A palette whose switch is named in the site's language."""
    toggle = choice.get("toggle", {})
    if "name" not in toggle:
        return dict(choice)
    return {**choice, "toggle": {**toggle, "name": str(escape(site.edition.gettext(toggle["name"])))}}


def _words(site: Site) -> dict[str, Any]:
    """What our templates say and know of the site's language."""
    edition, _, brand = site.edition, site.edition.gettext, site_brand(site.edition)
    return {
        "language": edition.language.tag,
        "script": edition.language.script,
        "touch_icon": brand.touch_icon or "",
        "missing": _("This page does not exist"),
        "renamed": _("Perhaps it was renamed. Search for it above, or begin at the home page."),
        "home": _("Home"),
        "search": _("Search"),
        "footer": brand.footer,
        "made": _("Made with Rolebook from one file.") if brand.credit else "",
    }


def _plugins(settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The plugins by their names, each with its settings."""
    plugins = settings.get("plugins") or []
    if isinstance(plugins, dict):
        return [{name: given} for name, given in plugins.items()]
    return [plugin if isinstance(plugin, dict) else {plugin: None} for plugin in plugins]


def _other_plugins(settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The plugins but for ours, whose work is done, and the search, which every theme has its own of."""
    return [plugin for plugin in _plugins(settings) if not {"rolebook", "search", "material/search"} & set(plugin)]


def _separator(settings: Mapping[str, Any]) -> str:
    """What stands between two words for the search, as a regular expression of JavaScript: also the Arabic article."""
    given = [plugin["search"] for plugin in _plugins(settings) if "search" in plugin]
    separator = (given[0] or {}).get("separator") if given else None
    between = separator or r"[\s\-]+"
    return f"(?:{between})(?:{_ARTICLE})?|^{_ARTICLE}"


def _plain(nav: Any) -> Any:
    """A navigation whose titles are plain strings, which can be written."""
    if isinstance(nav, dict):
        return {str(title): _plain(entry) for title, entry in nav.items()}
    return [_plain(entry) for entry in nav] if isinstance(nav, list) else str(nav)
