"""What people mistype in the small kit, one slip at a time, and what they are told: the table of `test_slips`.

Each row has what is typed in place of what, with ▼ before the character that the mark has to stand under; what is said
is wrong; and what to write instead. It is all that is said: nothing else in the kit is wrong, and what follows from the
slip is not told beside it. `tests/golden/slips.txt` shows every row as `rolebook check` prints it.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.conftest import SMALL

TEXT = SMALL.read_text("utf-8")
MARK = "▼"
TITLE = 'title: {en: "Baker", ar: "خباز/ة"}'
LEVEL = '    level: {en: "Professional", ar: "مهني"}'
DUTY = '        text: {en: "Bake the day\'s bread.", ar: "خَبز خبز اليوم."}'
PAY = "pay: {currency: SAR, unit: hour, minimum: 40, maximum: 40}"
SKILL = "      - skill: baking\n        need: required\n        level: 3\n"
QUESTIONS = "questions: [baking/failed-batch, baking/knead, serving/long-queue]"
PROBE = '          - {en: "What did you change?", ar: "ماذا غيّرتم؟"}\n'


def lines_of(words: str) -> list[int]:
    """The numbers of the small kit's lines in which some words stand."""
    return [number for number, line in enumerate(TEXT.splitlines(), start=1) if words in line]


[AT] = lines_of(LEVEL)
HEIR = "  - id: senior-baker"
NAMING_HEIR = [line for line in lines_of("senior-baker") if line not in lines_of(HEIR)]


class Slip(NamedTuple):
    """What is typed in place of what, and what is told of it."""

    name: str
    old: str
    new: str
    said: str
    hint: str


NOT_YAML = (
    Slip("a tab", LEVEL, f"{MARK}\t{LEVEL.strip()}", "indented with a tab", "type spaces: “level: {en:"),
    Slip("a tab behind spaces", LEVEL, f"  {MARK}\t{LEVEL.strip()}", "indented with a tab", "type spaces"),
    Slip(
        "a tab behind a dash",
        "      - skill: baking",
        f"      -{MARK}\tskill: baking",
        "with a tab",
        "“- skill: baking”",
    ),
    Slip(
        "no comma in {}", TITLE, f'title: {{en: "Baker"{MARK} ar: "خباز/ة"}}', "A comma is missing here.", f"“{TITLE}”"
    ),
    Slip(
        "a sign before a key",
        TITLE,
        f'title: {{en: "Baker", {MARK}@ar: "خباز/ة"}}',
        "A text that begins with “@” has to stand in double quotes.",
        '"@ar": "خباز/ة"}',
    ),
    Slip(
        "no comma, no quotes",
        TITLE,
        f"title: {{en: Baker{MARK} ar: خباز}}",
        "A comma is missing",
        "{en: Baker, ar: خباز}",
    ),
    Slip(
        "no comma in []",
        QUESTIONS,
        f'questions: ["baking/failed-batch"{MARK} "baking/knead", "serving/long-queue"]',
        "A comma is missing here.",
        'Write “questions: ["baking/failed-batch", "baking/knead", "serving/long-queue"]”.',
    ),
    Slip("no comma between keys", PAY, PAY.replace("hour,", f"hour{MARK}"), "A comma is missing here.", f"“{PAY}”"),
    Slip(
        "no closing brace",
        TITLE,
        f'title: {{en: "Baker", ar: "خباز/ة"{MARK}',
        "The brace “}” that closes this",
        f"“{TITLE}”",
    ),
    Slip(
        "no brace of an inner text",
        '{level: 2, name: {en: "Basic", ar: "أساسي"}, meaning',
        f'{{level: 2, name: {{en: "Basic", ar: "أساسي"{MARK}, meaning',
        "The brace “}” that closes this is missing.",
        'name: {en: "Basic", ar: "أساسي"}, meaning',
    ),
    Slip(
        "no closing bracket",
        "skills: [baking]\n        source",
        f"skills: [baking{MARK}\n        source",
        "“]”",
        "“skills: [baking]”",
    ),
    Slip("a brace too many", TITLE, f"{TITLE}{MARK}}}", "This “}” is one too many", f"“{TITLE}”"),
    Slip(
        "a colon in an item of two paragraphs",
        PROBE,
        f"          - What did you change\n\n            and why{MARK}: say it.\n",
        "A text with “: ” in it has to stand in double quotes.",
        'Put all of the text in double quotes, from “- "What did you change” on.',
    ),
    Slip(
        "no closing brace for two lines",
        TITLE,
        f'title: {{en: "Baker",\n      ar: "خباز/ة"{MARK}',
        "The brace “}” that closes this is missing.",
        'Write “ar: "خباز/ة"}”.',
    ),
    Slip(
        "one of two brackets closed, two lines below",
        QUESTIONS,
        f"questions: [baking/failed-batch,\n   [baking/knead,\n serving/long-queue]{MARK}",
        "The bracket “]” that closes this is missing.",
        "“serving/long-queue]]”",
    ),
    Slip("a bracket for a brace", TITLE, f"{TITLE[:-1]}{MARK}]", "“]” does not close what “{” opens", f"“{TITLE}”"),
    Slip(
        "no closing quote",
        TITLE,
        f'title: {{en: "Baker{MARK}, ar: "خباز/ة"}}',
        "double quote that closes",
        f"“{TITLE}”",
    ),
    Slip(
        "no closing quote at the end", TITLE, f'title: {{en: "Baker", ar: "خباز/ة{MARK}}}', "double quote", f"“{TITLE}”"
    ),
    Slip(
        "no closing quote in a block",
        'version: "0.1"',
        f'version: "0.1{MARK}',
        "double quote that closes",
        'version: "0.1"',
    ),
    Slip(
        "no space behind a colon",
        "need: required",
        f"need:{MARK}required",
        "space is missing after this colon",
        "“need: required”",
    ),
    Slip("no space, first in its item", "when: day-one", f"when:{MARK}day-one", "after this colon", "“when: day-one”"),
    Slip(
        "no space, last in its item",
        "        essential: true",
        f"        essential:{MARK}true",
        "after this colon",
        "“essential: true”",
    ),
    Slip(
        "no space in braces",
        TITLE,
        f'title: {{{MARK}en:"Baker", ar: "خباز/ة"}}',
        "missing behind “en:”",
        'Write “en: "Baker"”.',
    ),
    Slip(
        "no space behind a dash",
        "      - skill: serving",
        f"      -{MARK}skill: serving",
        "after this dash",
        "“- skill: serving”",
    ),
    Slip(
        "no space behind the first dash",
        "    duties:\n      - id",
        f"    duties:\n      -{MARK}id",
        "A space is missing after this dash.",
        "Write “- id: bake-bread”.",
    ),
    Slip(
        "a colon in a text",
        DUTY,
        f"        text:\n          en: Bake{MARK}: and sell\n          ar: س",
        "A text with “: ” in it",
        '“en: "Bake: and sell"”',
    ),
    Slip(
        "a colon in braces",
        DUTY,
        f"        text: {{en: Bake{MARK}: and sell, ar: س}}",
        "A text with “: ” in it",
        '{en: "Bake: and sell", ar: س}',
    ),
    Slip(
        "a colon in a list of texts",
        '- {en: "Deck oven", ar: "فرن حجري"}',
        f"- {MARK}Deck: an oven",
        "“Deck” is read as a language here, since “: ” follows it.",
        '“"Deck: an oven"”',
    ),
    Slip(
        "a non-breaking space before",
        LEVEL,
        f"{MARK}\u00a0\u00a0  {LEVEL.strip()}",
        "begins with a non-breaking space (U+00A0)",
        "“level: {",
    ),
    Slip(
        "a non-breaking space behind a colon",
        "need: required",
        f"need:{MARK}\u00a0required",
        "looks like a space",
        "“need: required”",
    ),
    Slip(
        "no comma behind '…' with an apostrophe in it",
        DUTY,
        f"        text: {{en: 'Bake the day''s bread.'{MARK} ar: س}}",
        "A comma is missing here.",
        "“text: {en: 'Bake the day''s bread.', ar: س}”",
    ),
    Slip(
        "a colon in an item of two lines",
        PROBE,
        f"          - What did you change\n            and why{MARK}: say it.\n",
        "A text with “: ” in it has to stand in double quotes.",
        'Put all of the text in double quotes, from “- "What did you change” on.',
    ),
    Slip(
        "an apostrophe in '…'",
        DUTY,
        f"        text: {{en: 'Bake the day{MARK}'s bread.', ar: س}}",
        "This apostrophe ends the text",
        '"Bake the day\'s bread."',
    ),
    Slip(
        "quotes in quotes",
        DUTY,
        f'        text: {{en: "Bake {MARK}"the" bread.", ar: س}}',
        "This quote ends the text",
        '"Bake “the” bread."',
    ),
    Slip("@ at the beginning", LEVEL, f"    level: {MARK}@work", "begins with “@”", '“level: "@work"”'),
    Slip("` at the beginning", LEVEL, f"    level: {MARK}`Pro`", "begins with “`”", '“level: "`Pro`"”'),
    Slip("% at the beginning", LEVEL, f"    level: {MARK}%50", "begins with “%”", '“level: "%50"”'),
    Slip("& at the beginning", LEVEL, f"    level: {MARK}& more", "begins with “&”", '“level: "& more"”'),
    Slip("* at the beginning", LEVEL, f"    level: {MARK}*Pro*", "begins with “*”", '“level: "*Pro*"”'),
    Slip("> at the beginning", LEVEL, f"    level: {MARK}> 5 years", "begins with “>”", '“level: "> 5 years"”'),
    Slip("- at the beginning", LEVEL, f"    level: {MARK}- Pro", "begins with “-”", '“level: "- Pro"”'),
    Slip("[ at the beginning", LEVEL, f"    level: {MARK}[Draft] Pro", "begins with “[”", '“level: "[Draft] Pro"”'),
    Slip("{ at the beginning", LEVEL, f"    level: {MARK}{{level}} Pro", "begins with “{”", '“level: "{level} Pro"”'),
    Slip(
        "quoted words first",
        LEVEL,
        f'    level: "Pro" {MARK}and more',
        "goes on behind the quote",
        '“level: "“Pro” and more"”',
    ),
    Slip(
        "a merge",
        LEVEL,
        f"{MARK}<<<<<<< HEAD\n{LEVEL}\n=======\n    level: Pro\n>>>>>>> main",
        f"in two versions, down to line {AT + 4}: a merge was not finished",
        f"Keep line {AT + 1} or line {AT + 3}",
    ),
    Slip(
        "too far to the right",
        LEVEL,
        f"      {MARK}{LEVEL.strip()}",
        "wrong column: with 6 spaces",
        f"Begin it with 4 spaces, as line {AT - 1} does.",
    ),
    Slip(
        "too far to the left",
        LEVEL,
        f"   {MARK}{LEVEL.strip()}",
        "wrong column: with 3 spaces",
        "Begin it with 4 spaces",
    ),
    Slip(
        "a section that is not at the edge",
        "\nskills:\n",
        f"\n {MARK}skills:\n",
        "wrong column: with 1 space before it",
        "Begin it with no space, as line",
    ),
    Slip(
        "a key that may belong to several things, and is nearest to one",
        '"نوبتان."}\n        top:\n',
        f'"نوبتان."}}\n       {MARK}top:\n',
        "wrong column: with 7",
        "8 spaces, as line",
    ),
    Slip(
        "an item too far to the left",
        "      - skill: serving",
        f"     {MARK}- skill: serving",
        "wrong column: with 5",
        "6 spaces",
    ),
    Slip(
        "an Arabic comma between quotes",
        TITLE,
        f'title: {{en: "Baker"{MARK}، ar: "خباز/ة"}}',
        "the Arabic comma",
        f"“{TITLE}”",
    ),
    Slip(
        "curly quotes and a colon",
        LEVEL,
        f"    level: {MARK}“Pro: senior”",
        "does not know curly quotes",
        '“level: "Pro: senior"”',
    ),
    Slip("no colon", "\nroles:\n", f"\nroles{MARK}\n", "The colon behind “roles” is missing.", "“roles:”"),
    Slip(
        "an equals sign",
        "need: required",
        f"need{MARK} = required",
        "stands “=” instead of a colon",
        "“need: required”",
    ),
    Slip(
        "a wide colon", "need: required", f"need{MARK}：required", "stands “：” instead of a colon", "“need: required”"
    ),
    Slip("a backslash", 'version: "0.1"', f'version: "C:{MARK}\\dir"', "“\\d” means nothing", 'version: "C:\\\\dir"'),
    Slip(
        "a control character",
        'en: "Welcome."',
        f'en: "Wel{MARK}\x07come."',
        "The invisible character U+0007",
        "Delete it",
    ),
)

READ_BUT_WRONG = (
    Slip(
        "a non-breaking space at the left",
        "\nroles:\n",
        f"\n{MARK}\u00a0roles:\n",
        "begins with a non-breaking space (U+00A0)",
        "retype it with the space bar: “roles:”",
    ),
    Slip(
        "a comma in a text",
        TITLE,
        f'title: {{en: Baker, {MARK}and more, ar: "خباز/ة"}}',
        "ends at the comma: “and more”",
        '“en: "Baker, and more"”',
    ),
    Slip(
        "... behind its quotes",
        TITLE,
        f'title: {{en: "Baker", {MARK}and more, ar: س}}',
        "ends at the comma: “and more”",
        '“en: "Baker, and more"”',
    ),
    Slip(
        "... in curly quotes",
        TITLE,
        f"title: {{en: “Baker, {MARK}more”, ar: س}}",
        "ends at the comma",
        '“en: "Baker, more"”',
    ),
    Slip(
        "no text in a language",
        TITLE,
        f'title: {{en: "Baker", {MARK}ar: }}',
        "The text in “ar” is empty.",
        'Write it: “ar: "…"”.',
    ),
    Slip(
        "empty quotes",
        TITLE,
        f'title: {{{MARK}en: "", ar: "خباز/ة"}}',
        "The text in “en” is empty.",
        'Write it: “en: "…"”',
    ),
    Slip(
        "no text at all", f"    {TITLE}", f"    title:{MARK}", "“title” is empty.", 'Write “title: {en: "…", ar: "…"}”'
    ),
    Slip(
        "one language in braces",
        TITLE,
        f'title: {MARK}{{en: "Baker"}}',
        "missing in: ar",
        'Add “ar: "…"” inside the braces: “{en: "…", ar: "…"}”.',
    ),
    Slip(
        "one language in lines",
        f"    {TITLE}",
        f"    title:\n      {MARK}en: Baker",
        "missing in: ar",
        "Add a line “ar: …” below",
    ),
    Slip(
        "one language without a tag",
        TITLE,
        f"title: {MARK}Baker",
        "missing in: ar",
        'Write “title: {en: "Baker", ar: "…"}”.',
    ),
    Slip(
        "a language too many",
        TITLE,
        f'title: {{en: "B", ar: "خ", {MARK}fr: "B"}}',
        "does not name the language fr",
        "It names: en, ar.",
    ),
    Slip(
        "a language in capitals",
        TITLE,
        f'title: {{{MARK}En: "Baker", ar: "خ"}}',
        "“En” is not a language tag",
        "Did you mean “en”?",
    ),
    Slip("a number for a text", TITLE, f'title: {{{MARK}en: 2026, ar: "خ"}}', "is read as a number", '“en: "2026"”'),
    Slip(
        "an invisible character",
        TITLE,
        f'title: {{{MARK}en: "B\\u202Eaker", ar: "خ"}}',
        "The text in “en” holds the invisible character U+202E",
        "Delete it",
    ),
    Slip(
        "a number in quotes",
        SKILL,
        SKILL.replace("level: 3", f'level: {MARK}"3"'),
        "a whole number, but this is text",
        "Remove the quotes: “level: 3”.",
    ),
    Slip(
        "a number with its unit",
        "minutes: 45",
        f"minutes: {MARK}45 min",
        "a whole number, but this is text",
        "Write the figures alone: “minutes: 45”.",
    ),
    Slip(
        "a number out of range",
        "minutes: 45",
        f"minutes: {MARK}500",
        "“minutes” is 500; it has to be at most 240.",
        "another number",
    ),
    Slip(
        "a version as a number",
        'version: "0.1"',
        f"version: {MARK}1.10",
        "Expected text, but this is a number.",
        'Put it in double quotes: “version: "1.10"”.',
    ),
    Slip(
        "a postal code as a number",
        'postal_code: "46411"',
        f"postal_code: {MARK}01067",
        "this is a number",
        '“postal_code: "01067"”',
    ),
    Slip(
        "a list as a text",
        "languages: [en, ar]",
        f"languages: {MARK}en, ar",
        "Expected a list, but this is text.",
        "“languages: [en, ar]”",
    ),
    Slip(
        "a list of one as a text",
        "backgrounds: [home-bakers]",
        f"backgrounds: {MARK}home-bakers",
        "Expected a list",
        "“backgrounds: [home-bakers]”",
    ),
    Slip(
        "a text for true or false",
        "        essential: true",
        f"        essential: {MARK}maybe",
        "Expected true or false",
        "“essential: true” or “essential: false”",
    ),
    Slip(
        "an Arabic comma in a list",
        "skills: [baking]\n        source",
        f"skills: [{MARK}baking، serving]\n        source",
        "comma in it",
        "Write “baking, serving”.",
    ),
    Slip(
        "an id in capitals",
        "skills: [baking]\n        source",
        f"skills: [{MARK}Baking]\n        source",
        "not a valid id",
        "Perhaps “baking”?",
    ),
    Slip(
        "an id in curly quotes",
        "objective: fresh-bread\n        essential: true",
        f"objective: {MARK}“fresh-bread”\n        essential: true",
        "not a valid id",
        "Remove the quotes: “objective: fresh-bread”.",
    ),
    Slip(
        "languages by name",
        "languages: [en, ar]",
        f"languages: [{MARK}English, ar]",
        "“English” is not a language code",
        "Write en.",
    ),
    Slip(
        "languages with an Arabic comma",
        "languages: [en, ar]",
        f"languages: [{MARK}en، ar]",
        "comma in it",
        "Write “en, ar”.",
    ),
    Slip(
        "thousands with a comma",
        PAY,
        PAY.replace("maximum: 40", f"maximum: 58,{MARK}000"),
        "The comma ends the number",
        "as in “48000”",
    ),
    Slip(
        "thousands with two commas",
        PAY,
        PAY.replace("40, maximum: 40", f"48,{MARK}000, maximum: 58,000"),
        "The comma ends the number",
        "as in “48000”",
    ),
    Slip(
        "thousands in quotes",
        PAY,
        PAY.replace("40, maximum", f'{MARK}"40,000", maximum').replace("maximum: 40", "maximum: 40000"),
        "Expected a number, but this is text.",
        "“minimum: 40000”",
    ),
    Slip(
        "thousands with a space",
        PAY,
        PAY.replace("maximum: 40", f"maximum: {MARK}48 000"),
        "Expected a number",
        "“maximum: 48000”",
    ),
    Slip(
        "a German date",
        "valid_through: 2026-12-31",
        f"valid_through: {MARK}31.12.2026",
        "is not a date",
        "“valid_through: 2026-12-31”",
    ),
    Slip(
        "an American date",
        "valid_through: 2026-12-31",
        f"valid_through: {MARK}12/31/2026",
        "is not a date",
        "“valid_through: 2026-12-31”",
    ),
    Slip(
        "a date that may be two",
        "valid_through: 2026-12-31",
        f"valid_through: {MARK}05/06/2026",
        "is not a date",
        "“2026-06-05” for 5 June or “2026-05-06” for 6 May",
    ),
    Slip(
        "a date in words",
        "valid_through: 2026-12-31",
        f"valid_through: {MARK}31 December 2026",
        "is not a date",
        "“valid_through: 2026-12-31”",
    ),
    Slip(
        "no such day",
        "valid_through: 2026-12-31",
        f"valid_through: {MARK}2026-11-31",
        "There is no such day as 2026-11-31.",
        "the month's last day",
    ),
    Slip(
        "a country's name",
        "country: SA, region",
        f"country: {MARK}Germany, region",
        "not a country's code",
        "Write “country: DE”.",
    ),
    Slip("a currency's sign", "currency: SAR", f"currency: {MARK}€", "not a currency's code", "Write “currency: EUR”."),
    Slip(
        "an address without https",
        "url: https://bakery.example/\n",
        f"url: {MARK}www.bakery.example\n",
        "not a web address",
        "“url: https://www.bakery.example”",
    ),
    Slip(
        "a choice that is none",
        "need: required",
        f"need: {MARK}must",
        "“must” is not one of the choices.",
        "Write “required” or “preferred”.",
    ),
    Slip(
        "a choice misspelt",
        "need: required",
        f"need: {MARK}Requried",
        "not one of the choices",
        "Did you mean “required”?",
    ),
    Slip(
        "a key misspelt", LEVEL, f"{LEVEL}\n    {MARK}famly: x", "“famly” is not known here.", "Did you mean “family”?"
    ),
    Slip(
        "a key twice",
        "need: required",
        f"need: required\n        {MARK}need: preferred",
        f"a second time; the first is on line {lines_of('need: required')[0]}",
        "Remove one",
    ),
    Slip(
        "too few items",
        f'        probes:\n          - {{en: "How did you notice?", ar: "كيف انتبهتم؟"}}\n{PROBE}',
        f"        {MARK}probes:\n          - {{en: x, ar: س}}\n",
        "“probes” needs at least 2 items; there is 1.",
        "Add what is missing",
    ),
    Slip(
        "no items",
        '  expect:\n    - {en: "An apron is lent.", ar: "نعيركم مئزرًا."}\n',
        f"  {MARK}expect: []\n",
        "“expect” needs at least 1 item; there is none.",
        "Add what is missing",
    ),
    Slip(
        "an id misspelt",
        "objective: fresh-bread\n        essential: true",
        f"objective: {MARK}fresh-bred\n        essential: true",
        "There is no objective “fresh-bred”.",
        "Did you mean “fresh-bread”?",
    ),
    Slip(
        "a profile that there is not",
        "follows: [saudi-arabia, harbour-town]",
        f"follows: [{MARK}germany]",
        "no jurisdiction profile “germany”",
        "There are: european-union, harbour-town, saudi-arabia, united-arab-emirates, united-states.",
    ),
    Slip(
        "extends misspelt",
        "extends: baker",
        f"extends: {MARK}bakr",
        "There is no role “bakr”.",
        "Did you mean “baker”? What this role would take over is not looked at until then.",
    ),
    Slip(
        "extends nobody that there is",
        "extends: baker",
        f"extends: {MARK}pastry-chef",
        "There is no role “pastry-chef”.",
        "There are: baker, senior-baker.",
    ),
    Slip(
        "extends two roles",
        "extends: baker",
        f"extends: {MARK}baker senior-baker",
        "“baker senior-baker” is not a valid id.",
        "If these are several, a comma is missing between them: “baker, senior-baker”. If it is one: ",
    ),
    Slip(
        "extends what is no id, in curly quotes",
        "extends: baker",
        f"extends: {MARK}“Head Baker!”",
        "is not a valid id.",
        "as in “sales-planning”. Perhaps “head-baker”?",
    ),
    Slip(
        "a question that its skill does not have",
        "questions: [baking/failed-batch,",
        f"questions: [{MARK}baking/nothing-that-is-there,",
        "There is no question “baking/nothing-that-is-there”.",
        "There are: baking/burnt-loaf, baking/failed-batch, baking/knead.",
    ),
    Slip(
        "extends itself",
        "extends: baker",
        f"extends: {MARK}senior-baker",
        "The role “senior-baker” extends itself.",
        "Name another role",
    ),
    Slip(
        "an id twice, by copying",
        HEIR,
        f"  - id: {MARK}baker",
        "The role “baker” is declared a second time",
        f"Was it “senior-baker”? There is no such role any more, but lines {', '.join(map(str, NAMING_HEIR[:8]))} ",
    ),
    Slip(
        "neither of two keys",
        '{who: {en: "The mill", ar: "المطحنة"}, on',
        f"{MARK}{{on",
        "Here must stand “role” or “who”",
        "Add a line “role: …”.",
    ),
)

NOT_WHAT_WAS_TYPED = (
    Slip(
        "# without a space",
        f"    {TITLE}",
        f"    title:\n      en: Baker of {MARK}#1 bread\n      ar: س",
        "ends before “#”: “#1 bread”",
        '"Baker of #1 bread"',
    ),
    Slip(
        "# before a number",
        f"    {TITLE}",
        f"    title:\n      en: Baker {MARK}# 4\n      ar: س",
        "ends before “#”: “# 4”",
        '"Baker # 4"',
    ),
    Slip(
        "# in a second line",
        f"    {TITLE}",
        f"    title:\n      en: Baker of\n        bread {MARK}#1\n      ar: س",
        "ends before “#”",
        '"Baker of bread #1"',
    ),
    Slip(
        "# behind a bracket",
        f"    {TITLE}",
        f"    title:\n      en: Baker ( {MARK}# four)\n      ar: س",
        "ends before “#”",
        '"Baker ( # four)"',
    ),
    Slip(
        "& before a word",
        f"    {TITLE}",
        f"    title:\n      en: {MARK}&nice bread\n      ar: س",
        "“&nice” is not part of this text",
        '"&nice bread"',
    ),
    Slip(
        "curly quotes",
        TITLE,
        f"title: {{en: {MARK}“Baker”, ar: س}}",
        "readers see them around “Baker”",
        'Write straight ones: "Baker".',
    ),
    Slip(
        "German quotes",
        TITLE,
        f"title: {{en: {MARK}„Baker“, ar: س}}",
        "readers see them around “Baker”",
        'Write straight ones: "Baker".',
    ),
    Slip(
        "a curly and a straight quote",
        TITLE,
        f'title: {{en: {MARK}“Baker", ar: س}}',
        "readers see them around “Baker”",
        '"Baker"',
    ),
    Slip(
        "a quote at the end alone",
        TITLE,
        f'title: {{en: {MARK}Baker", ar: س}}',
        "ends with a quote and begins with none",
        '"Baker"',
    ),
    Slip(
        "thousands with a point",
        PAY,
        PAY.replace("minimum: 40, maximum: 40", f"minimum: {MARK}48.000, maximum: 58000"),
        "“48.000” is 48 here",
        "“minimum: 48000”",
    ),
    Slip(
        "pay that is none",
        PAY,
        f"{PAY[:32]}".replace("hour", "year") + f" minimum: {MARK}48, maximum: 58}}",
        "would be paid 48 SAR a year",
        "48000",
    ),
)
