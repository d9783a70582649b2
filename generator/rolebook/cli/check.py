"""`rolebook check` and `schema`: what is wrong with a kit, and what editors go by."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from rolebook import report, rules, schema
from rolebook.cli.checked import KIT, checked_kit


@click.command()
@KIT
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="How to show problems.")
@click.option("--explain", metavar="CODE", help="Say what a rule is about, why, and how to allow what it finds.")
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
        close = get_close_matches(code, rules.CODES, n=1)
        meant = f" Did you mean “{close[0]}”?" if close else ""
        raise click.UsageError(
            f"There is no rule “{code}”.{meant} The rules: {', '.join(sorted(rules.CODES))}. Every other code is a "
            "mistake of form, which its message explains."
        )
    return said


@click.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a kit, for editors."""
    click.echo(schema.as_json(), nl=False)
