"""What the pages of a state, a pair and an organization show, in order, and for which years."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from sverka.record import organizations, states
from sverka.reports.dates import label
from sverka.reports.exhibits import ballots, commerce, drawing, memberships, pacts, people
from sverka.reports.exhibits.exhibit import Exhibit
from sverka.reports.words import Language, name
from sverka.sources import store
from sverka.sources.tables import tidy
from sverka.web.refusals import Refusal, missing

FIRST = 1816
#: Where a page begins that was not told.
USUAL = 1991
#: Tables that are not shipped: when one is pulled, what was made without it is made again.
_TABLES = ("un_votes", "cow_alliances", "atop_alliances", "cow_trade_totals")
Maker = Callable[[int, int, Language], Exhibit]


@dataclass(frozen=True, slots=True)
class View:
    """A page: `kind` (`state`, `pair`, `organization`), whom it is about, and the years it shows."""

    kind: str
    ids: tuple[str, ...]
    first: int
    last: int

    @property
    def path(self) -> str:
        """Its address after the language."""
        return "/".join(("explore", self.kind, *self.ids))

    @property
    def codes(self) -> tuple[str, ...]:
        """The exhibits, in order."""
        return tuple(_makers(self))

    def title(self, language: Language) -> str:
        """Whom it is about."""
        return " – ".join(name(id_, language) for id_ in self.ids)

    def exhibit(self, code: str, language: Language) -> Exhibit:
        """One exhibit; Refusal 404 where the page has none of this code."""
        if code not in self.codes:
            raise missing()
        return _exhibit(self, code, language, stamp())

    def drawing(self, code: str, language: Language, *, alone: bool = False) -> str:
        """Its drawing; empty where there is nothing to draw."""
        return drawing.svg(self.exhibit(code, language), self.first, self.last, language, alone)


def stamp() -> tuple[str, ...]:
    """Which tables are here, of those that are pulled: what is kept was made from these."""
    return tuple(str(store.kept(tidy(table))) for table in _TABLES)


@lru_cache(maxsize=96)
def _exhibit(view: View, code: str, language: Language, stamp: tuple[str, ...]) -> Exhibit:
    return _makers(view)[code](view.first, view.last, language)


def _makers(view: View) -> dict[str, Maker]:
    if view.kind == "organization":
        (body,) = view.ids
        return {
            "members": partial(memberships.of_organization, body),
            "member-count": partial(memberships.count, body),
            "offices": partial(people.terms, body),
            "summits": partial(people.summits, body),
        }
    if view.kind == "pair":
        one, two = view.ids
        return {
            "trade-there": partial(commerce.between, one, two, "trade-there"),
            "trade-back": partial(commerce.between, two, one, "trade-back"),
            "turnover": partial(commerce.both_ways, one, two, "turnover"),
            "votes": partial(ballots.of_pair, one, two),
            "alliances": partial(pacts.alliances, one, two),
            "shared-organizations": partial(memberships.shared, one, two),
            "treaties": partial(pacts.signed, (one, two)),
            "visits": partial(people.visits, (one, two)),
        }
    (state,) = view.ids
    return {
        "memberships": partial(memberships.of_state, state),
        "trade": partial(commerce.with_world, state),
        "partners": lambda _, last, language: commerce.partners(state, last, language),
        "neighbours": lambda _, last, language: ballots.neighbours(state, last, language),
        "allies": lambda _, last, language: pacts.allies(state, last, language),
        "offices": partial(people.terms, state),
        "visits": partial(people.visits, (state,)),
        "treaties": partial(pacts.signed, (state,)),
    }


def view(kind: str, ids: tuple[str, ...], first: str, last: str, language: Language) -> View:
    """The page asked for; Refusal, in words, for states that never met, unknown ids and years without them."""
    lives = _lives(kind, ids, language)
    now = date.today().year
    usual = max(USUAL, lives[0]) if lives[1] > USUAL else lives[0]
    begin, end = _year(first, usual), _year(last, min(now, lives[1]))
    if begin > end:
        raise Refusal("years_order", 400, first=begin, last=end)
    if end < lives[0] or begin > lives[1]:
        raise Refusal("years_alive", 400, who=" – ".join(name(i, language) for i in ids), lived=_told(ids, language))
    return View(kind, ids, begin, end)


def _lives(kind: str, ids: tuple[str, ...], language: Language) -> tuple[int, int]:
    if kind == "organization":
        (body,) = ids
        if not organizations.exists(body):
            raise Refusal("organization_unknown", 404, id=body)
        row = organizations.organization(body)
        return int((row["founded"] or str(FIRST))[:4]), int((row["ended"] or "9999")[:4])
    for id_ in ids:
        if not states.exists(id_):
            raise Refusal("state_unknown", 404, id=id_)
    if len(set(ids)) < len(ids):
        raise Refusal("same_state", 400)
    spans = [states.life(id_) for id_ in ids]
    if len(spans) == 2 and all(spans) and not any(a.overlaps(b) for a in spans[0] for b in spans[1]):
        raise Refusal("lives_apart", 400, one=_life(ids[0], language), two=_life(ids[1], language))
    starts = [min(p.start.year if p.start else FIRST for p in lives) for lives in spans if lives]
    ends = [max(p.end.year if p.end else 9999 for p in lives) for lives in spans if lives]
    return max(starts, default=FIRST), min(ends, default=9999)


def _life(id_: str, language: Language) -> str:
    return f"{name(id_, language)} ({_told((id_,), language)})"


def _told(ids: tuple[str, ...], language: Language) -> str:
    if len(ids) == 1 and organizations.exists(ids[0]):
        row = organizations.organization(ids[0])
        return " – ".join(filter(None, (row["founded"], row["ended"])))
    return "; ".join(lived(id_, language) for id_ in ids)


def lived(state: str, language: Language) -> str:
    """A state's life-spans in words; empty for a territory without one."""
    return ", ".join(label(period, language) for period in states.life(state))


def _year(text: str, usual: int) -> int:
    if not text.strip():
        return usual
    if not (text.strip().isascii() and text.strip().isdigit() and FIRST <= int(text[:6]) <= date.today().year):
        raise Refusal("year", 400, given=text, first=FIRST, last=date.today().year)
    return int(text)
