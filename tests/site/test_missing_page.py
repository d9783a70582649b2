"""The page for what is not there: a server shows it at any address, and it looks like the site's other pages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest


def test_hosts_find_it_above_all_languages_in_the_first_of_them(site: Path) -> None:
    assert (site / "404.html").read_bytes() == (site / "en" / "404.html").read_bytes()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_what_it_loads_and_leads_to_is_there_whatever_address_was_asked_for(site: Path, tag: str) -> None:
    tree = lxml.html.parse(site / tag / "404.html").getroot()
    addresses = tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src | //main//a/@href")
    assert len(addresses) > 3
    for address in addresses:
        if address.startswith("#"):
            continue
        assert address.startswith(f"/{tag}/"), address
        file = site / unquote(urlsplit(address).path).lstrip("/")
        assert (file / "index.html" if file.is_dir() else file).is_file(), address


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_it_offers_a_search_and_the_pages_of_the_menu_and_candidates_the_open_positions(
    site: Path, public_site: Path, tag: str
) -> None:
    internal, public = (lxml.html.parse(one / tag / "404.html").getroot() for one in (site, public_site))
    assert len(internal.xpath("//article//form[@role='search']//input[@name='q']")) == 1
    pages = internal.xpath("//article//*[@class='rb-missing__pages']//a/@href")
    roles = f"/{tag}/roles/"
    menu = internal.xpath("//*[contains(@class, 'rb-menu')]//li//a/@href")
    assert pages[0] == roles
    assert set(pages) == {one for one in menu if one == roles or not one.startswith(roles)}  # for each role, its list
    way, other = public.xpath("//article//a/@href")
    assert way.endswith(f"/{tag}/")
    assert other.endswith(f"/../{'ar' if tag == 'en' else 'en'}/")


@pytest.mark.parametrize(
    ("tag", "other", "said"), [("en", "ar", "هذه الصفحة غير موجودة"), ("ar", "en", "This page does not exist")]
)
def test_it_says_so_in_the_other_languages_as_well(site: Path, tag: str, other: str, said: str) -> None:
    [part] = lxml.html.parse(site / tag / "404.html").getroot().xpath("//article//*[@lang]")
    assert (part.get("lang"), part.get("dir")) == (other, "rtl" if other == "ar" else "ltr")
    assert part.xpath(".//h2")[0].text_content() == said
    assert part.xpath(".//a/@href") == [f"/{tag}/../{other}/"]
