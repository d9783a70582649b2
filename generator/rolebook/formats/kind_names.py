"""What kind of page a document is, in a word or two, as the search says it beside each title."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Kind
from rolebook.language import Language

_BETWEEN = " :\u00a0\u202f\uff1a–-"
"""What may stand between the kind and the role in a title: “Scorecard: Analyst”."""


def kind_name(document: Document, language: Language) -> str:
    """What kind of page a document is; empty where its title is all there is to say.

    The title of a role's document begins with it (“Scorecard: Analyst”).
    """
    if document.bar is not None and (said := document.title.partition(document.bar.role.text)[0].strip(_BETWEEN)):
        return said
    _ = language.gettext
    match document.kind:
        case Kind.JOB_DESCRIPTION:
            return _("Job description")
        case Kind.STAGE:
            return _("Interview stage")
        case Kind.STRUCTURE_GUIDE:
            return _("Structure guide")
        case Kind.SKILL:
            return _("Skill")
        case Kind.FORM:
            return _("Form")
        case Kind.ROLES | Kind.FORMS | Kind.MESSAGES | Kind.READINESS:
            return _("Roles")
        case Kind.INTERVIEWING | Kind.TRAINING:
            return _("Interview")
        case Kind.DEBRIEF:
            return _("Decide")
        case Kind.STRUCTURES:
            return _("Plan the team")
        case Kind.SKILLS | Kind.COVERAGE | Kind.CAREERS | Kind.OBJECTIVES | Kind.FACTS | Kind.GLOSSARY:
            return _("Library")
        case Kind.REFERENCE | Kind.RULES | Kind.TRANSLATIONS:
            return guide_name(language)
        case _:
            return ""


def guide_name(language: Language) -> str:
    """What kind of page those about the kit's file are, made from it or written by hand."""
    return language.gettext("For maintainers")
