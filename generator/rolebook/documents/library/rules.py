"""The page of the rules: what each finds, why it is one, and how to allow what it finds. Made from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Heading,
    Kind,
    Narrowing,
    Paragraph,
    Run,
    Target,
    Verbatim,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.problem import Severity
from rolebook.rules import EDITORIAL, RULES, Rule

_EXAMPLE = """leadership_models:
  - id: generalist-team
    allow: # beside an item: for it, and for all inside of it
      - {rule: duty-gap, reason: "Capacity is planned by finance."}
kit:
  rules: # for the whole kit: error, warning, note or off
    - {rule: sentence-too-long, severity: off, reason: "Our scripts are read by actors."}"""


def rules_page(edition: InternalEdition, subject: str) -> Document:
    """Every rule of `rolebook check`. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.RULES,
        title=_("Rules of a good kit"),
        description=_("What rolebook check looks for beyond mistakes of form, why, and how to allow it."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Beyond mistakes of form, rolebook check looks for what makes a kit worse than it could be. An "
                        "error keeps a kit from being built; a warning or a note is advice, and a reason can answer it."
                    )
                ),
                lead=True,
            ),
            Narrowing(_("Find a rule"), _("No rule matches these words.")),
            Paragraph(words(_("Where no source is named, a rule is Rolebook's own advice."))),
            *_by_severity(edition),
            Heading(_("Allowing what a rule finds"), "allow"),
            Paragraph(words(_("Each exception says why. It stands beside the item, or holds for the whole kit."))),
            Verbatim("roles.yaml", _EXAMPLE),
        ),
        trail=(edition.home(), Run(_("Reference of roles.yaml"), Target(Kind.REFERENCE))),
    )


def _by_severity(edition: InternalEdition) -> Iterator[Block]:
    """The rules under how much each weighs: what it finds, and below that why it is a rule."""
    _ = edition.gettext
    titles = {
        Severity.ERROR: _("Errors keep a kit from being built"),
        Severity.WARNING: _("Warnings are advice"),
        Severity.NOTE: _("Notes are worth a look"),
    }
    for severity, title in titles.items():
        rules = [rule for rule in RULES if rule.severity is severity]
        yield Heading(title, f"{severity}s")
        yield Definitions(
            tuple((words(rule.code), words(f"{_(rule.title)}.")) for rule in rules),
            tuple(f"rule-{rule.code}" for rule in rules),
            beside=tuple(tuple(_reason(edition, rule)) for rule in rules),
        )


def _reason(edition: InternalEdition, rule: Rule) -> Iterator[Run]:
    """Why a rule is one, and who says so, where it is not Rolebook alone."""
    _ = edition.gettext
    yield Run(f"{_('Why: ')}{_(rule.reason)}")
    if rule.source != EDITORIAL:
        yield from (Run(" "), edition.foreign(rule.source, "en"))


def extract(*_: object, options: object = None) -> Iterator[tuple[int, None, str, list[str]]]:
    """The rules' words, for Babel's message extraction (`interface.extraction`): the code never calls `_` with them.

    Yields:
        Line, function, message, comments: what Babel asks of an extraction method.
    """
    for rule in RULES:
        yield 1, None, rule.title, []
        yield 1, None, rule.reason, []
