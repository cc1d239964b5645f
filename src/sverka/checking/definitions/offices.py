"""Offices: who held which, on the day of publication or in the stated period.

Definitions: `then` (in the period stated, or on the day of publication) and, where no period is stated, `earlier` (at
some time before): a text may call a man by the office of the days it tells of. It does where it says so («бывший»,
«тогдашний») or names a year of his term; else the words are about today.

A row votes for the days on which a source that was opened shows the person in the office (`Term.is_vouched`), whether
or not the whole row is verified.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from sverka.checking.facts import absent, answer
from sverka.checking.finding import Alternative, Answer, Definition, Finding, Outcome, Question, found
from sverka.claims import Office, Period
from sverka.claims.ids import name_of
from sverka.record import offices, organizations
from sverka.record.coverage import is_complete
from sverka.record.offices import Term, fold, holders, terms_of
from sverka.record.tables import is_verified

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Words that put an office into the past.
_PAST = re.compile(
    r"экс-|бывш|тогда|тогдаш|в то время|в те (годы|дни|времена)|прежн|покойн|занимал|возглавлял|возглавил|\bбыл[аи]? "
    r"|лет назад|(?:явля|руководи|служи|работа|состоя)л|стал[аи]?\b|назнач(?:ил|ен)|избра(?:л|н[аы]?\b)"
    r"|\bex-|\bformer|\bthen\b|\blate\b|\bat the time|\bwas\b|\bserved\b|\bonce\b|years ago|\bbecame\b"
    r"|\bappointed\b|\belected\b",
    re.IGNORECASE,
)
#: Who leaves a post held it: «уволенный с поста министра», «отставка премьера».
_LEAVING = re.compile(
    r"уво(?:лен|лил|льн)|отставк|отставл|отстран|смещ|смест|снят[аоы]?\b|свер(?:г|ж)|низло|лиш(?:ен|ил)|уш(?:ел|ёл|ла|ли)\b"
    r"|покин|ушедш|(?:dismiss|resign|oust|overthr|sack|deposed|stepped down)",
    re.IGNORECASE,
)
#: Words that make another office of a title: whoever stands under, beside or for its holder.
_UNDER = re.compile(
    r"\b(?:зам|заместител|помощни|советни|представител|пресс-секретар|полномочн|исполняющ|и\.\s?о|врио|вице|первый зам"
    r"|deputy|vice|assistant|advis|acting|spokes|representative|envoy|aide)",
    re.IGNORECASE,
)
#: Surnames at least this alike are two spellings of one («Штайнмайер», «Штейнмайер»).
SAME = 0.8


def check(question: Question) -> Finding:
    """Hold an office against the record."""
    claim = question.proposition
    assert isinstance(claim, Office)
    state = organizations.resolve(claim.state)
    then = claim.period or (Period.of(question.published) if question.published else None)
    terms = [t for t in _terms(claim, state) if same_office(claim.office, t)]
    definitions = [Definition("then", tuple(_answers(claim, state, terms, then)))]
    if claim.period is None and then is not None:
        past = any(pattern.search(question.words) is not None for pattern in (_PAST, _LEAVING))
        before = [t for t in terms if t.period.start is None or then.end is None or t.period.start <= then.end]
        before = [t for t in before if past or t.period.contains(then) or _told_of(t, question.years)]
        begun = None if then.end is None else Period.parse(f"../{then.end}")
        earlier = tuple(_held(t, Outcome.AGREES, _known_by(t, begun)) for t in before[-1:])
        definitions.append(Definition("earlier", earlier))
    near = _nearest(claim, state, then)
    return found(claim, definitions, alternatives=near, ask="office")


def _told_of(term: Term, years: frozenset[int]) -> bool:
    """Whether a year that the text names is a year of the term."""
    return any(term.period.overlaps(Period.of(year)) for year in years)


def _terms(claim: Office, state: str) -> list[Term]:
    """Terms in this state of everyone with this surname, or one spelled much like it."""
    exact = [t for t in terms_of(claim.person) if t.state == state]
    if exact:
        return exact
    wanted = fold(claim.person.removeprefix("person:")).split()[-1]
    return [t for t in offices.terms() if t.state == state and alike(wanted, t)]


def alike(surname: str, term: Term) -> bool:
    """Whether a folded surname may be another spelling of a term's."""
    return any(n[0] == surname[0] and SequenceMatcher(None, surname, n).ratio() >= SAME for n in term.surnames)


def _named_in(person: str, term: Term) -> bool:
    """Whether what a text calls a person is another part of a holder's name: «бен Заид», «Алексис», «Абэ Синдзо»."""
    wanted = fold(name_of(person)).split()[-1]
    parts = fold(f"{term.surname_ru} {term.given_ru} {term.row['patronymic_ru']} {term.surname_en} {term.given_en}")
    return wanted in re.split(r"[\s|-]+", parts)


def same_office(office: str, term: Term) -> bool:
    """Whether a term is of the office named; titles match when one's telling words are among the other's."""
    if office == term.office:
        return True
    if not office.startswith("other:"):
        return False
    title = office.removeprefix("other:")
    if _UNDER.search(title) and not any(_UNDER.search(term.row[c]) for c in ("title_ru", "title_en", "office")):
        return False  # the deputy of a minister is no minister
    said = _words(title)
    known = [_words(term.row["title_ru"]), _words(term.row["title_en"]), _words(term.office.removeprefix("other:"))]
    return any(said and k and (said <= k or (len(k) > 1 and k <= said)) for k in known)


def _words(title: str) -> frozenset[str]:
    return frozenset(w.casefold().replace("ё", "е")[:6] for w in _WORD.findall(title))


def _answers(claim: Office, state: str, terms: Sequence[Term], then: Period | None) -> list[Answer]:
    if then is None:
        return [_held(t, Outcome.AGREES, t.is_vouched()) for t in terms[-1:]]
    current = [t for t in terms if t.period.overlaps(then)]
    if current:
        sure = [t for t in current if _surely(t.period, then) or t.is_vouched(then)]
        outcome = Outcome.AGREES if sure else Outcome.TOO_CLOSE
        best = max(sure or current, key=lambda t: t.is_vouched(then))
        return [_held(best, outcome, best.is_vouched(then))]
    if terms:
        return [answer(t.row, Outcome.CONTRADICTS, _said(t), t.period) for t in terms[-1:]]
    others = holders(state, claim.office, then)
    if any(_named_in(claim.person, t) for t in others):
        return []
    if others and is_complete("offices", (f"{state} {claim.office}",), then):
        names = "; ".join(_said(t) for t in others[:3])
        return [absent("offices", names)] if all(t.is_vouched(then) for t in others) else []
    return []


def _held(term: Term, outcome: Outcome, vouched: bool) -> Answer:
    """What a term says; it votes where something opened vouches for the days asked about."""
    said = answer(term.row, outcome, _said(term), term.period)
    if said.verified == vouched:
        return said
    return replace(said, verified=vouched, note="confirmed" if vouched else "unverified")


def _known_by(term: Term, begun: Period | None) -> bool:
    """Whether a term is vouched for on some day of the time up to a day."""
    if term.confirmed is None or begun is None:
        return term.is_vouched()
    return is_verified(term.row) or term.confirmed.overlaps(begun)


def _surely(term: Period, then: Period) -> bool:
    """Whether some day of `then` is certainly a day of the term, whatever its partial dates mean."""
    begun = term.first is None or then.end is None or term.first.last <= then.end
    not_over = term.last is None or then.start is None or term.last.first >= then.start
    return begun and not_over


def _said(term: Term) -> str:
    return f"{term.surname_ru or term.surname_en} – {term.office} {term.state} {term.period}"


def _nearest(claim: Office, state: str, then: Period | None) -> list[Alternative]:
    """Who did hold the office."""
    if then is None or claim.office.startswith("other:"):
        return []
    held = [t for t in holders(state, claim.office, then) if t.is_vouched(then)]
    if len(held) != 1:
        return []
    return [Alternative(claim.model_copy(update={"person": f"person:{held[0].surname_ru}", "period": then}), "person")]
