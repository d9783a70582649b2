"""What the codes of mistakes of form, and of catalogues, mean, with an example each.

For `rolebook check --explain`, and for code hosts.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Form(NamedTuple):
    """A kind of mistake of form: what it is, why it matters, and a correct example."""

    title: str
    meaning: str
    example: str


FORMS: Final[dict[str, Form]] = {
    "bad-address": Form(
        "An address that is none.",
        "A web address begins with https:// or http://; an e-mail address has a name, an @ and a domain.",
        "url: https://www.example.com/jobs",
    ),
    "bad-date": Form("A date that is none.", "Dates are written year-month-day.", "reviewed: 2026-11-23"),
    "bad-id": Form(
        "An id that cannot be one.",
        "Ids are parts of addresses and file names: lower-case letters, digits and hyphens. Facts are numbered as F22.",
        "id: sales-planning",
    ),
    "bad-number": Form(
        "A number with a sign between its figures.",
        "A comma ends a value in braces, and a point begins the decimals.",
        "pay: {currency: EUR, unit: year, minimum: 48000, maximum: 58000}",
    ),
    "bad-requisition": Form(
        "A posting's number that no address can end with.",
        "A role's first posting has the role's address; those of the others end with their numbers.",
        "identifier: SO-2026-04",
    ),
    "bad-range": Form(
        "A range that ends before it begins.",
        "The maximum is the higher number, and the last day the later one.",
        "posted: 2026-11-01\nvalid_through: 2026-12-01",
    ),
    "catalogue-character": Form(
        "A character in a catalogue that cannot be shown as it is written.", "The English appears instead.", ""
    ),
    "catalogue-placeholder": Form(
        "A translation that lost what is filled in later.",
        "What stands in braces in a message, as {role}, stands in its translation as well.",
        'msgid "Page of {role}"\nmsgstr "Page de {role}"',
    ),
    "catalogue-plurals": Form(
        "A message with too many or too few plural forms.",
        "A language has as many forms for “{n} roles” as “Plural-Forms” in the head of its catalogue says.",
        'msgid "{n} role"\nmsgid_plural "{n} roles"\nmsgstr[0] "{n} poste"\nmsgstr[1] "{n} postes"',
    ),
    "catalogue-syntax": Form(
        "A catalogue that is not in gettext's PO form.",
        "A msgid with the English is followed by a msgstr with the translation, each text between two quotes. An "
        "editor such as Poedit keeps to it by itself.",
        'msgid "Roles"\nmsgstr "Postes"',
    ),
    "catalogue-unreadable": Form(
        "A catalogue that is not UTF-8 text.",
        "Its head says so; none of it is used until it is.",
        '"Content-Type: text/plain; charset=utf-8\\n"',
    ),
    "duplicate-id": Form(
        "An id that is declared twice.",
        "Everything refers to items by their ids, so each has one of its own. A copied item needs a new one.",
        "- id: support-analyst\n- id: senior-support-analyst",
    ),
    "duplicate-key": Form(
        "A key that stands twice in one place.",
        "Only one of the two would be read. Keep one, or join what they say.",
        'tools: [{en: "CRM"}, {en: "Spreadsheets"}]',
    ),
    "empty-file": Form("A file without a kit in it.", "`rolebook init` writes a new one.", "rolebook init my-kit"),
    "empty-text": Form(
        "A text without words.",
        "A key whose text is not needed is left out as a whole, in every language.",
        'title: {en: "Baker", ar: "خباز/ة"}',
    ),
    "endless-alias": Form(
        "An alias inside of what it repeats.",
        "*name repeats what is marked &name, so it can stand only behind it.",
        "anchors: &levels\n  1: …\n# elsewhere\nanchors: *levels",
    ),
    "extends-cycle": Form(
        "Roles that extend each other in a circle.",
        "A role takes over what it does not say itself from the one that it extends; somewhere that has to end.",
        "- id: senior-baker\n  extends: baker",
    ),
    "first-is-draft": Form(
        "A draft as the kit's first language.",
        "What a draft lacks appears in the first language, which is therefore whole.",
        "languages: [en, ar, {tag: fr, draft: true}]",
    ),
    "forbidden-character": Form(
        "A text with an invisible character that changes how it reads.",
        "Control characters and overrides of the writing direction come with pasted text.",
        'title: {en: "Baker"}',
    ),
    "invalid-value": Form(
        "A value that does not fit its key.", "The page “Reference of roles.yaml” says what may stand there.", ""
    ),
    "key-type": Form("A key that is a list or a mapping.", "Keys are words.", "title: …"),
    "merge": Form("A merge of what is no mapping.", "`<<` takes a mapping, or a list of them.", "<<: *defaults"),
    "missing-key": Form(
        "A key that is needed and not there.",
        "The page “Reference of roles.yaml” says of each key whether it is needed.",
        "reviewed: 2026-11-23",
    ),
    "missing-level": Form(
        "A scale without one of its levels.",
        "Every skill has an anchor for each level of the scale, so the scale has all of them.",
        "rating_scale:\n  - {level: 1, name: …, meaning: …}\n  - {level: 2, name: …, meaning: …}",
    ),
    "missing-translation": Form(
        "A text that is not there in one of the kit's languages.",
        "A published language is whole: readers would meet holes, or another language. To see a language while it is "
        "being translated, make it a draft: what it lacks appears in the first language, marked; `rolebook check` "
        "counts it, the page “Translations” lists it, and the careers site leaves the language out.",
        'title: {en: "Baker", ar: "خباز/ة"}\n# a draft, under “kit:”\nlanguages: [en, ar, {tag: fr, draft: true}]',
    ),
    "more-problems": Form(
        "More problems than are shown.",
        "One mistake often brings many others: correct the first, and check again.",
        "",
    ),
    "needs-quotes": Form(
        "A text with a comma or a colon in it that ends there.",
        "Without quotes, “: ” begins a value, and in braces a comma ends one.",
        'title: {en: "Baker, pastry cook: early shift", ar: "خباز/ة"}',
    ),
    "no-careers": Form(
        "A posting without a careers section.",
        "Postings are published on the careers site, which the section `careers` describes.",
        "careers:\n  url: https://jobs.example.com/",
    ),
    "no-file": Form("A file that is not there.", "Name the kit's file, or its folder.", "rolebook check my-kit"),
    "no-picture": Form(
        "A logo or a mark that cannot be used.",
        "The organisation's logo and mark are files in the kit's folder, in SVG or PNG. An SVG file may "
        "contain only shapes: one that runs scripts, loads something from elsewhere or needs a font is refused.",
        "logo: brand/logo.svg",
    ),
    "bad-colour": Form(
        "Something that is not a colour.",
        "A colour is written as # and six digits or letters from a to f. It needs quotes: without them, YAML takes # "
        "and what follows it for a comment.",
        'primary: "#12394a"',
    ),
    "no-font": Form(
        "A font that is none.",
        "Fonts of the kit's own are files beside it (.ttf, .otf), or installed packages that hold some.",
        "fonts:\n  - {files: [fonts/House-Regular.ttf, fonts/House-Bold.ttf]}",
    ),
    "not-built": Form("Something that a page or a document could not be made of.", "The message says what.", ""),
    "not-readable": Form("Something that is no file.", "A kit is a file on the disk.", "rolebook check roles.yaml"),
    "not-text": Form("A file that is not UTF-8 text.", "Editors can save a file as UTF-8.", ""),
    "not-yaml": Form(
        "A line that cannot be read.",
        "Usually a quote, a comma, a bracket or a space is missing, a tab stands for spaces, or a text needs quotes.",
        'title: {en: "Baker: bread and cakes", ar: "خباز/ة"}',
    ),
    "one-of": Form(
        "Two keys of which exactly one may stand there.",
        "As with a person who is either a role of this kit or somebody else.",
        "- {role: baker}\n- {who: {en: …, ar: …}}",
    ),
    "out-of-range": Form("A number beyond its limits.", "The message says which they are.", "minutes: 45"),
    "reserved-id": Form("An id that is already used for something else.", "Choose another one.", "id: first-interview"),
    "row-length": Form(
        "A row of a table, or a series of a chart, that is too short or too long.",
        "A row needs one cell for each column of its table, a series one value for each label of its chart.",
        "columns: [Deal, Value]\nrows:\n  - [D-1, 48000]",
    ),
    "several-documents": Form(
        "A line of three hyphens.", "It would begin a second document; a kit is a single one.", "# no line of --- alone"
    ),
    "tag": Form("A value with a tag, such as !!str.", "Values are written without one.", 'version: "1.0"'),
    "too-deep": Form("Lists or mappings that are nested too deep.", "No kit needs so many levels.", ""),
    "too-few": Form(
        "A list with too few items.",
        "The message names the key and the least that it needs.",
        "probes:\n  - {en: …, ar: …}\n  - {en: …, ar: …}",
    ),
    "too-large": Form("A file that is too large.", "Ten thousand roles fit; split what is larger.", ""),
    "too-long": Form("A text that is too long.", "The message says how many characters it may have.", ""),
    "too-many": Form("A list with too many items.", "The message names the key and the most that it takes.", ""),
    "unknown-alias": Form(
        "An alias of something that is not there.", "*name repeats what is marked &name above it.", "anchors: *levels"
    ),
    "unknown-country": Form(
        "A country that is no code.", "Countries are written as two capital letters (ISO 3166-1).", "country: SA"
    ),
    "unknown-currency": Form(
        "A currency that is no code.", "Currencies are written as three capital letters (ISO 4217).", "currency: SAR"
    ),
    "unknown-field": Form(
        "A field in a message that is not known.",
        "Words in braces are filled in: by the kit, as {role}, or by whoever sends the message, as {candidate}.",
        'subject: {en: "Your application for {role}", ar: "طلبكم لوظيفة {role}"}',
    ),
    "unknown-id": Form(
        "The id of something that the kit does not declare.",
        "It is misspelt, or what it names was removed or renamed.",
        "skills: [baking]  # and, under skills:  - id: baking",
    ),
    "unknown-key": Form(
        "A key that is not known in its place.", "It is misspelt, or stands at the wrong column.", "title: …"
    ),
    "unknown-language": Form(
        "A language that the kit does not name, or that is none.",
        "A language is named by its tag; kit.languages lists those that the kit is written in.",
        "languages: [en, ar]",
    ),
    "unknown-value": Form("A word that is not one of the choices.", "The message names them.", "need: required"),
    "wrong-type": Form(
        "A value of another kind than its key takes.",
        "Numbers stand without quotes, texts that look like numbers in double quotes, and lists in square brackets.",
        'level: 3\nversion: "1.10"\nbackgrounds: [front-desk, kitchen]',
    ),
}
"""Every code that is not a rule's, with what it means."""
