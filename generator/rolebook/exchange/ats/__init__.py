"""The shapes of applicant-tracking systems, by the name that `rolebook export ats --format` knows each by. Internal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rolebook.documents.internal_edition import InternalEdition
from rolebook.exchange.ats import greenhouse, jdx, lever
from rolebook.kit.roles import Role

SHAPES: dict[str, Callable[[InternalEdition, tuple[Role, ...]], Any]] = {
    "greenhouse": greenhouse.shape,
    "lever": lever.shape,
    "jdx": jdx.shape,
}
"""Each makes, of some of a kit's roles, what can be written as JSON."""
