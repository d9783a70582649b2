"""What has to be there before a stage with exercises begins, and what is said when an exercise is handed over."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Heading, Item, Listing, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.candidate import handouts
from rolebook.kit.handouts import Handout
from rolebook.kit.interviews import Stage


def what_to_bring(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[Block]:
    """A list of what to print and to bring, for a stage in which something is handed to the candidate."""
    given = tuple(handouts(edition.kit, stage).values())
    if given:
        yield Heading(edition.gettext("What to bring"), f"{prefix}-bring", 3)
        yield Listing(tuple(Item(words(line)) for line in _lines(edition, stage, given)))


def exercise_script(edition: InternalEdition, stage: Stage) -> str:
    """What is read out before an exercise; nothing where a stage has none, or the kit says nothing."""
    said = edition.kit.interviewing.work_sample_opening
    return edition.text(said) if said is not None and handouts(edition.kit, stage) else ""


def _lines(edition: InternalEdition, stage: Stage, given: tuple[Handout, ...]) -> Iterator[str]:
    _, ngettext = edition.gettext, edition.language.ngettext
    raters = sum(interviewer.rates for interviewer in stage.interviewers)
    for handout in given:
        title = edition.text(handout.title)
        yield ngettext(
            "“{title}” on paper, {n} copy for the candidate",
            "“{title}” on paper, {n} copies: one for the candidate and one for each interviewer who rates",
            raters + 1,
            title=title,
        )
        if handout.data:
            yield _("“{title}” as a spreadsheet, open on a laptop and ready to be sent to the candidate's", title=title)
    yield _("This packet for each interviewer who rates. It contains the keys: keep it out of the candidate's sight.")
    yield _("Paper, pens, a calculator and a laptop for the candidate, who chooses among them")
    timed = edition.language.join([edition.minutes(handout.minutes) for handout in given])
    yield _("A clock that everyone can see. Timed work: {minutes}.", minutes=timed)
