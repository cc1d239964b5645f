"""Trade: of a pair as the exporter, the importer and the compilers tell it, side by side; of a state with the world."""

from collections import defaultdict

from sverka.record import states
from sverka.reports.answers import title
from sverka.reports.exhibits.exhibit import Cell, Column, Exhibit, Line, Lines, named, pulled
from sverka.reports.words import Language, name, say
from sverka.sources import catalogue, trade
from sverka.sources.trade import COMPILED, Total

_COLUMNS = (
    Column("year"),
    Column("reporter", "name"),
    Column("partner", "name"),
    Column("flow", "word"),
    Column("value_usd", "USD"),
    Column("basis", "word"),
    Column("status", "word"),
    Column("source", "source"),
    Column("file"),
    Column("cell"),
)
#: Years the shipped tables may have.
YEARS = (1870, 2025)


def between(origin: str, destination: str, code: str, first: int, last: int, language: Language) -> Exhibit:
    """Goods from one state to another, a line for each who tells of it; nothing is averaged, no gap is filled."""
    found = [t for year in _years(origin, destination, first, last) for t in trade.witnesses(origin, destination, year)]
    return _exhibit(code, found, origin, destination, "goods", language)


def both_ways(one: str, two: str, code: str, first: int, last: int, language: Language) -> Exhibit:
    """Turnover of two states as each of them tells it, and the compilers."""
    found = []
    for year in _years(one, two, first, last):
        told = trade.turnover(one, two, year)
        found += told + [t for t in trade.turnover(two, one, year) if t.source not in {o.source for o in told}]
    return _exhibit(code, found, one, two, "turnover", language)


def _years(one: str, two: str, first: int, last: int) -> range:
    known = {
        row.year
        for a, b in ((one, two), (two, one))
        for flow in ("exports", "imports")
        for row in trade.observations(a, b, flow)
    }
    return range(max(first, min(known)), min(last, max(known)) + 1) if known else range(0)


def witnesses(found: list[Total]) -> dict[tuple[str, str, str], tuple[tuple[int, float], ...]]:
    """The series of each witness: (source, reporter, basis) and its years, wrong numbers (artefacts) left out."""
    series: defaultdict[tuple[str, str, str], list[tuple[int, float]]] = defaultdict(list)
    for total in found:
        if total.status != "artefact":
            series[total.source, total.reporter, total.basis].append((total.year, total.value))
    return {key: tuple(sorted(points)) for key, points in series.items()}


def witness_name(source: str, reporter: str, basis: str, language: Language) -> str:
    """Whose figures: the reporting state's, or the compiled data set's title; and on which basis."""
    own = catalogue.source(source).reporters
    told = say("exhibit", "reported", language, state=name(reporter, language)) if own else title(source, language)
    return f"{told} ({say('exhibit', f'word.{basis}', language)})" if basis else told


def names_of(key: tuple[str, str, str]) -> str:
    """Who speaks: the reporting state, or the compilers' data set."""
    return key[1] if catalogue.source(key[0]).reporters else key[0]


def witness_names(keys: list[tuple[str, str, str]], language: Language) -> list[str]:
    """The witnesses' names; several of one state by their titles too."""
    plain = [witness_name(*key, language) for key in keys]
    return [
        f"{told}: {title(key[0], language)}" if plain.count(told) > 1 else told
        for key, told in zip(keys, plain, strict=True)
    ]


def _exhibit(code: str, found: list[Total], one: str, two: str, kind: str, language: Language) -> Exhibit:
    series = witnesses(found)
    names = witness_names(list(series), language)
    reporters = list(dict.fromkeys(names_of(key) for key in series))
    lines = tuple(
        Line(name_, points, reporters.index(names_of(key)), n)
        for n, (name_, (key, points)) in enumerate(zip(names, series.items(), strict=True))
    )
    rows = tuple(_row(total) for total in sorted(found, key=lambda t: (t.year, t.source, t.basis)))
    notes = [say("exhibit", "mirror_note", language)] if len(series) > 1 else []
    if any(total.status == "artefact" for total in found):
        notes.append(say("exhibit", "artefact_note", language))
    sources = tuple(dict.fromkeys(total.source for total in found))
    title_ = say("exhibit", kind, language, one=name(one, language), two=name(two, language))
    return Exhibit(code, title_, _COLUMNS, rows, sources, Lines(lines, "USD"), tuple(notes))


def _row(total: Total) -> tuple[Cell, ...]:
    cells = [f"{row.sheet} {row.cell}".strip() for row in total.rows]
    told = "; ".join(cells[:4]) + ("; …" if len(cells) > 4 else "")
    where = "; ".join(dict.fromkeys(row.file for row in total.rows))
    head = (total.year, total.reporter, total.partner, total.flow, total.value)
    return (*head, total.basis, total.status, total.source, where, told)


def with_world(state: str, first: int, last: int, language: Language) -> Exhibit:
    """Exports and imports with all partners: the state's own totals, and the compilers' where they were pulled."""
    rows: list[tuple[Cell, ...]] = []
    lines: list[Line] = []
    for entry in catalogue.sources().values():
        if state not in entry.reporters or entry.id not in _national():
            continue
        for group, flow in enumerate(("exports", "imports")):
            totals = [
                t
                for year in trade.coverage(entry.id, state, flow).years
                if first <= year <= last and (t := trade.world(state, flow, year, entry.id)) is not None
            ]
            told = f"{say('exhibit', f'word.{flow}', language)}: {witness_name(entry.id, state, '', language)}"
            if totals:
                lines.append(Line(told, tuple((t.year, t.value) for t in totals), group, len(lines) // 2))
                rows += [_row(t) for t in totals]
    compiled = pulled("cow_trade_totals")
    if compiled is not None:
        mine = compiled.filter((compiled["id"] == state) & compiled["year"].is_between(first, last)).sort("year")
        for group, flow in enumerate(("exports", "imports")):
            known = mine.select("year", f"{flow}_usd").drop_nulls().rows()
            told = f"{say('exhibit', f'word.{flow}', language)}: {title('cow-trade-national', language)}"
            if known:
                lines.append(Line(told, tuple(known), group, max(1, len(lines) // 2)))
                rows += [(y, state, "WLD", flow, v, "", "", "cow-trade-national", "", "") for y, v in known]
    sources = tuple(dict.fromkeys(str(row[7]) for row in rows))
    return Exhibit(
        "trade",
        say("exhibit", "world_trade", language, state=name(state, language)),
        _COLUMNS,
        tuple(sorted(rows, key=lambda row: (str(row[7]), str(row[3]), str(row[0])))),
        sources,
        Lines(tuple(lines), "USD"),
        lack=() if compiled is not None else ("cow_trade_totals",),
    )


def _national() -> frozenset[str]:
    return frozenset(trade.table("trade")["source"].unique())


def partners(state: str, last: int, language: Language, most: int = 15) -> Exhibit:
    """The largest partners by turnover in the latest full year that a source lists them for, one source only."""
    own = [e for e in catalogue.sources().values() if state in e.reporters and e.id in _national()]
    found: list[Total] = []
    for source in [*(entry.id for entry in own if entry.partners in ("all", "main")), COMPILED]:
        years = [y for y in trade.coverage(source, state, "imports").years if y <= last]
        if years:
            listed = [t for t in trade.partners(state, "turnover", years[-1], source) if states.exists(t.partner)]
            if not found or (listed and listed[0].year > found[0].year):
                found = listed or found
    where = named(found[0].source, language) if found else ""
    year = str(found[0].year) if found else ""
    return Exhibit(
        "partners",
        say("exhibit", "partners", language, state=name(state, language), year=year),
        tuple(c for c in _COLUMNS if c.code in ("year", "partner", "value_usd", "file", "cell")),
        tuple((t.year, t.partner, t.value, *_row(t)[-2:]) for t in found[:most]),
        (found[0].source,) if found else (),
        notes=(say("exhibit", "partners_note", language, source=where),) if found else (),
    )
