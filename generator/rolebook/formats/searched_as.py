"""What people type who look for a kind of document, where its title says it in other words."""

from __future__ import annotations

from rolebook.documents.blocks import Kind
from rolebook.language import Language


def searched_as(kind: Kind, language: Language) -> str:
    """Other words for a kind of document, which its pages are found by; empty where its title says enough."""
    _ = language.gettext
    match kind:
        case Kind.JOB_DESCRIPTION:
            return _("job description, profile, duties, responsibilities, level, salary, pay")
        case Kind.SCORECARD:
            return _("rating form, evaluation, assessment")
        case Kind.INTERVIEW_KIT:
            return _("interview questions, interview guide, stages, time plan")
        case Kind.SOURCING_GUIDE:
            return _("search strings, Boolean search, find candidates, first message, outreach")
        case Kind.STRUCTURES:
            return _("organisation chart, org chart, planner, headcount, hire next, team size")
        case Kind.SKILLS:
            return _("competencies, question bank")
        case Kind.INTERVIEWING:
            return _("handbook for interviewers, bias, law, logistics")
        case Kind.COVERAGE:
            return _("skills matrix, heat map, which stage rates what")
        case Kind.CAREERS:
            return _("career path, career ladder, promotion, progression")
        case Kind.DEBRIEF:
            return _("compare candidates, hiring decision")
        case Kind.FACTS:
            return _("sources, references, evidence, research")
        case Kind.GLOSSARY:
            return _("terms, definitions, what a word means")
        case Kind.READINESS:
            return _("open positions, publish, checks of postings")
        case Kind.POSTING_TEXT:
            return _("job advert, job ad, job boards, copy, LinkedIn")
        case Kind.MESSAGES | Kind.CANDIDATE_MESSAGES:
            return _("email, template, invitation, rejection")
        case Kind.OBJECTIVES:
            return _("goals, purpose of the team")
        case Kind.TRAINING:
            return _("interviewer training, calibration, practice")
        case _:
            return ""
