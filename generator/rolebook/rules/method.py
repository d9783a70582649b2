"""Rules about what interviews can show: reach, fallbacks, follow-ups, recommendations, and who may rate whom."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.must_haves import can_show
from rolebook.kit.questions import QuestionKind
from rolebook.problem import Finding
from rolebook.rules import paths


def must_have_out_of_reach(kit: Kit) -> Iterator[Finding]:
    """Find a must-have whose level no question that is asked can show."""
    for path, role, need in paths.needs(kit):
        rated = [stage for stage in role.interview if need.skill in stage.skills]
        if need.must_have and rated and not any(can_show(kit, need, stage) for stage in rated):
            yield Finding(
                (*path, "level"),
                f"“{role.id}” needs level {need.level} of “{need.skill}”, which none of the questions asked can show.",
                "Ask a question that reaches it, add probes and raise the question's “reaches”, or need less.",
            )


def question_falls_short(kit: Kit) -> Iterator[Finding]:
    """Find a question that cannot show the level of a must-have that it is asked for."""
    for path, role, stage in paths.stages(kit):
        for index, reference in enumerate(stage.questions):
            skill, question = kit.question(reference)
            need = role.need(skill.id)
            if need and need.must_have and question.reaches is not None and question.reaches < need.level:
                yield Finding(
                    (*path, "questions", index),
                    f"“{reference}” shows no more than level {question.reaches}; “{role.id}” needs {need.level}.",
                    "That is fine for a first look, as such ratings do not count. Else ask a question that reaches it.",
                )


def situation_without_follow_up(kit: Kit) -> Iterator[Finding]:
    """Find situational questions in a kit that does not say what is asked after them."""
    if kit.interviewing.situational_follow_up is not None:
        return
    for path, question in paths.questions(kit):
        if question.kind is QuestionKind.SITUATIONAL:
            yield Finding(
                (*path, "kind"),
                f"Nothing is asked after the situational question “{question.id}”.",
                "Write under “interviewing”, once for all, “situational_follow_up”: has the candidate met this?",
            )
            return


def behaviour_without_fallback(kit: Kit) -> Iterator[Finding]:
    """Find a question about past behaviour without what is asked of people who have not come across the situation."""
    for path, question in paths.questions(kit):
        if question.kind is QuestionKind.BEHAVIOURAL and question.fallback is None:
            yield Finding(
                (*path, "kind"),
                f"“{question.id}” has nothing to ask of people who have not come across the situation.",
                "Write “fallback”: a wider question, which study, voluntary work or another field can answer, too.",
            )


def subordinate_rates(kit: Kit) -> Iterator[Finding]:
    """Find an interviewer who rates somebody whom they may report to."""
    below = _below(kit)
    for path, role, stage in paths.stages(kit):
        for index, interviewer in enumerate(stage.interviewers):
            if interviewer.rates and interviewer.role in below.get(role.id, ()):
                yield Finding(
                    (*path, "interviewers", index),
                    f"“{interviewer.role}” rates “{role.id}” in the stage “{stage.id}”, and may report to them.",
                    "Write “rates: false” to let them meet without rating, or allow it in the stage with a reason.",
                )


def _below(kit: Kit) -> dict[str, set[str]]:
    """Return, for each role, the roles below it in some organisation of some leadership model."""
    below: dict[str, set[str]] = {}
    for _, organisation in paths.organisations(kit):
        for position in organisation.positions:
            others = {other.role for other in position.walk()} - {position.role}
            below.setdefault(position.role, set()).update(others)
    return below


def screening_minutes(kit: Kit) -> Iterator[Finding]:
    """Find a stage that asks screening questions and gives them no time, or time without any."""
    for path, _, stage in paths.stages(kit):
        if stage.screening and stage.screening_minutes is None:
            yield Finding(
                (*path, "screening"),
                f"The stage “{stage.id}” asks screening questions, but gives them no minutes.",
                "Write “screening_minutes”: a minute and a half a question is usual.",
            )
        elif stage.screening_minutes is not None and not stage.screening:
            yield Finding(
                (*path, "screening_minutes"),
                f"The stage “{stage.id}” has minutes for screening, but asks nothing then.",
                "List under “screening” what is asked, or remove the minutes.",
            )


def recommendation_gap(kit: Kit) -> Iterator[Finding]:
    """Find recommendations none of which is for whoever fits none of the others."""
    if not any(one.otherwise for one in kit.interviewing.recommendations):
        yield Finding(
            ("interviewing", "recommendations"),
            "No recommendation is marked as the one to choose when none of the others fits.",
            "Write “otherwise: true” beside it, and make sure that its meaning covers whoever is left.",
        )
