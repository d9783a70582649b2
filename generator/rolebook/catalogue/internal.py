"""What is published for those who hire: each document of the whole kit, and the files of their site."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rolebook.catalogue.rows import Format, Row, Subjects
from rolebook.documents.blocks import Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.debrief import debrief
from rolebook.documents.interviews.handouts import (
    handout,
    handout_subjects,
    handout_table,
    table_subjects,
    workbook_subjects,
)
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.interview_kit_page import interview_kit_page
from rolebook.documents.interviews.interviewing import interviewing_page
from rolebook.documents.interviews.rating import scorecard_schema
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.interviews.stage_page import stage_page
from rolebook.documents.library import handbook
from rolebook.documents.library.facts import facts
from rolebook.documents.library.glossary import glossary
from rolebook.documents.library.home import home
from rolebook.documents.library.reference import reference
from rolebook.documents.library.rules import rules_page
from rolebook.documents.library.translations import translations
from rolebook.documents.process.candidate_messages import candidate_messages, candidate_messages_subjects
from rolebook.documents.process.copy_sheet import copy_sheet
from rolebook.documents.process.decision_record import decision_record, decision_record_subjects
from rolebook.documents.process.forms import form, form_subjects, forms, forms_subjects
from rolebook.documents.process.intake import intake, intake_subjects
from rolebook.documents.process.messages import messages, messages_subjects
from rolebook.documents.process.offer_letter import offer_letter, offer_letter_subjects
from rolebook.documents.process.onboarding_plan import onboarding_plan, onboarding_plan_subjects
from rolebook.documents.process.posting_text import posting_text, posting_text_subjects
from rolebook.documents.process.readiness import readiness
from rolebook.documents.process.reference_check import reference_check, reference_check_subjects
from rolebook.documents.process.screening_sheet import screening_sheet, screening_sheet_subjects
from rolebook.documents.process.training import training, training_page, training_subjects
from rolebook.documents.roles.careers import careers
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.objectives import objectives
from rolebook.documents.roles.overview import roles
from rolebook.documents.roles.skills import skill_page, skills
from rolebook.documents.roles.sourcing_guide import sourcing_guide
from rolebook.documents.structures.overview import structures
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.kit.sections import Section

_ROLES = Subjects("role", lambda kit: tuple(role.id for role in kit.roles))
_AS_SOUGHT = Subjects("role", lambda kit: tuple(role.id for role in kit.roles_as_sought))
_STAGES = Subjects(
    "stage", lambda kit: tuple(f"{role.id}/{stage.id}" for role in kit.roles_as_sought for stage in role.interview)
)
_HANDOUTS = Subjects("handout", handout_subjects)
_WORKBOOKS = Subjects("handout", workbook_subjects)
_TABLES = Subjects("table", table_subjects)
_OPEN_POSTINGS = Subjects("role", posting_text_subjects)
_MODELS = Subjects("model", lambda kit: tuple(model.id for model in kit.leadership_models))
_SKILLS = Subjects("skill", lambda kit: tuple(skill.id for skill in kit.skills))
_TRAINING = Subjects("", training_subjects)
_FORMS = Subjects("", forms_subjects)
_FORM = Subjects("form", form_subjects)
_INTAKES = Subjects("role", intake_subjects)
_TIMELINES = Subjects("role", lambda kit: intake_subjects(kit) if kit.hiring.timeline is not None else ())
_REFERENCE_CHECKS = Subjects("role", reference_check_subjects)
_DECISION_RECORDS = Subjects("role", decision_record_subjects)
_OFFER_LETTERS = Subjects("role", offer_letter_subjects)
_MESSAGES = Subjects("", messages_subjects)
_CANDIDATE_MESSAGES = Subjects("role", candidate_messages_subjects)
_SCREENING_SHEETS = Subjects("role", screening_sheet_subjects)
_ONBOARDING_PLANS = Subjects("role", onboarding_plan_subjects)
_DRAFTS = Subjects("", lambda kit: ("",) if kit.drafts else ())
_STRUCTURES_VOLUMES = Subjects("volume of structures", handbook.structures_volumes)
_SKILLS_VOLUMES = Subjects("volume of skills", handbook.skills_volumes)

_ROLE, _MODEL = "roles/{role}/", "structures/{subject}/"
_KIT, _SCORECARD, _SOURCING = f"{_ROLE}{{level}}interview-kit/", f"{_ROLE}{{level}}scorecard/", f"{_ROLE}sourcing/"
_INTAKE, _REFERENCES = f"{_ROLE}{{level}}intake/", f"{_ROLE}{{level}}reference-check/"
_DECISION, _OFFER = f"{_ROLE}{{level}}decision-record/", f"{_ROLE}{{level}}offer-letter/"
_SCREENING, _ROLE_MESSAGES = f"{_ROLE}{{level}}screening/", f"{_ROLE}{{level}}messages/"
_ONBOARDING = f"{_ROLE}{{level}}onboarding/"
_HANDOUT = f"{_KIT}{{stage}}/{{question}}"

ROWS: tuple[Row[InternalEdition], ...] = (
    Row(Kind.HOME, home, ""),
    Row(Kind.HANDBOOK, handbook.handbook, "handbook.pdf", format=Format.PDF),
    Row(
        Kind.HANDBOOK,
        handbook.structures_volume,
        "structures/handbook-{subject}.pdf",
        _STRUCTURES_VOLUMES,
        Format.PDF,
        title=handbook.structures_title,
        section=Section.STRUCTURES,
    ),
    Row(
        Kind.HANDBOOK,
        handbook.skills_volume,
        "skills/handbook-{subject}.pdf",
        _SKILLS_VOLUMES,
        Format.PDF,
        title=handbook.skills_title,
    ),
    Row(Kind.ROLES, roles, "roles/"),
    Row(Kind.JOB_DESCRIPTION, job_description, f"{_ROLE}job-description.pdf", _ROLES, Format.PDF),
    Row(Kind.JOB_DESCRIPTION, job_description, f"{_ROLE}job-description.docx", _ROLES, Format.DOCX),
    Row(Kind.JOB_DESCRIPTION, job_description, _ROLE, _ROLES),
    Row(
        Kind.SOURCING_GUIDE,
        sourcing_guide,
        f"{_SOURCING}sourcing-guide.pdf",
        _ROLES,
        Format.PDF,
        section=Section.SOURCING,
    ),
    Row(Kind.SCORECARD, scorecard, _SCORECARD, _AS_SOUGHT),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.pdf", _AS_SOUGHT, Format.PDF),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.xlsx", _AS_SOUGHT, Format.XLSX),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}rating.json", _AS_SOUGHT, Format.JSON, section=Section.DEBRIEF),
    Row(Kind.INTERVIEW_KIT, interview_kit, f"{_KIT}interview-kit.pdf", _AS_SOUGHT, Format.PDF),
    Row(  # soon after what it is made of: Typst keeps for a while what it has set
        Kind.HANDBOOK,
        handbook.role_handbook,
        f"{_ROLE}handbook.pdf",
        _ROLES,
        Format.PDF,
        title=handbook.role_title,
    ),
    Row(Kind.INTERVIEW_KIT, stage_packet, f"{_KIT}{{stage}}.pdf", _STAGES, Format.PDF),
    Row(Kind.INTERVIEW_KIT, interview_kit_page, _KIT, _AS_SOUGHT),
    Row(Kind.STAGE, stage_page, f"{_KIT}{{stage}}/", _STAGES),
    Row(Kind.HANDOUT, handout, f"{_HANDOUT}.pdf", _HANDOUTS, Format.PDF, confidential=False),
    Row(Kind.HANDOUT, handout, f"{_HANDOUT}.xlsx", _WORKBOOKS, Format.XLSX, confidential=False),
    Row(Kind.HANDOUT, handout_table, f"{_HANDOUT}-{{table}}.csv", _TABLES, Format.CSV, confidential=False),
    Row(Kind.SOURCING_GUIDE, sourcing_guide, _SOURCING, _ROLES, section=Section.SOURCING),
    Row(Kind.STRUCTURES, structures, "structures/", section=Section.STRUCTURES),
    Row(Kind.STRUCTURE_GUIDE, structure_guide, _MODEL, _MODELS, section=Section.STRUCTURES),
    Row(
        Kind.STRUCTURE_GUIDE,
        structure_guide,
        f"{_MODEL}structure-guide.pdf",
        _MODELS,
        Format.PDF,
        section=Section.STRUCTURES,
    ),
    Row(Kind.SKILLS, skills, "skills/"),
    Row(Kind.SKILL, skill_page, "skills/{subject}/", _SKILLS),
    Row(Kind.INTERVIEWING, interviewing_page, "interviewing/"),
    Row(Kind.TRAINING, training, "training/training.pdf", _TRAINING, Format.PDF),
    Row(Kind.TRAINING, training_page, "training/", _TRAINING),
    Row(Kind.FORMS, forms, "forms/", _FORMS),
    Row(Kind.FORM, form, "forms/{subject}/", _FORM),
    Row(Kind.INTAKE, intake, _INTAKE, _INTAKES),
    Row(Kind.INTAKE, intake, f"{_INTAKE}intake.pdf", _INTAKES, Format.PDF),
    Row(Kind.INTAKE, intake, f"{_INTAKE}intake.docx", _INTAKES, Format.DOCX),
    Row(Kind.INTAKE, intake, f"{_INTAKE}timeline.xlsx", _TIMELINES, Format.XLSX),
    Row(Kind.REFERENCE_CHECK, reference_check, _REFERENCES, _REFERENCE_CHECKS),
    Row(
        Kind.REFERENCE_CHECK,
        reference_check,
        f"{_REFERENCES}reference-check.pdf",
        _REFERENCE_CHECKS,
        Format.PDF,
    ),
    Row(
        Kind.REFERENCE_CHECK,
        reference_check,
        f"{_REFERENCES}reference-check.docx",
        _REFERENCE_CHECKS,
        Format.DOCX,
    ),
    Row(Kind.DECISION_RECORD, decision_record, _DECISION, _DECISION_RECORDS),
    Row(
        Kind.DECISION_RECORD,
        decision_record,
        f"{_DECISION}decision-record.pdf",
        _DECISION_RECORDS,
        Format.PDF,
    ),
    Row(
        Kind.DECISION_RECORD,
        decision_record,
        f"{_DECISION}decision-record.docx",
        _DECISION_RECORDS,
        Format.DOCX,
    ),
    Row(Kind.OFFER_LETTER, offer_letter, _OFFER, _OFFER_LETTERS),
    Row(
        Kind.OFFER_LETTER, offer_letter, f"{_OFFER}offer-letter.pdf", _OFFER_LETTERS, Format.PDF, section=Section.HIRING
    ),
    Row(
        Kind.OFFER_LETTER,
        offer_letter,
        f"{_OFFER}offer-letter.docx",
        _OFFER_LETTERS,
        Format.DOCX,
    ),
    Row(Kind.MESSAGES, messages, "messages/", _MESSAGES),
    *(
        Row(kind, write, f"{folder}{name}", subjects, form)
        for kind, write, folder, stem, subjects in (
            (Kind.CANDIDATE_MESSAGES, candidate_messages, _ROLE_MESSAGES, "messages", _CANDIDATE_MESSAGES),
            (Kind.SCREENING_SHEET, screening_sheet, _SCREENING, "screening-sheet", _SCREENING_SHEETS),
            (Kind.ONBOARDING_PLAN, onboarding_plan, _ONBOARDING, "onboarding-plan", _ONBOARDING_PLANS),
        )
        for name, form in (("", Format.PAGE), (f"{stem}.pdf", Format.PDF), (f"{stem}.docx", Format.DOCX))
    ),
    Row(Kind.OBJECTIVES, objectives, "objectives/"),
    Row(Kind.COVERAGE, coverage, "coverage/", section=Section.COVERAGE),
    Row(Kind.CAREERS, careers, "careers/", section=Section.CAREERS_MAP),
    Row(Kind.DEBRIEF, debrief, "debrief/", section=Section.DEBRIEF),
    Row(Kind.FACTS, facts, "facts/", section=Section.FACTS),
    Row(Kind.GLOSSARY, glossary, "glossary/", section=Section.GLOSSARY),
    Row(Kind.READINESS, readiness, "readiness/"),
    Row(Kind.POSTING_TEXT, posting_text, f"{_ROLE}posting/", _OPEN_POSTINGS),
    Row(Kind.COPY_SHEET, copy_sheet, f"{_ROLE}{{level}}copy-sheet/", _AS_SOUGHT),
    Row(Kind.REFERENCE, reference, "guide/reference/"),
    Row(Kind.RULES, rules_page, "guide/rules/"),
    Row(Kind.TRANSLATIONS, translations, "guide/translations/", _DRAFTS),
)


def _robots() -> bytes:
    """Nothing of the internal site belongs into a search engine."""
    return b"User-agent: *\nDisallow: /\n"


FILES: Mapping[str, Callable[[], bytes]] = {
    "schemas/scorecard.schema.json": scorecard_schema,
    "robots.txt": _robots,
}
"""The files that the site has once, for all its languages, by path."""
