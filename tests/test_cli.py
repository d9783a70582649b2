"""The command: what it says, what it exits with, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rolebook.build import cache, language
from rolebook.cli import main, paths

from tests.conftest import FIRST, SMALL, in_languages, read
from tests.formats.paper import pdf_facts, squeezed, word_text
from tests.kits import synthetic

SMALL_TEXT = SMALL.read_text("utf-8")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_check_lets_the_first_kit_pass() -> None:
    result = run("check", FIRST)
    assert result.exit_code == 0
    assert "0 errors, " in result.output.splitlines()[-1]


def test_check_warns_and_passes() -> None:
    result = run("check", SMALL)
    assert result.exit_code == 0
    assert "warning: “baking” has 2 questions" in result.output
    assert result.output.endswith("0 errors, 9 warnings, 10 notes.\n"), result.output


BAD = {
    "a missing translation": ('title: {en: "Baker", ar: "خباز/ة"}', 'title: {en: "Baker"}'),
    "an unknown id": ("skills: [baking]", "skills: [bakng]"),
    "an unknown key": ("    tools:", "    tolls:"),
    "a duplicate key": ("    tools:", "    owner: {en: x, ar: x}\n    tools:"),
    "a wrong type": ("minutes: 45", "minutes: [45]"),
    "a cycle in extends": ("extends: baker", "extends: senior-baker"),
    "a duplicate id": ("id: serving", "id: baking"),
    "an empty file": (SMALL_TEXT, ""),
    "no YAML": (SMALL_TEXT, "kit: ["),
}


@pytest.mark.parametrize("mistake", BAD)
def test_a_bad_kit_is_refused_with_its_place_and_nothing_is_touched(
    written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, small_pages: Path, mistake: str
) -> None:
    path = written(SMALL_TEXT)
    monkeypatch.chdir(path.parent)
    shutil.copytree(small_pages, "site")
    assert Path("site/en/index.html").is_file()
    before = {file: file.stat().st_mtime_ns for file in Path("site").rglob("*")}
    old, new = BAD[mistake]
    path.write_text(SMALL_TEXT.replace(old, new, 1), "utf-8")
    for command in ("check", "build"):
        result = run(command)
        assert result.exit_code == 1, result.output
        assert result.output.startswith("roles.yaml:"), result.output
        line, column = result.output.split(":")[1:3]
        assert int(line) >= 1
        assert int(column) >= 1
        assert ": error: " in result.output.split("\n")[0]
    assert {file: file.stat().st_mtime_ns for file in Path("site").rglob("*")} == before


def test_check_speaks_to_programs(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT.replace("minutes: 45", "minutes: soon"))
    problems = json.loads(run("check", path, "--format", "json").output)
    assert problems[0]["code"] == "wrong-type"
    assert run("check", path, "--format", "github").output.startswith("::error file=")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", SMALL, "--lang", "xx"),
        ("build", SMALL, "--only", "nothing"),
        ("export", "scorecard", SMALL),
        ("export", "scorecard", SMALL, "--role", "bakr"),
        ("export", "scorecard", SMALL, "--skill", "baking"),
        ("export", "scorecard", SMALL, "--role", "baker", "--stage", "try-out"),
        ("export", "interview-kit", SMALL, "--role", "baker", "--stage", "none"),
        ("export", "pamphlet"),
        ("export", "job-description", SMALL, "--role", "baker", "--format", "xlsx"),
        ("export", "job-description", SMALL, "--role", "baker", "-o", "page.html"),
        ("export", "posting", FIRST),
        ("export", "posting", FIRST, "--role", "sales-operations-leader"),
        ("export", "posting", FIRST, "--role", "sales-operations-specialist", "--format", "json"),
        ("export", "job-description", SMALL, "--role", "baker", "--format", "html"),
        ("export", "ats", SMALL),
        ("export", "ats", SMALL, "--format", "workday"),
        ("export", "ats", SMALL, "--format", "lever", "--skill", "baking"),
        ("export", "scorecard", SMALL, "--role", "baker", "--format", "lever"),
        ("check", "--format", "xml"),
        ("nonsense",),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_would_be_right(arguments: tuple[Any, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error:" in result.output


def test_export_writes_one_document(tmp_path: Path) -> None:
    result = run("export", "scorecard", SMALL, "--role", "baker", "--lang", "ar")
    assert result.exit_code == 0
    assert result.output.startswith("# بطاقة التقييم: خباز/ة\n")
    output = tmp_path / "card.md"
    assert run("export", "scorecard", SMALL, "--role", "baker", "--lang", "ar", "-o", output).exit_code == 0
    assert output.read_text("utf-8") == result.output


def test_the_timeline_of_an_intake_form_is_exported_as_excel_if_the_kit_has_one(
    tmp_path: Path, small_data: dict[str, Any], written: Any
) -> None:
    file = tmp_path / "timeline.xlsx"
    assert run("export", "intake", SMALL, "--role", "baker", "-o", file).exit_code == 0
    assert file.read_bytes().startswith(b"PK")
    del small_data["hiring"]["timeline"]
    refused = run("export", "intake", written(small_data), "--role", "baker", "-o", file)
    assert refused.exit_code == 2
    assert "This kit has no timeline (hiring.timeline)" in refused.output


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK"), ("txt", b"Scorecard")])
def test_export_writes_every_format_by_the_files_name(tmp_path: Path, form: str, start: bytes) -> None:
    output = tmp_path / f"card.{form}"
    assert run("export", "scorecard", SMALL, "--role", "baker", "-o", output).exit_code == 0
    assert output.read_bytes().startswith(start)
    same = run("export", "scorecard", SMALL, "--role", "baker", "--format", form)
    assert same.stdout_bytes == output.read_bytes()


@pytest.mark.slow
def test_export_of_a_handbook_is_whole(tmp_path: Path, written: Callable[[dict[str, Any]], Path]) -> None:
    output = tmp_path / "handbook.docx"
    assert run("export", "handbook", SMALL, "-o", output).exit_code == 0
    assert squeezed("Bakes a batch alone.") in word_text(output.read_bytes())
    large = written(synthetic.kit(14))
    result = run("export", "handbook", large)
    assert result.exit_code == 0
    for role in read(large).roles:
        assert f"# {role.title['en']}\n" in result.output
    result = run("export", "handbook", large, "-o", tmp_path / "handbook.pdf")
    assert result.exit_code == 1
    assert "in volumes: `rolebook build` writes them" in result.output
    role = read(large).roles[-1]
    result = run("export", "handbook", large, "--role", role.id, "-o", tmp_path / "handbook.pdf")
    assert result.exit_code == 0, result.output
    assert pdf_facts((tmp_path / "handbook.pdf").read_bytes())["title"] == f"Handbook: {role.title['en']}"


def test_export_says_that_a_language_has_no_font(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path
) -> None:
    kit = written(in_languages(small_data, ["ja"]))
    result = run("export", "scorecard", kit, "--role", "baker", "-o", tmp_path / "card.pdf")
    assert result.exit_code == 1
    assert "No font here has the letters of “ja”" in result.output
    assert run("export", "scorecard", kit, "--role", "baker", "-o", tmp_path / "card.docx").exit_code == 0


@pytest.mark.parametrize("form", ["txt", "html", "md"])
def test_an_exported_posting_names_its_mail_address_once_and_leads_nowhere_into_the_site(form: str) -> None:
    result = run("export", "posting", SMALL, "--role", "baker", "--format", form)
    assert result.exit_code == 0
    assert "people@bakery.example" in result.output
    assert ": mailto:" not in result.output
    assert "What to expect of our interviews" not in result.output


def test_an_exported_brief_is_the_one_that_is_printed() -> None:
    """Its page asks to apply at its head and again at its foot."""
    said = run("export", "candidate-brief", SMALL, "--role", "baker", "--format", "md").stdout
    assert "What to expect" in said
    assert "Apply by e-mail" not in said


def test_export_of_one_stage_holds_that_stage_alone() -> None:
    packet = run("export", "interview-kit", FIRST, "--role", "sales-operations-analyst", "--stage", "work-sample")
    assert packet.exit_code == 0
    assert "Work sample" in packet.output
    assert "First conversation" not in packet.output


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("txt", "Sales Operations Analyst\n"),
        ("html", "<p>You would find out"),
        ("json", '{\n  "@context"'),
        ("md", "# "),
    ],
)
def test_a_posting_is_exported_for_boards(form: str, start: str) -> None:
    result = run("export", "posting", FIRST, "--role", "sales-operations-analyst", "--format", form)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(start)


def test_roles_are_exported_for_applicant_tracking_systems(tmp_path: Path) -> None:
    output = tmp_path / "lever.json"
    assert run("export", "ats", SMALL, "--format", "lever", "--role", "baker", "-o", output).exit_code == 0
    bodies = json.loads(output.read_text("utf-8"))
    assert [template["text"] for template in bodies["feedback_templates"]] == ["Baker: Try-out"]
    for gone in ("greenhouse", "jdx"):
        assert run("export", "ats", SMALL, "--format", gone).exit_code == 2


@pytest.mark.usefixtures("pages_only")
def test_build_makes_both_sites_or_one(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT)
    assert run("build", path, "--only", "public", "--lang", "en").exit_code == 0
    assert {entry.name for entry in path.parent.iterdir() if entry.is_dir()} == {"public"}
    assert run("build", path, "--lang", "en").exit_code == 0
    assert (path.parent / "site" / "en" / "index.html").is_file()
    careers = SMALL_TEXT[SMALL_TEXT.index("\ncareers:") : SMALL_TEXT.index("\ninterviewing:")]
    without = re.sub(r"    posting:\n(?:      .*\n)+", "", SMALL_TEXT.replace(careers, ""))
    path.write_text(without, "utf-8")
    result = run("build", path, "--only", "public")
    assert result.exit_code == 1
    assert "no careers section" in result.output
    result = run("build", path, "--only", "site", "--lang", "en")
    assert result.exit_code == 0
    assert "Its postings stay open" in result.stderr  # in the folder of the build before
    shutil.rmtree(path.parent / "public")
    assert "postings" not in run("build", path, "--only", "site", "--lang", "en").stderr


def test_a_mount_point_is_said_before_anything_is_built(
    written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(SMALL_TEXT)
    monkeypatch.setattr(Path, "is_mount", lambda folder: folder.name == "site")
    result = run("build", path, "--only", "site")
    assert result.exit_code == 2
    assert "is a mount point" in result.output
    assert not (path.parent / "site").exists()


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").output)["title"] == "A hiring kit (roles.yaml)"


def test_a_folder_that_is_not_ours_is_not_replaced(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT)
    mine = path.parent / "site" / "my-thesis.txt"
    mine.parent.mkdir()
    mine.write_text("years of work", "utf-8")
    result = run("build", path)
    assert result.exit_code == 2
    assert "was not made by Rolebook" in result.output
    assert mine.read_text("utf-8") == "years of work"


def test_a_finding_that_the_kit_calls_an_error_stops_a_build(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    strict = "  rules:\n    - {rule: question-count, severity: error, reason: Three each.}\n  updated: "
    kit.write_text(SMALL_TEXT.replace("  updated: ", strict, 1), "utf-8")
    assert run("check", kit).exit_code == 1
    assert run("build", kit).exit_code == 1
    assert not (tmp_path / "site").exists()


def test_a_rule_is_explained_and_a_misspelt_one_is_suggested() -> None:
    assert "nobody is accountable" in run("check", "--explain", "duty-gap").output
    wrong = run("check", "--explain", "duty-gaps")
    assert wrong.exit_code == 2
    assert "Did you mean “duty-gap”?" in wrong.output


def test_a_stale_translation_is_shown_until_it_is_accepted(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    kit.write_text(SMALL_TEXT, "utf-8")
    assert "translations accepted" in run("translate", kit, "--accept").output
    kit.write_text(SMALL_TEXT.replace("Bakes, and teaches it.", "Bakes, teaches and hires."), "utf-8")
    assert "[translation-stale]" in run("check", kit).output
    assert "has changed, and its translation into “ar” has not" in run("translate", kit).output
    assert run("translate", kit, "--accept").exit_code == 0
    assert "[translation-stale]" not in run("check", kit).output


def test_a_folder_stands_for_the_kit_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "my kit"
    folder.mkdir()
    shutil.copy(SMALL, folder)
    monkeypatch.chdir(tmp_path)
    checked = run("check", "my kit")
    assert checked.output.startswith("my kit/roles.yaml:")
    assert checked.output.endswith("0 errors, 9 warnings, 10 notes.\n")
    card = ("export", "scorecard", "--role", "baker")
    assert run(*card, "my kit").output == run(*card, "my kit/roles.yaml").output
    assert "'my kit/roles.translated': " in run("translate", "my kit", "--accept").output
    shutil.copytree(folder, "another")
    monkeypatch.chdir("another")
    assert run("check").output.startswith("roles.yaml:")
    assert run(*card).output.startswith("# Scorecard: Baker")


@pytest.mark.usefixtures("pages_only")
@pytest.mark.parametrize(
    ("here", "kit", "command"),
    [
        (".", "my kit", "rolebook serve 'my kit'"),
        (".", "my kit/roles.yaml", "rolebook serve 'my kit'"),
        ("my kit", ".", "rolebook serve"),
        ("my kit", "roles.yaml", "rolebook serve"),
        ("my kit/other", "..", "rolebook serve .."),
    ],
)
def test_a_build_names_the_command_that_shows_it_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, kit: str, command: str
) -> None:
    (tmp_path / "my kit" / "other").mkdir(parents=True)
    shutil.copy(SMALL, tmp_path / "my kit")
    monkeypatch.chdir(tmp_path / here)
    built = run("build", kit, "--only", "public", "--lang", "en")
    assert built.output.endswith(f"Look at it with: {command}\n"), built.output


def test_the_command_is_named_as_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "my venv" / "rolebook"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["my venv/rolebook"])
    assert paths.command("check", Path("kit/roles.yaml")) == "'my venv/rolebook' check kit"
    monkeypatch.setenv("PATH", str(program.parent))
    assert paths.command("check", Path("roles.yaml")) == "rolebook check"
    monkeypatch.setattr(paths, "os", SimpleNamespace(name="nt"))
    assert paths.command("serve", Path("my kit/roles.yaml")) == 'rolebook serve "my kit"'


@pytest.mark.slow
def test_arabic_is_said_where_the_system_writes_another_encoding(written: Callable[[str], Path]) -> None:
    """As Windows does, into a file or a pipe."""
    kit = written(SMALL_TEXT.replace('title: {en: "Baker", ar: "خباز/ة"}', 'title: {ar: "خباز/ة"}'))
    ran = subprocess.run(
        [sys.executable, "-c", "from rolebook.cli import main; main()", "check", str(kit)],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert 'title: {ar: "خباز/ة"}' in ran.stdout.decode()


def test_what_cannot_be_exported_is_one_line(written: Callable[[str], Path]) -> None:
    assert run("export", "scorecard", SMALL, "--role", "bakr").output == (
        "Error: There is no role “bakr”. Choose one of: baker, senior-baker.\n"
    )
    unposted = run("export", "posting", FIRST, "--role", "sales-operations-leader")
    assert unposted.output.startswith("Error: The role “sales-operations-leader” has no posting. These have one: ")


def test_the_cache_is_shown_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "our cache"
    monkeypatch.setenv("ROLEBOOK_CACHE", str(place))
    monkeypatch.setattr(language, "compiled_templates", cache.compiled_templates)
    kit = shutil.copy(SMALL, tmp_path)
    assert run("build", kit, "--only", "public", "--lang", "en").exit_code == 0
    number = len(list(place.iterdir())) - 1
    assert number > 20
    assert run("clean", "--dry-run").output.startswith(f"'{place}': {number} files, ")
    assert len(list(place.iterdir())) - 1 == number
    assert run("clean").output.endswith(" MB, removed.\n")
    assert [path.name for path in place.iterdir()] == ["CACHEDIR.TAG"]
    assert (tmp_path / "public" / "en" / "index.html").is_file()
    assert "0 files" in run("clean").output
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    assert "There is no cache" in run("clean").output


def test_a_file_that_is_no_text_does_not_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    arguments = ("export", "job-description", SMALL, "--role", "baker")
    terminal = SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(import_module("rolebook.cli.export"), "sys", terminal)
    refused = run(*arguments, "--format", "pdf")
    assert refused.exit_code == 2
    assert "A pdf file is not for a terminal. Name a file with -o." in refused.output
    assert "Baker" in run(*arguments, "--format", "md").output
    assert run(*arguments, "--format", "pdf", "-o", tmp_path / "baker.pdf").exit_code == 0
    assert (tmp_path / "baker.pdf").read_bytes().startswith(b"%PDF")


def test_a_vacancy_is_exported_by_its_requisition(tmp_path: Path) -> None:
    second = "      - {status: closed, identifier: B-2, level: apprentice}\n"
    kit = tmp_path / "roles.yaml"
    closed = "    posting:\n      status: closed\n"
    assert closed in SMALL_TEXT
    kit.write_text(SMALL_TEXT.replace(closed, f"    postings:\n{second}{second.replace('B-2', 'B-3')}"), "utf-8")
    kit.write_text(kit.read_text("utf-8").replace("B-3, level: apprentice", "B-3, level: skilled"), "utf-8")
    for number, name in (("b-2", "Apprentice baker"), ("B-3", "Skilled baker")):
        assert name in run("export", "scorecard", kit, "--requisition", number).output.splitlines()[0]
    assert "closed" in run("export", "posting", kit, "--requisition", "B-3").output
    unknown = run("export", "posting", kit, "--requisition", "B-9")
    assert unknown.output == "Error: There is no requisition “B-9”. Choose one of: B-1, B-2, B-3.\n"
    other = run("export", "handbook", kit, "--requisition", "B-2")
    assert "“handbook” does not take --requisition" in other.output
