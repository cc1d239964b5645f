"""Actors – noun phrases that stand for persons, states and bodies – and the lists they form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sverka.reading.document import Token
from sverka.reading.morphology import analyses

_LINKS = frozenset({",", "и", "также", "или", "да", "ни", "даже"})
_QUOTES = frozenset('«»“”„"')
#: Whose, without a case: «президент и | его коллега».
_WHOSE = frozenset({"его", "ее", "её", "их"})

#: What a person is called beside the name, with the state as an adjective.
_CALLED = frozenset(
    {"дипломат", "лидер", "президент", "коллега", "визави", "политик", "депутат", "чиновник", "генерал"}
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase that stands for persons, states or bodies.

    `first`, `last`, `head` are token indices; `case` that of the head; `prep` the preposition's lemma or "". `ids`:
    persons first, then the states they act for; `lemma` the head's; `form` that of the state's name («adjective» for
    «российская оккупация», whose lemma is «оккупация»); `guessed`: resolved from an anaphoric word.
    """

    first: int
    last: int
    head: int
    case: str
    prep: str
    ids: tuple[str, ...]
    lemma: str
    form: str
    kind: str
    plural: bool = False
    guessed: bool = False
    after_noun: bool = False
    chain: int = -1

    @property
    def persons(self) -> tuple[str, ...]:
        """Ids of the persons."""
        return tuple(i for i in self.ids if i.startswith("person:"))

    @property
    def states(self) -> tuple[str, ...]:
        """Ids of the states (and of bodies), without the persons."""
        return tuple(i for i in self.ids if not i.startswith("person:"))


def chained(tokens: Sequence[Token], found: Sequence[Actor]) -> list[Actor]:
    """Coordinated actors share preposition and case: «с Россией, Китаем и Ираном»; an apposition is one actor."""
    out: list[Actor] = []
    over = -1  # «А, Б и В, | Г»: after «и» a list is over
    for actor in (_recased(tokens, a) for a in found):
        before = out[-1] if out else None
        if before is None or before.last >= actor.first:
            out.append(actor)
            continue
        gap = [tokens[k].text.lower() for k in range(before.last + 1, actor.first)]
        same = _same(tokens, before, actor, gap)
        if same is not None:
            out[-1] = same
            continue
        bodied = _of_bodies(tokens, before, actor, gap)
        if (bodied or _joined(tokens, before, actor, gap)) and not (0 <= before.chain == over and "и" not in gap):
            chain = before.chain if before.chain >= 0 else len(out) - 1
            over = chain if "и" in gap and "," not in gap else over
            if before.chain < 0:
                out[-1] = replace(before, chain=chain)
            caseless = _caseless(tokens, before) and not _caseless(tokens, actor)
            case = actor.case if caseless else before.case
            actor = replace(actor, chain=chain, prep=before.prep, case=case, after_noun=before.after_noun)
        out.append(actor)
    return _declined(tokens, out)


def _same(tokens: Sequence[Token], before: Actor, actor: Actor, gap: Sequence[str]) -> Actor | None:
    """One actor told twice: an abbreviation in brackets, «Андрес Восман, советник …»."""
    if list(gap) == ["("] and (actor.ids == before.ids or before.kind == actor.kind == "treaty"):
        closed = actor.last + 1 < len(tokens) and tokens[actor.last + 1].text == ")"
        return replace(before, last=actor.last + closed)
    one = before.kind == "state" and (before.lemma in _CALLED or (before.form == "demonym" and not before.plural))
    if one and not gap and before.case == actor.case and actor.persons:  # «турецкий дипломат | Чевикоз», «серб | Вучич»
        ids = tuple(dict.fromkeys((*actor.persons, *before.ids)))
        return replace(before, last=actor.last, ids=ids, kind="person", form="noun")
    person = before.persons and actor.kind == "person" and not actor.persons
    if list(gap) == [","] and person and before.case == actor.case:
        return replace(before, last=actor.last, ids=tuple(dict.fromkeys((*before.ids, *actor.ids))))
    return None


def _of_bodies(tokens: Sequence[Token], before: Actor, actor: Actor, gap: Sequence[str]) -> bool:
    """«Делегации Чили | и Перу», «власти Мали, | Нигера и Чада»: one plural noun for the bodies of several states."""
    return (
        before.plural
        and before.kind == actor.kind == "state"
        and before.form != "adjective"
        and tokens[before.head].pos == "NOUN"
        and before.head < before.last
        and tokens[before.last].feats.get("Case") == tokens[actor.head].feats.get("Case") == "Gen"
        and actor.first == actor.last
        and list(gap) in (["и"], [","])
    )


def _joined(tokens: Sequence[Token], before: Actor, actor: Actor, gap: Sequence[str]) -> bool:
    gap = _outside(gap)
    people = before.persons and (actor.persons or actor.lemma in _CALLED)
    gap = [word for word in gap if word not in _WHOSE] if people else gap
    links = _LINKS | ({"а"} if "также" in gap else set()) | ({actor.prep} if actor.prep else set())
    if not gap or not set(gap) <= links or (actor.prep and actor.prep != before.prep):
        return False
    if "" in (before.case, actor.case) and "organization" in {before.kind, actor.kind} and before.kind != actor.kind:
        return False  # «как пишет The Times, США …»
    word = tokens[actor.head]
    listed = word.feats.get("Case") == "Gen" and actor.last + 1 < len(tokens) and tokens[actor.last + 1].text == "и"
    if list(gap) == [","] and before.after_noun and before.kind != actor.kind and not listed:
        return False  # «будучи членом НАТО, | Турция …», but «санкции ООН, | США и Евросоюза»
    if list(gap) == [","] and before.prep and word.feats.get("Case") == "Nom" and word.text[-1] in "ая":
        return False  # «наблюдатель в ШОС, | Монголия …»: no preposition takes the nominative
    direct = {before.case, actor.case} <= {"Nom", "Acc"}  # one form, told apart by guess
    direct = direct and {_shown(tokens[before.head]), _shown(word)} != {"Nom", "Acc"}
    alike = before.case == actor.case or direct or _caseless(tokens, actor) or _caseless(tokens, before)
    alike = alike or _either(tokens, before, actor)
    going_on = before.chain >= 0 and before.kind == actor.kind  # «власти Гвинеи, Чада | и Нигера»
    alike = alike or (going_on and tokens[before.head].feats.get("Case") == word.feats.get("Case") == "Gen")
    return alike and "adjective" not in (actor.form, before.form)


def _either(tokens: Sequence[Token], before: Actor, actor: Actor) -> bool:
    """«Пакистану, | Исландии»: a form of two cases is read as the case of the one before it."""
    asked = {before.case, actor.case}
    if not asked <= {"Gen", "Dat", "Loc"} or before.kind != actor.kind:
        return False
    return any(a.feats.get("Case") == before.case for a in analyses(tokens[actor.head].text))


def _outside(gap: Sequence[str]) -> Sequence[str]:
    """The words between two members of a list without what is put in brackets: «Мали (2 млн), Чаду (3 млн)»."""
    gap = [word for word in gap if word not in _QUOTES]  # «„Газпром“ | и CNPC»
    if "(" not in gap or ")" not in gap:
        return gap
    opens, closes = gap.index("("), gap.index(")")
    return [*gap[:opens], *gap[closes + 1 :]] if opens < closes else gap


def _caseless(tokens: Sequence[Token], actor: Actor) -> bool:
    """True for a name that looks the same in every case: abbreviations, «Мали», «Перу», «Буркина-Фасо».

    For the others the tagger's case is a guess, unless a preposition or a noun asks for it.
    """
    return tokens[actor.head].text.isupper() or (unchanging(tokens, actor) and not actor.after_noun)


def unchanging(tokens: Sequence[Token], actor: Actor) -> bool:
    """True for a state's name that is never declined: «Мали», «Тувалу»."""
    token = tokens[actor.head]
    bare = actor.kind == "state" and actor.form in ("noun", "capital") and actor.head == actor.last
    return bare and token.text[-1] in "иоуюе" and token.text.lower().replace("ё", "е") == token.lemma


def _recased(tokens: Sequence[Token], actor: Actor) -> Actor:
    """The case a name can have where it stands: no locative is without a preposition, no genitive opens a clause."""
    if actor.prep or actor.after_noun or actor.form != "noun" or tokens[actor.head].text.isupper():
        return actor
    opens = not actor.first or tokens[actor.first - 1].pos == "PUNCT"
    if opens and actor.case == "Gen" and actor.kind == "person" and not actor.persons and _heads_plural(tokens, actor):
        return replace(actor, case="Nom", plural=True)
    if unchanging(tokens, actor) and opens and actor.case in ("Gen", "Loc", "Ins"):
        return replace(actor, case="Nom")
    return replace(actor, case="Dat") if actor.case == "Loc" and actor.kind == "state" else actor


def _heads_plural(tokens: Sequence[Token], actor: Actor) -> bool:
    """«Главы МИД Ирана и Ирака встретятся»: at the head of a sentence no genitive but a plural, if the verb is one."""
    if not any(
        a.feats.get("Case") == "Nom" and a.feats.get("Number") == "Plur" for a in analyses(tokens[actor.head].text)
    ):
        return False
    verb = next((t for t in tokens[actor.last + 1 : actor.last + 8] if t.pos == "VERB" and "Number" in t.feats), None)
    return verb is not None and verb.feats["Number"] == "Plur"


def _shown(token: Token) -> str:
    """Which of nominative and accusative a form shows: «Россию», «Россия»; "" where it may be either, as «Китай»."""
    cases = {a.feats.get("Case") for a in analyses(token.text)} & {"Nom", "Acc", "Gen"}
    return "Acc" if cases == {"Acc"} else "Nom" if cases == {"Nom"} else ""


def _declined(tokens: Sequence[Token], found: Sequence[Actor]) -> list[Actor]:
    """Members of a list in the case of those that show one: abbreviations do not."""
    shown: dict[int, str] = {}
    for actor in found:
        if actor.chain >= 0 and not _caseless(tokens, actor):
            own = replace(actor, case=tokens[actor.head].feats.get("Case", actor.case))
            case = _recased(tokens, own).case
            before = shown.setdefault(actor.chain, case)
            if {before, case} == {"Nom", "Acc"} and not actor.prep:
                forms = {_shown(tokens[a.head]) for a in found if a.chain == actor.chain}
                shown[actor.chain] = "Acc" if "Acc" in forms else "Nom"
    return [replace(a, case=shown.get(a.chain, a.case)) if a.chain >= 0 else a for a in found]
