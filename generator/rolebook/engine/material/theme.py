"""The theme, as it is read in less time: MkDocs lists its files without icons, and its templates are compiled once."""

from __future__ import annotations

import os

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from mkdocs.theme import Theme


class QuickTheme(Theme):
    """A theme with an environment of Jinja2 that keeps what templates compile to, and knows no hidden files."""

    _compiled: BytecodeCache | None

    @classmethod
    def of(cls, theme: Theme, compiled: BytecodeCache | None) -> QuickTheme:
        """The same theme, quick.

        Args:
            theme: A theme, as MkDocs has read it.
            compiled: Where compiled templates are kept, if anywhere.
        """
        quick = cls.__new__(cls)
        vars(quick).update(vars(theme))
        quick._compiled = compiled
        return quick

    def get_env(self) -> Environment:
        """An environment for the theme's templates. MkDocs asks for one, and Material for one for each of its words."""
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        env.bytecode_cache = self._compiled
        return env


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """List what is not hidden. MkDocs would look at each of Material's 14,000 icons, and leave it out."""
        found = set[str]()
        for place in self.searchpath:
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(os.path.relpath(os.path.join(folder, name), place).replace(os.sep, "/") for name in names)
        return sorted(found)
