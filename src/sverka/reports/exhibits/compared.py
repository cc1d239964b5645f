"""Two pairs of states side by side in one chart: trade by every witness, votes, organizations in common."""

from dataclasses import replace

from sverka.record import organizations
from sverka.reports.exhibits import ballots, commerce, memberships
from sverka.reports.exhibits.exhibit import Cell, Column, Exhibit, Line, Lines
from sverka.reports.words import Language, name, say

KINDS = ("turnover", "exports", "imports", "votes", "organizations")
Pair = tuple[str, str]


def of_pairs(kind: str, left: Pair, right: Pair, first: int, last: int, language: Language) -> Exhibit:
    """One chart: the first pair in one colour, the second in another; each witness has its own dashes."""
    both = [_one(kind, pair, first, last, language) for pair in (left, right)]
    called = [" – ".join(name(id_, language) for id_ in pair) for pair in (left, right)]
    lines = tuple(
        replace(line, name=_told(pair, line.name), group=number, witness=place)
        for number, (pair, exhibit) in enumerate(zip(called, both, strict=True))
        if isinstance(exhibit.drawing, Lines)
        for place, line in enumerate(exhibit.drawing.lines)
    )
    rows: list[tuple[Cell, ...]] = [
        (f"{pair[0]}|{pair[1]}", *row)
        for pair, exhibit in zip((left, right), both, strict=True)
        for row in exhibit.rows
    ]
    unit = both[0].drawing.unit if isinstance(both[0].drawing, Lines) else ""
    what = say("exhibit", f"compare.{kind}", language)
    return Exhibit(
        f"compare-{kind}",
        say("exhibit", "compared", language, what=what, one=called[0], two=called[1]),
        (Column("pair", "name"), *both[0].columns),
        tuple(rows),
        tuple(dict.fromkeys(source for exhibit in both for source in exhibit.sources)),
        Lines(lines, unit),
        tuple(dict.fromkeys(note for exhibit in both for note in exhibit.notes)),
        both[0].lack,
    )


def _told(pair: str, line: str) -> str:
    return line if line == pair else f"{pair}: {line}"


def _one(kind: str, pair: Pair, first: int, last: int, language: Language) -> Exhibit:
    one, two = pair
    match kind:
        case "votes":
            return ballots.of_pair(one, two, first, last, language)
        case "organizations":
            return _shared(one, two, first, last, language)
        case "turnover":
            return commerce.both_ways(one, two, kind, first, last, language)
        case "imports":
            return commerce.between(two, one, kind, first, last, language)
    return commerce.between(one, two, kind, first, last, language)


def _shared(one: str, two: str, first: int, last: int, language: Language) -> Exhibit:
    """How many organizations of the record both belonged to, year by year."""
    points = memberships.shared_by_year(one, two, first, last)
    pair = f"{name(one, language)} – {name(two, language)}"
    return Exhibit(
        "organizations",
        say("exhibit", "shared", language, one=name(one, language), two=name(two, language)),
        (Column("year"), Column("shared")),
        tuple(points),
        ("record:memberships",),
        Lines((Line(pair, tuple((year, float(count)) for year, count in points)),)),
        (say("exhibit", "shared_note", language, count=len(_known())),),
    )


def _known() -> set[str]:
    return {spell.organization for spell in organizations.memberships()}
