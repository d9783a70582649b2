"""nginx with the shipped configuration: the internal site behind a password, the public one under a strict policy."""

from __future__ import annotations

import shutil
import subprocess
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.conftest import PROJECT
from tests.install_tools import web_server
from tests.servers import await_port, free_ports

PASSWORD = "anna:{PLAIN}tested-on-loopback\n"
LOGIN = {"Authorization": "Basic " + b64encode(b"anna:tested-on-loopback").decode()}
MAIN = """
daemon off;
pid nginx.pid;
error_log error.log;
{user}
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path tmp/body; proxy_temp_path tmp/proxy; fastcgi_temp_path tmp/fastcgi;
  uwsgi_temp_path tmp/uwsgi; scgi_temp_path tmp/scgi;
  server {{ listen 127.0.0.1:{internal}; root {site}; include rolebook/internal.conf; }}
  server {{ listen 127.0.0.1:{public}; root {careers}; include rolebook/public.conf; }}
}}
"""


class Sites(NamedTuple):
    internal: str
    public: str


@pytest.fixture(scope="module")
def sites(site: Path, public_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Both sites, served by nginx with `deploy/nginx/` as it is shipped."""
    here = tmp_path_factory.mktemp("nginx")
    (here / "tmp").mkdir()
    shutil.copytree(PROJECT / "deploy" / "nginx", here / "rolebook")
    (here / "rolebook.htpasswd").write_text(PASSWORD, "utf-8")
    ports = free_ports(2)
    user = "user root;" if Path("/proc/self").stat().st_uid == 0 else ""  # pytest's folders are its owner's alone
    main = MAIN.format(user=user, internal=ports[0], public=ports[1], site=site, careers=public_site)
    (here / "nginx.conf").write_text(main, "utf-8")
    program = web_server()
    assert program is not None
    server = subprocess.Popen([program, "-p", str(here), "-c", str(here / "nginx.conf"), "-e", str(here / "error.log")])
    try:
        for port in ports:
            await_port(port, server)
        yield Sites(f"http://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[1]}")
    finally:
        server.terminate()
        server.wait(10)


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (by their names in lower case) and body; redirects are not followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args: object) -> None:
            return None

    opener = urllib.request.build_opener(Stay)
    try:
        answer = opener.open(urllib.request.Request(address, headers=headers), timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def test_the_internal_site_asks_for_a_password_everywhere(sites: Sites) -> None:
    for path in ("/", "/en/", "/en/search/words.json", "/en/handbook.pdf", "/en/assets/images/rolebook.svg"):
        status, headers, body = get(sites.internal + path)
        assert status == 401, path
        assert headers["www-authenticate"].startswith("Basic")
        assert b"Sales" not in body
        status, headers, _ = get(sites.internal + path, **LOGIN)
        assert status == 200, path
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers["cache-control"] == f"private, {'no-cache' if '/assets/' in path else 'no-store'}"


def test_the_public_site_has_its_headers(sites: Sites) -> None:
    status, headers, _ = get(f"{sites.public}/en/jobs/sales-operations-analyst/")
    assert status == 200
    assert headers["x-content-type-options"] == "nosniff"
    assert "'unsafe-inline'" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "max-age=300"
    assert "x-robots-tag" not in headers
    kinds = {
        "jobs.xml": "text/xml; charset=utf-8",
        "jobs.json": "application/feed+json; charset=utf-8",
        "jobs.atom": "application/atom+xml",
        "sitemap.xml": "text/xml; charset=utf-8",
    }
    for name, kind in kinds.items():
        status, headers, _ = get(f"{sites.public}/{name}")
        assert (status, headers["content-type"]) == (200, kind)
        assert get(f"{sites.public}/{name}", **{"Accept-Encoding": "gzip"})[1]["content-encoding"] == "gzip", name


def test_what_never_changes_is_kept_and_packed(sites: Sites, public_site: Path) -> None:
    bundle = next((public_site / "en" / "assets" / "javascripts").glob("bundle.*.min.js")).name
    path = f"{sites.public}/en/assets/javascripts/{bundle}"
    assert get(path)[1]["cache-control"] == "max-age=31536000"
    assert get(path, **{"Accept-Encoding": "gzip"})[1]["content-encoding"] == "gzip"
    assert get(path)[1]["content-security-policy"]


def test_what_is_not_there_is_said_in_the_readers_language(sites: Sites) -> None:
    for tag, words in (("en", "This page does not exist"), ("ar", "هذه الصفحة غير موجودة"), ("zz", "not exist")):
        status, _, body = get(f"{sites.public}/{tag}/jobs/nobody/")
        assert status == 404
        assert words in body.decode()
    assert get(f"{sites.public}/.rolebook")[0] == 404
    status, headers, _ = get(f"{sites.public}/en/jobs/sales-operations-analyst")
    assert (status, headers["location"]) == (301, "/en/jobs/sales-operations-analyst/")
    assert get(f"{sites.public}/en/roles/")[0] == 404


@pytest.mark.parametrize(
    ("which", "path"),
    [
        ("public", "/"),
        ("public", "/en/"),
        ("public", "/ar/jobs/sales-operations-analyst/"),
        ("public", "/en/nothing"),
        ("internal", "/en/roles/sales-operations-analyst/"),
        ("internal", "/ar/roles/sales-operations-analyst/scorecard/"),
    ],
)
def test_the_site_runs_under_its_policy(browser: Browser, sites: Sites, which: str, path: str) -> None:
    """Colours are switched and the search is used: nothing is refused."""
    wrong: list[str] = []
    with browser.new_context(extra_http_headers=LOGIN) as context:
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => console.error('CSP', event.blockedURI))"
        )
        page.goto(getattr(sites, which) + path)
        if path == "/":
            page.wait_for_url("**/en/")
        page.locator(".md-header label[for^=__palette]:visible").first.click()
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.reload()
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.keyboard.press("s")
        box = page.locator(".md-search__input")
        box.fill("sales" if "/ar/" not in path else "المبيعات")
        box.dispatch_event("keyup")
        page.locator(".md-search-result__item").first.wait_for()
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert [text for text in wrong if not (path == "/en/nothing" and text == missing)] == []
