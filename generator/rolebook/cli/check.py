"""`rolebook check` and `schema`: what is wrong with a kit, and what editors go by."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from rolebook import report, rules, schema
from rolebook.cli.checked import checked_kit
from rolebook.cli.paths import KIT
from rolebook.exceptions import UsageError


@click.command()
@KIT
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="How to show problems.")
@click.option("--explain", metavar="CODE", help="Say what a code means, why it matters, and what to do.")
def check(kit: Path, form: str, explain: str | None) -> None:
    """Show every problem in KIT, each with file, line and column."""
    if explain is not None:
        click.echo(_explained(explain))
        return
    checked = checked_kit(kit)
    output = checked.shown(form)
    if output:
        click.echo(output)
    raise SystemExit(0 if checked.kit else 1)


def _explained(code: str) -> str:
    said = report.explained(code)
    if said is None:
        codes = sorted({*rules.CODES, *report.FORMS})
        close = get_close_matches(code, codes, n=1)
        meant = f"Did you mean “{close[0]}”?" if close else f"The codes: {', '.join(codes)}."
        raise UsageError(f"There is no code “{code}”. {meant}")
    return said


@click.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a kit, for editors."""
    click.echo(schema.as_json(), nl=False)
