"""`rolebook clean`: what Rolebook keeps on this machine, and its removal."""

from __future__ import annotations

import click

from rolebook.build import cache
from rolebook.cli.paths import shown
from rolebook.exceptions import UsageError


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say where the cache is, and how large.")
def clean(dry_run: bool) -> None:
    """Remove Rolebook's cache: the pages and files that were made before, of every kit.

    A build makes again what it does not find there. What was built stays, as do all other files.
    """
    folder = cache.folder()
    if folder is None:
        click.echo("There is no cache: ROLEBOOK_CACHE is off, or you have no folder of your own.")
        return
    kept = cache.kept()
    size = f"{shown(folder)}: {len(kept):,} files, {sum(file.size for file in kept) / 1_000_000:,.1f} MB"
    if dry_run:
        click.echo(f"{size}.")
        return
    try:
        cache.clean()
    except OSError as error:
        raise UsageError(f"{shown(error.filename or folder)} cannot be removed: {error.strerror}.") from None
    click.echo(f"{size}, removed.")
