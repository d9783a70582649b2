"""What kind of page a document is, and where it stands, as the search says both of each page that it finds."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Kind
from rolebook.language import Language

_BETWEEN = " :\u00a0\u202f\uff1a–-"
"""What may stand between the kind and the role in a title: “Scorecard: Analyst”."""
_STEP = " › "


def kind_name(document: Document, language: Language) -> str:
    """What kind of page a document is; empty where it is the only one of its kind: its title says that.

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
        case Kind.REFERENCE | Kind.RULES | Kind.TRANSLATIONS:
            return guide_name(language)
        case _:
            return ""


def guide_name(language: Language) -> str:
    """What kind of page those about the kit's file are, made from it or written by hand."""
    return language.gettext("Guide")


def place_name(document: Document, language: Language) -> str:
    """Where a document stands: the part of the site, and the pages above it; empty for the home page."""
    above = [run.text for run in document.trail[1:]]
    if document.bar is not None and not document.title.startswith(document.bar.role.text):  # else it stands there twice
        above.append(document.bar.role.text)
    steps = [part for part in (_part(document, language), *above) if part]
    return _STEP.join(dict.fromkeys(steps))


def guide_place(language: Language) -> str:
    """Where the pages about the kit's file stand."""
    return language.gettext("For maintainers")


def _part(document: Document, language: Language) -> str:
    """The part of the site that a document belongs to."""
    _ = language.gettext
    if document.bar is not None:
        return _("Roles")
    match document.kind:
        case Kind.ROLES | Kind.FORMS | Kind.FORM | Kind.MESSAGES | Kind.READINESS:
            return _("Roles")
        case Kind.INTERVIEWING | Kind.TRAINING:
            return _("Interview")
        case Kind.DEBRIEF:
            return _("Decide")
        case Kind.STRUCTURES | Kind.STRUCTURE_GUIDE:
            return _("Plan the team")
        case Kind.SKILLS | Kind.SKILL | Kind.COVERAGE | Kind.CAREERS | Kind.OBJECTIVES | Kind.FACTS | Kind.GLOSSARY:
            return _("Library")
        case Kind.REFERENCE | Kind.RULES | Kind.TRANSLATIONS:
            return guide_place(language)
        case _:
            return ""
