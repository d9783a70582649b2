"""A role that is a draft in one language, built whole: it has no page, file, link or entry there, and all elsewhere."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml
from lxml import etree
from rolebook.audience import Audience
from rolebook.engine.choice import EngineName, engine
from rolebook.preview.preview import Preview
from rolebook.source import load

from tests.conftest import SMALL, kit_of, read
from tests.formats.paper import pdf_text
from tests.links import broken_links, html_files
from tests.test_cli import run

DRAFT, TITLE = "senior-baker", "خباز/ة أول"
ENGLISH = "Keeps the ovens of the night shift."


def without_arabic(part: Any) -> Any:
    """The same data, its texts in English alone."""
    if isinstance(part, dict):
        return {key: without_arabic(one) for key, one in part.items() if key != "ar"}
    return [without_arabic(one) for one in part] if isinstance(part, list) else part


def with_draft(data: dict[str, Any]) -> dict[str, Any]:
    """The small kit, in which all of the senior baker but the title lacks in Arabic."""
    baker, role = data["roles"]
    assert role["id"] == DRAFT
    title = role["title"]
    data["roles"][1] = without_arabic({key: value for key, value in role.items() if key != "extends"})
    data["roles"][1] |= {"drafts": ["ar"], "title": title, "summary": {"en": ENGLISH}}
    data["roles"][1]["posting"] = without_arabic({**baker["posting"], "identifier": "BAKE-2"})
    data["leadership_models"][0]["covers"] = ["baker", DRAFT]
    data["leadership_models"][0]["next_hires"].append(
        {"role": DRAFT, "trigger": {"en": "Nights are long.", "ar": "حين يطول الليل."}}
    )
    return data


def small() -> dict[str, Any]:
    loaded = load(SMALL)
    assert loaded.root is not None
    data: dict[str, Any] = loaded.root.data()
    return data


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit with both its sites and all their files, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "role-drafts"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "roles.yaml").exists():
            text = yaml.safe_dump(with_draft(small()), allow_unicode=True, sort_keys=False, width=10_000)
            (folder / "roles.yaml").write_text(text, "utf-8")
            result = run("build", folder / "roles.yaml")
            assert result.exit_code == 0, result.output
    return folder


def files(site: Path) -> set[str]:
    """The paths of the files of a language, but for those of the theme."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {path for path in paths if not path.startswith(("assets/", "search/"))}


def about(paths: set[str], role: str) -> set[str]:
    return {path for path in paths if path.startswith((f"roles/{role}/", f"jobs/{role}/"))}


def test_the_draft_has_no_page_and_no_file_in_its_language(built: Path) -> None:
    for site in ("site", "public"):
        english, arabic = files(built / site / "en"), files(built / site / "ar")
        assert not about(arabic, DRAFT)
        assert about(english, DRAFT)
        assert english - about(english, DRAFT) == arabic
        assert {path.replace(DRAFT, "baker") for path in about(english, DRAFT)} >= {
            path for path in about(english, "baker") if "/practical/" not in path and "/b-1/" not in path
        }


def test_every_link_of_both_sites_leads_somewhere(built: Path) -> None:
    assert broken_links(built / "site") == []
    assert broken_links(built / "public") == []


def test_nothing_in_its_language_leads_to_the_draft_or_shows_its_texts(built: Path) -> None:
    named = 0
    for page in (*html_files(built / "site/ar"), *html_files(built / "public/ar")):
        if "guide" in page.parts:  # the page Translations says what is missing
            continue
        tree, text = lxml.html.parse(str(page)).getroot(), page.read_text("utf-8")
        here = page.relative_to(built).as_posix()
        for link in tree.xpath("//@href"):
            assert f"/{DRAFT}/" not in f"/{link}", (here, link)
        for block in tree.xpath("//template"):
            assert f"{DRAFT}/" not in block.text_content(), here
        assert ENGLISH not in text, here
        assert "لم يُترجم بعد" not in text, here
        named += TITLE in tree.text_content()
    assert named, "no page names the role at all"


def test_charts_and_planner_name_the_draft_as_plain_text(built: Path) -> None:
    guide = lxml.html.parse(str(next((built / "site/ar/structures").glob("*/index.html")))).getroot()
    places = [one for one in guide.xpath("//*[@class='rb-org__place']") if TITLE in one.text_content()]
    assert places
    assert not any(place.xpath(".//a") for place in places)
    planner = lxml.html.parse(str(built / "site/ar/structures/index.html")).getroot().xpath("//rb-planner/template")
    for template in planner:
        block = json.loads(template.text_content())["block"]
        [draft] = [role for role in block["roles"] if DRAFT in role.values()]
        assert TITLE in draft.values()
        assert not any(isinstance(value, str) and "/" in value and value != TITLE for value in draft.values())


def test_the_search_of_its_language_does_not_find_the_draft(built: Path) -> None:
    for tag, found in (("en", True), ("ar", False)):
        parts = [json.loads(path.read_text("utf-8")) for path in (built / "site" / tag / "search/texts").glob("*.json")]
        places = [entry[0] for pages in parts for page in pages for entry in page]
        assert any(place.startswith("roles/baker/") for place in places)
        assert any(f"{DRAFT}/" in place for place in places) is found


def switch(page: Path) -> str:
    """Where a page's language switch leads for Arabic, as a path in its site."""
    tree = lxml.html.parse(str(page)).getroot()
    [link] = {one.get("href") for one in tree.xpath("//a[@hreflang='ar']")}
    target = (page.parent / link).resolve()
    assert (target / "index.html").is_file(), target
    site = next(parent for parent in page.parents if parent.name in ("site", "public"))
    path: str = target.relative_to(site.resolve()).as_posix()
    return path


def test_the_switch_leads_to_the_nearest_page_that_there_is(built: Path) -> None:
    site, public = built / "site/en", built / "public/en"
    for path in ("", "scorecard/", "interview-kit/", "sourcing/"):
        assert switch(site / f"roles/{DRAFT}/{path}index.html") == "ar/roles"
        assert switch(site / f"roles/baker/{path}index.html") == f"ar/roles/baker/{path}".rstrip("/")
    for path in ("", "candidate-brief/"):
        assert switch(public / f"jobs/{DRAFT}/{path}index.html") == "ar"
    assert switch(public / "jobs/baker/index.html") == "ar/jobs/baker"


def test_the_careers_site_tells_no_machine_of_the_posting_in_that_language(built: Path) -> None:
    public, address = built / "public", f"/ar/jobs/{DRAFT}/"
    for path in public.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".atom", ".txt"):
            assert address not in path.read_text("utf-8"), path
    feed = json.loads((public / "jobs.json").read_text("utf-8"))
    languages = [item["language"] for item in feed["items"] if f"/jobs/{DRAFT}/" in item["url"]]
    assert languages == ["en"]
    assert {item["language"] for item in feed["items"]} == {"en", "ar"}
    atom = etree.parse(str(public / "jobs.atom"))
    entries = [one.text for one in atom.findall(".//{*}entry/{*}id") if one.text and DRAFT in one.text]
    assert len(entries) == 1
    sitemap = (public / "sitemap.xml").read_text("utf-8")
    assert f"/en/jobs/{DRAFT}/" in sitemap
    for role, languages in ((DRAFT, ["en", "x-default"]), ("baker", ["ar", "en", "x-default"])):
        head = lxml.html.parse(str(public / f"en/jobs/{role}/index.html")).getroot()
        assert sorted(head.xpath("//head/link[@hreflang]/@hreflang")) == languages


def test_the_handbook_leaves_the_draft_out_in_its_language_alone(built: Path) -> None:
    english = pdf_text((built / "site/en/handbook.pdf").read_bytes())
    arabic = pdf_text((built / "site/ar/handbook.pdf").read_bytes())
    purpose = "Keepsthebreadgood"
    assert purpose in re.sub(r"\s", "", english)
    assert purpose not in re.sub(r"\s", "", arabic)


def test_exports_leave_it_out_and_say_so(built: Path) -> None:
    said = run("export", "job-description", built / "roles.yaml", "--role", DRAFT, "--lang", "ar")
    assert said.exit_code == 2
    assert f"The role “{DRAFT}” is a draft in ar" in said.output
    forms = {}
    for tag in ("en", "ar"):
        shaped = run("export", "ats", built / "roles.yaml", "--format", "lever", "--lang", tag)
        forms[tag] = len(json.loads(shaped.output)["feedback_templates"])
    assert forms["en"] > forms["ar"] > 0


def test_the_translations_page_and_check_count_what_it_lacks(built: Path) -> None:
    kit = read(built / "roles.yaml")
    missing = kit.untranslated()["ar"]
    assert missing
    assert all(path[:2] == ("roles", 1) for path in missing)
    for tag in ("en", "ar"):
        page = lxml.html.parse(str(built / "site" / tag / "guide/translations/index.html")).getroot()
        assert str(len(missing)) in page.xpath("//main")[0].text_content()
        assert page.xpath("//h2[@id='language-ar']")
    [line] = [line for line in run("check", built / "roles.yaml").output.splitlines() if "This role is a draft" in line]
    assert f"This role is a draft in ar: {len(missing)} of " in line


def test_check_says_what_is_missing_without_the_mark(written: Callable[[dict[str, Any]], Path]) -> None:
    data = with_draft(small())
    number = len(kit_of(data).untranslated()["ar"])
    del data["roles"][1]["drafts"]
    problems = load(written(data)).problems
    assert {problem.code for problem in problems} == {"missing-translation"}
    assert len(problems) == number


def mistakes() -> Iterator[tuple[str, Callable[[dict[str, Any]], Any], str]]:
    yield "title", lambda role: role["title"].pop("ar"), "This text is missing in: ar."
    yield "first", lambda role: role.update(drafts=["en"]), "The first language, en, cannot be a draft."
    yield "unknown", lambda role: role.update(drafts=["fr"]), "There is no language “fr”."
    yield "still checked", lambda role: role["summary"].update(ar=" "), "ar"


@pytest.mark.parametrize(("change", "said"), [case[1:] for case in mistakes()], ids=[case[0] for case in mistakes()])
def test_what_there_is_of_a_draft_is_still_checked(
    change: Callable[[dict[str, Any]], Any], said: str, written: Callable[[dict[str, Any]], Path]
) -> None:
    data = with_draft(small())
    change(data["roles"][1])
    problems = load(written(data)).problems
    assert any(said in problem.message for problem in problems), problems


def test_a_role_that_takes_over_from_a_draft_is_whole_all_the_same(
    written: Callable[[dict[str, Any]], Path],
) -> None:
    data = with_draft(small())
    heir = {"id": "night-baker", "extends": DRAFT, "title": {"en": "Night baker", "ar": "خباز/ة ليلي"}}
    data["roles"].append(heir)
    problems = load(written(data)).problems
    assert {problem.code for problem in problems} == {"missing-translation"}
    heir["drafts"] = ["ar"]
    loaded = load(written(data))
    assert loaded.kit is not None, loaded.problems
    assert [role.id for role in loaded.kit.in_language("ar").roles] == ["baker"]


@pytest.mark.slow
def test_the_live_server_has_what_a_build_has(built: Path, tmp_path: Path) -> None:
    kit = read(built / "roles.yaml")
    for audience, path in ((Audience.INTERNAL, f"roles/{DRAFT}/"), (Audience.PUBLIC, f"jobs/{DRAFT}/")):
        live = Preview(built / "roles.yaml", audience, engine(EngineName.MATERIAL), tmp_path, print)
        live.update(kit)
        assert live.ensure(f"en/{path}index.html")
        assert not live.ensure(f"ar/{path}index.html")


def test_what_was_looked_up_among_all_roles_is_not_found_in_its_language() -> None:
    kit = kit_of(with_draft(small()))
    assert {role.id for role, _ in kit.roles_taking("baking")} == {"baker", DRAFT}
    assert kit.shows(DRAFT)
    arabic = kit.in_language("ar")
    assert {role.id for role, _ in arabic.roles_taking("baking")} == {"baker"}
    assert not arabic.shows(DRAFT)
    assert arabic.role(DRAFT) is kit.role(DRAFT)
    assert arabic.in_language("en") is kit
