"""What people type who look for a kind of document, where its title says it in other words."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Kind
from rolebook.language import Language


def searched_as(document: Document, language: Language) -> str:
    """Other words for a kind of document, which its pages are found by; empty where its title says enough."""
    _ = language.gettext
    match document.kind:
        case Kind.JOB_DESCRIPTION:
            return _(
                "job description, profile, duties, responsibilities, level, salary, pay, "
                "candidate brief, remote, hybrid"
            )
        case Kind.SCORECARD:
            return _("rating form, evaluation, assessment, Excel")
        case Kind.INTERVIEW_KIT:
            return _(
                "interview questions, interview guide, stages, time plan, "
                "phone screen, screening call, take-home test, case study"
            )
        case Kind.STAGE:
            said = _("questions to ask, notes, packet")
            is_practical = all(word in document.title for word in _("Work sample").split())  # «التمرين العملي», too
            return said + _(", ") + _("sample of work, practical test, exercise, assignment") if is_practical else said
        case Kind.SOURCING_GUIDE:
            return _("search strings, Boolean search, find candidates, first message, outreach")
        case Kind.STRUCTURES:
            return _(
                "organisation chart, org chart, planner, headcount, hire next, team size, "
                "reporting lines, span of control"
            )
        case Kind.SKILLS:
            return _("competencies, question bank, what a level means")
        case Kind.INTERVIEWING:
            return _("handbook for interviewers, bias, law, illegal questions, data protection, privacy, logistics")
        case Kind.COVERAGE:
            return _("skills matrix, heat map, which stage rates what")
        case Kind.CAREERS:
            return _("career path, career ladder, promotion, progression")
        case Kind.DEBRIEF:
            return _("compare candidates, hiring decision, interviewers disagree")
        case Kind.FACTS:
            return _("sources, references, evidence, research")
        case Kind.GLOSSARY:
            return _("terms, definitions, what a word means")
        case Kind.READINESS:
            return _("open positions, vacancies, publish a job, checks of postings")
        case Kind.POSTING_TEXT:
            return _("job advert, job ad, job boards, copy, LinkedIn")
        case Kind.COPY_SHEET:
            return _("Greenhouse, Ashby, ATS, applicant-tracking system, import")
        case Kind.MESSAGES | Kind.CANDIDATE_MESSAGES:
            return _("email, template, invitation, rejection")
        case Kind.OBJECTIVES:
            return _("goals, KPI, purpose of the team")
        case Kind.TRAINING:
            return _("interviewer training, calibration, practice")
        case Kind.SCREENING_SHEET:
            return _("CV review, shortlist, applications")
        case Kind.INTAKE:
            return _("intake meeting, kick-off, hiring manager form")
        case Kind.REFERENCE_CHECK:
            return _("references, referees, vetting")
        case Kind.OFFER_LETTER:
            return _("job offer, contract")
        case Kind.ONBOARDING_PLAN:
            return _("induction, first 90 days, probation")
        case _:
            return ""
