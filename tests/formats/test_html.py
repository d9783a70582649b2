"""A document as HTML: every text appears as written, whatever is in it."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.documents.blocks import (
    Callout,
    Definitions,
    Document,
    Evidence,
    Heading,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Table,
    Verbatim,
)
from rolebook.formats import html
from rolebook.formats.search import text_of
from rolebook.language import Language, forget_catalogues

from tests.test_language import write_catalogue
from tests.thoroughness import TIMES

HOSTILE = (
    "<script>alert(1)</script>",
    "</code></pre><img src=x onerror=alert(1)>",
    "{{ config }} {% raw %} {# x #}",
    "**bold** _it_ `code` [a](javascript:x) ![b](c)",
    "text { .class #id onclick=x }",
    ":smile: &amp; &lt; &#x41;",
    "[^1] ++del++ ~~x~~ H~2~O x^2^ ==mark==",
    "!!! note\n    admonition",
    "--8<-- \"file\"",
    "# heading | cell | ---",
    "‏نص عربي with Latin (x)",
)  # fmt: skip


def document(text: str) -> Document:
    runs = (Run(text),)
    return Document(
        Kind.GLOSSARY,
        "",
        "en",
        title=text,
        description=text,
        blocks=(
            Heading(text, "a"),
            Paragraph(runs),
            Listing((Item(runs),)),
            Definitions(((runs, runs),)),
            Table(text, (text,), ((runs,),)),
            Callout("note", text, (Paragraph(runs),)),
            Verbatim(text, text),
        ),
        eyebrow=text,
    )


def shown(text: str) -> list[str]:
    tree = lxml.html.fragment_fromstring(html.write(document(text), Language("en"), lambda target: "#"), "div")
    assert not tree.xpath("//script | //img | //*[@onclick] | //*[@onerror]")
    for bar in tree.xpath("//p[button]"):
        bar.drop_tree()
    tags = ["h1", "h2", "p", "li", "dt", "dd", "caption", "th", "td", "figcaption", "code"]
    return [" ".join((node.text_content() or "").split()) for tag in tags for node in tree.iter(tag)]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_appears_as_written(text: str) -> None:
    assert set(shown(text)) == {" ".join(text.split())}


@settings(max_examples=100 * TIMES, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1).filter(lambda text: text.strip())
)
def test_any_text_appears_as_written(text: str) -> None:
    assert {one.replace(" ", "") for one in shown(text)} == {"".join(text.split())}


def test_files_follow_what_a_page_is_about() -> None:
    lead, rest = Paragraph((Run("What it is about."),), lead=True), Paragraph((Run("The rest."),))
    page = Document(Kind.FACTS, "", "en", title="Title", description="", blocks=(lead, rest))
    written = html.write(page, Language("en"), lambda target: "#", [html.Download("Title", "a.pdf", "PDF", 1)])
    assert written.index("What it is about.") < written.index("a.pdf") < written.index("The rest.")


def test_a_page_says_the_words_that_its_language_has_now(tmp_path: Path) -> None:
    """Macros are kept for each language: not for one whose catalogue says something else."""
    judgement = Document(
        Kind.GLOSSARY,
        "",
        "fr",
        title="a",
        description="a",
        blocks=(Paragraph((Evidence(()),)),),
    )
    for word in ("rédaction", "avis"):
        write_catalogue(tmp_path / "fr.po", "editorial", word)
        forget_catalogues()
        assert f">{word}</a>" in html.write(judgement, Language("fr", (tmp_path,)), lambda target: "#")


@pytest.mark.parametrize(("number", "are_folded"), [(0, False), (1, False), (8, False), (9, True)])
def test_more_than_eight_files_are_folded_up(number: int, are_folded: bool) -> None:
    files = [html.Download(f"File {each}", f"{each}.pdf", "PDF", 1_000) for each in range(number)]
    page = lxml.html.fromstring(html.write(document("x"), Language("en"), lambda _: "#", files))
    assert [link.get("href") for link in page.iter("a")] == [file.name for file in files]
    folded = [details.findtext("summary") for details in page.iter("details")]
    assert folded == (["Downloads (9)"] if are_folded else [])


def test_the_search_reads_a_label_with_a_mark_as_one_that_ends_with_a_colon() -> None:
    said = '<div><dt>Into: <a href="#">Manager</a> <span class="rb-mark">3</span></dt><dd>Ready.</dd></div>'
    assert text_of(said) == "Into: Manager 3:\nReady."
