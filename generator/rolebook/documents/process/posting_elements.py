"""What the elements of a posting are called, which jurisdictions and job boards ask for."""

from __future__ import annotations

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.jurisdictions import Element


def element_name(edition: InternalEdition, element: Element) -> str:
    """What an element of a posting is called."""
    _ = edition.gettext
    return {
        Element.TITLE: _("Title"),
        Element.DESCRIPTION: _("Description"),
        Element.EMPLOYER: _("Employer"),
        Element.ACTIVITY: _("Activity"),
        Element.HEAD_OFFICE: _("Head office"),
        Element.PLACE: _("Place"),
        Element.DUTIES: _("Duties"),
        Element.SKILLS: _("Skills"),
        Element.HOURS: _("Working hours"),
        Element.EMPLOYMENT_TYPE: _("Kind of contract"),
        Element.BENEFITS: _("Benefits"),
        Element.PAY: _("Pay"),
        Element.POSTED: _("Date of publication"),
        Element.DEADLINE: _("Last day for applications"),
        Element.APPLY: _("How to apply"),
        Element.APPLY_ONLINE: _("Web address for applications"),
        Element.DIRECT_APPLY: _("Application in one step"),
        Element.IDENTIFIER: _("Identifier"),
        Element.POSTAL_ADDRESS: _("Postal address"),
        Element.LOGO: _("Logo"),
        Element.OCCUPATION: _("Occupation code"),
        Element.PROCESS: _("Hiring process"),
        Element.ADJUSTMENTS: _("Adjustments"),
        Element.EQUAL_OPPORTUNITY: _("Equal opportunity"),
        Element.PRIVACY: _("What happens to the data"),
    }[element]
