"""YAML text becomes a kit, or every problem in it with its position."""

from generator.source.load import Loaded, load

__all__ = ["Loaded", "load"]
