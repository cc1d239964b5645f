"""Wares: «экспорт алюминия», «аграрный импорт» – a part of trade that totals cannot answer."""

import re

from sverka.reading.metrics import Cue
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene

#: Nouns after «экспорт» that leave it the whole of exports; any other ware makes it a part.
_WHOLE = re.compile(
    r"(?:товар|продукц|стран|государств|республик|сосед|партнер|союзник|год|квартал|месяц|полугоди|период|объем|сумм|долл|"
    r"регион|област|край|сторон|стоимост|федераци|штат|королевств|эмират|союз|январ|феврал|март|апрел|ма[йя]|июн|июл|август|"
    r"сентябр|октябр|ноябр|декабр|миллиард|миллион|мир|экономик|компани|производител|предприяти|член|участни|столиц|"
    r"содружеств|бизнес|поставщик|покупател|десятилети|пятилет|век|лет)\w*"
)
_PARTIAL = re.compile(
    r"(?:несырьев|неэнергетическ|сельскохозяйственн|аграрн|продовольственн|нефтян|газов|военн|зернов|машиностроительн|"
    r"энергетическ|сырьев|транзитн|параллельн|оружейн|пищев|топливн)\w*"
)

#: Verbs that the tagger may take for nouns: «ужалась».
_MOVES = re.compile(r"\w+(?:лся|лась|лось|лись|ает|яет)")


def of_wares(scene: Scene, cue: Cue) -> bool:
    """True for «экспорт алюминия», «аграрный импорт»: a part of trade, which totals cannot answer."""
    tokens = scene.sentence.tokens
    if cue.way not in ("out", "in", "buy", "both"):
        return False
    if cue.first and _PARTIAL.fullmatch(tokens[cue.first - 1].text.lower()):
        return True
    i = cue.stop
    while i < len(tokens) and tokens[i].pos in ("ADJ", "DET") and i not in scene.at:
        if _PARTIAL.fullmatch(tokens[i].text.lower()):
            return True
        i += 1
    if cue.way == "both" or (i < len(tokens) and _MOVES.fullmatch(tokens[i].text.lower())):
        return False
    return is_ware(scene, i, ("Gen",) if tokens[cue.first].pos == "NOUN" else ("Gen", "Acc"))


def is_ware(scene: Scene, i: int, cases: tuple[str, ...] = ("Gen",)) -> bool:
    """True for a token that names goods of one kind: «газа» after «поставщик», not «товаров» or «региона»."""
    tokens = scene.sentence.tokens
    if i >= len(tokens) or i in scene.at or i in scene.barred or tokens[i].pos != "NOUN":
        return False
    ware = tokens[i].feats.get("Case") in cases and tokens[i].text.islower()
    return ware and _WHOLE.fullmatch(tokens[i].text.lower().replace("ё", "е")) is None


_FUELS = re.compile(
    r"(?:газ|нефт|уг[ло]л|топлив|энерг|спг|мазут|бензин|дизел|керосин|сырь|углеводород|конденсат|нефтепродукт|условн|груз|"
    r"электр|горюч|ресурс|добыч|запас|поставк|метан|торф|дров)\w*"
)


def no_fuel(scene: Scene, amount: Amount) -> bool:
    """True for «14 млн тонн | пшеницы», «5 млрд кубометров | речной воды»: the ware right behind is not burnt."""
    i = scene.sentence.index_at(amount.core[1] - 1) + 1
    tokens = scene.sentence.tokens
    while i < len(tokens) and tokens[i].pos in ("ADJ", "DET") and i not in scene.barred:
        if _FUELS.match(tokens[i].lemma) is not None:
            return False
        i += 1
    return amount.kind == "volume" and is_ware(scene, i) and _FUELS.match(tokens[i].lemma) is None
