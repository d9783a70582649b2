"""A leadership model at any team size: who is where, and who to hire next, worked out from the sizes that it shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice

from rolebook.kit.kit import Kit
from rolebook.kit.planner import Condition, Size
from rolebook.kit.structures import LeadershipModel, Organisation


@dataclass(frozen=True)
class Team:
    """The team of a model at one size.

    Attributes:
        organisation: Whose tree it is: the largest one shown that the team fills, or the smallest of all.
        counts: People at each of its `positions`.
    """

    organisation: Organisation
    counts: tuple[int, ...]

    def roles(self) -> Counter[str]:
        """Count the people by role."""
        found: Counter[str] = Counter()
        for position, count in zip(self.organisation.positions, self.counts, strict=True):
            found[position.role] += count
        return found


def team_of(model: LeadershipModel, people: int) -> Team:
    """Return the team of `people` in a model, or the smallest that it is shown at, if that is larger.

    People beyond the size shown are added in the order that the organisation grows in, each where the fewest of their
    role are. Where it does not say how it grows, it stays as shown.
    """
    by_size = sorted(model.organisations, key=lambda size: size.people)
    organisation = next((size for size in reversed(by_size) if size.people <= people), by_size[0])
    positions = organisation.positions
    counts = [position.count for position in positions]
    hires = [role for role in organisation.grows if any(position.role == role for position in positions)]
    for role in islice(cycle(hires), max(0, people - organisation.people)):
        places = (place for place, position in enumerate(positions) if position.role == role)
        counts[min(places, key=counts.__getitem__)] += 1
    return Team(organisation, tuple(counts))


def next_hires(model: LeadershipModel, people: int, count: int) -> tuple[str, ...]:
    """Return the roles that a team of `people` in a model hires next, in order: at most `count`.

    There are fewer where the model neither says how it grows nor is shown at a larger size.
    """
    first = team_of(model, 0)
    places = zip(first.organisation.positions, first.counts, strict=True)
    found = [position.role for position, number in places for _ in range(number)][people:]
    size = max(people, sum(first.counts))
    before = team_of(model, size).roles()
    for larger in range(
        size + 1, max(size + count, *(organisation.people for organisation in model.organisations)) + 1
    ):
        if len(found) >= count:
            break
        after = team_of(model, larger).roles()
        found.extend((after - before).elements())
        before = after
    return tuple(found[:count])


def models_at(kit: Kit, people: int) -> tuple[LeadershipModel, ...]:
    """Return the models that fit a team of so many people, as far as their conditions tell of the team's later size.

    A model that says nothing of its size is not among them.
    """
    sizes = {question.id for question in kit.planner if question.number and question.number.size is Size.LATER}

    def fits(model: LeadershipModel) -> bool:
        wanted = [one.when for one in model.fits if one.when and one.when.answer in sizes]
        unwanted = [one.when for one in model.stops_fitting if one.when and one.when.answer in sizes]
        return (
            bool(wanted)
            and all(_holds(one, people) for one in wanted)
            and not any(_holds(one, people) for one in unwanted)
        )

    return tuple(model for model in kit.leadership_models if fits(model))


def _holds(condition: Condition, number: int) -> bool:
    """Tell whether a condition on a number holds."""
    return (condition.at_least is None or number >= condition.at_least) and (
        condition.at_most is None or number <= condition.at_most
    )
