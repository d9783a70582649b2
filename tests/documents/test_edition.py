"""An edition keeps the documents that were asked for last, and nothing keeps an edition."""

from __future__ import annotations

import gc
import weakref

from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.library.handbook import handbook
from rolebook.documents.roles.job_description import job_description
from rolebook.kit import Kit
from rolebook.language import Language


def test_a_handbook_is_made_of_the_very_documents_of_its_roles(small: Kit) -> None:
    edition = InternalEdition(small, Language("en"))
    known = [edition.cached(write, role.id) for role in small.roles for write in (job_description, interview_kit)]
    bound = edition.cached(handbook, "")
    assert all(any(part is document for part in bound.parts) for document in known)


def test_a_stage_is_worked_out_once_for_its_packet_and_for_the_interview_kit(small: Kit) -> None:
    edition = InternalEdition(small, Language("en"))
    role = small.roles[0]
    whole = edition.cached(interview_kit, role.id)
    for stage in role.interview:
        packet = edition.cached(stage_packet, f"{role.id}/{stage.id}")
        assert all(any(block is one for one in whole.blocks) for block in packet.blocks)


def test_two_editions_share_no_documents(small: Kit) -> None:
    english, arabic = (InternalEdition(small, Language(tag)) for tag in ("en", "ar"))
    role = small.roles[0].id
    assert english.cached(job_description, role).language == "en"
    assert arabic.cached(job_description, role).language == "ar"


def test_what_an_edition_keeps_goes_with_it(small: Kit) -> None:
    """In a preview, each edit of the kit makes new editions: the old ones are let go, documents and all."""
    edition = InternalEdition(small, Language("en"))
    document = weakref.ref(edition.cached(handbook, ""))
    kept = weakref.ref(edition)
    assert document() is edition.cached(handbook, "")
    del edition
    gc.collect()
    assert kept() is None
    assert document() is None
