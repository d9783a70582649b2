"""YAML text becomes a kit, or every problem in it with its position."""

from rolebook.source.load import Loaded, load

__all__ = ["Loaded", "load"]
