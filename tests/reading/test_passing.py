"""Events with part of their participants, memberships of many, ranks by a superlative: found, and marked unsure."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.reader import read


def claims(text: str, kind: str, published: date | None = date(2019, 6, 1)) -> list[Mention]:
    return [m for m in read(text, published, "ru").mentions if m.proposition.kind == kind]


def told(text: str, kind: str) -> set[str]:
    return {str(m.proposition) for m in claims(text, kind)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Самолёт с делегацией летел с визитом в Оттаву.", "visit -> CAN"),
        ("После интервенции в Мали Франция потеряла друзей.", "deploy FRA -> MLI"),
        ("Результаты референдума о выходе Великобритании из ЕС удивили всех.", "vote GBR -> EU"),
        ("Кризис усугубили бомбардировки Югославии.", "attack -> YUG"),
        ("Кения согласилась на размещение у себя американских войск и техники.", "deploy USA -> KEN"),
        ("В сделке «Газпрома» с CNPC цена не названа.", "sign org:Газпром, org:CNPC -> treaty:сделка"),
    ],
)
def test_events_are_told_in_passing(text: str, event: str) -> None:
    assert event in told(text, "event")


@pytest.mark.parametrize(
    "text",
    [
        "Санкции против Ирана давно стали привычными.",
        "В случае нападения на Норвегию союзники придут на помощь.",
        "Вмешательство других государств недопустимо.",
        "Возможный визит в Каир обсуждают давно.",
        "Участие военных в учениях на Аляске закончилось.",
    ],
)
def test_policies_and_possibilities_are_no_events(text: str) -> None:
    assert told(text, "event") == set()


def test_the_purpose_says_where_forces_go() -> None:
    assert told("Президент Эфиопии направил танки и самолёты для поддержки сомалийской армии.", "event") == {
        "deploy ETH -> SOM"
    }


def test_a_part_of_a_country_is_the_country() -> None:
    assert told("Турция начала размещать войска на побережье Ливии.", "event") == {"deploy TUR -> LBY"}


def test_an_adjective_with_anti_names_the_target() -> None:
    assert told("Катар поддержал антисирийские санкции.", "event") == {"sanction QAT -> SYR"}


def test_a_threat_is_hypothetical() -> None:
    found = claims("Канада грозила введением торговых санкций против Бразилии.", "event")
    assert [(str(m.proposition), m.modality) for m in found] == [("sanction CAN -> BRA", "hypothetical")]


def test_a_refusal_to_help_is_denied() -> None:
    found = claims("Отказ правительства Дании предоставить Исландии кредит вызвал спор.", "event")
    assert [(str(m.proposition), m.modality) for m in found] == [("not aid DNK -> ISL", "denied")]


def test_a_clause_with_when_takes_the_date_before_it() -> None:
    text = "В 1971 году вспыхнул скандал, когда президент Франции Жорж Помпиду посетил Габон."
    assert told(text, "event") == {"visit person:Помпиду, FRA -> GAB in 1971"}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Членами МЕРКОСУР являются Аргентина, Бразилия и Уругвай.", {"ARG", "BRA", "URY"}),
        ("В АСЕАН входят десять государств: Индонезия, Малайзия и Камбоджа.", {"IDN", "MYS", "KHM"}),
        ("БРИКС объединяет Бразилию, Индию, Китай и ЮАР.", {"BRA", "IND", "CHN", "ZAF"}),
        ("Страны БРИКС (Бразилия, Индия, ЮАР) договорились создать банк.", {"BRA", "IND", "ZAF"}),
        ("Пять стран НАТО – Франция, Италия и Турция – выступили против.", {"FRA", "ITA", "TUR"}),
        ("Алжир, Ливия, Нигерия – члены ОПЕК.", {"DZA", "LBY", "NGA"}),
        ("Турция, страна НАТО, закупила комплексы.", {"TUR"}),
        ("Союзник США по НАТО Турция закупила комплексы.", {"TUR"}),
        ("Будучи членом НАТО, Турция не может этого сделать.", {"TUR"}),
        ("ССАГПЗ, членом которого является Оман, промолчал.", {"OMN"}),
        ("Армения вместе с Россией состоит в ОДКБ и ЕАЭС.", {"ARM", "RUS"}),
    ],
)
def test_lists_and_names_beside_a_body_are_members(text: str, members: set[str]) -> None:
    found = [m.proposition for m in claims(text, "membership")]
    assert {p.state for p in found if p.kind == "membership" and p.status == "member"} == members


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Не входящая в НАТО Финляндия купила истребители.", "none FIN NATO"),
        ("Иран подал заявку на вступление в ШОС.", "candidate IRN SCO"),
        ("Польша, Венгрия и Чехия стали членами НАТО в 1999 году.", "joined POL NATO in 1999"),
    ],
)
def test_other_standings_are_told(text: str, status: str) -> None:
    assert status in told(text, "membership")


def test_an_entry_not_wanted_is_none() -> None:
    found = claims("Дания не хочет приёма Грузии и Украины в НАТО.", "membership")
    assert {m.modality for m in found} == {"hypothetical"}


def test_whoever_is_invited_is_a_candidate() -> None:
    found = claims("Черногория получила приглашение вступить в НАТО.", "membership")
    assert [(m.modality, str(m.proposition)) for m in found] == [("asserted", "candidate MNE NATO")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Катар – крупнейший в мире экспортёр сжиженного газа.", "rank 1 of WLD by exporter: QAT"),
        ("Иран обладает вторыми по величине запасами газа в мире.", "rank 2 of WLD by energy.volume: IRN"),
        ("Россия является одной из крупнейших мировых держав.", "rank ? of WLD by power: RUS"),
        ("По числу туристов Франция занимает первое место в мире.", "rank 1 of WLD by tourism: FRA"),
        ("ЮАР – самая развитая экономика Африки.", "rank 1 of place:Африка by economy: ZAF"),
    ],
)
def test_superlatives_are_ranks(text: str, rank: str) -> None:
    assert rank in told(text, "rank")


def test_firms_and_people_are_not_ranked() -> None:
    text = "Крупнейшие компании Норвегии и самый известный певец Швеции приехали на форум."
    assert told(text, "rank") == set()


def test_a_comparison_of_ages_is_no_date() -> None:
    assert told("Африканский союз, созданный на два года позже, чем Банк развития, окреп.", "founding") == set()


def test_what_is_in_preparation_is_planned() -> None:
    found = claims("Запланирован запуск Азиатского валютного союза.", "founding")
    assert [m.modality for m in found] == ["planned"]
