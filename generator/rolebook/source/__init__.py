"""Reading a kit: YAML text becomes a kit, or a list of problems, each with its position."""

from rolebook.source.load import Loaded, load

__all__ = ["Loaded", "load"]
