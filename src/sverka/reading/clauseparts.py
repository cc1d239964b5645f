"""A sentence cut at its signs and conjunctions into segments, from which clauses are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.reading.document import Token
from sverka.reading.verbforms import verb_form

HARD = frozenset(";:–—")
_DASHES = frozenset("–—")
#: The longest insertion between dashes, in words.
_MOST_DASHED = 8
_BREAKS = frozenset(",;:–—()…")


@dataclass(slots=True)
class Segment:
    """Tokens between two signs, the sign before them, and the verb forms among them."""

    tokens: list[int]
    before: str  # the sign before it, "" at the start, "и" where a conjunction was cut
    forms: dict[int, str] = field(default_factory=dict)


def segments(tokens: Sequence[Token]) -> list[Segment]:
    out: list[Segment] = []
    current = Segment([], "")
    for i, token in enumerate(tokens):
        glued = token.text == "." and i + 1 < len(tokens) and tokens[i + 1].text in "«“"  # «… санкции.«В экспорте …»
        if (token.text in _BREAKS and not _inside_name(tokens, i)) or glued:
            if current.tokens:
                out.append(current)
                current = Segment([], ";" if glued else token.text)
            elif token.text in HARD or current.before in ("", ")"):
                current.before = token.text
            continue
        if token.pos == "PUNCT" and not any(c.isalnum() for c in token.text):
            continue
        form = verb_form(token)
        if form:
            cut = _cut(tokens, current, form)
            if cut:
                at = current.tokens.index(cut)
                rest = current.tokens[at:]
                out.append(
                    Segment(current.tokens[:at], current.before, {k: f for k, f in current.forms.items() if k < cut})
                )
                current = Segment(rest, "и", {k: f for k, f in current.forms.items() if k >= cut})
            current.forms[i] = form
        current.tokens.append(i)
    if current.tokens:
        out.append(current)
    return out


def _inside_name(tokens: Sequence[Token], i: int) -> bool:
    """A dash inside a name or number: «Астана – Москва» is a break, «2014–2015» is none."""
    return 0 < i < len(tokens) - 1 and tokens[i].start == tokens[i - 1].end and tokens[i].end == tokens[i + 1].start


def _cut(tokens: Sequence[Token], segment: Segment, form: str) -> int:
    """Where a second finite verb begins a clause of its own: at the last conjunction before it; 0 for nowhere."""
    if form not in ("fin", "short"):
        return 0
    earlier = [
        k for k, f in segment.forms.items() if f in ("fin", "short") and tokens[k].lemma not in ("быть", "стать")
    ]
    if not earlier:
        return 0
    between = [
        k for k in segment.tokens if k > earlier[-1] and tokens[k].text.lower() in ("и", "а", "но", "или", "что")
    ]
    return between[-1] if between else 0


def heads_a_dash(tokens: Sequence[Token], segment: Segment, following: Sequence[Segment]) -> bool:
    """«…, | Тегеран | – член ШОС»: a short nominative after a comma that a dash and another nominative follow."""
    if segment.before != "," or len(segment.tokens) > 3 or not following or following[0].before not in ("–", "—"):
        return False
    first, then = tokens[segment.tokens[0]], following[0].tokens
    return (
        first.feats.get("Case") == "Nom"
        and first.pos in ("NOUN", "PROPN")
        and tokens[then[0]].pos != "ADP"
        and has_nominative(tokens, then)
    )


def dashed(tokens: Sequence[Token], segment: Segment, parts: Sequence[Segment], number: int) -> bool:
    """«отправился | – уже на другой день – | посол Кении», «одобрил сенат | – 3 мая»: words a dash sets apart.

    They belong to the clause before them: either a second dash closes them and no verb follows, or they only say when
    or where.
    """
    if segment.before not in _DASHES:
        return False
    if len(segment.tokens) > _MOST_DASHED:
        return _closes(parts, number)
    first = tokens[segment.tokens[0]]
    circumstance = first.pos in ("ADP", "ADV", "NUM", "PART") or first.text[:1].isdigit()
    following = parts[number + 1] if number + 1 < len(parts) else None
    if following is not None and following.before in _DASHES:
        return circumstance and not any(f in ("fin", "short") for f in following.forms.values())
    return _closes(parts, number) or (circumstance and not has_nominative(tokens, segment.tokens))


def _closes(parts: Sequence[Segment], number: int) -> bool:
    """Whether the dash before a segment closes an insertion that another opened."""
    if number < 2 or parts[number - 1].before not in _DASHES:
        return False
    verbs = {"fin", "short", "inf", "ger"} & set(parts[number - 1].forms.values())
    return len(parts[number - 1].tokens) <= _MOST_DASHED and not verbs


def has_nominative(tokens: Sequence[Token], indices: Sequence[int]) -> bool:
    """Whether a noun or pronoun among some tokens stands in the nominative."""
    return any(tokens[k].pos in ("NOUN", "PROPN", "PRON") and tokens[k].feats.get("Case") == "Nom" for k in indices)
