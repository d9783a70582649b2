"""The quick theme has the files that MkDocs would take from the whole one, and compiles no template twice."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from rolebook.engine.material.theme import QuickTheme

from tests.conftest import PROJECT


def test_nothing_but_what_is_hidden_is_left_out() -> None:
    config = load_config(str(PROJECT / "mkdocs.yml"))
    whole, quick = Files([]), Files([])
    whole.add_files_from_theme(config.theme.get_env(), config)
    env = QuickTheme.of(config.theme, None).get_env()
    quick.add_files_from_theme(env, config)
    assert quick.src_uris.keys() == whole.src_uris.keys()
    assert not [name for name in env.list_templates() if "/." in f"/{name}"]


def test_what_a_template_compiles_to_is_kept(tmp_path: Path) -> None:
    theme = load_config(str(PROJECT / "mkdocs.yml")).theme
    QuickTheme.of(theme, FileSystemBytecodeCache(str(tmp_path))).get_env().get_template("partials/language.html")
    assert list(tmp_path.iterdir())
