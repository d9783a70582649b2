"""Word files as LibreOffice Writer sets them: no page is empty, and no word of a table broken at its column's edge."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import docx

from tests.conformance.findings import Checked, Finding
from tests.formats.paper import pdf_lines, pdf_sheets, squeezed
from tests.install_tools import office

WORDS = re.compile(r"[^\W_]+")
MANGLED = re.compile("[\u064b-\u0652ء]|ل[اأإآ]|[نلبتثي]ي")
"""Arabic letters that readers of PDFs give in another order."""
SHORT = 4
"""Letters of words that are too short to tell."""


def sample(files: Sequence[Path]) -> list[Path]:
    """The first file of each name in each language, which is the folder that it lies in at last."""
    found: dict[tuple[bool, str], Path] = {}
    for file in files:
        found.setdefault(("ar" in file.parts, file.name), file)
    return list(found.values())


def check(files: Sequence[Path]) -> Checked:
    """Let Writer set files as PDF, and look for empty pages and for the words of their tables."""
    checked = Checked("LibreOffice Writer", len(files))
    program = office()
    assert program is not None
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            copy = Path(folder) / f"{number}.docx"
            copy.write_bytes(file.read_bytes())
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        made = [str(Path(folder) / f"{number}.docx") for number in range(len(files))]
        subprocess.run([*command, "--outdir", folder, *made], check=True, capture_output=True)
        for number, file in enumerate(files):
            pdf = (Path(folder) / f"{number}.pdf").read_bytes()
            checked.findings += [Finding(str(file), f"Page {page} is empty.") for page in empty(pdf_sheets(pdf))]
            lines = pdf_lines(pdf)
            whole = words(file)
            parted = whole & {word for above, below in pairwise(lines) for word in joined(above, below, whole)}
            checked.findings += [Finding(str(file), f"“{word}” is broken.") for word in sorted(parted)]
    return checked


def empty(sheets: Sequence[str]) -> list[int]:
    """The numbers of sheets that say nothing but what others begin with, the head of each page."""
    return [
        number
        for number, sheet in enumerate(sheets, start=1)
        if any(other.startswith(sheet) for place, other in enumerate(sheets, start=1) if place != number)
    ]


def joined(above: str, below: str, whole: Collection[str]) -> Iterator[str]:
    """What the end of a line and the beginning of the next one come to as one word, unless the end is a whole word."""
    ends, begins = WORDS.findall(above), WORDS.findall(below)
    if ends and begins and squeezed(ends[-1]) not in whole and above.endswith(ends[-1]) and below.startswith(begins[0]):
        yield squeezed(ends[-1] + begins[0])


def words(file: Path) -> set[str]:
    """The words of a file's tables, without signs: readers of PDFs turn brackets, and leave out hyphens."""
    cells = (cell.text for table in docx.Document(str(file)).tables for row in table.rows for cell in row.cells)
    found = {squeezed(word) for text in cells for word in WORDS.findall(text)}
    return {word for word in found if len(word) >= SHORT and not MANGLED.search(word)}
