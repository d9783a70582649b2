"""The handbook: every document of the kit in one, to print or to read on a journey; and one for each role.

Nobody prints 28,000 pages, and setting them at once takes 25 GB (measured at 1,000 roles). So the handbook of a large
kit is what holds for all of it, its structures and skills have volumes of some 100 pages, and its roles have their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rolebook.documents.blocks import Document, Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.interviews.interviewing import interviewing
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.library.facts import facts
from rolebook.documents.library.glossary import glossary
from rolebook.documents.process.training import training, training_subjects
from rolebook.documents.roles.careers import careers
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.objectives import objectives
from rolebook.documents.roles.skills import skill
from rolebook.documents.roles.sourcing_guide import sourcing_guide
from rolebook.documents.structures.overview import structures
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.kit import Kit
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.skills import Skill
from rolebook.kit.structures import LeadershipModel
from rolebook.kit.text import Text

WHOLE = 12
"""Roles of the largest kit whose handbook is one volume (editorial default)."""
MODELS, SKILLS = 4, 3
"""Leadership models and skills of one volume (editorial default)."""
T = TypeVar("T")
_LISTS = {Section.FACTS: facts, Section.GLOSSARY: glossary}


def handbook(edition: InternalEdition, subject: str) -> Document:
    """The whole kit; of a large one, what holds for all of it. It has no subject."""
    return whole(edition) if is_whole(edition.kit) else _named_after_kit(edition, _for_all_roles(edition))


def whole(edition: InternalEdition) -> Document:
    """The whole kit, however large."""
    return _named_after_kit(edition, _everything(edition))


def role_handbook(edition: InternalEdition, subject: str) -> Document:
    """All that whoever hires for a role reads of it. The role's id is `subject`."""
    parts = _of_roles(edition, [edition.kit.role(subject)])
    return _bound(edition, role_title(edition, subject), "", parts, subject)


def structures_volume(edition: InternalEdition, subject: str) -> Document:
    """Some structure guides of a large kit. The volume's number is `subject`."""
    models = _volume(edition.kit.leadership_models, MODELS, subject)
    return _bound(edition, structures_title(edition, subject), "", _of_models(edition, models))


def skills_volume(edition: InternalEdition, subject: str) -> Document:
    """Some skills of a large kit. The volume's number is `subject`."""
    skills = _volume(edition.kit.skills, SKILLS, subject)
    return _bound(edition, skills_title(edition, subject), "", _of_skills(edition, skills))


def role_title(edition: InternalEdition, subject: str) -> str:
    """What the handbook of a role is called."""
    return _title(edition, [edition.kit.role(subject).title])


def structures_title(edition: InternalEdition, subject: str) -> str:
    """What a volume of structure guides is called."""
    return _title(edition, [model.name for model in _volume(edition.kit.leadership_models, MODELS, subject)])


def skills_title(edition: InternalEdition, subject: str) -> str:
    """What a volume of skills is called."""
    return _title(edition, [skill.name for skill in _volume(edition.kit.skills, SKILLS, subject)])


def structures_volumes(kit: Kit) -> tuple[str, ...]:
    """The numbers of the volumes of structure guides; none where the handbook is one volume."""
    return _volumes(kit, kit.leadership_models, MODELS)


def skills_volumes(kit: Kit) -> tuple[str, ...]:
    """The numbers of the volumes of skills."""
    return _volumes(kit, kit.skills, SKILLS)


def is_whole(kit: Kit) -> bool:
    """Whether the handbook of a kit is one volume."""
    return len(kit.roles) <= WHOLE


def _volumes(kit: Kit, things: Sequence[object], size: int) -> tuple[str, ...]:
    count = 0 if is_whole(kit) else -(-len(things) // size)
    return tuple(str(number + 1) for number in range(count))


def _volume(things: Sequence[T], size: int, number: str) -> Sequence[T]:
    end = int(number) * size
    return things[end - size : end]


def _everything(edition: InternalEdition) -> Iterator[Document]:
    """In the order in which a team is built: what for, in which shape, with whom, and how they are chosen."""
    kit = edition.kit
    yield edition.cached(objectives, "")
    if kit.has(Section.STRUCTURES):
        yield edition.cached(structures, "")
    yield from _of_models(edition, kit.leadership_models)
    yield from _of_roles(edition, kit.roles)
    yield edition.cached(interviewing, "")
    yield from (edition.cached(training, one) for one in training_subjects(kit))
    yield from _of_skills(edition, kit.skills)
    overviews = {Section.COVERAGE: coverage, Section.CAREERS_MAP: careers, **_LISTS}
    yield from (edition.cached(overview, "") for section, overview in overviews.items() if kit.has(section))


def _for_all_roles(edition: InternalEdition) -> Iterator[Document]:
    kit = edition.kit
    yield edition.cached(objectives, "")
    if kit.has(Section.STRUCTURES):
        yield edition.cached(structures, "")
    yield edition.cached(interviewing, "")
    yield from (edition.cached(training, one) for one in training_subjects(kit))
    yield from (edition.cached(listed, "") for section, listed in _LISTS.items() if kit.has(section))


def _of_roles(edition: InternalEdition, roles: Iterable[Role]) -> Iterator[Document]:
    documents = [job_description, interview_kit, scorecard]
    if edition.kit.has(Section.SOURCING):
        documents.insert(1, sourcing_guide)
    for role in roles:
        yield from (edition.cached(document, role.id) for document in documents)


def _of_models(edition: InternalEdition, models: Iterable[LeadershipModel]) -> Iterator[Document]:
    return (edition.cached(structure_guide, model.id) for model in models)


def _of_skills(edition: InternalEdition, skills: Iterable[Skill]) -> Iterator[Document]:
    return (edition.cached(skill, member.id) for member in skills)


def _title(edition: InternalEdition, names: Sequence[Text]) -> str:
    """A volume is called after the first and the last thing in it."""
    first, last = edition.text(names[0]), edition.text(names[-1])
    if len(names) == 1:
        return edition.gettext("Handbook: {name}", name=first)
    return edition.gettext("Handbook: {first} to {last}", first=first, last=last)


def _named_after_kit(edition: InternalEdition, parts: Iterable[Document]) -> Document:
    about = edition.kit.about
    return _bound(edition, edition.text(about.name), edition.text(about.summary), parts)


def _bound(
    edition: InternalEdition, title: str, description: str, parts: Iterable[Document], subject: str = ""
) -> Document:
    return edition.document(
        Kind.HANDBOOK,
        subject,
        title=title,
        description=description,
        blocks=(),
        parts=tuple(parts),
        trail=(),
    )
