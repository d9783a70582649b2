"""The engines that there are, by the names that the command line knows them by."""

from __future__ import annotations

from enum import StrEnum

from rolebook.engine import Engine


class EngineName(StrEnum):
    """What publishes a site."""

    MATERIAL = "material"
    FOLDER = "folder"


def engine(name: EngineName) -> Engine:
    """The engine of a name. Only the one that is asked for is imported."""
    match name:
        case EngineName.MATERIAL:
            from rolebook.engine.material.engine import MaterialEngine

            return MaterialEngine()
        case EngineName.FOLDER:
            from rolebook.engine.folder.engine import FolderEngine

            return FolderEngine()
