"""Who is ranked by a superlative, and among whom: the nominative of its clause, an apposition, «мы»."""

from collections.abc import Sequence

from sverka.claims.ids import prefix_of
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor, unchanging
from sverka.reading.rank_parties import passed
from sverka.reading.rank_rosters import TOPS, roster
from sverka.reading.scenes import Scene
from sverka.reading.wordlists import words

WORLD = frozenset({"мир", "планета", "мировой", "свет", "глобальный"})
#: Adjectives that make «мир» less than the world.
PARTIAL = words("арабский исламский мусульманский западный третий русский развитый свободный христианский тюркский")
PLACE = words("место позиция строчка строка")
LEADS = frozenset({"лидер", "лидировать"})
#: Who does so with a list is the first of it.
HEADS = frozenset({"возглавлять", "возглавить"})
#: What is ranked with somebody or for somebody: «его союзник», «рынок для».
OWNED = words(
    """союзник союзница кредитор инвестор рынок угроза донор партнер контрагент соперник конкурент противник оппонент
    враг недруг"""
)
REACH = 7
_COUNTRIES = words("экономика страна государство держава республика")


def set_of(scene: Scene, first: int, head: int) -> tuple[str | None, int]:
    """The set a rank is taken in, and the last token that says so: the world, a region, a body, a country."""
    tokens = scene.sentence.tokens
    far = REACH if tokens[head].lemma in PLACE | LEADS | TOPS | HEADS else 4
    for j in range(first, min(head + far, len(tokens))):
        if tokens[j].lemma in WORLD and scene.lemma(j - 1) not in PARTIAL:
            return "WLD", j
    for actor in scene.actors:
        of_body = actor.first <= head < actor.last and actor.kind != "state"  # «беднейшая | страна ЕС»
        after = (head < actor.last and head <= actor.first <= head + far) or first < actor.first < head or of_body
        owned = not actor.prep and actor.case == "Gen" and actor.form not in ("pronoun",)
        whose = actor.form == "adjective" and tokens[head].lemma in OWNED and head < actor.first <= head + 3
        led = actor.prep in ("в", "на", "среди") or (actor.prep == "для" and tokens[head].lemma in OWNED)
        if after and (owned or led or of_body or whose) and actor.kind != "person":
            if any(tokens[j].text in ",;:–—()" for j in range(head, actor.first)):
                continue
            return actor.ids[0], actor.last
    return None, head


def owner_of(scene: Scene, clause: Clause, first: int) -> str | None:
    """Whose «своим главным противником» is: the subject of the clause, who is not ranked then."""
    if first < 1 or scene.lemma(first - 1) != "свой":
        return None
    owners = [a for a in scene.within(clause) if _subject(a) and a.last < first]
    return owners[-1].states[0] if owners and len({a.ids for a in owners}) == 1 else None


def owner_spoken_of(scene: Scene, subjects: Sequence[Actor]) -> str | None:
    """Whose partner somebody is where nobody says: the state the text is about, else the one other just named."""
    held = {s for a in subjects for s in a.states}
    if scene.home is not None and scene.home not in held:
        return scene.home
    near = [*(scene.before.actors if scene.before is not None else ()), *scene.actors]
    others = {a.states[0] for a in near if a.kind in ("state", "person") and a.states} - held
    return others.pop() if len(others) == 1 else None


def _subject(actor: Actor) -> bool:
    return actor.kind == "state" and actor.case == "Nom" and not actor.prep and not actor.after_noun


def _apposed(scene: Scene, of: str | None, head: int) -> list[Actor]:
    """«Во второй по населению стране Африки – Египте …», «главный соперник Ирана – Ирак»: named after a dash."""
    tokens = scene.sentence.tokens
    for a in scene.actors:
        dashed = head < a.first <= head + 8 and tokens[a.first - 1].text in ("–", "—", "-")
        dashed = dashed and not any(tokens[j].pos in ("PUNCT", "VERB") for j in range(head + 1, a.first - 1))
        same = a.case == tokens[head].feats.get("Case") or unchanging(tokens, a)
        if dashed and same and a.kind == "state" and not a.prep and a.ids[0] != of and not a.guessed:
            return roster(scene, a)
    return []


def _ourselves(scene: Scene, clause: Clause, of: str | None, head: int) -> list[Actor]:
    """«Мы – самый крупный инвестор»: the state the text is written from."""
    tokens, home = scene.sentence.tokens, scene.home
    if home is None or home == of:
        return []
    we = next((j for j in clause.tokens if tokens[j].lemma == "мы" and tokens[j].feats.get("Case") == "Nom"), -1)
    if we < 0:
        return []
    return [Actor(we, we, we, "Nom", "", (home,), "мы", "pronoun", "state", guessed=True)]


def _spoken_of(scene: Scene, of: str | None, head: int) -> list[Actor]:
    """«Россия … . Отношения с одной из крупнейших держав …»: the subject before, else the state the text is about."""
    told = [a for a in scene.before.actors if _subject(a) and a.ids[0] != of] if scene.before is not None else []
    if told or scene.home is None or scene.home == of:
        return told[-1:]
    return [Actor(head, head, head, "", "", (scene.home,), "", "pronoun", "state", guessed=True)]


def subjects_of(scene: Scene, clause: Clause, of: str | None, first: int, head: int) -> list[Actor]:
    """Who is ranked: the nominative of the clause, else the one state the sentence names besides the set."""
    named = [
        a for a in scene.actors
        if a.kind == "state" and not a.prep and a.ids[0] != of and a.form != "adjective"
        and not (a.form == "pronoun" and (a.plural or a.case != "Nom"))
        and not first <= a.first <= head and not prefix_of(a.states[0])
        and (a.case == "Nom" or not passed(scene.sentence, a.first))
    ]  # fmt: skip
    apposed = _apposed(scene, of, head)
    if apposed:
        return apposed
    tokens = scene.sentence.tokens
    if tokens[head].feats.get("Case") in ("Dat", "Loc") and tokens[head].lemma in _COUNTRIES:
        return _spoken_of(scene, of, head) if not named else []
    within = [a for a in named if a.head in clause.tokens and a.case == "Nom" and not a.after_noun]
    if not within and first and scene.lemma(first - 1) == "свой":
        within = [a for a in named if a.head in clause.tokens][:1]
    within = within or _ourselves(scene, clause, of, head)
    if not within and any(scene.sentence.tokens[j].text.lower() == "они" for j in clause.tokens):
        both = {a.ids: a for a in named if a.last < head}  # «Россия и Иран …, где они выступают странами с …»
        return list(both.values()) if len(both) == 2 else []
    if not within:  # «занял Азербайджан», «остаётся Токио»: a form that the nominative shares
        loose = [a for a in named if a.head in clause.tokens and not a.after_noun]
        within = [a for a in loose if a.case == "Acc" or unchanging(scene.sentence.tokens, a)][:1]
    if not within and (not named or tokens[head].lemma in PLACE):  # «у Турции вторая по численности армия»
        having = [a for a in scene.within(clause) if a.kind == "state" and a.prep == "у" and a.ids[0] != of]
        within = having if len(having) == 1 else []
    oblique = not within and not named and scene.sentence.tokens[head].feats.get("Case") != "Nom"
    if oblique and scene.before is not None:
        told = [
            a for a in scene.before.actors if a.kind == "state" and a.case == "Nom" and not a.prep and a.ids[0] != of
        ]
        return told[-1:]  # «Россия … . Отношения с одной из крупнейших держав …»
    if not within:
        others = {a.states[0] for a in scene.actors if a.kind == "state" and a.states[0] != of and not a.guessed}
        within = named[:1] if len(others) == 1 else []
    near = sorted(within, key=lambda a: min(abs(a.first - head), abs(a.last - first)))
    if not near:
        return []
    chain = [a for a in within if a is near[0] or (a.chain >= 0 and a.chain == near[0].chain)]
    return chain if len(chain) > 1 else roster(scene, near[0])
