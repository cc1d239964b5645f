"""What is said of a scenario and its result: headings, numbers with intervals, assumptions and limits in words."""

import math
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sverka.claims import Period
from sverka.record import organizations
from sverka.reports.amounts import NBSP, amount, plain
from sverka.reports.dates import label
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, case, name
from sverka.scenarios.agreements import KINDS
from sverka.scenarios.outcome import Estimate, Json

#: Ids listed by name in one place; more are counted.
MOST_NAMES = 6
_ALL_NAMES = 60


@cache
def _book(language: Language) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("sverka.reports.whatif") / f"{language}.toml").read_text(encoding="utf-8"))


def tell(section: str, code: str, language: Language, **fields: object) -> str:
    """The words for a code with `{fields}` filled in; the code itself where there are none."""
    found = _book(language).get(section, {}).get(code, code)
    return found.format(**fields) if fields else found


def names(ids: Sequence[str], language: Language, most: int = MOST_NAMES) -> str:
    """Names one after another; where there are too many, how many."""
    if len(ids) > most:
        return tell("ui", "partners_many", language, count=len(ids))
    return ", ".join(one_line(name(id_, language)) for id_ in ids)


def heading(scenario: Json, language: Language) -> str:
    """What happens: the scenario's own title, else one made of its fields."""
    own = scenario.get("name_ru" if language == "ru" else "name")
    if own:
        return one_line(own)
    fields: dict[str, str] = {field: names(scenario.get(field, ()), language) for field in ("states", "coalition")}
    if "bloc" in scenario:
        bloc = organizations.resolve(scenario["bloc"])
        fields["bloc"] = one_line(name(bloc, language))
        fields["bloc_from"] = one_line(case(bloc, "genitive", "ru")) if language == "ru" else fields["bloc"]
    if "partner" in scenario:
        fields["partner_with"] = one_line(case(scenario["partner"], "with", language))
    if "target" in scenario:
        targets = scenario["target"]
        fields["target"] = names(targets, language)
        if language == "ru":
            fields["target"] = ", ".join(one_line(case(t, "genitive", "ru")) for t in targets[:MOST_NAMES])
    told = tell("heading", scenario["kind"], language, **fields)
    if scenario.get("share", 1.0) != 1.0:
        return tell("heading", "part", language, heading=told, share=percent(100 * scenario["share"], language))
    return told


def percent(value: float, language: Language, digits: int = 2) -> str:
    """A share in per cent."""
    return amount(value, "%", language, digits)


def signed(value: float, language: Language, places: int = 2) -> str:
    """A change in per cent without the sign for it, two significant digits and so many decimals at most.

    >>> signed(1.234, "en"), signed(-0.0414, "ru"), signed(0.001, "en")
    ('+1.2', '−0,04', '0')
    """
    rounded = round(value, places)
    told = plain(rounded + 0.0, language, 2)
    return f"+{told}" if rounded > 0 else told


def spread(estimate: Estimate | None, language: Language) -> str:
    """«−1,7 (−2,9…−1,0)»; a dash where there was nothing to change."""
    if estimate is None:
        return "–"
    middle = signed(estimate.value, language)
    low, high = signed(estimate.low, language), signed(estimate.high, language)
    return middle if low == high else f"{middle}{NBSP}({low}…{high})"


def dollars(value: float, language: Language, *, sign: bool = False) -> str:
    """An amount of dollars."""
    told = amount(value, "USD", language, 2)
    return f"+{told}" if sign and value > 0 else told


def assumptions(
    rows: Iterable[Json], model: Json, effects: Json, language: Language, brief: bool = False
) -> Iterator[str]:
    """What the numbers rest on, a sentence each; `brief` leaves out what the table of trade was made with."""
    for row in rows:
        if brief and row["code"] in ("spare", "home"):
            continue
        yield clean(_assumption(row, model, effects, language))


def _assumption(row: Json, model: Json, effects: Json, language: Language) -> str:
    code, fields = row["code"], dict[str, Any]()
    if code in ("effect", "effect_given"):
        kinds = _kinds(effects.get("kinds", {}), language)
        later = effects.get("later", {})
        if later:
            first, last = effects["later_years"]
            fields["later"] = tell(
                "assumption", "later", language, first=first, last=last, kinds=_kinds(later, language)
            )
        made = label(Period.parse(effects["made"]), language) if effects.get("made") else "–"
        source = tell("source", "penppml", language) if code == "effect" else one_line(effects.get("source", ""), 200)
        observations = plain(float(effects.get("observations", 0)), language)
        fields |= {"kinds": kinds, "made": made, "observations": observations, "source": source}
        fields.setdefault("later", "")
    elif code == "remain":
        if not row["blocs"]:
            return tell("assumption", "remain_none", language)
        fields = {"blocs": names(row["blocs"], language)}
    elif code == "tariff":
        fields = {"rate": percent(100 * row["rate"], language), "source": one_line(row["source"], 200) or "–"}
    elif code == "cut":
        direction = tell("direction", row["direction"], language)
        fields = {"share": percent(100 * row["share"], language), "direction": direction}
    elif code == "elasticities":
        for horizon, (value, low, high) in model["elasticities"].items():
            fields |= {horizon: plain(value, language), f"{horizon}_low": plain(low, language)}
            fields |= {f"{horizon}_high": plain(high, language)}
    elif code == "home":
        ratio = row["ratio"]
        fields = {"ratio": plain(ratio, language), "supply": plain(row["supply"], language)}
        fields["inputs"] = percent(100 * (1 - 1 / ratio), language)
    elif code == "spare":
        fields = {"share": percent(100 * row["share"], language)}
    return tell("assumption", code, language, **fields)


def _kinds(found: dict[str, Json], language: Language) -> str:
    """«таможенный союз +56 % (±11), …», deepest first."""
    order = [kind for kind in reversed(KINDS) if kind in found]
    return ", ".join(
        tell(
            "assumption",
            "effect_kind",
            language,
            kind=tell("kind", kind, language),
            effect=signed(100 * (math.exp(found[kind]["value"]) - 1), language) + NBSP + "%",
            error=plain(100 * math.exp(found[kind]["value"]) * found[kind]["error"], language, 2),
        )
        for kind in order
    )


def remarks(rows: Iterable[Json], language: Language) -> Iterator[str]:
    """How the table of trade was made, a sentence each."""
    for row in rows:
        fields: dict[str, str] = {}
        for who in ("states", "importers"):
            if who in row:
                fields[who] = names(row[who], language, _ALL_NAMES) or "–"
        if "share" in row:
            fields["share"] = percent(100 * row["share"], language)
        fields |= {key: plain(float(row[key]), language) for key in ("pairs", "level") if key in row}
        if "year" in row:
            fields["year"] = str(row["year"])
        yield clean(tell("remark", row["code"], language, **fields))


def limits(codes: Iterable[str], language: Language) -> list[str]:
    """What the numbers leave out, a sentence each."""
    return [tell("limit", code, language) for code in codes]
