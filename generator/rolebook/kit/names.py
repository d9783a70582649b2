"""What may be referred to: the names a kit declares, and the types of the references to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Lower-case words joined by hyphens: safe in a path, a URL, a file name and an HTML id."""
FACT_PATTERN: Final = r"^[A-Z]{1,3}[0-9]{1,4}$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"


@dataclass(frozen=True)
class Names:
    """What a reference is checked against while the kit is validated (pydantic's validation context).

    `ids` maps a collection (`skills`, `roles`, …) to the ids declared in it. A collection that is absent, as when
    a part is validated on its own, is not checked. `drafts` are those of the languages in which texts may be missing.
    """

    languages: tuple[str, ...] = ()
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, info: ValidationInfo) -> Names:
        """The names of the validation under way; empty ones outside of a kit's."""
        return info.context if isinstance(info.context, Names) else cls()


@dataclass(frozen=True)
class RefersTo:
    """Marks a field as the name of something declared in `collection`; found in a field's metadata."""

    collection: str

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Let a declared name pass; for pydantic, which knows nothing of what is declared elsewhere."""
        declared = Names.of(info).ids.get(self.collection)
        if declared is None or value in declared:
            return value
        raise PydanticCustomError("unknown_reference", "{value}", {"value": value, "collection": self.collection})


def _reference(collection: str) -> AfterValidator:
    return AfterValidator(RefersTo(collection))


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60, examples=["sales-planning"])]
FactId = Annotated[str, Field(pattern=FACT_PATTERN, examples=["F22"])]
Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN, examples=["en", "ar", "pt-BR"])]

FactRef = Annotated[FactId, _reference("facts")]
SourceRef = Annotated[Id, _reference("sources")]
ObjectiveRef = Annotated[Id, _reference("objectives")]
SkillRef = Annotated[Id, _reference("skills")]
BackgroundRef = Annotated[Id, _reference("backgrounds")]
RoleRef = Annotated[Id, _reference("roles")]
ModelRef = Annotated[Id, _reference("leadership_models")]
JurisdictionRef = Annotated[Id, _reference("jurisdictions")]
AnswerRef = Annotated[Id, _reference("planner")]
OptionRef = Annotated[str, _reference("options"), Field(examples=["team-size/small"])]
"""`question/option`: an answer to one of the planner's questions."""
QuestionRef = Annotated[str, _reference("questions"), Field(examples=["sales-planning/first-quarter"])]
"""`skill/question`: a question of a skill's bank."""
DutyRef = Annotated[str, _reference("duties"), Field(examples=["sales-analyst/weekly-report"])]
"""`role/duty`: a duty of a role."""
