"""Rules about what interviewers say: questions that open a talk, ask for what matters, and can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.text import Text
from rolebook.problem import Finding, Path
from rolebook.rules import paths
from rolebook.rules.words import found, words

_SENTENCE = re.compile(r"[^.!?؟…]+[.!?؟…]*")


def _spoken(kit: Kit) -> Iterator[tuple[Path, str, str]]:
    """Yield path, language and words of everything that is read out: questions, probes, scripts."""
    for skill_path, skill in paths.skills(kit):
        for index, question in enumerate(skill.questions):
            path = (*skill_path, "questions", index)
            yield from _in_languages((*path, "text"), question.text)
            for number, probe in enumerate(question.probes):
                yield from _in_languages((*path, "probes", number), probe)
    for name in ("opening", "candidate_questions", "closing"):
        yield from _in_languages(("interviewing", name, "text"), getattr(kit.interviewing, name).text)
    if (handing_over := kit.interviewing.work_sample_opening) is not None:
        yield from _in_languages(("interviewing", "work_sample_opening"), handing_over)


def _in_languages(path: Path, text: Text) -> Iterator[tuple[Path, str, str]]:
    for tag in text.languages():
        yield (*path, tag), tag, text[tag]


def yes_no_question(kit: Kit) -> Iterator[Finding]:
    """Find a question that can be answered with yes or no."""
    for path, tag, text in _spoken(kit):
        if path[0] != "skills" or path[-2] != "text":
            continue  # a probe may ask for a fact, and so may a script
        listed = words(tag)
        last = _SENTENCE.findall(text)[-1].strip()
        first_word = last.split()[0]
        if last[-1] in "?؟" and found(first_word, listed.yes_no) and not found(text, listed.open, prefixed=False):
            yield Finding(
                path,
                f"“{last}” can be answered with yes or no.",
                "Begin with what, how or why, or ask to be told about one case.",
            )


def off_limits_question(kit: Kit) -> Iterator[Finding]:
    """Find a question that asks for what must not be asked."""
    for path, tag, text in _spoken(kit):
        for topic, listed in words(tag).off_limits.items():
            for word in found(text, listed):
                yield Finding(
                    path,
                    f"“{word}” asks about {topic}, which has no place in an interview.",
                    "Ask about the work itself; the page “How we interview” says what may be asked instead.",
                )


def sentence_too_long(kit: Kit) -> Iterator[Finding]:
    """Find a sentence to be read aloud that is too long for one breath."""
    for path, tag, text in _spoken(kit):
        limit = words(tag).longest_sentence
        for sentence in _SENTENCE.findall(text):
            length = len(sentence.split())
            if length > limit:
                yield Finding(
                    path,
                    f"This sentence has {length} words; more than {limit} are hard to read aloud and to follow.",
                    "Make two sentences of it.",
                )
