"""Ids and references: what a kit declares, and the types of the fields that refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from rolebook import tags

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Lower-case words joined by hyphens: safe in a path, a URL, a file name and an HTML id."""
FACT_PATTERN: Final = r"^[A-Z]{1,3}[0-9]{1,4}$"


@dataclass(frozen=True)
class ValidationContext:
    """What pydantic is given while it validates a kit: what references and texts are checked against.

    `ids` maps a collection (`skills`, `roles`, …) to the ids declared in it. A collection that is absent, as when
    a part is validated on its own, is not checked. `drafts` are those of the languages in which texts may be missing.
    Files are named from `folder` on. `today` is the day that decides which postings are open. `highest_level` is the
    last one of the rating scale; None where there is no scale to check levels against. What belongs to the sections in
    `switched_off` may be missing.
    """

    languages: tuple[str, ...] = ()
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    folder: Path = Path()
    today: date = date.min
    highest_level: int | None = None
    switched_off: frozenset[str] = frozenset()

    @classmethod
    def of(cls, info: ValidationInfo) -> ValidationContext:
        """Return the context of the validation in progress; an empty one outside a kit's."""
        return info.context if isinstance(info.context, ValidationContext) else cls()


@dataclass(frozen=True)
class RefersTo:
    """Marks a field as the name of something declared in `collection`; found in a field's metadata."""

    collection: str

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Check that a name is declared; pydantic knows nothing of what is declared elsewhere."""
        declared = ValidationContext.of(info).ids.get(self.collection)
        if declared is None or value in declared:
            return value
        raise PydanticCustomError("unknown_reference", "{value}", {"value": value, "collection": self.collection})


def _reference(collection: str) -> AfterValidator:
    return AfterValidator(RefersTo(collection))


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60, examples=["sales-planning"])]
FactId = Annotated[str, Field(pattern=FACT_PATTERN, examples=["F22"])]


def _language(tag: str) -> str:
    """Check that CLDR has data for a language tag."""
    if tags.is_known(tag):
        return tag
    raise PydanticCustomError("language_tag", "{tag}", {"tag": tag, "known": tags.suggestions(tag)})


Language = Annotated[
    str,
    AfterValidator(_language),
    Field(examples=["en", "ar", "pt-BR"], json_schema_extra={"pattern": tags.PATTERN}),
]

FactRef = Annotated[FactId, _reference("facts")]
SourceRef = Annotated[Id, _reference("sources")]
ObjectiveRef = Annotated[Id, _reference("objectives")]
SkillRef = Annotated[Id, _reference("skills")]
LanguageRef = Annotated[str, _reference("languages"), Field(examples=["ar"])]
"""A language of the kit, by its tag."""
BackgroundRef = Annotated[Id, _reference("backgrounds")]
RoleRef = Annotated[Id, _reference("roles")]
ModelRef = Annotated[Id, _reference("leadership_models")]
JurisdictionRef = Annotated[Id, _reference("jurisdictions")]
AnswerRef = Annotated[Id, _reference("planner")]
ServiceRef = Annotated[Id, _reference("services")]
"""A service of the team, under `function.services`."""
QuantityRef = Annotated[Id, _reference("quantities")]
"""Something that is counted, under `function.sizing.quantities`."""
OptionRef = Annotated[str, _reference("options"), Field(examples=["team-size/small"])]
"""`question/option`: an answer to one of the planner's questions."""
QuestionRef = Annotated[str, _reference("questions"), Field(examples=["sales-planning/first-quarter"])]
"""`skill/question`: a question of a skill's bank."""
SampleRef = Annotated[str, _reference("sample_answers"), Field(examples=["data-analysis/three-late-reports"])]
"""`skill/sample`: a sample answer of a skill."""
ScreeningRef = Annotated[Id, _reference("screening")]
"""An item of `interviewing.screening`."""
DutyRef = Annotated[str, _reference("duties"), Field(examples=["sales-analyst/weekly-report"])]
"""`role/duty`: a duty of a role."""
