"""The folder of a site that is served: each file is made before it is opened, and none outside of it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rolebook.preview.addresses import Address

_ATTEMPTS = 5
"""How often a file that ought to be there is made and looked for: its folder may be prepared again between the two."""


class SiteFolder:
    """The files of a site.

    Args:
        folder: Where they are.
        ensure: Lets a path of the folder be there, if there is such a page or file, and says whether there is.
    """

    def __init__(self, folder: Path, ensure: Callable[[str], bool]) -> None:
        self._folder, self._ensure = os.path.realpath(folder), ensure

    def open(self, address: Address) -> BinaryIO | None:
        """Open the file that is asked for, after it has been made if need be; None if there is none.

        Raises:
            Exception: Whatever `ensure` raises.
            OSError: The file cannot be read.
        """
        for _ in range(_ATTEMPTS):
            is_there = self._ensure(address.path)
            file = self.open_existing(address.file)
            if file is not None or not is_there or self.is_folder(address):
                return file
        return None

    def open_existing(self, path: str) -> BinaryIO | None:
        """Open a file that has been made already; None if there is none.

        Raises:
            OSError: The file cannot be read.
        """
        found = self._find(path)
        try:
            return None if found is None else open(found, "rb")
        except FileNotFoundError:  # it has just been taken away
            return None

    def is_folder(self, address: Address) -> bool:
        """Whether a folder that has a page is asked for, without the slash at the end of its name."""
        return not address.path.endswith("/") and self._find(f"{address.path}/index.html") is not None

    def _find(self, path: str) -> str | None:
        """The real path of a regular file; None if there is none, or if a link has led out of the folder."""
        try:
            found = os.path.realpath(os.path.join(self._folder, path), strict=True)
            is_file = stat.S_ISREG(os.stat(found).st_mode)
        except (OSError, ValueError):
            return None
        return found if is_file and found.startswith(self._folder + os.sep) else None
