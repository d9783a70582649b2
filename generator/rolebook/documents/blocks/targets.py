"""The kinds of document, and what a link leads to: a document of a kind, or a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of document, by the name they have on the command line and in the catalogue."""

    HOME = "home"
    ROLES = "roles"
    JOB_DESCRIPTION = "job-description"
    SCORECARD = "scorecard"
    INTERVIEW_KIT = "interview-kit"
    STAGE = "stage"
    HANDOUT = "handout"
    SOURCING_GUIDE = "sourcing-guide"
    STRUCTURES = "structures"
    STRUCTURE_GUIDE = "structure-guide"
    SKILLS = "skills"
    SKILL = "skill"
    INTERVIEWING = "interviewing"
    TRAINING = "training"
    OBJECTIVES = "objectives"
    COVERAGE = "coverage"
    CAREERS = "careers"
    DEBRIEF = "debrief"
    FACTS = "facts"
    GLOSSARY = "glossary"
    REFERENCE = "reference"
    RULES = "rules"
    HANDBOOK = "handbook"
    READINESS = "readiness"
    POSTING_TEXT = "posting-text"
    FORMS = "forms"
    FORM = "form"
    INTAKE = "intake"
    REFERENCE_CHECK = "reference-check"
    DECISION_RECORD = "decision-record"
    OFFER_LETTER = "offer-letter"
    TRANSLATIONS = "translations"
    OPENINGS = "openings"
    POSTING = "posting"
    MESSAGES = "messages"
    CANDIDATE_MESSAGES = "candidate-messages"
    SCREENING_SHEET = "screening-sheet"
    ONBOARDING_PLAN = "onboarding-plan"
    COPY_SHEET = "copy-sheet"
    CANDIDATE_BRIEF = "candidate-brief"


@dataclass(frozen=True)
class Target:
    """Another document, or a place in one: what a link leads to, without saying where that is."""

    kind: Kind
    subject: str = ""
    anchor: str = ""
