"""Hints: the state a text is about though it is never named – by its leaders and its money.

A column on «премьер Моди» and «лакхи рупий» is about India; dollars, euros and roubles hint at nothing, as too many
count in them.
"""

from collections import defaultdict

from sverka.reading.bundle import Analysis
from sverka.reading.document import Name
from sverka.reading.holders import one_state, recorded_terms

#: Money that only its own state counts in.
_OWN_MONEY = {
    "KZT": "KAZ", "UAH": "UKR", "GEL": "GEO", "AMD": "ARM", "AZN": "AZE", "UZS": "UZB", "TJS": "TJK", "KGS": "KGZ",
    "PLN": "POL", "MDL": "MDA", "TRY": "TUR", "MNT": "MNG", "ILS": "ISR", "HUF": "HUN", "KRW": "KOR", "JPY": "JPN",
    "BYN": "BLR", "TMT": "TKM", "CZK": "CZE", "PKR": "PAK", "IDR": "IDN", "CAD": "CAN", "AUD": "AUS", "NZD": "NZL",
}  # fmt: skip
_MONEY_WEIGHT = 0.8
_LEADER_WEIGHT = 0.7
#: How many leaders of one state count.
_MOST = 3


def hints(analysis: Analysis) -> dict[str, float]:
    """How strongly a text hints at each state without naming it."""
    score: defaultdict[str, float] = defaultdict(float)
    for own in {_OWN_MONEY[a.unit] for a in analysis.amounts if a.kind == "money" and a.unit in _OWN_MONEY}:
        score[own] += _MONEY_WEIGHT
    leaders: defaultdict[str, set[str]] = defaultdict(set)
    for name in analysis.names:
        if name.kind == "person" and name.form == "noun":
            state = _led(analysis, name)
            if state is not None and len(leaders[state]) < _MOST and name.id not in leaders[state]:
                leaders[state].add(name.id)
                score[state] += _LEADER_WEIGHT
    return dict(score)


def _led(analysis: Analysis, name: Name) -> str | None:
    """The one state in whose offices the record has a person, at publication if several."""
    given = [t.text for t in analysis.document.tokens_in(name.start, name.end)[:-1]]
    terms = recorded_terms(name.id, given, analysis.document.published)
    return one_state([t for t in terms if len(t.state) == 3], analysis.document.published)
