"""A sentence cut into clauses by its punctuation, conjunctions and verbs – without the parser."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.reading.clauseparts import HARD, Segment, dashed, has_nominative, heads_a_dash, segments
from sverka.reading.document import Sentence, Token
from sverka.reading.sayings import SAYING
from sverka.reading.wordlists import words

_NEW_MAIN = frozenset({"а", "но", "однако", "зато", "притом", "причем"})
_RELATIVES = frozenset({"который", "чей", "коий"})
_RELATIVE_ADVERBS = frozenset({"где", "куда", "откуда"})
_SUBORDINATORS = words(
    """что чтобы если хотя поскольку пока когда чем будто словно ибо лишь едва раз прежде благодаря дабы кабы ежели"""
)
_DEPENDENT = _RELATIVES | _RELATIVE_ADVERBS | _SUBORDINATORS
_FRESH = _NEW_MAIN | _SUBORDINATORS
_CONDITIONS = frozenset({"если", "раз", "ежели", "кабы"})
_ASIDES = words(
    """напомнить впрочем например кстати видимо похоже конечно правда разумеется вероятно наверное увы судя дескать
    мол итак безусловно очевидно пожалуй действительно скажем допустим казалось казаться мягко следовательно
    наконец"""
)
_ASIDE_PHRASES = (
    "между прочим", "стало быть", "таким образом", "в свою очередь", "как известно", "как ни странно", "к слову",
    "по словам", "по мнению", "по данным", "по сведениям", "по оценке", "по оценкам", "по его словам", "по ее словам",
    "прежде всего", "в частности", "к тому же", "в том числе", "судя по", "так сказать", "иными словами", "само собой",
    "по сути", "по крайней мере", "кроме того", "более того", "с одной стороны", "с другой стороны",
    "во-первых", "во-вторых",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with at most one predicate; `tokens` may have gaps where other clauses are set in.

    `kind`: main, that (after a conjunction), relative, participle, gerund, aside, nominal (without a verb).
    `opener` is the lemma of the word that opens it; `outer` the index of the clause it hangs on, -1 for none; `sign`
    the punctuation before it.
    """

    tokens: tuple[int, ...]
    predicate: int
    kind: str
    opener: str = ""
    outer: int = -1
    sign: str = ""

    @property
    def conditional(self) -> bool:
        """True after «если»."""
        return self.opener in _CONDITIONS


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order of their predicates; every word belongs to one of them."""
    tokens = sentence.tokens
    out: list[Clause] = []
    pending: list[int] = []
    pending_opener, pending_sign = "", ""
    current = -1
    which: list[int] = []  # a relative clause whose verb is still to come: «которое Москва, | Баку и Ереван подписали»
    parts = segments(tokens)
    for number, segment in enumerate(parts):
        kind, opener, predicate = _classify(tokens, segment)
        relative = bool(segment.before) and any(tokens[k].lemma in _RELATIVES for k in segment.tokens[:3])
        if kind == "fragment" and (relative or (which and segment.before == ",")):
            which += segment.tokens
            continue
        if which and kind == "main":
            out.append(Clause((*which, *segment.tokens), predicate, "relative", "который", current))
            which = []
            continue
        if pending and kind == "main" and _cites(tokens, segment, parts[number + 1 : number + 2]):
            kind = "aside"
        if kind == "aside":
            out.append(Clause(tuple(segment.tokens), predicate, "aside", opener, current))
            continue
        if kind == "fragment":
            if pending and segment.before in (";", ":"):
                out.append(Clause(tuple(pending), -1, "nominal", pending_opener))
                current, pending = len(out) - 1, []
            if current >= 0 and not pending and dashed(tokens, segment, parts, number):
                out[current] = _extended(out[current], segment.tokens)
                continue
            fresh = heads_a_dash(tokens, segment, parts[number + 1 : number + 2])
            if pending or current < 0 or fresh or segment.before in HARD or opener in _FRESH:
                pending_opener, pending_sign = (pending_opener, pending_sign) if pending else (opener, segment.before)
                pending += segment.tokens
            else:
                at = len(out) - 1
                if out[at].kind in ("relative", "participle", "gerund", "aside") and not _continues(
                    tokens, out[at], segment
                ):
                    at = current
                out[at] = _extended(out[at], segment.tokens)
            continue
        if kind in ("relative", "participle", "gerund") or _set_in(tokens, pending, pending_opener, segment, opener):
            kind = "that" if kind == "main" else kind
            out.append(Clause(tuple(segment.tokens), predicate, kind, opener, current))
            if current < 0 and not pending:
                current = len(out) - 1
            continue
        if pending and segment.before in (";", ":") and has_nominative(tokens, segment.tokens):
            out.append(Clause(tuple(pending), -1, "nominal", pending_opener))
            pending = []
        opener = pending_opener if pending and pending_opener in _SUBORDINATORS else opener
        kind = "that" if opener in _SUBORDINATORS else kind
        outer = current if kind == "that" else -1
        sign = pending_sign if pending else segment.before
        out.append(Clause(tuple(pending + segment.tokens), predicate, kind, opener, outer, sign))
        current, pending, pending_opener = len(out) - 1, [], ""
    if pending or which:
        out.append(Clause((*pending, *which), -1, "nominal", pending_opener))
    return out


def _cites(tokens: Sequence[Token], segment: Segment, following: Sequence[Segment]) -> bool:
    """«премьер, | передаёт BBC, | назвала …»: who says it, set between a subject and its verb."""
    said = 1 < len(segment.tokens) <= 6 and segment.before == "," and tokens[segment.tokens[0]].lemma in SAYING
    if not said or not following or following[0].before != ",":
        return False
    return tokens[following[0].tokens[0]].lemma not in _SUBORDINATORS | _RELATIVES


def _set_in(
    tokens: Sequence[Token], pending: Sequence[int], before: str, segment: Segment, opener: str
) -> bool:  # fmt: skip
    """«Путин, опасаясь, | что Москва теряет влияние, | направил …»: a clause inside one whose verb is still to come."""
    return (
        bool(pending)
        and opener in _SUBORDINATORS
        and segment.before == ","
        and before not in _SUBORDINATORS
        and has_nominative(tokens, pending)
    )


def _extended(clause: Clause, tokens: Sequence[int]) -> Clause:
    return Clause(
        tuple(clause.tokens) + tuple(tokens), clause.predicate, clause.kind, clause.opener, clause.outer, clause.sign
    )


def _classify(tokens: Sequence[Token], segment: Segment) -> tuple[str, str, int]:
    """Kind, opener and predicate of a segment."""
    indices = segment.tokens
    words = [tokens[k].lemma for k in indices[:6]]
    finite = [k for k, f in segment.forms.items() if f in ("fin", "short")]
    predicate = _chief(tokens, finite)
    opener = words[0] if words else ""
    if (opener in _ASIDES and len(indices) <= 2) or (segment.before == "(" and predicate >= 0):
        return "aside", opener, predicate
    if not segment.before and opener == "как" and predicate in indices[1:2] and tokens[predicate].lemma in SAYING:
        return "aside", opener, predicate  # «Как пишет газета, …»
    if segment.before and segment.before in ",–—(" and len(indices) <= 9:
        asides = opener in _ASIDES and len(indices) <= 4
        text = " ".join([tokens[k].text.lower().replace("ё", "е") for k in indices[:4]])
        if asides or text.startswith(_ASIDE_PHRASES) or (opener == "как" and predicate >= 0):
            return "aside", opener, predicate
    if opener in ("и", "а", "но") and len(words) > 1 and words[1] in _DEPENDENT:
        opener = words[1]
    if segment.before and predicate >= 0:
        relative = next((w for w in words[:4] if w in _RELATIVES), "")
        if relative:
            return "relative", relative, predicate
        if opener in _RELATIVE_ADVERBS:
            return "relative", opener, predicate
    if predicate >= 0:
        return "main", opener, predicate
    participles = [k for k, f in segment.forms.items() if f == "part"]
    gerunds = [k for k, f in segment.forms.items() if f == "ger"]
    if gerunds:
        return "gerund", opener, gerunds[0]
    if participles and segment.before in (",", "(", "–", "—", "и") and _postposed(tokens, indices, participles[0]):
        return "participle", opener, participles[0]
    infinitives = [k for k, f in segment.forms.items() if f == "inf"]
    if infinitives and opener in ("чтобы", "дабы"):
        return "that", opener, infinitives[0]
    return "fragment", opener, -1


def _chief(tokens: Sequence[Token], finite: Sequence[int]) -> int:
    """The predicate among finite verbs: the last of them, auxiliaries aside."""
    full = [k for k in finite if tokens[k].lemma != "быть"]
    return full[-1] if full else finite[-1] if finite else -1


def _postposed(tokens: Sequence[Token], indices: Sequence[int], at: int) -> bool:
    """A participle that opens its clause («, подписанный в мае»), not one before its noun («подписанный договор»)."""
    case, number = tokens[at].feats.get("Case"), tokens[at].feats.get("Number")
    for k in indices:
        if k > at:
            token = tokens[k]
            if token.pos == "ADP":
                return True
            if tokens[k - 1].text.isdigit() or tokens[k - 1].pos == "NUM":
                continue  # «подписанный | 15 мая»
            if (
                token.pos in ("NOUN", "PROPN")
                and token.feats.get("Case") == case
                and token.feats.get("Number") == number
            ):
                return k > at + 3 or (case == "Ins" and token.pos == "PROPN")  # «договором, подписанным | Веной»
    return True


def _continues(tokens: Sequence[Token], clause: Clause, segment: Segment) -> bool:
    """Whether a fragment after a dependent clause goes on with its list («подписали Россия, | Китай и Иран»)."""
    nominal = ("NOUN", "PROPN", "NUM", "ADJ")
    last = next((tokens[k] for k in reversed(clause.tokens) if tokens[k].pos in nominal), None)
    first = next((tokens[k] for k in segment.tokens if tokens[k].pos in nominal), None)
    if last is None or first is None or tokens[segment.tokens[0]].pos == "ADP":
        return False
    return last.feats.get("Case") == first.feats.get("Case") and last.pos == first.pos
