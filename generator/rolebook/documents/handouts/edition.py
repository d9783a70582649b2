"""What a candidate is given, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks import Run
from rolebook.documents.edition import Edition, Imprint
from rolebook.kit.candidate import CandidateHandout
from rolebook.language import Language


@dataclass(frozen=True, eq=False)
class HandoutEdition(Edition):
    """A handout in one of the kit's languages: all that its document can be made from."""

    handout: CandidateHandout
    language: Language

    @property
    def imprint(self) -> Imprint:
        """What stands on each sheet."""
        handout = self.handout
        return Imprint(
            handout.organisation, handout.version, handout.updated, handout.paper, handout.fonts, handout.brand
        )

    @property
    def site_name(self) -> str:
        """Who hires: a handout belongs to no site."""
        return self.unmarked(self.handout.organisation)

    @property
    def site_description(self) -> str:
        """The handout's title."""
        return self.unmarked(self.handout.title)

    @property
    def is_draft(self) -> bool:
        """Whether its language may lack texts."""
        return self.language.tag in self.handout.drafts

    def home(self) -> Run:
        """Who hires: a handout leads nowhere."""
        return Run(self.site_name)
