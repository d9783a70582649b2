"""The form for talking to a referee: about the must-haves of the role, with the candidate's consent."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Callout, Document, Folded, Heading, Kind, Mark, Paragraph, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import answers, choice, to_fill_in
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.hiring import ReferenceCheck
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import SkillNeed


def reference_check_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have such a form: all, or none where the kit has no reference check."""
    return tuple(role.id for role in kit.roles_as_sought) if kit.hiring.references is not None else ()


def reference_check(edition: InternalEdition, subject: str) -> Document:
    """The reference check of the role whose id is `subject`.

    Raises:
        LookupError: The kit has none.
    """
    form, role, _ = edition.kit.hiring.references, edition.kit.role(subject), edition.gettext
    if form is None:
        raise LookupError("This kit has no reference check.")
    title = edition.sought(role)
    return edition.document(
        Kind.REFERENCE_CHECK,
        role.id,
        title=_("Reference check: {role}", role=title),
        description=_("What referees are asked about candidates for {role}, with the candidate's consent.", role=title),
        blocks=(
            *other_levels(edition, role, Kind.REFERENCE_CHECK),
            *_blocks(edition, role, form),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.REFERENCE_CHECK),
        form=filled_in(edition, role, Kind.REFERENCE_CHECK),
    )


def _blocks(edition: InternalEdition, role: Role, form: ReferenceCheck) -> Iterator[Block]:
    _ = edition.gettext
    yield Paragraph(
        words(
            _("For whoever calls the referee. One form for each conversation. Ask about the same must-haves in each.")
        ),
        lead=True,
    )
    if form.rules:
        rules = (edition.statements(form.rules),)
        yield Folded("rules", _("How references are taken"), rules, apart=False, level=2)
    yield from to_fill_in(edition, role, form.fields)
    yield choice(edition, "consent", _("Before you call"), form.consent, several=True)
    yield Callout("script", _("Read aloud"), (Paragraph(words(edition.text(form.opening))),))
    yield Heading(_("Must-haves"), "must-haves")
    yield Paragraph(
        words(
            _(
                "Ask about the two or three that the panel has chosen, and leave the others empty. "
                "Say in your own words what each skill means."
            )
        )
    )
    must_haves = (need for need in role.needs if need.must_have)
    yield from (_must_have(edition, need, form, is_first=not place) for place, need in enumerate(must_haves))
    yield Heading(_("Questions for every referee"), "questions")
    yield from answers(edition, form.questions)
    yield Callout("script", _("Read aloud"), (Paragraph(words(edition.text(form.closing))),))


def _must_have(edition: InternalEdition, need: SkillNeed, form: ReferenceCheck, *, is_first: bool) -> Folded:
    """What is asked about a must-have, if the panel has chosen it; the first shows what each of them contains."""
    _, skill = edition.gettext, edition.kit.skill(need.skill)
    level = Mark(_("Needed: {level}", level=edition.level(need.level)))
    blocks: tuple[Block, ...] = (
        Paragraph((*words(edition.text(skill.definition)), level)),
        *answers(edition, form.skill_questions),
        choice(edition, f"finding-{skill.id}", _("Compared with the panel's ratings"), form.findings),
    )
    return Folded(f"skill-{skill.id}", edition.text(skill.name), blocks, apart=False, level=3, begins_open=is_first)
