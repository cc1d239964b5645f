"""What can be asked: stored results, trade agreements and states of a year, and the fields of a scenario file."""

from sverka.errors import SverkaError
from sverka.reports.whatif.phrases import heading, tell
from sverka.reports.words import Language
from sverka.scenarios import stored
from sverka.scenarios.agreements import KINDS
from sverka.scenarios.outcome import Outcome

FIELDS = """\
dissolve  bloc
leave     bloc, states
join      bloc, states
embargo   states, partner
replace   states, partner
sanction  coalition, target
all       year, source, name, name_ru, about, output_ratio, closure = "zero" | "additive" | "multiplicative"
blocs     remain, tariff, tariff_source, effect = { value = 0.4, error = 0.1, source = "…" }
cuts      share, direction = "both" | "exports" | "imports"
"""
_WIDE = 26


def listing(year: int, source: str, language: Language) -> str:
    """The whole list as text; agreements and states only where the tables of their sources were pulled."""
    lines = [f"{tell('ui', 'stored', language)}:"]
    for name in stored.shipped():
        lines.append(f"  {name:<{_WIDE}} {heading(stored.load(name).scenario, language)}")
    for place in stored.kept():
        try:
            lines.append(
                f"  {place.stem}  {heading(Outcome.loads(place.read_text(encoding='utf-8')).scenario, language)}"
            )
        except SverkaError as error:
            lines.append(f"  {place.stem}  ({error.what})")
    lines += ["", *(f"  {line}" for line in FIELDS.splitlines()), ""]
    return "\n".join(lines) + "\n" + _of_the_year(year, source, language)


def _of_the_year(year: int, source: str, language: Language) -> str:
    from sverka.scenarios.worlds import world

    try:
        system = world(year, source)  # type: ignore[arg-type]  # checked there
    except SverkaError as error:
        return f"{error}\n"
    lines = [f"{tell('ui', 'blocs', language, year=year)}:"]
    for agreement in system.agreements:
        rank = 1 + KINDS.index(agreement.kind)
        counts = any(system.depths[system.at(one), system.at(two)] == rank for one, two in agreement.pairs)
        if len(agreement.members) > 2 and counts:
            kind = tell("kind", agreement.kind, language)
            lines.append(f"  {agreement.id:<12} {agreement.name} ({kind}, {len(agreement.members)})")
    lines += ["", f"{tell('ui', 'states', language, year=year, source=tell('source', source, language))}:"]
    for start in range(0, len(system.states), 24):
        lines.append("  " + " ".join(system.states[start : start + 24]))
    return "\n".join(lines) + "\n"
