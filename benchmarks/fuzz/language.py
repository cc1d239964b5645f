"""Targets of the claim language: the short form, periods, quantities; and the answers to whatever can be typed."""

from datetime import date

from benchmarks.fuzz.target import Target, as_text, holds


def _lines() -> list[bytes]:
    from sverka.claims import shortform

    lines = [line[4:].split("   ")[0] for line in (shortform.__doc__ or "").splitlines() if line.startswith("    ")]
    more = [
        *(
            "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD",
            "change gdp(KAZ) over 2014/2015 > 15 %",
            "not member UKR EAEU",
        ),
        *(
            "order CIS < GUAM, SCO",
            "rank 1 of RUS by trade.turnover: CHN in 2015",
            "fall trade.exports(ARM, RUS) = 2 x",
        ),
        *('signed RUS, KAZ, BLR, "treaty:Договор о ЕАЭС" in 2014-05-29', "max trade.share(RUS, CHN) until 2014"),
        *(
            "compare gdp(RUS) in 2010 > gdp(KAZ) in 2011 by 5..7 pp; since 2001",
            "office person:Путин head_of_state RUS",
        ),
    ]
    return [line.encode() for line in (*lines, *more)]


def _parse(data: bytes) -> bool:
    from sverka.claims import from_json, parse, to_short
    from sverka.errors import ClaimError

    try:
        found = parse(as_text(data))
    except ClaimError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    printed = to_short(found)
    holds(parse(printed) == found and to_short(parse(printed)) == printed, "a claim does not read back")
    holds(from_json(found.to_json()) == found, "a claim does not read back from JSON")
    return False


def _period(data: bytes) -> bool:
    from sverka.claims import Period
    from sverka.errors import ClaimError

    try:
        found = Period.parse(as_text(data))
    except ClaimError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    holds(Period.parse(str(found)) == found, "a period does not read back")
    holds(found.contains(found) and found.overlaps(found), "a period that does not contain itself")
    for change in ({"years": 1}, {"months": -5}, {"days": 400}, {"years": 9999}):
        try:
            found.shift(**change)
            found.widened()
        except ClaimError:
            continue
    return False


def _number(data: bytes) -> bool:
    from sverka.claims.quantity import Quantity, parse_number, print_number
    from sverka.errors import ClaimError

    try:
        value, tolerance = parse_number(as_text(data), "x" if len(data) % 3 == 0 else "USD")
        said = Quantity(value, value, "USD", "=", tolerance)
    except ClaimError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    holds(float(print_number(value)) == value, "a number does not read back")
    low, high = said.allowed
    holds(low <= value <= high and said.compare(value).answer.value != "no", "a number that does not allow itself")
    return False


def _answer(data: bytes) -> bool:
    from sverka.checking.check import check
    from sverka.claims import parse
    from sverka.errors import ClaimError

    try:
        claim = parse(as_text(data))
    except ClaimError:
        return True
    found = check(claim, published=date(2021, 6, 15) if len(data) % 2 else None)
    holds(check(claim, published=date(2021, 6, 15) if len(data) % 2 else None) == found, "two answers to one claim")
    found.to_json()
    return False


def _prepare() -> None:
    import sverka.claims.shortform  # noqa: F401


def _prepare_answers() -> None:
    for line in _lines():
        _answer(line)


_PERIODS = [
    t.encode()
    for t in ("2014", "2014-02-28", "2011/2014", "2014/..", "../2014-03", "199X", "20XX", "2014~", "19XX?/2001%")
]
_NUMBERS = [
    t.encode() for t in ("20e9", "1.5e9", "40", "20.0e9", "-0.5", "1e308", "5e-324", "0.0", "1_000", "٣", "1E+3")
]

LANGUAGE = (
    Target("short-form", _parse, _lines, _prepare, most=600),
    Target("periods", _period, lambda: _PERIODS, _prepare, most=60),
    Target("quantities", _number, lambda: _NUMBERS, _prepare, most=60),
    Target("answers", _answer, _lines, _prepare_answers, slowest=8.0, most=400, guided=False),
)
