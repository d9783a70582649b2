"""`rolebook export`: one document, in one format."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from rolebook import catalogue
from rolebook.audience import AnyEdition, Audience, edition_for
from rolebook.cli.checked import kit_of, one_of
from rolebook.cli.export_handout import handout_file
from rolebook.cli.exported import written
from rolebook.cli.paths import KIT, shown
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.drafts import in_words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import stage_packet
from rolebook.documents.library.handbook import role_handbook, whole
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.documents.roles.skills import skill
from rolebook.exceptions import UsageError
from rolebook.exchange.ats import SHAPES
from rolebook.exchange.job_posting import job_posting
from rolebook.kit import Kit
from rolebook.kit.roles import AT
from rolebook.kit.vacancies import vacancies_of
from rolebook.language import Language, language_of

BINARY = ("pdf", "docx", "xlsx")
EXPORTS = (*BINARY, "md", "txt")
"""What `rolebook export` writes of any document; as Excel, a document is a scorecard, a handout with data, or the
timeline of an intake form."""
DATA = "csv"
"""What it writes of a handout's data beside."""
BOARDS = ("html", "json")
"""What it writes of a posting beside: HTML for job boards, and schema.org's JobPosting."""
ATS = "ats"
"""What it calls the shapes of applicant-tracking systems, which are no documents."""
_OF_VACANCIES = (Kind.POSTING, Kind.CANDIDATE_BRIEF)
"""What there is of each vacancy."""
_AT_LEVELS = (
    Kind.SCORECARD,
    Kind.INTERVIEW_KIT,
    Kind.INTAKE,
    Kind.REFERENCE_CHECK,
    Kind.DECISION_RECORD,
    Kind.OFFER_LETTER,
)
"""What there is for each level that is sought."""
_DOCUMENTS = [
    *(kind.value for kind in Kind if kind not in (Kind.FORM, Kind.STAGE)),
    ATS,
]  # of a role, a stage


@click.command(epilog=f"DOCUMENT is one of: {', '.join(_DOCUMENTS)}.")
@click.argument("document", type=click.Choice(_DOCUMENTS), metavar="DOCUMENT")
@KIT
@click.option("--role", help="The role that it is about.")
@click.option("--requisition", help="The number of the vacancy that it is about.")
@click.option("--model", help="The leadership model that it is about.")
@click.option("--skill", help="The skill that it is about.")
@click.option("--stage", help="One stage of an interview kit.")
@click.option("--question", help="The question of the stage whose handout it is.")
@click.option("--table", help="One table of a handout, as csv.")
@click.option("--lang", help="The language [the kit's first].")
@click.option(
    "--format",
    "form",
    type=click.Choice([*EXPORTS, DATA, *BOARDS, *SHAPES]),
    help="How to write it [by the file's name, or md].",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file [standard output].")
def export(
    document: str,
    kit: Path,
    role: str | None,
    requisition: str | None,
    model: str | None,
    skill: str | None,
    stage: str | None,
    question: str | None,
    table: str | None,
    lang: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Write one DOCUMENT of KIT, or `ats`: its roles in the shape of an applicant-tracking system."""
    form = form or (output.suffix.lstrip(".").lower() if output and document != ATS else "md")
    one_of(form, _forms(document), f"format of “{document}”,")
    if form == "xlsx" and document not in (Kind.SCORECARD, Kind.HANDOUT, Kind.INTAKE):
        raise UsageError(f"“{document}” cannot be written as xlsx; “{Kind.SCORECARD}” can.")
    if document != Kind.HANDOUT and (question or table):
        raise UsageError(f"“{document}” does not take --{'question' if question else 'table'}; “{Kind.HANDOUT}” does.")
    if output is None and form in BINARY and sys.stdout.isatty():
        raise UsageError(f"A {form} file is not for a terminal. Name a file with -o.")
    read = kit_of(kit)
    tag = one_of(lang, read.about.languages, "language") if lang else read.about.languages[0]
    if role and not read.in_language(tag).shows(role) and read.shows(role):
        raise UsageError(f"The role “{role}” is a draft in {tag}, and has no documents there yet.")
    read, language = read.in_language(tag), language_of(kit, tag)
    about = _of_vacancy(read, document, role, requisition) if requisition else role
    named = {"role": about, "model": model, "skill": skill}
    if document == ATS:
        content = _shaped(InternalEdition(read, language), form, named)
    elif document == Kind.HANDOUT:
        named |= {"stage": stage, "question": question, "table": table}
        content = handout_file(InternalEdition(read, language), named, form)
    else:
        content = _exported(read, language, Kind(document), named, stage, form)
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{shown(output)} cannot be written: {error.strerror}.") from None


def _forms(document: str) -> tuple[str, ...]:
    """Return the formats that something can be exported in."""
    if document == ATS:
        return tuple(SHAPES)
    if document == Kind.HANDOUT:
        return (*EXPORTS, DATA)
    return (*EXPORTS, *BOARDS) if document == Kind.POSTING else EXPORTS


def _shaped(edition: InternalEdition, form: str, named: dict[str, str | None]) -> bytes:
    """Write the kit's roles, or the one that is named, in the shape of an applicant-tracking system."""
    if named["model"] or named["skill"]:
        raise UsageError(f"“{ATS}” accepts only --role.")
    ids = [role.id for role in edition.kit.roles]
    wanted = [one_of(named["role"], ids, "role")] if named["role"] else ids
    shaped = in_words(SHAPES[form](edition, tuple(map(edition.kit.role, wanted))), edition.language)
    return json.dumps(shaped, ensure_ascii=False, indent=2).encode() + b"\n"


def _exported(
    kit: Kit, language: Language, kind: Kind, named: dict[str, str | None], stage: str | None, form: str
) -> bytes:
    """Write the document that the options name, in a format."""
    audience, row = catalogue.row(kind, "role" if named["role"] else "")
    edition = edition_for(audience, kit, language)
    subject = _subject(kit, row, audience, named)
    if form == "xlsx" and kind is Kind.INTAKE and kit.hiring.timeline is None:
        raise UsageError("This kit has no timeline (hiring.timeline), which is what an intake form has as xlsx.")
    if form == "json" and isinstance(edition, PublicEdition):
        opening = edition.kit.opening(subject)
        if not opening.is_open:
            raise UsageError(f"The posting of “{subject}” is closed: it has no structured data.")
        posted = in_words(job_posting(edition, opening), language)
        return f"{json.dumps(posted, ensure_ascii=False, indent=2)}\n".encode()
    if isinstance(edition, PublicEdition) and kind is Kind.POSTING and edition.kit.opening(subject).is_open:
        document = advertisement(edition, subject)  # without links into the site, which lead nowhere elsewhere
    else:
        document = _document(edition, kind, subject, stage)
    return written(document, edition, form)


def _of_vacancy(kit: Kit, document: str, role: str | None, number: str) -> str:
    """Return what a document of a vacancy is about, by the requisition's number: the vacancy, or the role at its level.

    Raises:
        UsageError: There is no such vacancy, or the document is not about one.
    """
    if document not in (*_OF_VACANCIES, *_AT_LEVELS):
        takes = ", ".join(f"“{kind}”" for kind in (*_OF_VACANCIES, *_AT_LEVELS))
        raise UsageError(f"“{document}” does not take --requisition; {takes} do.")
    some = [kit.role(one_of(role, [one.id for one in kit.roles], "role"))] if role else kit.roles
    found = {one.posting.identifier: one for each in some for one in vacancies_of(each) if one.posting.identifier}
    known = {identifier.lower(): identifier for identifier in found}
    vacancy = found[one_of(known.get(number.lower(), number), list(found), "requisition")]
    return vacancy.id if document in _OF_VACANCIES else vacancy.role.id


def _subject(kit: Kit, row: catalogue.AnyRow, audience: Audience, named: dict[str, str | None]) -> str:
    """Return the subject that the options name.

    Raises:
        UsageError: They name nothing that there is such a document of.
    """
    given = {option: value for option, value in named.items() if value is not None}
    about = "role" if row.about == "vacancy" else row.about
    if set(given) - {about}:
        raise UsageError(f"“{row.kind}” does not take --{', --'.join(sorted(set(given) - {about}))}.")
    if row.section is not None and not kit.has(row.section):
        raise UsageError(f"This kit has no “{row.kind}”: its section “{row.section}” is switched off (kit.sections).")
    subjects = row.subjects_in(kit)
    if not subjects:
        raise UsageError(f"This kit has no {row.kind}.")
    roles = dict.fromkeys(re.split(f"[/{AT}]", one)[0] for one in subjects)
    choices = list(roles) if about == "role" else list(subjects)
    if about and not given:
        raise UsageError(f"“{row.kind}” needs --{about}: one of {', '.join(choices)}.")
    if not about:
        return ""
    subject = given[about]
    if subject not in subjects and audience is Audience.PUBLIC and subject in {role.id for role in kit.roles}:
        instead = f"These have one: {', '.join(choices)}." if subjects else "No role has."
        so_no = "" if row.kind is Kind.POSTING else f", and so no {row.kind}"
        raise UsageError(f"The role “{subject}” has no posting{so_no}. {instead}")
    return subject if subject in subjects else one_of(subject, choices, about)


def _document(edition: AnyEdition, kind: Kind, subject: str, stage: str | None) -> Document:
    """Return the document of a kind about a subject, or one stage of it."""
    if stage is None:
        if kind is Kind.HANDBOOK and isinstance(edition, InternalEdition):
            return role_handbook(edition, subject) if subject else whole(edition)
        if kind is Kind.SKILL and isinstance(edition, InternalEdition):
            return skill(edition, subject)  # as on paper, with the key to its sample answers last
        return catalogue.document(kind, edition, subject)
    if kind is not Kind.INTERVIEW_KIT or not isinstance(edition, InternalEdition):
        raise UsageError(f"“{kind}” has no stages; “{Kind.INTERVIEW_KIT}” has.")
    stages = [stage.id for stage in edition.kit.role(subject).interview]
    return stage_packet(edition, f"{subject}/{one_of(stage, stages, 'stage')}")
