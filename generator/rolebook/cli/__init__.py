"""The command `rolebook`: one module for each verb or two.

Exit status: 0 done, 1 problems in the input (all of them shown), 2 wrong usage.
"""

from __future__ import annotations

import os

import click

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme announces its end of life on every import

from rolebook.cli.build import build, serve
from rolebook.cli.check import check, schema_command, translate
from rolebook.cli.export import export
from rolebook.cli.init import init


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook")
def main() -> None:
    """One roles.yaml becomes a hiring kit: job descriptions, scorecards, interview kits and guides."""


for command in (init, check, build, serve, export, translate, schema_command):
    main.add_command(command)
