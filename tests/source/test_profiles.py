"""The shipped jurisdiction profiles are whole: rules with sources, in every language, reviewed not long ago."""

from __future__ import annotations

from rolebook.kit.jurisdictions import Topic
from rolebook.source.profiles import shipped


def test_four_are_shipped_each_with_what_it_should_say() -> None:
    profiles = {profile.id: profile for profile in shipped()}
    assert list(profiles) == ["european-union", "saudi-arabia", "united-arab-emirates", "united-states"]
    for profile in profiles.values():
        assert all(code[:2] in profile.countries for rule in profile.rules for code in rule.places)
        topics = {rule.topic for rule in profile.rules}
        assert {Topic.QUESTIONS, Topic.ADVERTISEMENT, Topic.PROCESS} <= topics
        assert len({rule.id for rule in profile.rules}) == len(profile.rules)
        for rule in profile.rules:
            assert rule.text["ar"] != rule.text["en"]
            assert rule.source.title
            assert rule.source.official or rule.source.note, f"{profile.id}/{rule.id} does not say what it rests on"
    for pays in ("european-union", "united-states", "united-arab-emirates"):
        assert Topic.PAY in {rule.topic for rule in profiles[pays].rules}
    saudi = {rule.id: rule for rule in profiles["saudi-arabia"].rules}
    assert (saudi["interview-notice"].working_days, saudi["outcome"].days) == (3, 30)
    assert len(profiles["european-union"].countries) == 27
