"""What `rolebook init` writes: a small kit, and what a repository of its own needs to check and publish it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from rolebook import schema
from rolebook.cli.origin import Origin
from rolebook.cli.paths import KIT_FILE
from rolebook.moment import today

WRITTEN_IN = ("en", "ar")
"""The languages that the starter has words in."""
_COPIED = {
    ".github/workflows/publish.yml": "publish.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".gitignore": "gitignore",
}
"""What is the same for every kit: its path, and the template's name."""


@dataclass(frozen=True)
class Starter:
    """What a kit begins with.

    Attributes:
        languages: Its languages, in the order that was asked for.
        name: What it is called, by language.
        organisation: Whose it is, by language.
        team: Whom it is to hire for, by language.
        origin: Where its pipelines install Rolebook from, if that is known.
    """

    languages: tuple[str, ...]
    name: Mapping[str, str]
    organisation: Mapping[str, str]
    team: Mapping[str, str]
    origin: Origin | None = None

    def files(self) -> dict[str, str]:
        """Return everything that is written, by its path in the kit's folder."""
        tags = begun_in(self.languages)
        first = _words_of(tags[0])
        return {
            KIT_FILE: self._kit(tags),
            "roles.schema.json": schema.as_json(),
            "requirements.txt": _render("requirements.txt", install=self._requirement),
            "README.md": _render(
                f"README.{first}.md",
                name=_markdown(self.name[tags[0]]),
                organisation=_markdown(self.organisation[tags[0]]),
                install=self._requirement,
            ),
            **{path: _source(template) for path, template in _COPIED.items()},
            **{path: _render(f"page.{_words_of(tag)}.md", path=path, tag=tag) for path, tag in _pages(self.languages)},
        }

    @property
    def _requirement(self) -> str:
        return self.origin.requirement if self.origin else ""

    def _kit(self, tags: Sequence[str]) -> str:
        others = [tag for tag in self.languages if tag not in tags]
        return _render(
            KIT_FILE,
            t=partial(_text, tags),
            words=partial(_lists, tags),
            languages=[
                _yaml(tag) if tag in tags else f"{{tag: {_yaml(tag)}, draft: true}}" for tag in (*tags, *others)
            ],
            untranslated=[tag for tag in tags if _words_of(tag) != tag.partition("-")[0]],
            drafts=others,
            today=today().isoformat(),
            name=_by_language(self.name),
            organisation=_by_language(self.organisation),
            team=_by_language(self.team),
            team_is_same=len(self.team) > 1 and len(set(self.team.values())) == 1,
        )


def begun_in(languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages whose texts the kit begins with: the starter's own, or else the first, in English."""
    return tuple(tag for tag in languages if tag.partition("-")[0] in WRITTEN_IN) or (languages[0],)


def _words_of(tag: str) -> str:
    """Return the starter's language that is written for a tag."""
    base = tag.partition("-")[0]
    return base if base in WRITTEN_IN else WRITTEN_IN[0]


def _text(tags: Sequence[str], *texts: str) -> str:
    by_language = dict(zip(WRITTEN_IN, texts, strict=True))
    return _by_language({tag: by_language[_words_of(tag)] for tag in tags})


def _lists(tags: Sequence[str], *lists: Sequence[str]) -> str:
    by_language = dict(zip(WRITTEN_IN, lists, strict=True))
    listed = (f"{_yaml(tag)}: {json.dumps(by_language[_words_of(tag)], ensure_ascii=False)}" for tag in tags)
    return f"{{{', '.join(listed)}}}"


def _by_language(texts: Mapping[str, str]) -> str:
    """Return a text by language, as a YAML flow mapping; JSON strings are YAML strings."""
    return "{" + ", ".join(f"{_yaml(tag)}: {json.dumps(text, ensure_ascii=False)}" for tag, text in texts.items()) + "}"


def _yaml(tag: str) -> str:
    """Return a language tag as YAML reads it back: `no` needs its quotes."""
    return tag if yaml.safe_load(tag) == tag else json.dumps(tag)


def _pages(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for tag in languages:
        yield f"content/{tag}/team.md", tag


def _markdown(text: str) -> str:
    """Return a text as Markdown that says just that, in one line."""
    return re.sub(r"([\\`*_{}\[\]<>#|&!])", r"\\\1", " ".join(text.split()))


def _environment() -> Environment:
    return Environment(  # noqa: S701 - YAML, in which every text is a JSON string, and Markdown, in which signs are escaped
        loader=PackageLoader("rolebook", "templates/kit"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values)


def _source(template: str) -> str:
    """A template as it stands: what looks like one of our placeholders in it is the code host's."""
    environment = _environment()
    assert environment.loader is not None  # noqa: S101
    return environment.loader.get_source(environment, template)[0]
