"""A leadership model at any team size: who is where, worked out from the sizes shown and from who can lead how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rolebook.kit.kit import Kit
from rolebook.kit.planner import Condition, Size
from rolebook.kit.structures import LeadershipModel, Organisation, Position, Span


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

    def outside(self, span: Span) -> int:
        """Return how many people report to someone for whom that is too many or too few; 0 where there is nobody."""
        for fewest, most in _reports(self.organisation.top, iter(self.counts))[1]:
            if most > span.at_most:
                return most
            if fewest < span.at_least:
                return fewest
        return 0


def _reports(position: Position, counts: Iterator[int]) -> tuple[int, list[tuple[int, int]]]:
    """Return how many people are at a place, and from there down, how many report to each of those who lead."""
    people = next(counts)
    below = [_reports(one, counts) for one in position.reports]
    reports = sum(number for number, _ in below)
    own = [(reports // people, -(-reports // people))] if below else []
    return people, own + [one for _, each in below for one in each]


def team_of(model: LeadershipModel, people: int, span: Span) -> Team:
    """Return the team of `people` in a model, or the smallest that it is shown at, if that is larger.

    People beyond the size shown are added in the order that the organisation grows in, each where the fewest of their
    role are. Where whoever leads them has no more time, somebody is added who leads with them. Where that is not
    possible, either, or the organisation does not say how it grows, the team stays smaller than asked for.
    """
    by_size = sorted(model.organisations, key=lambda size: size.people)
    organisation = next((size for size in reversed(by_size) if size.people <= people), by_size[0])
    growing = _Growing(organisation, span)
    while sum(growing.counts) < people and growing.grow():
        pass
    return Team(organisation, tuple(growing.counts))


@dataclass
class _Growing:
    """An organisation to which one person after the other is added."""

    organisation: Organisation
    span: Span
    counts: list[int] = field(init=False)
    turn: int = 0

    def __post_init__(self) -> None:
        positions = self.organisation.positions
        self.counts = [position.count for position in positions]
        self._below: list[list[int]] = [[] for _ in positions]
        self._above: dict[int, int] = {}
        self._place(self.organisation.top, 0)
        present = {position.role for position in positions}
        self._order = [role for role in self.organisation.grows if role in present]

    def _place(self, position: Position, place: int) -> int:
        """Note who reports to whom from a place down. Return the first place after those."""
        after = place + 1
        for below in position.reports:
            self._below[place].append(after)
            self._above[after] = place
            after = self._place(below, after)
        return after

    def grow(self) -> bool:
        """Add the next person. Tell whether there was a place."""
        for ahead in range(len(self._order)):
            role = self._order[(self.turn + ahead) % len(self._order)]
            places = [place for place, one in enumerate(self.organisation.positions) if one.role == role]
            if free := [place for place in places if self._has_time(self._above.get(place))]:
                self.counts[min(free, key=self.counts.__getitem__)] += 1
                self.turn += ahead + 1
                return True
            leading = [above for place in places if (above := self._above.get(place))]  # not whoever is at the top
            if free := [place for place in leading if self._has_time(self._above.get(place))]:
                self.counts[free[0]] += 1
                return True
        return False

    def _has_time(self, leading: int | None) -> bool:
        """Tell whether one more person can report there. At the top nobody is added, unless it is the only place."""
        if leading is None:
            return not self._above
        return sum(self.counts[below] for below in self._below[leading]) < self.span.at_most * self.counts[leading]


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
