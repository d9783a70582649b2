"""What pages say to programs: which way they run, which head a row has, what a question is, what a label is for.

A site is built for it: slow.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit

from tests.conftest import SMALL

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site_of_small(small: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("markup")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROLEBOOK_FILES", "false")
        build(small, SMALL, folder, audience=Audience.INTERNAL)
    return folder / "site"


def pages(folder: Path) -> dict[str, Any]:
    found = {str(path.relative_to(folder)): path for path in sorted(folder.glob("??/**/*.html"))}
    return {name: lxml.html.parse(str(path)).getroot() for name, path in found.items()}


def test_pages_say_what_programs_look_for(site_of_small: Path) -> None:
    read = pages(site_of_small)
    assert {"en/404.html", "ar/guide/edit/index.html", "ar/roles/baker/interview-kit/try-out/index.html"} <= set(read)
    for name, page in read.items():
        assert page.get("dir") == {"en": "ltr", "ar": "rtl"}[name[:2]], name
        controls = {one.get("id") for one in page.iter("input", "select", "textarea", "output", "button")}
        assert {label.get("for") for label in page.iter("label")} - {None} <= controls, name
        assert [one for one in page.iter("option") if not one.text_content()] == [], name
        regions = page.xpath("//*[@role='region']/@aria-label")
        assert len(regions) == len(set(regions)), name


def test_the_name_of_a_group_of_rows_is_the_head_of_that_group_alone(site_of_small: Path) -> None:
    read = pages(site_of_small)["en/roles/baker/screening/index.html"]
    names = read.xpath("//th[@scope='rowgroup']")
    assert len(names) == 2
    assert [name.getparent().getparent().index(name.getparent()) for name in names] == [0] * len(names)


def test_a_question_is_found_among_the_headings(site_of_small: Path, small: Kit) -> None:
    read = pages(site_of_small)["en/roles/baker/interview-kit/try-out/index.html"]
    headings = {one.text_content() for one in read.iter("h2", "h3")}
    stage = next(one for one in small.role("baker").interview if one.id == "try-out")
    assert {small.question(reference)[1].text["en"] for reference in stage.questions} <= headings
