"""Speaking: the verbs that report words, and whose words they are."""

from functools import lru_cache

from sverka.claims.ids import prefix_of
from sverka.reading.anaphora import referred
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import verb_form
from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.inflection import inflected, like, nominative
from sverka.reading.morphology import analyses
from sverka.reading.scenes import Scene
from sverka.reading.wordlists import words
from sverka.record import states

#: Verbs that report words with «что …», with a clause beside them, or with a quotation.
SAYING = words(
    """сказать говорить заявить заявлять сообщить сообщать отметить отмечать подчеркнуть подчеркивать добавить
    добавлять пояснить пояснять объяснить объяснять рассказать рассказывать признать признавать признаться
    утверждать считать полагать указать указывать напомнить напоминать написать писать передать передавать
    уточнить уточнять заметить замечать заверить заверять возразить возражать ответить отвечать констатировать
    предупредить предупреждать предположить предполагать объявить объявлять говориться отмечаться сообщаться
    указываться подчеркиваться процитировать цитировать отчитаться подтвердить подтверждать вспоминать вспомнить
    резюмировать сетовать посетовать шутить пошутить иронизировать уверять уверить настаивать заключить
    продолжить продолжать воскликнуть произнести прокомментировать комментировать высказать высказаться
    прогнозировать оценить посоветовать пожаловаться обещать пообещать парировать поделиться доложить
    докладывать спросить спрашивать опасаться сделать описывать доказывать восклицать повторить повторять
    провозгласить предсказать предсказывать"""
)
#: «Сделал вывод», «выразил мнение»: verbs that speak only together with a noun.
_WITH_NOUN = {
    "сделать": {"вывод", "заявление", "оговорка"},
    "заключить": set(),
    "высказать": {"мнение", "предположение"},
}
#: Nouns of state bodies whose words are the state's own.
_STATE_VOICES = words(
    """власть правительство руководство администрация кремль мид президент премьер премьер-министр министр глава
    пресс-служба госдепартамент госдеп дипломатия сторона король"""
)
_PLACES_OF_SPEECH = words(
    """министерство ведомство комитет управление департамент бюро служба администрация канцелярия секретариат
    пресс-служба правительство парламент мид минобороны компания агентство институт банк центр комиссия штаб
    посольство фонд совет центробанк нацбанк госдепартамент госдеп академия университет прокуратура суд партия
    союз"""
)
_FULL = {
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
_STAFF = words(
    """эксперт аналитик специалист представитель экономист исследователь сотрудник журналист автор социолог"""
)
_MEDIA = words("газета издание агентство портал журнал телеканал канал")
_AUTHORS = frozenset({"автор", "политолог", "эксперт", "политик"})
_OFFICES = frozenset({"ведомство", "комитет", "министерство"})
#: How many names of a text are searched for how it calls a state.
_NAMES = 300
_PRONOUNS = {"он": "Masc", "она": "Fem", "они": "Plur"}


def speaks(scene: Scene, k: int) -> bool:
    """True for a token that is a verb of speech in use."""
    token = scene.sentence.tokens[k]
    if token.lemma not in SAYING or verb_form(token) not in ("fin", "short", "ger", "part"):
        return False
    needed = _WITH_NOUN.get(token.lemma)
    if needed is None:
        return True
    near = {scene.lemma(j) for j in range(k + 1, k + 4)}
    return bool(needed & near) if needed else not any(a.kind == "treaty" for a in scene.actors if abs(a.first - k) < 6)


def speaker(scene: Scene, k: int) -> str | None:
    """Whose words the verb at token `k` reports: an id, or None where nobody is named."""
    at = scene.clause_of(k)
    tokens = scene.sentence.tokens
    if at < 0:
        return _after_verb(scene, k)
    clause = scene.clauses[at]
    ahead = [a for a in scene.within(clause) if a.last < k and a.case == "Nom" and not a.prep and a.persons]
    if ahead:
        return ahead[-1].persons[0]
    after = _after_verb(scene, k) or _staff(scene, k, list(clause.tokens))
    if after is not None:
        return after
    generic = _generic(scene, k)
    if generic is not None:
        return generic or None
    body = _in_body(scene, k, list(clause.tokens))
    if tokens[k].feats.get("Number") == "Plur" and body is not None:
        return body
    role = subject(scene, at, {"person", "state", "organization"})
    for actor in role.actors:
        if actor.first < k or actor.case == "Nom":
            return id_of(scene, actor)
    pronoun = next((tokens[j].text.lower() for j in clause.tokens if tokens[j].text.lower() in _PRONOUNS), "")
    if pronoun and not role.actors:
        found = referred(scene, clause, _PRONOUNS[pronoun], {"person"})
        return id_of(scene, found.actors[0]) if found.actors else _lately(scene)
    anonymous = any(
        tokens[j].pos == "NOUN" and tokens[j].feats.get("Case") == "Nom" and abs(j - k) < 4 for j in clause.tokens
    )
    return (None if anonymous else body) or _document_voice(scene, k)


def _lately(scene: Scene) -> str | None:
    """The only person the sentences before speak of."""
    here, found = scene.before, set()
    for _ in range(2):
        if here is not None:
            found |= {i for a in here.actors for i in a.persons}
            here = here.before
    return found.pop() if len(found) == 1 else None


def _after_verb(scene: Scene, k: int) -> str | None:
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
        if not actor.prep and actor.case in ("Nom", "") and (skipped or actor.first == k + 1):
            if actor.persons or actor.kind != "organization":
                return id_of(scene, actor)
            addressed = addressed or id_of(
                scene, actor
            )  # «заявил DW советник Петров»: told to DW, unless nobody follows
    return addressed


def _staff(scene: Scene, k: int, held: list[int]) -> str | None:
    """«эксперты IHS прогнозируют», «представители NSC»: whose staff speak."""
    tokens = scene.sentence.tokens
    for j in held:
        if tokens[j].lemma in _STAFF and tokens[j].feats.get("Case") == "Nom":
            owner = next((a for a in scene.actors if a.first == j + 1 and a.kind == "organization"), None)
            if owner is not None:
                return id_of(scene, owner)
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
        if t.lemma in ("министерство", "комитет", "бюро", "служба") or t.text.lower().rstrip("еауом") in _FULL
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
        generic = tokens[head].lemma in _PLACES_OF_SPEECH or tokens[head].text.lower() in _FULL
        if generic:
            return body_id(scene, j + 1, head)
        if named is not None and named.kind in ("state", "organization") and named.form != "adjective":
            return id_of(scene, named)
    return None


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
    governmental = tokens[head].lemma in _GOVERNMENTAL or tokens[head].text.lower().rstrip("еауом") in _FULL
    short_name = (
        tokens[head].lemma in _STATE_VOICES or tokens[head].text.isupper() or tokens[head].text.lower() in _FULL
    )
    owner = owners.pop() if own else scene.home if governmental or short_name else None
    short = tokens[head].lemma in _STATE_VOICES or tokens[head].text in ("МИД", "МИДе", "МИДа")
    if short and owner is not None:
        return owner
    if tokens[head].lemma in ("ведомство", "комитет", "компания", "партия", "суд", "центр") and last == head == first:
        return None
    words = _own_words(scene, first, last, owners | ({owner} if owner else set()))
    if not words:
        return None
    full = _FULL.get(words[0].text.lower().rstrip("еауом") if len(words) == 1 else "", "") or _FULL.get(
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


def id_of(scene: Scene, actor: Actor) -> str | None:
    """The id of a speaker: a person; a state's body is the state; another body its name."""
    if actor.persons:
        return actor.persons[0]
    if actor.kind == "person":
        return None
    tokens = scene.sentence.tokens
    if actor.kind == "state":
        if actor.lemma in _PLACES_OF_SPEECH - _STATE_VOICES and actor.head != actor.last:
            return body_id(scene, actor.first, actor.head)
        return actor.states[0] if actor.states else None
    id_ = actor.ids[0]
    if prefix_of(id_) == "org":
        head = tokens[actor.head]
        if head.lemma in _PLACES_OF_SPEECH or head.text.lower() in _FULL or head.text.lower().rstrip("еауом") in _FULL:
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


def is_body(token: Token) -> bool:
    """True for a common noun or short name of an office, ministry or company («комитет», «Нацстатком», «таможня»)."""
    word = token.text.lower()
    return (
        token.lemma in _PLACES_OF_SPEECH or word in _FULL or word.rstrip("еауом") in _FULL or token.lemma == "таможня"
    )


def short_body(token: Token) -> bool:
    """True for a short name of an office in the form it has as subject: «Нацстатком»."""
    return token.text.lower() in _FULL
