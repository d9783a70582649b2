"""Wording: what is said about each kind of error that validation finds.

pydantic names each kind of error and hands over its figures; the words are ours, so they say what a maintainer can
do. `tests/source/test_wording.py` walks every kind that the kit's model can raise.
"""

from rolebook.source.wording.place import Place, Words, noun, shown
from rolebook.source.wording.table import SAY, words

__all__ = ["SAY", "Place", "Words", "noun", "shown", "words"]
