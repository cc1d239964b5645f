"""Ministries, offices and companies as speakers: full names in the nominative, with their state in the genitive."""

from functools import lru_cache

from sverka.claims.ids import prefix_of
from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.inflection import inflected, like, nominative
from sverka.reading.morphology import analyses
from sverka.reading.scenes import Scene
from sverka.reading.title_cases import cases_of
from sverka.reading.wordlists import words
from sverka.record import states

#: Nouns of state bodies whose words are the state's own.
STATE_VOICES = words(
    """власть правительство руководство администрация кремль мид президент премьер премьер-министр министр глава
    пресс-служба госдепартамент госдеп дипломатия сторона король"""
)
PLACES_OF_SPEECH = words(
    """министерство ведомство комитет управление департамент бюро служба администрация канцелярия секретариат
    пресс-служба правительство парламент мид минобороны компания агентство институт банк центр комиссия штаб
    посольство фонд совет центробанк нацбанк госдепартамент госдеп академия университет прокуратура суд партия
    союз"""
)
FULL = {
    "минэкономразвития": "Министерство экономического развития", "минэкономики": "Министерство экономики",
    "минфин": "Министерство финансов", "минэнерго": "Министерство энергетики",
    "минсельхоз": "Министерство сельского хозяйства",
    "минторг": "Министерство торговли", "минпромторг": "Министерство промышленности и торговли",
    "минтранс": "Министерство транспорта", "минздрав": "Министерство здравоохранения", "минтруд": "Министерство труда",
    "нацстатком": "Национальный статистический комитет", "статкомитет": "Статистический комитет",
    "нацбанк": "Национальный банк",
    "центробанк": "Центральный банк", "госкомстат": "Государственный комитет статистики",
}  # fmt: skip
#: Bodies that every state has: without a state named they are those of the state the text is about.
_GOVERNMENTAL = words(
    """министерство ведомство комитет управление департамент бюро служба администрация канцелярия правительство
    парламент центробанк нацбанк прокуратура статкомитет"""
)
#: How many names of a text are searched for how it calls a state.
_NAMES = 300


def body_id(scene: Scene, first: int, head: int) -> str | None:
    """A ministry, office or company as an id: full name in the nominative, then its state in the genitive."""
    tokens = scene.sentence.tokens
    while first < head and tokens[first].pos not in ("ADJ", "NOUN", "PROPN"):
        first += 1
    last = head
    while last + 1 < len(tokens):
        after = tokens[last + 1]
        joined = (
            after.text == "и" and last + 2 < len(tokens) and tokens[last + 2].feats.get("Case") == "Gen" and last > head
        )
        if joined:
            last += 2
        elif after.pos in ("ADJ", "NOUN", "PROPN") and (
            after.feats.get("Case") == "Gen" or (after.text.isupper() and len(after.text) > 1)
        ):
            last += 1
        else:
            break
    if tokens[head].lemma == "секретариат" and last == head:
        return _secretariat(scene, head)
    inside = [a for a in scene.actors if first <= a.head <= last and a.kind == "state"] + [
        a for a in scene.actors if a.form == "adjective" and first <= a.first < a.head <= last
    ]
    owners = {i for a in inside for i in a.states}
    own = len(owners) == 1
    governmental = tokens[head].lemma in _GOVERNMENTAL or tokens[head].text.lower().rstrip("еауом") in FULL
    short_name = tokens[head].lemma in STATE_VOICES or tokens[head].text.isupper() or tokens[head].text.lower() in FULL
    owner = owners.pop() if own else scene.home if governmental or short_name else None
    short = tokens[head].lemma in STATE_VOICES or tokens[head].text in ("МИД", "МИДе", "МИДа")
    if short and owner is not None:
        return owner
    if tokens[head].lemma in ("ведомство", "комитет", "компания", "партия", "суд", "центр") and last == head == first:
        return None
    words = _own_words(scene, first, last, owners | ({owner} if owner else set()))
    if not words:
        return None
    full = FULL.get(words[0].text.lower().rstrip("еауом") if len(words) == 1 else "", "") or FULL.get(
        words[0].text.lower(), ""
    )
    name = full or nominative(words)
    name = name.replace("Статкомитет", "статкомитет").replace("статкомитет", "статистический комитет")
    name = name[:1].upper() + name[1:]
    whose = genitive(scene, owner) if owner and states.exists(owner) else ""
    return f"org:{name} {whose}".strip() if name.isprintable() else None


def _secretariat(scene: Scene, head: int) -> str | None:
    """The secretariat of the organization spoken of last."""
    here: Scene | None = scene
    for _ in range(8):
        if here is None:
            return None
        found = [a for a in here.actors if a.kind == "organization" and (here is not scene or a.last < head)]
        if found:
            words = here.sentence.tokens[found[-1].first : found[-1].last + 1]
            return "org:Секретариат " + " ".join(t.text for t in words)
        here = here.before
    return None


def _own_words(scene: Scene, first: int, last: int, owners: set[str]) -> list[Token]:
    """The tokens of a body's name without the state's own and «республики», «страны»."""
    tokens = scene.sentence.tokens
    out = []
    for j in range(first, last + 1):
        actor = next(
            (a for a in scene.actors if a.kind == "state" and a.first <= j <= a.last and a.head != first), None
        )
        states_own = any(
            n.kind == "state" and n.start <= tokens[j].start < n.end and n.id in owners
            for n in scene.bundle.names_in(*scene.span(j, j))
        )
        if (
            states_own
            or (actor is not None and actor.first == j == actor.last)
            or tokens[j].lemma in ("республика", "страна")
        ):
            continue
        out.append(tokens[j])
    return out


@lru_cache(maxsize=1000)
def _genitive(name: str) -> str:
    words = []
    for word in name.split():
        found = [a for a in analyses(word) if a.feats.get("Case") == "Nom"]
        form = inflected(found[0], Case="Gen", Number=found[0].feats.get("Number", "Sing")) if found else None
        words.append(like(word, form) if form else word)
    return " ".join(words)


def genitive(scene: Scene, id_: str) -> str:
    """A state's name in the genitive, as the text calls it where it does."""
    for name in scene.bundle.names[:_NAMES]:
        if name.id == id_ and name.form == "noun":
            word = scene.text[name.start : name.end]
            if not word.isupper() and " " not in word:
                found = [a for a in analyses(word) if a.pos in ("PROPN", "NOUN")]
                form = inflected(found[0], Case="Gen", Number=found[0].feats.get("Number", "Sing")) if found else None
                if form:
                    return like(word, form)
    return _genitive(states.state_name(id_, "ru"))


def id_of(scene: Scene, actor: Actor) -> str | None:
    """The id of a speaker: a person; a state's body is the state; another body its name."""
    if not any(a is actor for a in scene.actors):  # whom a pronoun means: of a sentence before
        return next(iter(actor.persons or (() if actor.kind == "person" else actor.ids)), None)
    if actor.persons:
        return actor.persons[0] if himself(scene, actor) else None
    if actor.kind == "person":
        return None
    tokens = scene.sentence.tokens
    if actor.kind == "state":
        if actor.lemma in PLACES_OF_SPEECH - STATE_VOICES and actor.head != actor.last:
            return body_id(scene, actor.first, actor.head)
        return actor.states[0] if actor.states else None
    id_ = actor.ids[0]
    if prefix_of(id_) == "org":
        head = tokens[actor.head]
        if head.lemma in PLACES_OF_SPEECH or head.text.lower() in FULL or head.text.lower().rstrip("еауом") in FULL:
            return body_id(scene, actor.first, actor.head)
        end = scene.span(actor.first, actor.last)[1]
        owner = next(
            (
                n
                for n in scene.bundle.names_in(end, scene.sentence.end)
                if n.start == end + 1 and n.kind == "state" and n.form == "noun"
            ),
            None,
        )
        if owner is not None and head.text.isupper():
            return f"{id_} {scene.text[owner.start : owner.end]}"
    return id_


def himself(scene: Scene, actor: Actor) -> bool:
    """False for whoever serves the person named after him: «помощник Дональда Трампа» is not Trump."""
    first, last = scene.sentence.tokens[actor.head], scene.sentence.tokens[actor.last]
    if actor.head == actor.last or actor.case != "Nom" or first.text[:1].isupper() == (actor.head > 0):
        return True
    return "Nom" in cases_of(last) or last.feats.get("Case") == "Nom"


def is_body(token: Token) -> bool:
    """True for a common noun or short name of an office, ministry or company («комитет», «Нацстатком», «таможня»)."""
    word = token.text.lower()
    return token.lemma in PLACES_OF_SPEECH or word in FULL or word.rstrip("еауом") in FULL or token.lemma == "таможня"


def short_body(token: Token) -> bool:
    """True for a short name of an office in the form it has as subject: «Нацстатком»."""
    return token.text.lower() in FULL
