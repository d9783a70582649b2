"""A hiring kit of any size, to measure with: `python -m tests.kits.synthetic 1000 > roles.yaml`.

It is made from the sentences of the first kit, so that lengths, languages and shapes are real. A group's teams share
the first skills and have one of their own. Every team of 25 has a leader, three specialisms of eight levels each that
build on one another (`extends`), and a structure that covers it. The same number and seed give the same kit.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from rolebook.source.compose import compose

FIRST = Path(__file__).parent / "first" / "roles.yaml"
Data = dict[str, Any]
Pair = tuple[str, str]
"""The same words in English and in Arabic."""

TEAMS: tuple[Pair, ...] = (
    ("customer care", "رعاية العملاء"),
    ("procurement", "المشتريات"),
    ("logistics", "الخدمات اللوجستية"),
    ("finance operations", "العمليات المالية"),
    ("field service", "الخدمة الميدانية"),
    ("marketing operations", "عمليات التسويق"),
    ("product support", "دعم المنتجات"),
    ("people operations", "عمليات الموارد البشرية"),
    ("data services", "خدمات البيانات"),
    ("partner management", "إدارة الشركاء"),
)
PLACES: tuple[Pair, ...] = (
    ("Gulf", "الخليج"),
    ("Levant", "المشرق"),
    ("Nile", "النيل"),
    ("Maghreb", "المغرب"),
)
SPECIALISMS: tuple[Pair, ...] = (("Planning", "التخطيط"), ("Analysis", "التحليل"), ("Systems", "الأنظمة"))
LEVELS: tuple[Pair, ...] = (
    ("Trainee", "متدرب/ة"),
    ("Assistant", "مساعد/ة"),
    ("Associate", "مشارك/ة"),
    ("Specialist", "أخصائي/ة"),
    ("Senior specialist", "أخصائي/ة أول"),
    ("Lead specialist", "أخصائي/ة رئيس/ة"),
    ("Principal", "خبير/ة"),
    ("Fellow", "مستشار/ة"),
)
TEAM_SIZE = 1 + len(SPECIALISMS) * len(LEVELS)
POSTED = 10
"""Of so many roles, one is open."""
_OURS: Pair = ("sales operations", "عمليات المبيعات")


def kit(roles: int, seed: int = 1) -> Data:
    """The data of a kit with so many roles.

    Args:
        roles: How many roles, in teams of 25; the last team may be smaller.
        seed: What chance begins with.
    """
    chance = random.Random(seed)
    data = copy.deepcopy(_first())
    kinds, shared, models = data["roles"], data["skills"], data["leadership_models"]
    data["roles"], data["leadership_models"] = [], []
    number = 0
    while len(data["roles"]) < roles:
        team = _Team(number, kinds, shared, chance)
        data["skills"] = [*data["skills"], team.skill]
        wanted = team.roles[: roles - len(data["roles"])]
        data["roles"].extend(wanted)
        data["leadership_models"].append(team.model(models[number % len(models)], [role["id"] for role in wanted]))
        number += 1
    return data


def write(path: Path, roles: int, seed: int = 1) -> None:
    """Write a kit into a file."""
    path.write_text(as_yaml(kit(roles, seed)), "utf-8")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes what stands twice twice, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(data: Data) -> str:
    """The kit's file, as compact as people write it: short values stand on one line."""
    written: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None
    )
    return written


@cache
def _first() -> Data:
    root, _ = compose(FIRST.read_text("utf-8"))
    data: Data = root.data()
    return data


class _Team:
    """A team: its own skill, its roles, and the structure that covers them."""

    def __init__(self, number: int, kinds: list[Data], shared: list[Data], chance: random.Random) -> None:
        (team, place), region = _nth(TEAMS, number), PLACES[number // len(TEAMS) % len(PLACES)]
        again = number // (len(TEAMS) * len(PLACES))
        suffix = f" {again + 1}" if again else ""
        self._names: Pair = (f"{team} {region[0]}{suffix}", f"{place} في {region[1]}{suffix}")
        self._id = f"team-{number}"
        self._kinds, self._chance = kinds, chance
        first, second = (kinds[index] for index in (0, 2 + number % 3))
        own = second["skills"][-1]["skill"]
        self.skill = self._skill(next(one for one in shared if one["id"] == own))
        self.roles = [self._leader(first), *self._specialists(second, own)]

    def _said(self, part: Any) -> Any:
        """The same with this team's name for the first kit's."""
        if isinstance(part, str):
            for ours, theirs in zip(_OURS, self._names, strict=True):
                part = part.replace(ours, theirs).replace(ours.capitalize(), theirs.capitalize())
            return part
        if isinstance(part, dict):
            return {key: self._said(value) for key, value in part.items()}
        return [self._said(one) for one in part] if isinstance(part, list) else part

    def _skill(self, shared: Data) -> Data:
        skill: Data = self._said(copy.deepcopy(shared))
        skill["id"] = f"{self._id}-{shared['id']}"
        skill["name"] = {tag: f"{shared['name'][tag]} ({name})" for tag, name in self._tagged()}
        return skill

    def _tagged(self) -> Iterator[Pair]:
        return zip(("en", "ar"), self._names, strict=True)

    def _whole(self, kind: Data, role_id: str, title: Pair, family: Pair, level: Pair) -> Data:
        """A role that says everything itself."""
        role: Data = self._said(copy.deepcopy(kind))
        posting = role.pop("posting", None)
        role |= {"id": role_id, "title": _text(title), "family": _text(family), "level": _text(level)}
        role["works_with"] = [one for one in role["works_with"] if "role" not in one]
        role["grows_into"] = [one for one in role["grows_into"] if "role" not in one]
        for stage in role["interview"]:
            outside = [one for one in stage["interviewers"] if "role" not in one]
            stage["interviewers"] = outside or [{"who": _text((f"Head of {self._names[0]}", self._names[1]))}]
        self._chance.shuffle(role["duties"])
        self._post(role, posting)
        return role

    def _post(self, role: Data, posting: Data | None) -> None:
        if posting is not None and self._chance.randrange(POSTED) == 0:
            role["posting"] = posting | {"identifier": role["id"]}

    def _leader(self, kind: Data) -> Data:
        title = (f"Head of {self._names[0]}", f"رئيس/ة {self._names[1]}")
        return self._whole(kind, f"{self._id}-head", title, ("Leadership", "القيادة"), ("Head of team", "رئاسة فريق"))

    def _specialists(self, kind: Data, own: str) -> Iterator[Data]:
        posting = kind.get("posting")
        base, duties = "", list[Data]()
        for specialism in SPECIALISMS:
            family: Pair = (f"{specialism[0]}, {self._names[0]}", f"{specialism[1]}، {self._names[1]}")
            first = f"{self._id}-{specialism[0].lower()}"
            for rank, level in enumerate(LEVELS):
                title: Pair = (f"{level[0]}, {family[0]}", f"{level[1]} {family[1]}")
                role_id = f"{first}-{rank + 1}"
                if not base:
                    base = role_id
                    whole = self._whole(kind, role_id, title, family, level)
                    self._take_own(whole, own)
                    duties = whole["duties"]
                    yield whole
                    continue
                role: Data = {"id": role_id, "extends": base if rank == 0 else f"{first}-1"}
                role |= {"title": _text(title), "level": _text(level)}
                if rank == 0:
                    role |= {"family": _text(family), "duties": self._chance.sample(duties, len(duties))}
                else:
                    role["grows_into"] = self._next(first, rank)
                words = self._chance.choice(self._kinds)
                role |= self._said({key: words[key] for key in ("summary", "purpose", "conditions")})
                self._post(role, posting)
                yield role

    def _next(self, first: str, rank: int) -> list[Data]:
        how = self._chance.choice([step["how"] for kind in self._kinds for step in kind["grows_into"]])
        if rank + 1 < len(LEVELS):
            return [{"role": f"{first}-{rank}", "how": self._said(how)}]
        return [{"title": _text((f"Head of {self._names[0]}", f"رئيس/ة {self._names[1]}")), "how": self._said(how)}]

    def _take_own(self, role: Data, own: str) -> None:
        """Let a role take the team's skill in the place of the shared one that it is made from."""
        mine = self.skill["id"]
        for need in role["skills"]:
            need["skill"] = mine if need["skill"] == own else need["skill"]
        for duty in role["duties"]:
            duty["skills"] = [mine if one == own else one for one in duty["skills"]]
        for stage in role["interview"]:
            stage["questions"] = [one.replace(f"{own}/", f"{mine}/") for one in stage["questions"]]
            if "also_rates" in stage:
                stage["also_rates"] = [mine if one == own else one for one in stage["also_rates"]]

    def model(self, kind: Data, roles: list[str]) -> Data:
        """The structure of this team: everyone under the heads of the specialisms, these under the leader."""
        model: Data = self._said(copy.deepcopy(kind))
        for key in ("assignments", "decisions", "moves", "next_hires", "allow"):
            model.pop(key, None)
        model["id"] = f"{self._id}-{kind['id']}"
        model["name"] = {tag: f"{kind['name'][tag]}: {name}" for tag, name in self._tagged()}
        model["covers"] = roles
        head, *others = roles
        groups = [others[start : start + len(LEVELS)] for start in range(0, len(others), len(LEVELS))]
        reports = [
            {"role": group[-1], **({"reports": [{"role": one} for one in group[:-1]]} if group[1:] else {})}
            for group in groups
        ]
        one_of_each = [{"role": group[0]} for group in groups]
        model["organisations"] = [
            {"id": "small", "name": _text(("Small", "صغير")), "top": _position(head, one_of_each)},
            {"id": "whole", "name": _text(("Whole", "كامل")), "top": _position(head, reports)},
        ]
        return model


def _position(role: str, reports: list[Data]) -> Data:
    return {"role": role, **({"reports": reports} if reports else {})}


def _nth(pairs: tuple[Pair, ...], number: int) -> Pair:
    return pairs[number % len(pairs)]


def _text(pair: Pair) -> Data:
    return dict(zip(("en", "ar"), pair, strict=True))


def main() -> None:
    """Print a kit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("roles", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.write(as_yaml(kit(given.roles, given.seed)))


if __name__ == "__main__":
    main()
