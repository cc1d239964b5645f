"""Roles: the names round a cue – owner, partner, target, source, subject – by preposition and case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sverka.reading.context import SAYS
from sverka.reading.document import Name, Sentence, Token
from sverka.reading.metrics import Cue
from sverka.reading.regions import is_side

_WITH = {"с", "со"}


_TO = {"в", "на", "во", "для"}


_FROM = {"из", "от", "изо", "у"}


_MARKETS = ("рын", "направл", "сторон", "покупат", "потребит")


_GOODS = ("товар", "продукц", "нефт", "газ", "угл", "зерн", "металл", "вин", "поставок", "импорт")


_WINDS = {"восток", "запад", "север", "юг", "востоке", "западе", "севере", "юге"}


#: Nouns that stand for a state named elsewhere; those of kinship only for the other one of a pair.
_KIN = {"сосед", "соседка", "партнер", "союзник", "визави", "контрагент"}
_STATEHOOD = {"республика", "страна", "королевство", "держава", "государство", "султанат", "эмират", "остров"}
#: «со странами Европы», «из республик Прибалтики»: the preposition is that of the name.
_COUNTRIES = {"страна", "государство", "республика"}
_CONTRAST = {"а", "но", "зато", "хотя", "причем", "однако"}
_REACH = 12
#: How near a verb follows the comma after another: «…, получает», «…, а получает».
_JOINED = 2


@dataclass(slots=True)
class Arguments:
    """Names around a cue by role; `tokens` are the indices used, `away` is set by «на восток», `back` by «обратно»."""

    owner: list[str] = field(default_factory=list)
    partner: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    goods: list[str] = field(default_factory=list)
    tokens: set[int] = field(default_factory=set)
    away: bool = False
    thence: bool = False
    back: bool = False
    world: bool = False
    wind: bool = False
    recent: tuple[str, ...] = ()
    standins: list[str] = field(default_factory=list)
    mutual: bool = False
    #: «с ним»: a pronoun, which means whoever was named last.
    pronoun: bool = False

    def everyone(self) -> list[str]:
        """All names, each once."""
        every = self.owner + self.subject + self.partner + self.target + self.source + self.goods
        return list(dict.fromkeys(every))


def by_token(sentence: Sentence, names: Sequence[Name]) -> dict[int, list[Name]]:
    """States, organizations and groups of a sentence by the index of the token they begin at.

    A region («страны Центральной Азии», «в Африку») trades as a group does.
    """
    out: dict[int, list[Name]] = {}
    for name in names:
        group = name.kind in ("state", "organization", "group") or (name.kind == "place" and is_side(name.id))
        if group and sentence.start <= name.start < sentence.end:
            out.setdefault(sentence.index_at(name.start), []).append(name)
    return out


def arguments(sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], barred: set[int]) -> Arguments:
    """Names in the phrase of a cue. `barred` are tokens of amounts, where the phrase ends."""
    found = Arguments()
    tokens = sentence.tokens
    _left(found, sentence, cue, at)
    _right(found, sentence, cue, at, barred)
    head = tokens[cue.first]
    verbal = head.pos == "VERB"
    partnered = found.partner or found.target or found.source or found.goods or found.standins
    if verbal or (not partnered and len(found.everyone()) < 2 and head.pos != "VERB"):
        _clause(found, sentence, cue, at, subjects=verbal)
    text = tokens[cue.first].text.lower()
    before = tokens[cue.first - 1].text.lower() if cue.first else ""
    if found.away or found.thence or found.pronoun:
        found.recent = _recent(cue, at)
    if cue.stop < len(tokens) and tokens[cue.stop].text.lower() == "между":
        return found  # «общий оборот между странами»: of these with one another
    found.world = (
        found.world
        or before.startswith(("внешн", "мировой", "общ", "совокупн", "весь", "международн"))
        or text.startswith("внешнеторг")
    )
    return found


def _recent(cue: Cue, at: Mapping[int, list[Name]]) -> tuple[str, ...]:
    """The names before the cue, the last first: what «туда» and «оттуда» may point to."""
    return tuple(n.id for i in sorted((i for i in at if i < cue.first), reverse=True) for n in at[i])


def _left(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]]) -> None:
    """Adjectives before the cue: «российско-германская», «взаимный», «китайского импорта»."""
    tokens = sentence.tokens
    i = cue.first - 1
    while i >= max(0, cue.first - 5):
        names = [n for n in at.get(i, ()) if n.form in ("adjective", "prefix", "demonym")]
        if names:
            found.owner[:0] = [n.id for n in names]
            found.tokens.add(i)
        elif tokens[i].pos not in ("ADJ", "DET", "PART") and tokens[i].text.lower() not in {"весь", "всего", "и"}:
            break
        if tokens[i].text.lower().startswith("внешн"):
            found.world = True
        if tokens[i].text.lower().startswith(("взаимн", "внутренн")):
            found.mutual = True
        i -= 1
    if i >= 0 and tokens[i].text.lower() in {"обратно"}:
        found.back = True


def _right(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], barred: set[int]) -> None:
    tokens = sentence.tokens
    preposition = ""
    covered = 0
    i = cue.stop
    while i < min(len(tokens), cue.stop + _REACH) and i not in barred:
        token = tokens[i]
        low = token.text.lower()
        if token.pos == "ADP" or low in _WITH | _TO | _FROM | {"между", "внутри"}:
            preposition = low
        elif low == "," and i + 1 in at and found.tokens and i - 1 in found.tokens:
            pass
        elif low in {";", ".", ":", "—", "–", ",", "(", ")"} or (
            token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
        ):
            break
        elif preposition and low.startswith(("все", "весь")) and _countries(tokens, i):
            found.world = True
        elif low.startswith(("обратном", "противоположном", "встречном")) and preposition == "в":
            found.back = True
        elif low in {"туда", "сюда"}:
            found.away = True
        elif low == "оттуда":
            found.thence = True
        elif low in _WINDS and preposition in _TO:
            found.wind = True
        elif i in at:
            covered = max(name.end for name in at[i])
            for name in at[i]:
                if name.form == "pronoun" and name.id in found.everyone() and len(at[i]) == 1:
                    found.standins.append(_role(preposition))
                else:
                    _place(found, sentence, i, name, preposition)
            found.tokens.add(i)
        elif token.start >= covered and i + 1 not in at and _stands_in(token, preposition):
            found.standins.append(_role(preposition))
            found.pronoun = found.pronoun or token.pos == "PRON"
        i += 1


def _countries(tokens: Sequence[Token], i: int) -> bool:
    """«во все страны», «по всему миру»."""
    return i + 1 < len(tokens) and tokens[i + 1].lemma in ("страна", "мир", "государство", "направление")


def _stands_in(token: Token, preposition: str) -> bool:
    if preposition and token.pos == "PRON" and token.lemma in ("он", "она", "они"):
        return True
    if token.feats.get("Number") == "Plur":
        return False
    return token.lemma in _KIN or (bool(preposition) and token.lemma in _STATEHOOD)


def _role(preposition: str) -> str:
    """The role of a stand-in: partner, target, source or owner."""
    if preposition in _WITH:
        return "partner"
    return "target" if preposition in _TO else "source" if preposition in _FROM else "owner"


def _place(found: Arguments, sentence: Sentence, i: int, name: Name, preposition: str) -> None:
    adjective = name.form in ("adjective", "prefix")
    after = sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else ""
    if adjective and after.startswith(_GOODS):
        found.goods.append(name.id)
    elif preposition in _WITH:
        found.partner.append(name.id)
    elif preposition in _TO:
        if not adjective or after.startswith(_MARKETS) or name.form != "adjective":
            found.target.append(name.id)
    elif preposition in _FROM:
        found.source.append(name.id)
    elif not preposition and not adjective and sentence.tokens[i].feats.get("Case") == "Dat":
        found.target.append(name.id)
    elif preposition in {"", "между", "внутри"}:
        found.owner.append(name.id)


def _clause(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], *, subjects: bool) -> None:
    """Names left of the cue in its clause: subjects of verbs, and «с Казахстаном наторговали»."""
    tokens = sentence.tokens
    i = cue.first - 1
    commas = 0
    while i >= max(0, cue.first - 14):
        low = tokens[i].text.lower()
        if low in {";", ":", "—", "–"}:
            break
        if low == "," and (opened := _apposition(sentence, i, at) or _speech(sentence, i)) is not None:
            i = opened - 1
            continue
        if low == ",":
            commas += 1
            whose = tokens[i + 1].lemma == "который" and i - 1 in at  # «занял Чад, который закупил …»
            if subjects and cue.first - i <= _JOINED and not whose and _predicate(sentence, i):
                break  # «отправляет в Чили товаров на 3 млрд, | получает на 2»: the rest is the other verb's
            if tokens[i + 1].text.lower() in _CONTRAST:
                break
            if commas > 2 or (
                commas == 1 and not subjects and tokens[cue.first].feats.get("VerbForm") not in ("Part", "Conv")
            ):
                break
        if tokens[i].pos == "VERB" and tokens[i].feats.get("VerbForm") == "Fin":
            break
        if i in at and i not in found.tokens:
            preposition = _preposition(sentence, i)
            for name in at[i]:
                if preposition in _WITH:
                    found.partner.append(name.id)
                elif preposition in _FROM:
                    found.source.append(name.id)
                elif preposition in _TO and name.form != "adjective":
                    located = tokens[i].feats.get("Case") == "Loc" and not found.owner
                    (found.owner if located else found.target).append(name.id)
                elif not preposition and subjects and name.form != "adjective":
                    found.subject.append(name.id)
            found.tokens.add(i)
        i -= 1


def _predicate(sentence: Sentence, comma: int) -> bool:
    """True where the clause before a comma has a finite verb of its own."""
    for k in range(comma - 1, max(-1, comma - 14), -1):
        token = sentence.tokens[k]
        if token.text in ",;:–—()":
            return False
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return True
    return False


def _speech(sentence: Sentence, closing: int) -> int | None:
    """The comma that opens «, уверяет таможня,» closed at `closing`."""
    for k in range(closing - 1, max(0, closing - 8), -1):
        token = sentence.tokens[k]
        if token.text == ",":
            return k if sentence.tokens[k + 1].lemma in SAYS else None
        if token.text in ";:–—()":
            return None
    return None


def _apposition(sentence: Sentence, closing: int, at: Mapping[int, list[Name]]) -> int | None:
    """The comma that opens «, ближайшим союзником,» closed at `closing`, if what stands before it is a name."""
    for k in range(closing - 1, max(0, closing - 7), -1):
        token = sentence.tokens[k]
        if token.text == ",":
            return k if closing - k > 1 and any(j in at for j in range(max(0, k - 3), k)) else None
        if token.text in ";:–—()" or (token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"):
            return None
    return None


def _preposition(sentence: Sentence, i: int) -> str:
    """The preposition that governs token `i`, looking left over adjectives and coordinated names."""
    for k in range(i - 1, max(-1, i - 4), -1):
        token = sentence.tokens[k]
        if token.pos == "ADP":
            return token.text.lower()
        if token.pos == "PROPN" and sentence.tokens[k + 1].text.lower() != "и":
            return ""
        if token.lemma in _COUNTRIES:
            continue
        if token.pos not in ("ADJ", "DET", "PROPN", "CCONJ") and token.text.lower() != "и":
            return ""
    return ""


preposition_of = _preposition
