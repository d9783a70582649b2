"""What a hiring kit is: frozen pydantic models, each a section of ``roles.yaml``.

This package imports nothing else of ours. Start reading at :mod:`rolebook.kit.kit`.
"""

from rolebook.kit.kit import Kit

__all__ = ["Kit"]
