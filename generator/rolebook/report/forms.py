"""What is behind the codes of mistakes of form, and of catalogues: those that no rule decides."""

from __future__ import annotations

from typing import Final

FORMS: Final = {
    "bad-address": "A web address begins with https:// or http://, an e-mail address reads name@example.com. Pages and "
    "postings link to it.",
    "bad-date": "A date is written year-month-day, as 2026-11-23: every country reads it alike.",
    "bad-id": "An id names an item so that others can refer to it. It is part of addresses and file names, so it is of "
    "lower-case letters, digits and hyphens; a fact's is of capital letters and digits.",
    "bad-range": "Of two ends of a range, the second is not below the first.",
    "catalogue-character": "A character in a catalogue cannot be shown as it is written. The English appears instead.",
    "catalogue-placeholder": "What stands in braces in a message, as {role}, is filled in later. A translation keeps "
    "each of them as it is, wherever its sentence needs it.",
    "catalogue-plurals": "A language has as many forms for “{n} roles” as “Plural-Forms” in the head of its catalogue "
    "says; a message with a plural has as many translations, msgstr[0] being the first.",
    "catalogue-syntax": "A catalogue is in gettext's PO form: a msgid with the English, then a msgstr with the "
    "translation, each text between two quotes. An editor such as Poedit keeps to it by itself.",
    "catalogue-unreadable": "A catalogue is text in UTF-8 whose head says so: “Content-Type: text/plain; "
    "charset=utf-8”. None of it is used until it is.",
    "duplicate-id": "An id stands for one item. Give one of the two another id, or remove it.",
    "duplicate-key": "A key stands once in a mapping: of two, a reader would see one, and not know which.",
    "empty-text": "A text that is there says something. Write it, or leave out the whole line.",
    "extends-cycle": "A role that extends another takes over what it does not say itself, so no role extends itself, "
    "not even by way of others.",
    "first-is-draft": "What a draft lacks appears in the kit's first language, which is therefore whole.",
    "forbidden-character": "Some characters are invisible, and can make a text read otherwise than it is written. They "
    "come along when text is pasted from elsewhere.",
    "invalid-value": "The value is not of the kind that its key takes: see the page “Reference of roles.yaml”.",
    "missing-key": "A key is needed here: see the page “Reference of roles.yaml”, or let an editor complete it.",
    "missing-level": "The rating scale has each of the levels 1 to 5 once: every skill is rated on it.",
    "missing-translation": "A published language is whole: readers would meet holes, or another language. Write the "
    "text in each language that kit.languages names.\n  To see a language while it is being translated, make it a "
    "draft, as in\n    languages: [en, ar, {tag: fr, draft: true}]\n  What it lacks then appears in the first "
    "language, marked; `rolebook check` counts it, the page “Translations” lists\n  it, and the careers site leaves "
    "the language out. It cannot be allowed by “allow:” or “rules:”.",
    "not-text": "A kit is text in UTF-8, as every editor can save it.",
    "not-yaml": "The file cannot be read as YAML: how it is indented, quoted or punctuated does not add up.",
    "one-of": "Of these keys exactly one is written: they say the same in different ways.",
    "out-of-range": "A number lies outside of what its key takes: see the page “Reference of roles.yaml”.",
    "reserved-id": "The id means something else already, and addresses would be the same.",
    "too-few": "The list has fewer items than its key takes: see the page “Reference of roles.yaml”.",
    "too-long": "The text is longer than its key takes.",
    "too-many": "The list has more items than its key takes: see the page “Reference of roles.yaml”.",
    "unknown-country": "A country is written by its two capital letters (ISO 3166-1), as SA or FR.",
    "unknown-currency": "A currency is written by its three capital letters (ISO 4217), as SAR or EUR.",
    "unknown-id": "The id is that of no item in this file, so a link would lead nowhere.",
    "unknown-key": "No such key is known here; a misspelt one would be passed over without a word.",
    "unknown-language": "A text is in a language that kit.languages does not name, or a tag is that of no language.",
    "unknown-value": "The key takes one of a few words: the message names them.",
    "wrong-type": "The value is of another kind than its key takes, as a number where a text belongs.",
}
"""By code: what it is about, for `rolebook check --explain`."""
