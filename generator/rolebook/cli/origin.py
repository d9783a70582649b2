"""Where Rolebook is installed from, as a line of `requirements.txt` that names exactly one version of it."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

_PLACE = r"[\w.~:/=&%+,-]"
"""A character of an address that neither a shell nor pip takes for anything else; `@`, and so a password, is none."""
_PINNED = re.compile(
    rf"git\+(https://|ssh://([\w-]+@)?){_PLACE}*[\w.-]@[\w.+-]+"
    rf"|https://{_PLACE}+\.(whl|tar\.gz|zip)(#sha256=[0-9a-f]{{64}})?",
    re.ASCII,
)
_SECONDS = 10
"""How long git is waited for."""


@dataclass(frozen=True)
class Origin:
    """Where to install Rolebook from.

    Attributes:
        requirement: The line of `requirements.txt`.
        wheel: A wheel on this machine that the line needs to have beside it; None for an address on the web.
    """

    requirement: str
    wheel: Path | None = None


def named(spec: str) -> Origin:
    """Return the origin that somebody names: a wheel's file or address, or a git address with a commit or tag.

    Raises:
        ValueError: It does not say where one version is; the message says what would.
    """
    address = re.sub(r"^rolebook\s*@\s*", "", spec.strip())
    if _PINNED.fullmatch(address):
        return Origin(f"rolebook @ {address}")
    wheel = Path(address)
    if re.fullmatch(r"[\w.+!-]+\.whl", wheel.name, re.ASCII) and wheel.is_file():
        return Origin(f"./{wheel.name}", wheel)
    raise ValueError(
        f"“{spec}” does not say where one version of Rolebook is. Name a wheel's file, the https address of a wheel, "
        "or git+https://…/rolebook.git@COMMIT."
    )


def installed_from() -> Origin | None:
    """Return where this Rolebook was installed from, as pip recorded it (PEP 610); None where that is not known.

    A clone stands for the address that it was cloned from, and its commit.
    """
    try:
        record = json.loads(distribution("rolebook").read_text("direct_url.json") or "{}")
        return _recorded(record)
    except (PackageNotFoundError, ValueError, OSError, subprocess.SubprocessError):
        return None


def _recorded(record: dict[str, Any]) -> Origin:
    """Return the origin that a `direct_url.json` names.

    Raises:
        ValueError: It names none that another machine could reach.
        OSError: There is no git to ask.
        subprocess.SubprocessError: Git does not answer.
    """
    url = str(record.get("url", ""))
    if "vcs_info" in record:
        return named(f"git+{url}@{record['vcs_info']['commit_id']}")
    if not url.startswith("file:"):
        return named(url)
    path = Path(url2pathname(urlsplit(url).path))
    if "dir_info" not in record:
        return named(str(path))
    address = urlsplit(_git(path, "remote", "get-url", "origin"))
    place = address._replace(netloc=address.netloc.rpartition("@")[2])  # without anybody's password
    return named(f"git+{place.geturl()}@{_git(path, 'rev-parse', 'HEAD')}")


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(  # noqa: S603 - git itself, told to say where a folder comes from
        command, capture_output=True, text=True, check=True, timeout=_SECONDS
    ).stdout.strip()
