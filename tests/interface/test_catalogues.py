"""Catalogues as people and their tools leave them: read, brought up to date, and never believed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import lxml.html
import openpyxl
import pytest
from babel.messages.pofile import read_po
from rolebook.interface import catalogue, template
from rolebook.interface.entries import Entry
from rolebook.language import SHIPPED, Language

from tests.conftest import SMALL
from tests.test_cli import run

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n > 1;\\n"

"""
Beside = Callable[[str | bytes], Path]


@pytest.fixture
def beside(tmp_path: Path) -> Beside:
    """Writes a French catalogue beside a kit that has French as a draft, and says where the kit is."""

    def write(content: str | bytes) -> Path:
        catalogue.forget()
        kit = tmp_path / "roles.yaml"
        text = SMALL.read_text("utf-8").replace("languages: [en, ar]", "languages: [en, ar, {tag: fr, draft: true}]")
        kit.write_text(text, "utf-8")
        (tmp_path / "locale").mkdir(exist_ok=True)
        (tmp_path / "locale" / "fr.po").write_bytes(content if isinstance(content, bytes) else content.encode())
        return kit

    return write


def test_a_new_catalogue_is_empty_and_complete(tmp_path: Path) -> None:
    (tmp_path / "roles.yaml").write_bytes(SMALL.read_bytes())
    result = run("translate", tmp_path / "roles.yaml", "--interface", "ru")
    assert result.exit_code == 0, result.output
    number = len(template.messages(template.READERS))
    assert f"0 of {number} messages that readers see are translated." in result.output
    path = tmp_path / "locale" / "ru.po"
    with path.open("rb") as file:
        messages = [message for message in read_po(file, locale="ru") if message.id]
    with (SHIPPED / "ar.po").open("rb") as file:
        arabic = {message.id for message in read_po(file) if message.id}
    assert {message.id for message in messages} == arabic
    assert not any(any(one.string) if isinstance(one.string, tuple) else one.string for one in messages)
    assert all(message.auto_comments for message in messages)
    text = path.read_text("utf-8")
    assert re.search(r'"Plural-Forms: nplurals=3; plural=', text)
    assert '"Language: ru\\n"' in text
    assert 'msgstr[2] ""' in text
    assert not (tmp_path / "locale" / "ru.reference.po").exists()
    run("translate", tmp_path / "roles.yaml", "--interface", "ru", "--maintainers")
    assert "Its question bank." in (tmp_path / "locale" / "ru.reference.po").read_text("utf-8")


def test_bringing_one_up_to_date_loses_nothing(beside: Beside) -> None:
    kit = beside(
        "# By Anne.\n" + HEAD
        + '# A choice of ours.\nmsgid "Scorecard"\nmsgstr "Grille"\n\n'
        + 'msgid "Its question bank."\nmsgstr "Sa banque de questions."\n\n'
        + 'msgid "No longer said"\nmsgstr "Plus dit"\n\n'
        + '#, fuzzy\nmsgid "Home"\nmsgstr "Maison"\n\n'
        + 'msgid "{n} minute"\nmsgid_plural "{n} minutes"\nmsgstr[0] "{n} minute"\nmsgstr[1] "{n} minutes"\n'
    )  # fmt: skip
    said = run("translate", kit, "--interface", "fr")
    assert said.exit_code == 0, said.output
    assert f"2 of {len(template.messages(template.READERS))} messages" in said.output
    text = (kit.parent / "locale" / "fr.po").read_text("utf-8")
    assert text.startswith("# By Anne.\n")
    assert "# A choice of ours.\n#. " in text
    assert 'msgid "Scorecard"\nmsgstr "Grille"' in text
    assert 'msgstr "Sa banque de questions."' in text
    assert '#~ msgid "No longer said"\n#~ msgstr "Plus dit"' in text
    assert re.search(r'#, fuzzy\nmsgid "Home"\nmsgstr "Maison"', text)
    assert run("translate", kit, "--interface", "fr").exit_code == 0
    assert (kit.parent / "locale" / "fr.po").read_text("utf-8") == text, "a second time changes nothing"
    french = Language("fr", (kit.parent / "locale", SHIPPED))
    assert french.gettext("Scorecard") == "Grille"
    assert french.gettext("Its question bank.") == "Sa banque de questions."
    assert french.gettext("Home") == "Home", "what is marked as fuzzy is not read by anybody yet"


BROKEN = {
    "a missing quote": ('msgid "Home"\nmsgstr "Accueil\n', 7, "catalogue-syntax"),
    "no quotes at all": ('msgid "Home"\nmsgstr Accueil\n', 7, "catalogue-syntax"),
    "a stray word": ('msgid "Home"\nmsgstr "Accueil"\n\noops\n', 9, "catalogue-syntax"),
    "no translation": ('msgid "Home"\n\nmsgid "Roles"\nmsgstr "Postes"\n', 8, "catalogue-syntax"),
    "a foreign placeholder": (
        'msgid "Scorecard: {role}"\nmsgstr "{role.__class__} {role}"\n',
        6,
        "catalogue-placeholder",
    ),
    "a missing placeholder": ('msgid "Scorecard: {role}"\nmsgstr "Grille"\n', 6, "catalogue-placeholder"),
    "a placeholder that is huge": (
        'msgid "Scorecard: {role}"\nmsgstr "{role:>99999999}"\n',
        6,
        "catalogue-placeholder",
    ),
    "a brace": ('msgid "Scorecard: {role}"\nmsgstr "{role} {"\n', 6, "catalogue-placeholder"),
    "too many plural forms": (
        'msgid "{n} role"\nmsgid_plural "{n} roles"\nmsgstr[0] "{n} x"\nmsgstr[1] "{n} y"\nmsgstr[2] "{n} z"\n',
        6,
        "catalogue-plurals",
    ),
    "a control character": ('msgid "Home"\nmsgstr "Acc\u202eueil"\n', 6, "catalogue-character"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_used_is_named_with_its_line_and_appears_in_english(name: str, beside: Beside) -> None:
    body, line, code = BROKEN[name]
    kit = beside(HEAD + body)
    result = run("check", kit)
    assert result.exit_code == 0, result.output
    assert re.search(rf"locale/fr\.po:{line}:1: warning: .* \[{code}\]\n +{line} \| ", result.output), result.output
    french = Language("fr", (kit.parent / "locale", SHIPPED))
    assert french.gettext("Home") == "Home" or name == "a stray word"
    assert french.gettext("Scorecard: {role}", role="x") == "Scorecard: x"
    assert french.ngettext("{n} role", "{n} roles", 2) == "2 roles"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD.replace("utf-8", "klingon").encode() + b'msgid "Home"\nmsgstr "Accueil"\n', "the charset “klingon”"),
        (HEAD.replace("utf-8", "hex").encode() + b'msgid "Home"\nmsgstr "Accueil"\n', "not used"),
        (HEAD.encode() + 'msgid "Roles"\nmsgstr "Rôles"\n'.encode("latin-1"), "it is not text in UTF-8"),
        (HEAD.replace("utf-8", "utf-7").encode() + b'msgid "Home"\nmsgstr "+2AA-"\n', "it is not text in UTF-7"),
        (bytes(range(256)) * 20, "not used"),
        (HEAD.replace("n > 1", "n / 0").encode(), "is no rule for plurals; fr has “nplurals="),
        (HEAD.replace("n > 1", "n + 7").encode(), "is no rule for plurals"),
        (HEAD.replace("n > 1", "__import__('os')").encode(), "is no rule for plurals"),
        (b"", "translated into fr"),
    ],
)
def test_a_file_that_is_no_catalogue_is_left_out(content: bytes, said: str, beside: Beside) -> None:
    kit = beside(content)
    result = run("check", kit)
    assert result.exit_code == 0
    assert said in result.output
    assert Language("fr", (kit.parent / "locale", SHIPPED)).ngettext("{n} role", "{n} roles", 0).startswith("0 role")


def test_another_charset_is_read_as_its_header_says(beside: Beside) -> None:
    kit = beside(HEAD.replace("utf-8", "iso-8859-1").encode() + 'msgid "Roles"\nmsgstr "Rôles"\n'.encode("latin-1"))
    assert Language("fr", (kit.parent / "locale", SHIPPED)).gettext("Roles") == "Rôles"
    run("translate", kit, "--interface", "fr")
    written = (kit.parent / "locale" / "fr.po").read_bytes()
    assert "Rôles".encode() in written
    assert b"charset=utf-8" in written


def test_a_broken_catalogue_is_left_as_it_is(beside: Beside) -> None:
    content = HEAD + 'msgid "Home"\nmsgstr "Accueil\n'
    kit = beside(content)
    result = run("translate", kit, "--interface", "fr")
    assert result.exit_code == 1
    assert "Correct these lines first." in result.output
    assert (kit.parent / "locale" / "fr.po").read_text("utf-8") == content


TOKENS = (
    b'"', b"\\", b"\n", b"msgid ", b'msgstr[9] "x"', b"#~ ", b"#, fuzzy\n", b"{", b"}", b"\x00", b"\xff", b"\xef\xbb",
    b"charset=utf-16", b"charset=unicode_escape", b"charset=undefined", b'msgctxt "a"', b"plural=n%0;", b"nplurals=9;",
)  # fmt: skip


def test_any_catalogue_is_read_without_a_traceback_and_written_without_a_loss(beside: Beside) -> None:
    random = Random(15)
    whole = (SHIPPED / "ar.po").read_bytes()[:12_000]
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(random.randint(1, 8)):
            place = random.randrange(len(content))
            content[place : place + random.choice((0, 1, 30))] = random.choice(TOKENS)
        path = beside(bytes(content)).parent / "locale" / "fr.po"
        french = Language("fr", (path.parent, SHIPPED))
        assert [french.ngettext("{n} minute", "{n} minutes", n) for n in (0, 1, 2, 11, 1_000_000)]
        assert french.gettext("Scorecard: {role}", role="x")
        known = catalogue.read(path, "fr")
        if known.is_sound:
            path.write_text(template.written("fr", template.READERS, known), "utf-8")
            catalogue.forget()
            again = catalogue.read(path, "fr")
            assert again.is_sound
            kept = known.translations.keys() & template.messages(template.READERS)
            assert {message: again.translations.get(message) for message in kept} == {
                message: known.translations[message] for message in kept
            }


HOSTILE = "=<img src=x onerror=alert(1)>\"'\\/*[]?:</script></template>{{ 7*7 }}#eval(1)"


@pytest.mark.slow
def test_no_word_of_a_catalogue_becomes_markup_or_a_formula(beside: Beside) -> None:
    text = HEAD
    for domain in template.ENDINGS:
        for entry in template.template(domain):
            originals = (entry.message,) if isinstance(entry.message, str) else entry.message
            names = dict.fromkeys(re.findall(r"\{\w+\}", originals[0]))
            words = HOSTILE.replace("{{", "").replace("}}", "") + "".join(names)
            forms = {"msgstr": words} if len(originals) == 1 else {"msgstr[0]": words, "msgstr[1]": words}
            ids = {key: value for key, value in entry.parts.items() if key.startswith("msgid")}
            text += template._lines(Entry(0, [], ids | forms)) + "\n"
    kit = beside(text)
    assert len(Language("fr", (kit.parent / "locale", SHIPPED)).gettext("Scorecard")) > 20
    result = run("build", kit, "--only", "site", "--lang", "fr")
    assert result.exit_code == 0, result.output
    pages = list((kit.parent / "site" / "fr").rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        tree = lxml.html.parse(str(page)).getroot()
        live = [one for one in tree.xpath("//*[@onerror]") if not in_navigation(one)]
        assert not live, (page, [lxml.html.tostring(one.getparent())[:200] for one in live])
        assert "49" not in tree.xpath("//title")[0].text_content()
    book = openpyxl.load_workbook(kit.parent / "site/fr/roles/baker/scorecard/scorecard.xlsx")
    head = [cell for cell in book.worksheets[0]["A"] if cell.value]
    assert head
    assert all(cell.data_type == "s" for cell in head)


def in_navigation(element: lxml.html.HtmlElement) -> bool:
    """Whether it stands in the theme's navigation, whose titles `publish.navigation` escapes."""
    return any(
        (one.get("class") or "").startswith(("md-nav", "md-tabs", "md-header")) for one in element.iterancestors()
    )


@pytest.mark.slow
def test_a_french_colon_stands_after_each_label(beside: Beside) -> None:
    kit = beside(HEAD + 'msgid ": "\nmsgstr " : "\n\nmsgid "Handout:"\nmsgstr "Document :"\n')
    for document, form in (("interview-kit", "md"), ("interview-kit", "txt"), ("job-description", "txt")):
        said = run("export", document, kit, "--role", "baker", "--lang", "fr", "--format", form).output
        assert " : " in said
        labels = re.findall(r"^\W*(Notes|Listen for|Strong|Probes|Job family and level)\W*?(\s?):", said, re.MULTILINE)
        assert labels
        assert all(space in (" ", "\u00a0") for _, space in labels), said
    run("build", kit, "--only", "site", "--lang", "fr")
    page = lxml.html.parse(str(kit.parent / "site/fr/roles/baker/index.html")).getroot()
    [body] = page.find_class("rb-body")
    assert body.get("style") == '--rb-colon: "\\20 \\3a \\20 "'
    stage = lxml.html.parse(str(kit.parent / "site/fr/debrief/index.html")).getroot()
    assert '"colon":" : "' in stage.xpath("//rb-debrief/template")[0].text_content()
