"""A role's open postings as text and as HTML, to be copied to job boards."""

from __future__ import annotations

from rolebook.documents.blocks import Copyable, Document, Heading, Kind, Paragraph, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.documents.role_bar import role_bar
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.kit.vacancies import Vacancy, open_vacancies, vacancies_of


def posting_text_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have one: those with an open posting."""
    if kit.careers is None:
        return ()
    return tuple(dict.fromkeys(vacancy.role.own_id for vacancy in open_vacancies(kit)))


def posting_text(edition: InternalEdition, subject: str) -> Document:
    """The open postings of the role whose id is `subject`, to be copied."""
    role, kit = edition.kit.role(subject), public(edition.kit, subject)
    if kit is None or not kit.open:
        raise LookupError(f"The role “{subject}” has no open posting.")
    _, speaking = edition.gettext, PublicEdition(kit, edition.language)
    vacancies = {vacancy.id: vacancy for vacancy in vacancies_of(role)}
    several = len(kit.open) > 1
    return edition.document(
        Kind.POSTING_TEXT,
        role.id,
        title=_("Posting: {role}", role=edition.text(role.title)),
        description=_("The posting as job boards accept it: plain text, or HTML with paragraphs and lists."),
        blocks=(
            Paragraph(
                words(_("The posting as job boards accept it: plain text, or HTML with paragraphs and lists.")),
                lead=True,
            ),
            *(
                block
                for opening in kit.open
                for block in (
                    *((_heading(edition, vacancies[opening.id]),) if several else ()),
                    Copyable(_("For job boards"), advertisement(speaking, opening.id), is_open=True),
                )
            ),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.POSTING_TEXT),
    )


def _heading(edition: InternalEdition, vacancy: Vacancy) -> Heading:
    """Which of several vacancies follows."""
    role, posting = vacancy.role, vacancy.posting
    return Heading(f"{edition.text(posting.title or role.title)} · {posting.identifier}", vacancy.id.replace("/", "-"))
