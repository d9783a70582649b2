"""The feeds, field by field, as Indeed, feed readers and search engines read them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import jsonschema
import lxml.etree
import pytest
from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange import feeds
from rolebook.kit import Kit
from rolebook.source import load

from tests.conftest import FIRST, kit_of
from tests.exchange.google import SCHEMA
from tests.exchange.test_job_posting import HOSTILE, public_edition

BASE = "https://careers.example.com"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def editions(kit: Kit) -> list[PublicEdition]:
    return [public_edition(kit, tag) for tag in kit.about.languages]


def jobs(kit: Kit) -> list[dict[str, str]]:
    root = lxml.etree.fromstring(feeds.indeed(editions(kit)))
    assert root.tag == "source"
    return [{field.tag: field.text or "" for field in job} for job in root.findall("job")]


def test_indeed_gets_an_entry_for_each_place(first: Kit) -> None:
    found = {job["referencenumber"]: job for job in jobs(first)}
    assert list(found) == [
        "SO-2026-01-riyadh", "SO-2026-02-riyadh", "SO-2026-02-dubai",
        "SO-2026-03-SA", "SO-2026-03-AE", "SO-2026-03-DE",
    ]  # fmt: skip
    riyadh = found["SO-2026-02-riyadh"]
    assert {name: riyadh[name] for name in riyadh if name != "description"} == {
        "title": "Sales Operations Analyst",
        "date": "2026-11-16T00:00:00+00:00",
        "referencenumber": "SO-2026-02-riyadh",
        "requisitionid": "SO-2026-02",
        "url": f"{BASE}/en/jobs/sales-operations-analyst/",
        "company": "Example Company",
        "city": "Riyadh",
        "state": "Riyadh Province",
        "country": "SA",
        "postalcode": "12211",
        "streetaddress": "1 Example Street",
        "salary": "SAR 14,000 - 19,000 per month",
        "jobtype": "fulltime",
        "remotetype": "Hybrid remote",
        "category": "Analysis",
        "expirationdate": "2027-02-28",
    }
    assert riyadh["description"].startswith("<p>You would find out from our data")
    assert found["SO-2026-03-DE"]["remotetype"] == "Fully remote"
    assert found["SO-2026-03-DE"]["country"] == "DE"


def test_indeed_gets_no_empty_element_and_no_publisher(first: Kit, small: Kit) -> None:
    for kit in (first, small):
        root = lxml.etree.fromstring(feeds.indeed(editions(kit)))
        assert [element.tag for element in root.iter() if not len(element) and not element.text] == []
        assert [element.tag for element in root if element.tag != "job"] == ["lastBuildDate"]


def test_indeed_gets_cdata_without_entities(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["title"]["en"] = HOSTILE
    raw = feeds.indeed(editions(kit_of(small_data))).decode()
    root = lxml.etree.fromstring(raw.encode())
    assert {job.findtext("title") for job in root.findall("job")} == {HOSTILE}
    for name, value in re.findall(r"<(\w+)>(.*?)</\1>", raw.replace("\n", " ")):
        assert name in ("source", "job") or not value or value.startswith("<![CDATA["), name
    outside = re.sub(r"<!\[CDATA\[.*?\]\]>", "", raw, flags=re.DOTALL)
    assert re.findall(r"&(?!gt;)\w+;", outside) == []  # “]]>” in a text is the one that XML needs


def test_the_json_feed_carries_the_postings(first: Kit) -> None:
    feed = json.loads(feeds.json_feed(editions(first)))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}/jobs.json"
    assert len(feed["items"]) == 6
    for item in feed["items"]:
        jsonschema.validate(item["_job_posting"], SCHEMA)
        assert item["id"] == item["url"] == item["_job_posting"]["url"]
        assert item["content_html"] == item["_job_posting"]["description"]
        assert item["language"] == item["url"].split("/")[3]


def test_the_atom_feed_is_complete(first: Kit) -> None:
    root = lxml.etree.fromstring(feeds.atom(editions(first)))
    for name in ("id", "title", "updated"):
        assert root.findtext(f"a:{name}", namespaces=ATOM)
    entries = root.findall("a:entry", ATOM)
    assert len(entries) == 6
    for entry in entries:
        address = entry.findtext("a:id", "", ATOM)
        assert [link.get("href") for link in entry.findall("a:link", ATOM)] == [address]
        published, updated = (entry.findtext(f"a:{name}", "", ATOM) for name in ("published", "updated"))
        assert published.endswith("T00:00:00+00:00")
        assert updated == max(published, f"{first.about.updated}T00:00:00+00:00")
        assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == address.split("/")[3]


@pytest.mark.parametrize(("posted", "day"), [("2026-11-20", "20"), ("2026-11-01", "15")])
def test_a_feed_changes_with_the_kit_and_with_its_newest_posting(
    small_data: dict[str, Any], posted: str, day: str
) -> None:
    small_data["kit"]["updated"] = "2026-11-15"
    small_data["roles"][0]["posting"]["posted"] = posted
    kit = kit_of(small_data)
    atom = lxml.etree.fromstring(feeds.atom(editions(kit)))
    assert atom.findtext("a:updated", "", ATOM) == f"2026-11-{day}T00:00:00+00:00"
    indeed = lxml.etree.fromstring(feeds.indeed(editions(kit)))
    assert indeed.findtext("lastBuildDate", "").endswith(f", {day} Nov 2026 00:00:00 +0000")


@pytest.mark.parametrize("write", [feeds.indeed, feeds.json_feed, feeds.atom, feeds.sitemap])
def test_a_closed_posting_is_in_no_feed(write: Any, first: Kit) -> None:
    assert b"sales-operations-analyst" in write(editions(first))
    assert b"sales-operations-specialist/" not in write(editions(first))
    later = load(FIRST, date(2027, 3, 2)).kit
    assert later is not None
    written = write(editions(later))
    assert b"sales-operations-analyst" not in written
