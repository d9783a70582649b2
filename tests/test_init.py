"""`rolebook init`: what it asks, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from markupsafe import escape
from rolebook.cli import main, origin

from tests.conftest import read
from tests.test_cli import run

GIT = "git+https://git.example.com/rolebook.git@3d3c42e5aac5ba805825da76410c181273ba90b1"
GIVEN = ("--name", "K", "--organisation", "O", "--team", "T")
HOSTILE_NAME = "A “kit”: {{ 7*7 }} #1 \\ <b> of 5 words"


@pytest.fixture(autouse=True)
def _installed_from_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("rolebook.cli.init"), "installed_from", lambda: origin.named(GIT))


def answered(folder: Path, *answers: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder)], input="".join(f"{one}\n" for one in answers))


@pytest.mark.parametrize(
    "languages", ["en,ar", *(pytest.param(one, marks=pytest.mark.slow) for one in ("en", "ar", "ar, en"))]
)
def test_a_kit_is_written_that_is_clean_and_builds(tmp_path: Path, pages_only: None, languages: str) -> None:
    folder = tmp_path / "mine"
    given = ("--name", HOSTILE_NAME, "--organisation", "Acme & Sons of Jeddah", "--team", "The Customer Support Team")
    assert run("init", folder, *given, "--languages", languages).exit_code == 0
    assert run("check", folder).output == "0 errors, 0 warnings.\n"
    built = run("build", folder)
    assert built.exit_code == 0, built.output
    first = languages.split(",")[0]
    assert f"<title>{escape(HOSTILE_NAME)}</title>" in (folder / "site" / first / "index.html").read_text("utf-8")
    assert (folder / "site" / first / "team" / "index.html").is_file()
    kit = (folder / "roles.yaml").read_text("utf-8")
    assert kit.startswith("# yaml-language-server: $schema=./roles.schema.json\n")
    assert json.loads((folder / "roles.schema.json").read_text("utf-8"))["title"]
    heading = "# A “kit”: \\{\\{ 7\\*7 \\}\\} \\#1 \\\\ \\<b\\> of 5 words\n"
    assert (folder / "README.md").read_text("utf-8").startswith(heading)


@pytest.mark.parametrize(
    ("language", "notice", "shown"),
    [
        (
            "en",
            "We use your work to rate this exercise, and for nothing else.",
            (
                "3–8  Screening questions",
                "Whether the range suits them (never what they earn now): …",
                "What was your own part in that?",
                "If they have not had this experience: What have you explained to a friend",
                "On Tuesday the office would close before it opens.",
                "Highest level that an answer can show: 4 Advanced",
                "- Strong (about level 4): Describes the listener's question",
            ),
        ),
        (
            "ar",
            "ولا نستخدم ما تنجزونه إلا في تقييم هذا التمرين.",
            (
                "3–8  أسئلة الفرز",
                "مناسبة النطاق للمرشح (دون سؤاله عن راتبه الحالي): …",
                "ما الذي قمتم به أنتم تحديدًا؟",
                "لمن لم يمرّ بموقف كهذا: ما الأمر الصعب الذي شرحتموه لصديق",
                "يوم الثلاثاء يغلق المكتب قبل أن يفتح.",
                "أعلى مستوى يمكن أن تُظهره الإجابة: 4 متقدم",
            ),
        ),
    ],
)
def test_the_kit_shows_how_interviews_are_written(
    tmp_path: Path, language: str, notice: str, shown: tuple[str, ...]
) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "en,ar").exit_code == 0
    stage = ("--role", "team-member", "--stage", "skills-interview")
    packet = run("export", "interview-kit", tmp_path, *stage, "--lang", language, "--format", "txt").output
    assert [text for text in shown if text not in packet] == []
    handout = run("export", "handout", tmp_path, *stage, "--question", "opening-hours", "--lang", language).output
    assert notice in handout
    assert shown[4] in packet
    assert shown[4] not in handout


def test_who_meets_a_future_lead_without_rating_is_named(tmp_path: Path) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "en,ar").exit_code == 0
    lead = ("interview-kit", tmp_path, "--role", "team-lead", "--format", "txt")
    assert "A lead from another team, Team Member (does not rate)\n" in run("export", *lead).output
    assert "عضو/ة فريق (دون تقييم)\n" in run("export", *lead, "--lang", "ar").output


def test_it_asks_for_what_it_is_not_told(tmp_path: Path) -> None:
    asked = answered(tmp_path / "mine", "en", "Shop Kit", "Corner Shop", "Cashiers")
    assert asked.exit_code == 0, asked.output
    assert "العربية" not in asked.output
    assert 'name: {en: "Shop Kit"}' in (tmp_path / "mine" / "roles.yaml").read_text("utf-8")


def test_it_asks_for_names_in_each_language_that_it_has_words_in(tmp_path: Path) -> None:
    asked = answered(
        tmp_path, "en,ar", "Shop Kit", "حقيبة المتجر", "Corner Shop", "متجر الحي", "Cashiers", "أمناء الصندوق"
    )
    assert asked.exit_code == 0, asked.output
    kit = read(tmp_path / "roles.yaml")
    assert (kit.about.name["en"], kit.about.name["ar"]) == ("Shop Kit", "حقيبة المتجر")
    assert kit.about.organisation["ar"] == "متجر الحي"
    assert kit.roles[0].family["ar"] == "أمناء الصندوق"
    assert run("check", tmp_path).output == "0 errors, 0 warnings.\n"


def test_a_wrong_answer_is_asked_for_again_and_no_other_is_lost(tmp_path: Path) -> None:
    asked = answered(tmp_path, "english", "xx, en", "en", "Shop\u202e Kit", "Shop Kit", "Corner Shop", "Cashiers")
    assert asked.exit_code == 0, asked.output
    assert "Error: “english” is no language tag that there is data for. Write them like en, ar, pt-BR." in asked.output
    assert asked.output.count("Languages, the first one first") == 3
    assert asked.output.count("Your organisation") == 1
    assert read(tmp_path / "roles.yaml").about.name["en"] == "Shop Kit"


def test_a_folder_with_a_kit_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "roles.yaml").write_text("mine", "utf-8")
    asked = answered(tmp_path)
    assert asked.exit_code == 2
    assert asked.output == f"Error: {tmp_path / 'roles.yaml'} is there already. Choose another folder.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["roles.yaml"]
    assert (tmp_path / "roles.yaml").read_text("utf-8") == "mine"


def test_other_files_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    """A repository that was begun at a code host has some of them."""
    (tmp_path / "README.md").write_text("mine", "utf-8")
    written = run("init", tmp_path, *GIVEN, "--languages", "en")
    assert "There already, and left as it is: README.md." in written.output
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert (tmp_path / "requirements.txt").is_file()


def test_what_a_kit_cannot_hold_is_refused(tmp_path: Path) -> None:
    assert run("init", tmp_path / "a", *GIVEN, "--languages", "english").exit_code == 2
    assert run("init", tmp_path / "b", "--name", "K\u202e", *GIVEN[2:], "--languages", "en").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_what_it_says_can_be_pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("init", "my kit", *GIVEN, "--languages", "en").output
    assert said.endswith("Next: rolebook check 'my kit'\nThen: rolebook serve 'my kit'\n")


def test_a_kit_in_a_language_without_words_of_ours_begins_in_english(tmp_path: Path) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "no").exit_code == 0
    kit = (tmp_path / "roles.yaml").read_text("utf-8")
    assert "# The texts in “no” are still in English: translate each of them." in kit
    assert "0 errors, " in run("check", tmp_path).output
    assert read(tmp_path / "roles.yaml").about.languages == ("no",)
    assert "# About the team" in (tmp_path / "content" / "no" / "team.md").read_text("utf-8")


@pytest.mark.slow
def test_beside_a_language_that_has_words_another_begins_as_a_draft(tmp_path: Path, pages_only: None) -> None:
    asked = answered(tmp_path, "fr, en", "Shop Kit", "Corner Shop", "Cashiers")
    assert asked.exit_code == 0, asked.output
    kit = (tmp_path / "roles.yaml").read_text("utf-8")
    assert "languages: [en, {tag: fr, draft: true}]" in kit
    assert "# Texts that a draft language lacks appear in the first language and are marked." in kit
    assert "fr:" not in kit.replace("tag: fr", "")
    assert "0 errors, 0 warnings" in run("check", tmp_path).output
    assert run("build", tmp_path, "--only", "site", "--lang", "fr").exit_code == 0
    assert (tmp_path / "site" / "fr" / "team" / "index.html").is_file()


def test_an_arabic_kit_is_explained_in_arabic(tmp_path: Path) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "ar").exit_code == 0
    assert "## النشر" in (tmp_path / "README.md").read_text("utf-8")
    assert "# عن الفريق" in (tmp_path / "content" / "ar" / "team.md").read_text("utf-8")


def test_the_files_of_code_hosts_are_whole(tmp_path: Path) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "en").exit_code == 0
    hosted = (".github/workflows/publish.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml")
    for name in hosted:
        assert isinstance(yaml.safe_load((tmp_path / name).read_text("utf-8")), dict)
    assert "${{ github.run_id }}" in (tmp_path / hosted[0]).read_text("utf-8")
    assert "/site/\n/public/\n" in (tmp_path / ".gitignore").read_text("utf-8")


@pytest.mark.parametrize(
    "spec",
    [
        GIT,
        f"rolebook @ {GIT}",
        "git+ssh://git@git.example.com/tools/rolebook.git@v1.0",
        "https://files.example.com/rolebook-1.0-py3-none-any.whl",
        f"https://files.example.com/rolebook-1.0-py3-none-any.whl#sha256={'0' * 64}",
    ],
)
def test_rolebook_is_installed_from_where_one_says(tmp_path: Path, spec: str) -> None:
    assert run("init", tmp_path, *GIVEN, "--languages", "en", "--install", spec).exit_code == 0
    lines = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [f"rolebook @ {spec.removeprefix('rolebook @ ')}"]


@pytest.mark.parametrize(
    "spec",
    [
        "rolebook",
        "rolebook==1.0",
        "https://git.example.com/rolebook.git",
        "git+https://git.example.com/rolebook.git",
        "git+https://user@git.example.com/rolebook.git",
        "http://files.example.com/rolebook-1.0-py3-none-any.whl",
        f"{GIT}\n--index-url https://evil.example.com",
        "missing.whl",
        "",
    ],
)
def test_what_names_no_one_version_is_refused(tmp_path: Path, spec: str) -> None:
    """Anybody could publish something under a bare name."""
    refused = run("init", tmp_path / "mine", *GIVEN, "--languages", "en", "--install", spec)
    assert refused.exit_code == 2
    assert "does not say where one version of Rolebook is" in refused.output
    assert not (tmp_path / "mine").exists()


def test_a_wheel_on_this_machine_goes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "rolebook-1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    assert run("init", tmp_path / "mine", *GIVEN, "--languages", "en", "--install", wheel).exit_code == 0
    requirements = (tmp_path / "mine" / "requirements.txt").read_text("utf-8")
    assert requirements.endswith("\n./rolebook-1.0-py3-none-any.whl\n")
    assert str(tmp_path) not in requirements
    assert (tmp_path / "mine" / wheel.name).read_bytes() == b"a wheel"


def came_from(monkeypatch: pytest.MonkeyPatch, record: dict[str, Any] | None) -> origin.Origin | None:
    """Where Rolebook came from if pip had recorded this of it."""

    class Distribution:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if record is None else json.dumps(record)

    monkeypatch.setattr(origin, "distribution", lambda name: Distribution())
    return origin.installed_from()


def test_where_it_came_from_is_read_from_what_pip_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = GIT.rpartition("@")[2]
    git = {"url": "https://git.example.com/rolebook.git", "vcs_info": {"vcs": "git", "commit_id": commit}}
    assert came_from(monkeypatch, git) == origin.Origin(f"rolebook @ {GIT}")
    web = {"url": "https://files.example.com/rolebook-1.0-py3-none-any.whl", "archive_info": {}}
    assert came_from(monkeypatch, web) == origin.Origin(f"rolebook @ {web['url']}")
    wheel = tmp_path / "a folder" / "rolebook-1.0-py3-none-any.whl"
    local = {"url": wheel.as_uri(), "archive_info": {}}
    assert came_from(monkeypatch, local) is None
    wheel.parent.mkdir()
    wheel.touch()
    assert came_from(monkeypatch, local) == origin.Origin(f"./{wheel.name}", wheel)
    assert came_from(monkeypatch, None) is None


def test_a_clone_stands_for_its_address_and_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
        ran = subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True)
        return ran.stdout.strip()

    clone = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    assert came_from(monkeypatch, clone) is None
    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "A commit")
    git("remote", "add", "origin", str(tmp_path / "elsewhere"))
    assert came_from(monkeypatch, clone) is None, "nobody else reaches a folder of this machine"
    git("remote", "set-url", "origin", "https://me:secret@git.example.com/rolebook.git")
    expected = f"rolebook @ git+https://git.example.com/rolebook.git@{git('rev-parse', 'HEAD')}"
    assert came_from(monkeypatch, clone) == origin.Origin(expected)


def test_where_it_is_not_known_the_pipeline_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("rolebook.cli.init"), "installed_from", lambda: None)
    said = run("init", tmp_path, *GIVEN, "--languages", "en").output
    assert f"Say in {tmp_path / 'requirements.txt'} where the pipelines install Rolebook from." in said
    pip = [sys.executable, "-m", "pip", "install", "--no-index", "-r", "requirements.txt"]
    installed = subprocess.run(pip, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert installed.returncode != 0
    assert "Say in requirements.txt where Rolebook is installed from, then run this again." in installed.stderr
