"""The organisation's brand on both sites; a kit without one looks as Rolebook does."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.engine.choice import EngineName
from rolebook.source import load

from tests.brand import BRAND, drawn

Data = dict[str, Any]
SIDES = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}


@pytest.fixture
def built(written: Callable[[Data], Path], small_data: Data, tmp_path: Path) -> Callable[..., Path]:
    """Builds the small kit with a brand of these keys, and says where it went."""

    def build_(brand: Data | None, engine: EngineName = EngineName.MATERIAL) -> Path:
        drawn(tmp_path)
        if brand is not None:
            small_data["kit"]["brand"] = brand
        path, out = written(small_data), tmp_path / "out"
        kit = load(path).kit
        assert kit is not None
        for audience in Audience:
            build(kit, path, out, audience=audience, engine=engine, with_files=False)
        return out

    return build_


def pages(out: Path, name: str = "index.html") -> Iterator[tuple[Audience, str, Path, Any]]:
    for audience, side in SIDES.items():
        for tag in ("en", "ar"):
            path = out / side / tag / name
            yield audience, tag, path, lxml.html.fromstring(path.read_bytes())


@pytest.mark.slow
def test_both_sites_show_the_brand_in_both_languages(built: Callable[..., Path]) -> None:
    out = built(BRAND)
    for audience, tag, path, page in pages(out):
        [header] = page.xpath("//a[@data-md-component='logo']")
        [picture] = header.xpath("img")
        assert picture.get("alt") == ""  # the site's name stands beside it
        assert "#00a36c" in (path.parent / picture.get("src")).read_text("utf-8")
        [icon] = page.xpath("//link[@rel='icon']/@href")
        assert icon == picture.get("src") == "assets/images/brand/mark.svg"
        [manifest] = page.xpath("//link[@rel='manifest']/@href")
        said = json.loads((path.parent / manifest).read_text("utf-8"))
        assert (said["lang"], said["dir"]) == (tag, "rtl" if tag == "ar" else "ltr")
        assert said["icons"][0] == {"src": icon, "type": "image/svg+xml", "sizes": "any"}
        [touch] = page.xpath("//link[@rel='apple-touch-icon']/@href")
        for kept in [*said["icons"][1:], {"src": touch, "sizes": "180x180"}]:  # browsers that show nothing drawn
            png = (path.parent / kept["src"]).read_bytes()
            assert "{}x{}".format(*struct.unpack(">II", png[16:24])) == kept["sizes"]
        assert said["theme_color"] == BRAND["colours"]["primary"]
        foot = " ".join(page.xpath("//footer")[0].text_content().split())
        assert BRAND["footer"][tag] in foot
        assert "Rolebook" not in foot, audience
        arabic = "id='ar'" in (path.parent / "assets/images/brand/logo.svg").read_text("utf-8")
        assert arabic is (tag == "ar")
        styles = (path.parent / "assets/stylesheets/documents.css").read_text("utf-8")
        assert "--md-primary-fg-color:#5b0e2d;" in styles
        assert "--md-typeset-a-color:#a31621;" in styles
        assert styles.count("{") == styles.count("}")
    front = (out / "public" / "index.html").read_text("utf-8")
    assert 'href="en/assets/images/brand/mark.svg"' in front
    assert 'src="en/assets/images/brand/logo.svg"' in front


@pytest.mark.slow
def test_a_page_further_down_finds_the_pictures(built: Callable[..., Path]) -> None:
    out = built(BRAND)
    for _, _, path, missing in pages(out, "404.html"):
        [source] = missing.xpath("//a[@data-md-component='logo']/img/@src")
        assert source.endswith("assets/images/brand/mark.svg"), path
    deep = out / "site" / "en" / "roles" / "baker" / "index.html"
    page: Any = lxml.html.fromstring(deep.read_bytes())
    [source] = page.xpath("//a[@data-md-component='logo']/img/@src")
    assert (deep.parent / source).is_file()


@pytest.mark.slow
def test_job_boards_are_given_the_logo_of_the_careers_site(built: Callable[..., Path]) -> None:
    out = built(BRAND)
    page = (out / "public" / "ar" / "jobs" / "baker" / "index.html").read_text("utf-8")
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    logo = json.loads(data)["hiringOrganization"]["logo"]
    assert logo == "https://jobs.bakery.example/ar/assets/images/brand/logo.svg"
    assert (out / "public" / logo.removeprefix("https://jobs.bakery.example/")).is_file()


@pytest.mark.slow
def test_without_a_brand_everything_is_rolebooks_own(built: Callable[..., Path]) -> None:
    out = built(None)
    for audience, _, path, page in pages(out):
        pictures = page.xpath("//a[@data-md-component='logo']/img/@src")
        assert pictures == ([] if audience is Audience.PUBLIC else ["assets/images/rolebook.svg"])
        assert page.xpath("//link[@rel='icon']/@href") == ["assets/images/rolebook.svg"]
        assert ("Rolebook" in page.xpath("//footer")[0].text_content()) is (audience is Audience.INTERNAL)
        assert not (path.parent / "assets/images/brand").exists()
        assert "kit.brand" not in (path.parent / "assets/stylesheets/documents.css").read_text("utf-8")


@pytest.mark.slow
def test_each_part_of_a_brand_may_be_left_out(built: Callable[..., Path]) -> None:
    out = built({"logo": "brand/logo.svg"})
    for audience, tag, _, page in pages(out):
        assert page.xpath("//a[@data-md-component='logo']/img/@src") == ["assets/images/brand/logo.svg"], tag
        assert page.xpath("//link[@rel='icon']/@href") == ["assets/images/rolebook.svg"]  # a logo is too wide for it
        assert ("Rolebook" in page.xpath("//footer")[0].text_content()) is (audience is Audience.INTERNAL)


@pytest.mark.slow
def test_other_generators_are_given_the_brand_as_well(built: Callable[..., Path]) -> None:
    out = built(BRAND, EngineName.FOLDER)
    for side in SIDES.values():
        folder = out / "folder" / side / "ar"
        settings = (folder / "mkdocs.yml").read_text("utf-8")
        assert "logo: assets/images/brand/mark.svg" in settings
        assert BRAND["footer"]["ar"] in settings
        assert (folder / "docs/assets/images/brand/mark.svg").is_file()
        manifest = json.loads((folder / "docs/site.webmanifest").read_text("utf-8"))
        assert all((folder / "docs" / icon["src"]).is_file() for icon in manifest["icons"])
        assert "'site.webmanifest' | url" in (folder / "overrides/main.html").read_text("utf-8")
        assert "--rb-accent:#a31621;" in (folder / "docs/assets/stylesheets/documents.css").read_text("utf-8")


@pytest.mark.slow
def test_a_logo_for_job_boards_alone_is_as_it_was(built: Callable[..., Path], small_data: Data) -> None:
    small_data["careers"]["employer"]["logo"] = "https://bakery.example/logo.png"
    page = (built(None) / "public" / "en" / "jobs" / "baker" / "index.html").read_text("utf-8")
    assert '"logo": "https://bakery.example/logo.png"' in page
