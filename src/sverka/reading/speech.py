"""Speaking: the verbs that report words, and whose words they are."""

import re

from sverka.reading.anaphora import gender_of, referred
from sverka.reading.bodies import FULL, PLACES_OF_SPEECH, body_id, himself, id_of
from sverka.reading.clauseroles import subject
from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.morphology import analyses
from sverka.reading.sayings import SAYING
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

#: «Сделал вывод», «выразил мнение»: verbs that speak only together with a noun.
_WITH_NOUN = {
    "сделать": {"вывод", "заявление", "оговорка"},
    "заключить": set(),
    "высказать": {"мнение", "предположение"},
}
_STAFF = words(
    """эксперт аналитик специалист представитель экономист исследователь сотрудник журналист автор социолог"""
)
_MEDIA = words("газета издание агентство портал журнал телеканал канал")
_AUTHORS = words("автор политолог эксперт политик гость собеседник чиновник дипломат")
_OFFICES = frozenset({"ведомство", "комитет", "министерство"})
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’.-]*$")
_PRONOUNS = {"он": "Masc", "она": "Fem", "они": "Plur"}


def speaks(scene: Scene, k: int) -> bool:
    """True for a token that is a verb of speech in use."""
    token = scene.sentence.tokens[k]
    if token.lemma not in SAYING or verb_form(token) not in ("fin", "short", "ger", "part"):
        return False
    if token.lemma in ("передать", "передавать"):  # «передаёт Reuters», not «передадут корабли»
        return any(a.kind == "organization" and abs(a.first - k) <= 3 for a in scene.actors)
    needed = _WITH_NOUN.get(token.lemma)
    if needed is None:
        return True
    near = {scene.lemma(j) for j in range(k + 1, k + 4)}
    return bool(needed & near) if needed else not any(a.kind == "treaty" for a in scene.actors if abs(a.first - k) < 6)


def authors(token: Token) -> bool:
    """True for «напомню», «скажете»: a first or second person, the author's own words to the reader."""
    said = {a.feats.get("Person") for a in analyses(token.text) if a.pos == "VERB" and "Person" in a.feats}
    return token.feats.get("Person") in ("1", "2") or (bool(said) and said <= {"1", "2"})


def speaker(scene: Scene, k: int) -> str | None:
    """Whose words the verb at token `k` reports: an id, or None where nobody is named."""
    at = scene.clause_of(k)
    tokens = scene.sentence.tokens
    if at < 0:
        return follower(scene, k)
    clause = scene.clauses[at]
    ahead = [a for a in scene.within(clause) if a.last < k and a.case == "Nom" and not a.prep and a.persons]
    ahead = [a for a in ahead if himself(scene, a)]
    inset = k > 0 and tokens[k - 1].text in (",", "–", "—") and follower(scene, k) is not None
    if ahead and not inset:  # «друг Путина, пишет Кауфманн, …»
        return ahead[-1].persons[0]
    after = follower(scene, k) or _staff(scene, k, list(clause.tokens))
    if after is not None:
        return after
    generic = _generic(scene, k)
    if generic is not None:
        return generic or None
    medium = _medium(scene, k)
    if medium is not None:
        return medium
    body = _in_body(scene, k, list(clause.tokens))
    if tokens[k].feats.get("Number") == "Plur" and body is not None:
        return body
    pronoun = next((tokens[j].text.lower() for j in clause.tokens if tokens[j].text.lower() in _PRONOUNS), "")
    if pronoun in ("он", "она"):
        found = referred(scene, clause, _PRONOUNS[pronoun], {"person"})
        who = id_of(scene, found.actors[0]) if found.actors else _lately(scene, _PRONOUNS[pronoun])
        if who is not None:
            return who
    role = subject(scene, at, {"person", "state", "organization"})
    for actor in role.actors:
        if actor.kind == "person" and not actor.persons and actor.states and _several(actor):
            return actor.states[0]  # «государства-члены АСЕАН заявили»
        if actor.kind != "treaty" and (actor.first < k or actor.case == "Nom"):
            return id_of(scene, actor)
    if pronoun and not role.actors:
        found = referred(scene, clause, _PRONOUNS[pronoun], {"person"})
        return id_of(scene, found.actors[0]) if found.actors else _lately(scene, _PRONOUNS[pronoun])
    anonymous = any(
        tokens[j].pos == "NOUN" and tokens[j].feats.get("Case") == "Nom" and abs(j - k) < 4 for j in clause.tokens
    )
    return (None if anonymous else body) or _document_voice(scene, k)


def _several(actor: Actor) -> bool:
    """«государства-члены», «представители»: many, who speak for the whole."""
    return actor.plural or actor.lemma.startswith(("государств", "страны"))


def _lately(scene: Scene, gender: str = "") -> str | None:
    """The person the sentences before are about: their last subject, or the only person they speak of."""
    here, found = scene.before, set()
    for _ in range(3):
        if here is not None:
            fitting = [a for a in here.actors if a.persons and (not gender or gender_of(here, a) in (gender, ""))]
            chief = [a for a in fitting if a.case == "Nom" and not a.prep and _main(here, a)]
            if chief:
                return chief[-1].persons[0]
            found |= {i for a in fitting for i in a.persons}
            here = here.before
    return found.pop() if len(found) == 1 else None


def _main(scene: Scene, actor: Actor) -> bool:
    """True for a noun of a main clause, not of one that describes somebody («150, о которых кричал Трамп»)."""
    at = scene.clause_of(actor.head)
    return at < 0 or scene.clauses[at].kind in ("main", "nominal")


def follower(scene: Scene, k: int) -> str | None:
    """«…, – сказал министр Иванов», «сообщает Javan»: a subject right after the verb."""
    tokens = scene.sentence.tokens
    addressed: str | None = None
    for actor in scene.actors:
        if actor.last < k or actor.first > k + (12 if addressed else 6) or actor.form == "adjective":
            continue
        between = list(tokens[k + 1 : actor.first])
        if any(t.text in ',;:«»"—–' or verb_form(t) in ("fin", "inf") for t in between) or actor.first <= k:
            break
        if addressed is not None and actor.persons and not actor.prep:
            return actor.persons[0]
        dated = [d for d in scene.dates if d.start < tokens[actor.first].start]
        between = [t for t in between if not (t.pos == "ADP" or any(d.start <= t.start < d.end for d in dated))]
        skipped = all(
            t.pos in ("ADV", "PART", "ADJ", "DET") or (t.pos == "NOUN" and t.feats.get("Case") == "Nom")
            for t in between
        )
        if actor.prep and not (skipped or not between):
            continue
        if actor.kind == "treaty":
            continue
        if not actor.prep and actor.case in ("Nom", "") and (skipped or actor.first == k + 1):
            if actor.kind == "person" and not actor.persons:
                continue
            if actor.persons or actor.kind != "organization":
                return id_of(scene, actor)
            addressed = addressed or id_of(
                scene, actor
            )  # «заявил DW советник Петров»: told to DW, unless nobody follows
    return addressed


def _medium(scene: Scene, k: int) -> str | None:
    """«Guardian отмечает», «пишет Le Monde»: a name in Latin letters right beside the verb that nobody else bears."""
    tokens = scene.sentence.tokens
    for step in (-1, 1):
        at, words = k + step, []
        while 0 <= at < len(tokens) and _LATIN.match(tokens[at].text):
            words.append(at)
            at += step
        words.sort()
        if words and tokens[words[0]].text[:1].isupper() and not any(
            a.first <= words[0] <= a.last for a in scene.actors
        ):  # fmt: skip
            start, end = scene.span(words[0], words[-1])
            return f"org:{scene.text[start:end]}"
    return None


def _staff(scene: Scene, k: int, held: list[int]) -> str | None:
    """«эксперты IHS прогнозируют», «представители NSC»: whose staff speak."""
    tokens = scene.sentence.tokens
    for j in held:
        if tokens[j].lemma in _STAFF and tokens[j].feats.get("Case") == "Nom":
            owner = next((a for a in scene.actors if a.first == j + 1 and a.kind == "organization"), None)
            if owner is not None:
                return id_of(scene, owner)
            whole = next((a for a in scene.actors if a.head == j and not a.persons and a.states), None)
            if whole is not None and whole.plural:  # one of them, unnamed, is nobody in particular
                return whole.states[0]
    return None


def _generic(scene: Scene, k: int) -> str | None:
    """«добавила газета», «добавили в ведомстве», «говорится в сообщении ведомства»: the body or author spoken of last.

    "" where such a word stands and nothing answers to it; None where there is no such word.
    """
    tokens = scene.sentence.tokens
    for j in range(max(0, k - 3), min(k + 6, len(tokens))):
        word = tokens[j].lemma
        alone = j + 1 >= len(tokens) or (
            tokens[j + 1].pos in ("PUNCT", "VERB", "ADV", "NOUN") and tokens[j + 1].feats.get("Case") != "Gen"
        )
        if (
            word not in _MEDIA | _AUTHORS | _OFFICES
            or not alone
            or any(tokens[i].text in ",;:«»—–" for i in range(min(j, k) + 1, max(j, k)))
        ):
            continue
        if any(a.first <= j <= a.last for a in scene.actors):
            continue
        want = "person" if word in _AUTHORS else "organization"
        here: Scene | None = scene
        for _ in range(4):
            if here is None:
                break
            found = [
                a
                for a in here.actors
                if (a.last < j or here is not scene) and (a.persons if want == "person" else a.kind == want)
            ]
            told = (
                [id_of(here, a) for a in found]
                if want == "person"
                else [i for a in found if (i := id_of(here, a)) and ":" in i]
            )
            told += _bodies_named(here, j) if want == "organization" and word in _OFFICES else []
            if told:
                return told[-1] or ""
            here = here.before
        return ""
    return None


def _bodies_named(scene: Scene, before: int) -> list[str | None]:
    """Ministries and offices a sentence names by a common noun («в министерстве торговли»)."""
    tokens = scene.sentence.tokens
    heads = [
        j
        for j, t in enumerate(tokens)
        if t.lemma in ("министерство", "комитет", "бюро", "служба") or t.text.lower().rstrip("еауом") in FULL
    ]
    return [body_id(scene, j, j) for j in heads if j + 1 < len(tokens)]


def _in_body(scene: Scene, k: int, held: list[int]) -> str | None:
    """«говорят в министерстве экономики», «сообщили РБК в управлении МВД»: the body after «в», with its state."""
    tokens = scene.sentence.tokens
    for j in held:
        if tokens[j].text.lower() not in ("в", "во") or j + 1 >= len(tokens) or abs(j - k) > 6:
            continue
        head = next((i for i in range(j + 1, min(j + 5, len(tokens))) if tokens[i].pos in ("NOUN", "PROPN")), -1)
        if head < 0:
            continue
        named = next((a for a in scene.actors if a.first <= head <= a.last), None)
        generic = tokens[head].lemma in PLACES_OF_SPEECH or tokens[head].text.lower() in FULL
        if generic:
            return body_id(scene, j + 1, head)
        found = tokens[k].feats.get("Number") != "Plur" and named is not None and named.form in ("capital", "noun")
        if found and named is not None and named.kind == "state":
            continue  # «в Вашингтоне было установлено»: a place
        if named is not None and named.kind in ("state", "organization") and named.form != "adjective":
            return id_of(scene, named)
    return None


def _document_voice(scene: Scene, k: int) -> str | None:
    """«говорится в сообщении Роскомнадзора», «отмечалось на портале Javan»: whose paper or site says so."""
    for actor in scene.actors:
        if (
            k < actor.first <= k + 14
            and actor.kind in ("organization", "state")
            and (actor.after_noun or actor.case in ("Gen", ""))
        ):
            noun = scene.lemma(actor.first - 1)
            if noun in (
                "сообщение",
                "заявление",
                "пресс-релиз",
                "доклад",
                "отчет",
                "портал",
                "сайт",
                "исследование",
                "коммюнике",
                "газета",
            ):
                return id_of(scene, actor)
    return None
