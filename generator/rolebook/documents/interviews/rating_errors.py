"""How ratings go wrong: each common error, how it shows, and what to do about it."""

from __future__ import annotations

from rolebook.documents.blocks import Table, words
from rolebook.documents.internal_edition import InternalEdition


def rating_errors(edition: InternalEdition) -> Table:
    """The common rating errors."""
    _, errors = edition.gettext, edition.kit.interviewing.rating_errors
    return Table(
        _("Common rating errors"),
        (_("Error"), _("How it shows"), _("What to do about it")),
        tuple(
            (
                edition.backed(error.name, error),
                words(edition.text(error.sign)),
                words(edition.text(error.remedy)),
            )
            for error in errors
        ),
        tuple(f"rating-error-{error.id}" for error in errors),
    )
