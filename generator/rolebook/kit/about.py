"""What a kit says of itself: its name, its languages, its paper, its rating scale, and which rules matter in it."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address
from rolebook.kit.brand import Brand
from rolebook.kit.evidence import Day
from rolebook.kit.fonts import Fonts
from rolebook.kit.item import Part
from rolebook.kit.languages import ListedLanguage, first_is_whole
from rolebook.kit.rating_scale import FEWEST_LEVELS, MOST_LEVELS, RatingLevel
from rolebook.kit.references import ID_PATTERN
from rolebook.kit.sections import Sections
from rolebook.kit.structures import Span
from rolebook.kit.text import Plain, Text


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


class RuleSeverity(StrEnum):
    """How much the findings of a rule matter in a kit."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class RuleSetting(Part):
    """How much a rule of `rolebook check` matters in this kit."""

    rule: Annotated[str, Field(pattern=ID_PATTERN)]
    """The rule's code, as `rolebook check` shows it in square brackets."""
    severity: RuleSeverity
    """`error` stops a build, `warning` and `note` do not, and `off` silences the rule."""
    reason: Plain
    """Why it differs here."""


class MenuLink(Part):
    """A page of the organisation's own that the menu leads to."""

    title: Text
    """What it is called."""
    url: Address
    """Its address."""


class MenuGroup(Part):
    """Pages of the organisation's own that belong together in the menu."""

    title: Text
    """What they are called together."""
    links: Annotated[tuple[MenuLink, ...], Field(min_length=1)]
    """The pages."""


def _each_level_once(scale: tuple[RatingLevel, ...]) -> tuple[RatingLevel, ...]:
    """Check that a scale has each level once: a rating has to mean something."""
    missing = set(range(1, len(scale) + 1)) - {step.level for step in scale}
    if missing:
        raise PydanticCustomError("missing_level", "{level}", {"level": min(missing), "highest": len(scale)})
    return scale


class About(Part):
    """What the kit is called, for whom it is, and what all of it shares."""

    name: Text
    """The kit's name; the site's name."""
    organisation: Text
    """Whose kit it is."""
    summary: Text
    """What it is for, in a sentence or two."""
    listed_languages: Annotated[
        tuple[ListedLanguage, ...], Field(min_length=1, alias="languages"), AfterValidator(first_is_whole)
    ]
    """The languages it is written in, as tags (`en`, `ar`), an unfinished one as `{tag: fr, draft: true}`. A bare
    string is in the first one."""
    version: Plain
    """The version that its owner gives it."""
    updated: Day
    """The day of that version."""
    paper: Paper = Paper.A4
    """The paper that documents are printed on: `a4` or `letter`."""
    fonts: tuple[Fonts, ...] = ()
    """Fonts of the kit's own for printed documents. Rolebook's have Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari,
    Thai and Georgian letters."""
    brand: Brand | None = None
    """How the organisation looks: logo, colours, letterhead and footer."""
    edit_url: Address | None = None
    """Where `roles.yaml` can be edited on the web; each page links to it."""
    menu: tuple[MenuGroup, ...] = ()
    """Pages of the organisation's own, such as its applicant tracking system: the menu and the home page of the
    internal site lead there. Pages in Markdown need no entry: each folder of them is in the menu."""
    contact: Plain | None = None
    """An address for questions about the kit."""
    sections: Sections = Sections()
    """Which sections the kit has; all of them, unless it switches some off."""
    span: Span = Span()
    """How many people may report to one person."""
    rules: tuple[RuleSetting, ...] = ()
    """Rules of `rolebook check` that matter more or less here than elsewhere."""
    rating_scale: Annotated[
        tuple[RatingLevel, ...],
        Field(min_length=FEWEST_LEVELS, max_length=MOST_LEVELS),
        AfterValidator(_each_level_once),
    ]
    """The levels that every skill is rated on, three to seven of them. Level 1 is the lowest."""

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the tags of all its languages, drafts among them, in the order of the file."""
        return tuple(language.tag for language in self.listed_languages)

    @cached_property
    def drafts(self) -> tuple[str, ...]:
        """Return the tags of the languages that are unfinished."""
        return tuple(language.tag for language in self.listed_languages if language.draft)

    @cached_property
    def published(self) -> tuple[str, ...]:
        """Return the tags of the languages that are complete, and that candidates see."""
        return tuple(language.tag for language in self.listed_languages if not language.draft)
