"""`rolebook check`, `translate` and `schema`: what is wrong with a kit, what is stale, and what editors go by."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from rolebook import report, rules, schema
from rolebook.cli.checked import checked_kit, refuse
from rolebook.cli.paths import KIT, WrongUsage, shown
from rolebook.publish.current import current
from rolebook.rules.translations import accepted_file, read_accepted, translation_stale, write_accepted


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
        raise WrongUsage(
            f"There is no rule “{code}”.{meant} The rules: {', '.join(sorted(rules.CODES))}. Every other code is a "
            "mistake of form, which its message explains."
        )
    return said


@click.command()
@KIT
@click.option("--accept", is_flag=True, help="Accept every translation as it is.")
def translate(kit: Path, accept: bool) -> None:
    """Show each translation of KIT whose text has changed since it was accepted, or accept them all."""
    loaded = current(kit)
    if loaded.kit is None:
        refuse(checked_kit(kit))
    if accept:
        try:
            number = write_accepted(loaded.kit, kit)
        except OSError as error:
            raise WrongUsage(f"{shown(accepted_file(kit))} cannot be written: {error.strerror}.") from None
        click.echo(f"{shown(accepted_file(kit))}: {number} translations accepted.")
        return
    rule = rules.CODES["translation-stale"]
    stale = sorted(
        loaded.problem(one, rule.code, rule.severity) for one in translation_stale(loaded.kit, read_accepted(kit))
    )
    click.echo(report.as_text(stale, loaded.text))


@click.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a kit, for editors."""
    click.echo(schema.as_json(), nl=False)
