"""The package as people get it: a wheel, in an environment that has nothing else of ours, and no clone beside it.

It is slow: two environments, and the commands of both pipelines.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
import zipfile
from pathlib import Path
from urllib.error import URLError

import pytest
import yaml

from tests.conftest import PROJECT
from tests.servers import free_ports

PATIENCE = 120
"""Seconds that a server may take until it answers."""


class Machine:
    """A machine of its own: an empty home, and an environment that has what Rolebook depends on, and no Rolebook."""

    def __init__(self, place: Path) -> None:
        self._bin = place / "venv" / "bin"
        venv.create(place / "venv", with_pip=False)
        dependencies = place / "dependencies"
        dependencies.mkdir()
        for entry in Path(sysconfig.get_path("purelib")).iterdir():
            if "rolebook" not in entry.name:
                (dependencies / entry.name).symlink_to(entry)
        [packages] = (place / "venv" / "lib").glob("python*/site-packages")
        (packages / "dependencies.pth").write_text(f"{dependencies}\n", "utf-8")
        home = place / "home"
        home.mkdir()
        self.environment = {
            "PATH": f"{self._bin}:/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PIP_NO_INDEX": "1",
            "SOURCE_DATE_EPOCH": os.environ["SOURCE_DATE_EPOCH"],
        }

    def run(self, *command: str | Path, at: Path, **environment: str) -> str:
        """Run a command, and give back what it says."""
        return self._ran([str(part) for part in command], at, environment)

    def shell(self, line: str, at: Path, **environment: str) -> str:
        """Run a line as a pipeline does."""
        return self._ran(["bash", "-e", "-o", "pipefail", "-c", line], at, environment)

    def _ran(self, command: list[str], at: Path, environment: dict[str, str]) -> str:
        env = self.environment | environment
        ran = subprocess.run(command, cwd=at, env=env, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
        return ran.stdout


@pytest.mark.slow
@pytest.mark.long
def test_an_installed_wheel_begins_checks_builds_and_serves_a_kit_and_its_pipelines_work(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(tmp_path)]
    subprocess.run([*build, str(PROJECT)], check=True, cwd=tmp_path, env=os.environ | {"PIP_NO_INDEX": "1"})
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "rolebook/py.typed" in names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"rolebook"}

    ours = Machine(_made(tmp_path / "ours"))
    ours.run("python", "-m", "pip", "install", "-q", wheel, at=tmp_path)
    where = ours.run("python", "-c", "import rolebook; print(rolebook.__file__)", at=tmp_path)
    assert where.startswith(str(tmp_path / "ours" / "venv")), where
    given = ("--languages", "en,ar", "--name", "Shop Kit", "--organisation", "Corner Shop", "--team", "Cashiers")
    said = ours.run("rolebook", "init", "my-kit", *given, at=tmp_path)
    assert said.endswith("Next: rolebook check my-kit\nThen: rolebook serve my-kit\n")
    kit = tmp_path / "my-kit"
    assert ours.run("rolebook", "check", "my-kit", at=tmp_path) == "0 errors, 0 warnings.\n"
    _is_served(ours, tmp_path)

    theirs = Machine(_made(tmp_path / "theirs"))
    _is_committed(theirs, kit)
    _is_published_by_github(theirs, kit)
    assert "rolebook check" in theirs.run("python", "-m", "pre_commit", "run", "--all-files", at=kit)
    _is_whole(kit / "site")
    _is_published_by_gitlab(theirs, kit)
    _is_whole(kit / "public")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _is_served(machine: Machine, at: Path) -> None:
    """`rolebook serve my-kit` answers in both languages."""
    [port] = free_ports(1)
    command = ["rolebook", "serve", "my-kit", "--port", str(port)]
    pipe = subprocess.PIPE
    server = subprocess.Popen(command, cwd=at, env=machine.environment, stdout=pipe, stderr=subprocess.STDOUT)
    try:
        assert 'lang="en"' in _answer(server, f"http://127.0.0.1:{port}/en/")
        assert 'lang="ar"' in _answer(server, f"http://127.0.0.1:{port}/ar/")
        assert "<title>Team Member" in _answer(server, f"http://127.0.0.1:{port}/en/roles/team-member/")
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=PATIENCE)


def _answer(server: subprocess.Popen[bytes], address: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError:
            assert server.poll() is None, server.communicate()[0].decode()
            assert time.monotonic() < deadline
            time.sleep(0.05)


def _is_committed(machine: Machine, kit: Path) -> None:
    """The kit's folder becomes a repository, with everything that its pipelines need."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    machine.run("git", "init", "-q", at=kit)
    machine.run("git", "add", "--all", at=kit)
    machine.run("git", *who, "commit", "-q", "-m", "A kit", at=kit)
    assert machine.run("git", "status", "--short", "--ignored", at=kit) == ""


def _is_published_by_github(machine: Machine, kit: Path) -> None:
    """Every command of the workflow runs, on a machine that has no Rolebook yet."""
    workflow = yaml.safe_load((kit / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
    lines = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert len(lines) == 3
    for line in lines:
        machine.shell(line, kit, ROLEBOOK_SITE_URL="https://shop.example.com/kit")
    assert 'rel="canonical" href="https://shop.example.com/kit/en/"' in (kit / "site/en/index.html").read_text("utf-8")
    assert machine.run("git", "status", "--short", at=kit) == "", "what is built stays out of the repository"


def _is_published_by_gitlab(machine: Machine, kit: Path) -> None:
    pipeline = yaml.safe_load((kit / ".gitlab-ci.yml").read_text("utf-8"))
    variables = {name: value.replace("$CI_PROJECT_DIR", str(kit)) for name, value in pipeline["variables"].items()}
    given = {"ROLEBOOK_PUBLISH": "internal", "CI_PAGES_URL": "https://shop.example.com/kit"}
    for line in (*pipeline["default"]["before_script"], *pipeline["pages"]["script"]):
        machine.shell(line, kit, **variables, **given)
    assert machine.run("git", "status", "--short", at=kit) == "", "what is built stays out of the repository"


def _is_whole(site: Path) -> None:
    for tag, title in (("en", "Shop Kit"), ("ar", "Shop Kit")):
        pages = site / tag
        assert title in (pages / "index.html").read_text("utf-8")
        for page in ("roles/team-member/interview-kit", "guide", "guide/edit", "guide/reference", "team"):
            assert (pages / page / "index.html").is_file(), page
        assert (pages / "handbook.pdf").read_bytes().startswith(b"%PDF")
        fonts = pages / "assets" / "fonts"
        assert (fonts / "OFL.txt").is_file()
        assert (fonts / "firago-arabic-400.woff2").is_file()
    assert 'dir="rtl"' in (site / "ar" / "index.html").read_text("utf-8")
