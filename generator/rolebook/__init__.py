"""Rolebook: one ``roles.yaml`` becomes a team's job descriptions, scorecards and interview kits."""

from importlib.metadata import version

__version__ = version("rolebook")
