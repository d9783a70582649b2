"""What applicant-tracking systems take, by the name that `rolebook export ats --format` knows each by. Internal.

Only Lever takes any of it by an interface: neither Greenhouse nor Ashby can be given stages or forms that way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rolebook.documents.internal_edition import InternalEdition
from rolebook.exchange.ats import lever
from rolebook.kit.roles import Role

SHAPES: dict[str, Callable[[InternalEdition, tuple[Role, ...]], Any]] = {"lever": lever.shape}
"""Each makes, of some of a kit's roles, what can be written as JSON."""
