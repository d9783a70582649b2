"""The page of the rules: what each finds, why it is one, and how to allow what it finds. Made from the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rolebook.documents.blocks import Block, Document, Heading, Kind, Mark, Paragraph, Run, Target, Verbatim, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.problem import Severity
from rolebook.rules import EDITORIAL, RULES, Rule

_TONES: dict[Severity, Literal["warn", "strong", "muted"]] = {
    Severity.ERROR: "warn",
    Severity.WARNING: "strong",
    Severity.NOTE: "muted",
}
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
            Heading(_("Allowing what a rule finds"), "allow"),
            Paragraph(words(_("Each exception says why. It stands beside the item, or holds for the whole kit."))),
            Verbatim("roles.yaml", _EXAMPLE),
            *(block for rule in RULES for block in _section(edition, rule)),
        ),
        trail=(edition.home(), Run(_("Reference of roles.yaml"), Target(Kind.REFERENCE))),
    )


def _section(edition: InternalEdition, rule: Rule) -> Iterator[Block]:
    _ = edition.gettext
    names = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}
    yield Heading(rule.code, f"rule-{rule.code}", 2, (Mark(names[rule.severity], _TONES[rule.severity]),))
    yield Paragraph((Run(f"{_(rule.title)}."),))
    source = _("editorial") if rule.source == EDITORIAL else rule.source
    yield Paragraph((Run(_("Why: "), strong=True), Run(f"{_(rule.reason)} ({source})")))


def extract(*_: object, options: object = None) -> Iterator[tuple[int, None, str, list[str]]]:
    """The rules' words, for Babel's message extraction (`interface.extraction`): the code never calls `_` with them.

    Yields:
        Line, function, message, comments: what Babel asks of an extraction method.
    """
    for rule in RULES:
        yield 1, None, rule.title, []
        yield 1, None, rule.reason, []
