"""What befalls a membership: «восстановление членства», «приостановил участие», «оспаривает своё членство».

Under such a word the noun does not say that a state is a member. What is restored begins, what is ended is over. A
state that is suspended remains a member: no status tells it. Nor is anything told of a membership somebody disputes.
"""

from sverka.claims.vocabulary import Modality
from sverka.reading.clauses import Clause
from sverka.reading.modality import denied, of_clause
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations

_RESTORED = words(
    """восстановление возобновление восстановить восстанавливать возобновить возобновлять восстановленный
    возобновленный"""
)
_ENDED = words(
    """прекращение утрата потеря лишение аннулирование денонсация окончание завершение прерывание прекратить прекращать
    утратить потерять лишиться лишить лишать аннулировать денонсировать завершить прервать разорвать прекращенный"""
)
_SUSPENDED = words(
    """приостановка приостановление замораживание заморозка остановка приостановить приостанавливать заморозить
    замораживать остановить приостановленный замороженный"""
)
_DISPUTED = words(
    """оспаривание отрицание непризнание сомнение оспорить оспаривать отрицать опровергнуть опровергать отвергнуть
    отвергать усомниться сомневаться оспариваемый"""
)
_KINDS = (("suspended", _SUSPENDED), ("disputed", _DISPUTED), ("restored", _RESTORED), ("ended", _ENDED))
_TOLD = _RESTORED | _ENDED | _SUSPENDED | _DISPUTED
#: Nouns whose infinitive is yet to be, or may be.
_PLANS = words("решение намерение план обещание готовность стремление желание курс задача цель договоренность")
_CHANCES = words("право возможность шанс попытка приглашение предложение призыв угроза просьба запрет")
#: Before the word or the entry these make of it what is yet to be.
_BEFORE = words(
    """решение процедура процесс переговоры план намерение условие вопрос протокол документ соглашение проект заявление
    начало подготовка голосование просьба предложение противник сторонник за против"""
)

_PAPERS = words("протокол закон законопроект соглашение договор документ меморандум резолюция указ акт хартия")
#: Before the entry these say that it is under way: somebody seeks it.
_SEEKING = words("процесс процедура переговоры подготовка")
_OVER = words("завершить завершать завершиться завершаться закончить закончиться окончить окончиться завершение")


def befallen(scene: Scene, clause: Clause, k: int) -> str:
    """What befalls the membership named at a token: restored, ended, suspended, disputed, "" for nothing."""
    tokens = scene.sentence.tokens
    if _TOLD.isdisjoint(scene.sentence.lemmas):
        return ""
    near = {scene.lemma(j) for j in (k - 1, k - 2) if j >= 0}
    said = near | ({scene.lemma(clause.predicate)} if clause.predicate >= 0 else set())
    if any(tokens[j].lemma == "сомнение" and tokens[j - 1].text.lower() == "под" for j in clause.tokens if j):
        return "disputed"
    found = next((kind for kind, told in _KINDS if said & told), "")
    unsaid = clause.predicate >= 0 and not near & _TOLD and denied(scene, clause, clause.predicate)
    return "" if unsaid else found  # «членство А никто не оспаривает»


def by_noun(scene: Scene, k: int) -> bool:
    """«Прекращение участия А в Х»: a noun before it, no verb, tells what befalls a membership."""
    return any(scene.lemma(j) in _TOLD and scene.sentence.tokens[j].pos == "NOUN" for j in (k - 1, k - 2) if j >= 0)


def yet_to_be(scene: Scene, k: int) -> bool:
    """«Решение о приёме», «процедура вступления», «за прекращение членства»: it is not said to have come about."""
    return not _BEFORE.isdisjoint(scene.lemma(j) for j in range(max(0, k - 3), k))


def of_paper(scene: Scene, k: int) -> bool:
    """«Протокол о вступлении А», «закон о членстве»: the name of a paper, no membership."""
    led = scene.sentence.tokens[k - 1].text.lower() if k else ""
    return led in ("о", "об") and scene.lemma(k - 2) in _PAPERS


def sought(scene: Scene, clause: Clause, k: int) -> bool:
    """«Процесс вступления начался», «переговоры о вступлении идут»: the state is a candidate, until they are over."""
    before = {scene.lemma(j) for j in range(max(0, k - 3), k)}
    return not _SEEKING.isdisjoint(before) and _OVER.isdisjoint(scene.lemma(j) for j in clause.tokens)


def will_be(scene: Scene, clause: Clause, k: int) -> bool:
    """«Итогом станет вступление А», «приём А состоится»: the entry is the subject of what is to come."""
    tokens = scene.sentence.tokens
    subject = clause.predicate >= 0 and tokens[k].feats.get("Case") == "Nom" and tokens[k - 1].pos != "ADP"
    return subject and of_clause(scene, clause) == "planned"


def resolved(scene: Scene, k: int) -> Modality | None:
    """«Приняла решение присоединиться», «получил право выйти»: what an infinitive behind a noun makes of it."""
    if not k or verb_form(scene.sentence.tokens[k]) != "inf":
        return None
    before = scene.lemma(k - 1)
    return "planned" if before in _PLANS else "hypothetical" if before in _CHANCES else None


def under_way(scene: Scene, k: int) -> bool:
    """«Выходит из СНГ»: not yet out; with a date it would be the historic present."""
    return scene.sentence.tokens[k].feats.get("Tense") == "Pres"


def outside_still(scene: Scene, state: str, body: str) -> bool:
    """Whether the record has a state join a body only after the day of publication: its entry is yet to come."""
    if scene.published is None:
        return False
    spells = [s for s in organizations.spells(state, body) if s.status in organizations.FULL]
    return bool(spells) and all(s.period.start is not None and s.period.start > scene.published for s in spells)
