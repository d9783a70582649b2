"""What interviewers have beside a work sample or a role-play: what to hand over, the key, and model answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Entry,
    Files,
    Folded,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import form_id, points_field
from rolebook.kit.candidate import handout_name
from rolebook.kit.interviews import Stage
from rolebook.kit.keys import Key, ModelAnswer, ModelAnswers
from rolebook.kit.questions import Question


def work_sample(
    edition: InternalEdition, stage: Stage, reference: str, question: Question, anchor: str
) -> Iterator[Block]:
    """What belongs to a question beside its card: the files to hand over, and what only interviewers see."""
    yield from to_hand_over(edition, stage, reference, question, anchor)
    blocks = tuple(_for_interviewers(edition, stage, reference, question, anchor, tuple(_rules(edition))))
    if blocks:
        name = _name(edition, reference, question)
        yield _apart(edition, f"{anchor}-key", name, blocks)


def to_hand_over(
    edition: InternalEdition, stage: Stage, reference: str, question: Question, anchor: str
) -> Iterator[Block]:
    """The files of a question that the candidate is given, if any."""
    if question.candidate_handout is not None:
        files = tuple(_files(edition, stage, reference, question))
        yield Files(f"{anchor}-files", edition.gettext("Hand to the candidate"), files)


def scoring_rules(edition: InternalEdition, stage: Stage) -> Iterator[Block]:
    """How the keys of a stage are used, if it has any."""
    if any(edition.kit.question(reference)[1].key for reference in stage.questions):
        yield from _rules(edition)


def keys(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[Block]:
    """What only interviewers see of a stage's exercises: first each part that is played, on a sheet of its own, as no
    key is to lie beside it in the candidate's sight; then the keys together.
    """
    solutions: list[Block] = []
    for name, anchor, reference, question in _exercises(edition, stage, prefix):
        if question.player:
            yield _apart(edition, f"{anchor}-part", name, tuple(_part(edition, question, anchor)))
        if solution := tuple(_solution(edition, stage, reference, question, anchor, ())):
            solutions += (Heading(name, f"{anchor}-key", 3), *solution)
    if solutions:
        yield Folded(f"{prefix}-keys", edition.gettext("For interviewers only, never hand this over"), tuple(solutions))


def model_answers(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[Block]:
    """The model answers to a stage's exercises, to be scored before the first interview, on sheets of their own."""
    blocks: list[Block] = []
    for name, anchor, _reference, question in _exercises(edition, stage, prefix):
        if answers := tuple(_model_answers(edition, question, anchor)):
            blocks += (Heading(name, f"{anchor}-model", 3), *answers)
    if blocks:
        yield _apart(edition, f"{prefix}-model", edition.text(stage.name), tuple(blocks))


def _exercises(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[tuple[str, str, str, Question]]:
    """The questions of a stage: for each its name, its anchor and what it is referred to by."""
    for position, reference in enumerate(stage.questions, start=1):
        question = edition.kit.question(reference)[1]
        named = _name(edition, reference, question)
        heading = edition.gettext("Question {number}: {skill}", number=position, skill=named)
        yield heading, f"{prefix}-question-{position}", reference, question


def _apart(edition: InternalEdition, anchor: str, name: str, blocks: tuple[Block, ...]) -> Folded:
    title = edition.gettext("For interviewers only, never hand this over: {name}", name=name)
    return Folded(anchor, title, blocks)


def _name(edition: InternalEdition, reference: str, question: Question) -> str:
    skill = edition.text(edition.kit.skill(reference.split("/")[0]).name)
    return f"{skill} · {edition.text(given.title)}" if (given := question.candidate_handout) else skill


def work_sample_anchors(question: Question, anchor: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The anchors of what `work_sample` says of a question: of the files to hand over, and of what interviewers see."""
    files = (f"{anchor}-files",) if question.candidate_handout is not None else ()
    is_there = bool(question.player or question.planted or question.key or question.model_answers)
    return files, (f"{anchor}-key",) if is_there else ()


def _files(edition: InternalEdition, stage: Stage, reference: str, question: Question) -> Iterator[tuple[str, str]]:
    """What each file is, and where it is from the stage's page on."""
    given = question.candidate_handout
    if given is None:
        return
    here, title = handout_name(stage, reference), edition.text(given.title)
    yield title, f"{here}.pdf"
    if given.data:
        yield title, f"{here}.xlsx"
    for table in given.data:
        yield edition.text(table.title), f"{here}-{table.id}.csv"


def _for_interviewers(
    edition: InternalEdition,
    stage: Stage,
    reference: str,
    question: Question,
    anchor: str,
    rules: tuple[Block, ...],
) -> Iterator[Block]:
    """What only interviewers see of a question; `rules` say beside its key how to score."""
    yield from _part(edition, question, anchor)
    yield from _solution(edition, stage, reference, question, anchor, rules)
    yield from _model_answers(edition, question, anchor)


def _part(edition: InternalEdition, question: Question, anchor: str) -> Iterator[Block]:
    if question.player:
        yield Heading(edition.gettext("The part you play"), f"{anchor}-player", 4)
        yield edition.texts(question.player)


def _solution(
    edition: InternalEdition,
    stage: Stage,
    reference: str,
    question: Question,
    anchor: str,
    rules: tuple[Block, ...],
) -> Iterator[Block]:
    if question.planted:
        yield Heading(edition.gettext("What is hidden in the material"), f"{anchor}-planted", 4)
        yield edition.texts(question.planted)
    if question.key is not None:
        yield from _key(edition, question.key, anchor, reference, form_id(f"stage-{stage.id}"), rules)


def _model_answers(edition: InternalEdition, question: Question, anchor: str) -> Iterator[Block]:
    if question.model_answers is not None:
        yield Heading(edition.gettext("Model answers"), f"{anchor}-answers", 4)
        yield from _answers(edition, question.model_answers, question.key)


def _key(
    edition: InternalEdition, key: Key, anchor: str, reference: str, form: str, rules: tuple[Block, ...]
) -> Iterator[Block]:
    _, number = edition.gettext, edition.language.number
    yield Heading(_("Scoring key"), f"{anchor}-points", 4)
    yield Table(
        _("What earns points"),
        (_("Criterion"), _("Full marks"), _("Half marks"), _("Points"), _("Given")),
        (
            *(
                (
                    words(edition.text(criterion.name)),
                    words(edition.text(criterion.full)),
                    words(edition.text(criterion.half)),
                    words(number(criterion.points)),
                    (),
                )
                for criterion in key.criteria
            ),
            (words(_("Total")), (), (), (Run(number(key.total), strong=True),), ()),
        ),
        numbers=(3,),
        entries=(4,),
        fields=tuple(_entries(edition, key, reference)),
        form=form,
    )
    if key.wrong_turns:
        yield Paragraph((Run(_("Common wrong turns"), strong=True),))
        yield edition.texts(key.wrong_turns)
    yield from rules
    points, levels = zip(*_levels(edition, key), strict=True)
    yield Table(_("From points to levels"), (_("Level"), *levels), ((words(_("Points")), *map(words, points)),))


def _entries(edition: InternalEdition, key: Key, reference: str) -> Iterator[Entry]:
    """A field for the points that each criterion earns, and their sum."""
    _ = edition.gettext
    for position, criterion in enumerate(key.criteria):
        label = _("Points given: {criterion}", criterion=edition.text(criterion.name))
        yield Entry(points_field(reference, position), label, (0, criterion.points / 2, criterion.points))
    yield Entry(f"points-{reference}", _("Total"))


def _rules(edition: InternalEdition) -> Iterator[Block]:
    """How any key is used: the rules that make two people arrive at the same points."""
    _ = edition.gettext
    yield Paragraph((Run(_("How to score"), strong=True),))
    rules = (
        _("Each criterion earns full marks, half marks or nothing. What falls short of half marks earns nothing."),
        _(
            "A wrong turn limits only the criteria that it names, whatever else was said. Where two of them meet, the "
            "lower limit counts."
        ),
        _(
            "Ask every probe; one that you have missed is asked before the closing. What is said in answer to a probe "
            "counts like anything else, unless the criterion says when it has to come."
        ),
        _(
            "A probe that stays unanswered costs nothing: only the points that the answer would have earned are "
            "missing."
        ),
        _("The level that the points come to is your rating of the answer."),
    )
    yield Listing(tuple(Item(words(rule)) for rule in rules))


def _levels(edition: InternalEdition, key: Key) -> Iterator[tuple[str, str]]:
    """The points of each level of the scale that the key leads to, from the lowest level up.

    Half marks make half points, so a band ends where the next begins and none falls between two.
    """
    _, number = edition.gettext, edition.language.number
    steps = sorted(key.levels.items())
    lowest, highest = steps[0], steps[-1]
    yield _("less than {more}", more=number(lowest[1])), edition.level(1)
    for (level, fewest), (_above, more) in pairwise(steps):
        band = _("{fewest} to less than {more}", fewest=number(fewest), more=number(more))
        yield band, edition.level(level)
    yield _("{fewest} or more", fewest=number(highest[1])), edition.level(highest[0])


def _answers(edition: InternalEdition, answers: ModelAnswers, key: Key | None) -> Iterator[Block]:
    """The three answers with their points, then what each criterion of the key gives for each of them."""
    _, number = edition.gettext, edition.language.number
    named = ((_("Strong"), answers.strong), (_("Mixed"), answers.mixed), (_("Weak"), answers.weak))
    items = []
    for name, answer in named:
        points = number(answer.points)
        if key is not None:
            scored = _("{name}, {points} of {total} points", name=name, points=points, total=number(key.total))
        else:
            scored = _("{name}, {points} points", name=name, points=points)
        items.append((words(scored), words(edition.text(answer.text))))
    yield Definitions(tuple(items))
    if key is not None and any(answer.by_criterion for _name, answer in named):
        yield _compared(edition, key, named)


def _compared(edition: InternalEdition, key: Key, named: tuple[tuple[str, ModelAnswer], ...]) -> Table:
    """What each criterion gives for each of the answers, for a rater to compare with their own points."""
    _, number = edition.gettext, edition.language.number
    columns = []
    for _name, answer in named:
        said = edition.language.numbers((*answer.by_criterion, answer.points))
        columns.append([*(said[:-1] or ["–"] * len(key.criteria)), said[-1]])
    heads = [(edition.text(criterion.name), number(criterion.points)) for criterion in key.criteria]
    return Table(
        _("Points of the model answers"),
        (_("Criterion"), _("Points"), *(name for name, _answer in named)),
        tuple(
            tuple(words(cell) for cell in (*head, *given))
            for head, *given in zip([*heads, (_("Total"), number(key.total))], *columns, strict=True)
        ),
        numbers=(1, 2, 3, 4),
    )
