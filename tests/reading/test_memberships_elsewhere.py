"""Memberships, foundings and voices in other styles, about other states: own dates, no verbs, no guesses."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.analysis import analyse
from sverka.reading.foundings import foundings
from sverka.reading.memberships import memberships
from sverka.reading.reader import analysed
from sverka.reading.scenes import scenes
from sverka.reading.signing import signatures
from sverka.reading.voices import voice_at

DAY = date(2021, 10, 12)


def told(text: str, published: date | None = DAY, sure: float = 0.0) -> list[str]:
    analysis = analysed(analyse(text, published, "ru"))
    found = [*memberships(analysis), *foundings(analysis)]
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return sorted(str(m.proposition) for m in found if (m.confidence or 0) >= sure)


def signed(text: str) -> list[Mention]:
    analysis = analysed(analyse(text, DAY, "ru"))
    return [m for scene in scenes(analysis) for m in signatures(scene) if m is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Вьетнам вступил в АСЕАН в июле 1995 года, в АТЭС – в 1998 году, в ВТО – в январе 2007 года.",
            ["joined VNM APEC in 1998", "joined VNM ASEAN in 1995-07", "joined VNM WTO in 2007-01"],
        ),
        (
            "Венгрия вступила в НАТО в 1999 году, в Евросоюз – в 2004-м.",
            ["joined HUN EU in 2004", "joined HUN NATO in 1999"],
        ),
        (
            "Мексика вошла в АТЭС в 1993 году, а в ОЭСР – годом позже.",
            ["joined MEX APEC in 1993", "joined MEX OECD in 1994"],
        ),
        (
            "Словения в ЕС с 2004 года, в ОЭСР – с 2010-го, а вот в ООН Хорватия вступила вместе с Боснией.",
            ["joined SVN EU in 2004", "joined SVN OECD in 2010"],
        ),
        (
            "Греция состоит в НАТО с 1952 года, в ЕС – с 1981-го.",
            ["joined GRC EU in 1981", "joined GRC NATO in 1952"],
        ),
        (
            "Болгария и Румыния состоят в НАТО с 2004-го и с 2007-го – в Евросоюзе.",
            ["joined BGR EU in 2007", "joined BGR NATO in 2004", "joined ROU EU in 2007", "joined ROU NATO in 2004"],
        ),
    ],
)
def test_each_organization_takes_its_own_date(text: str, expected: list[str]) -> None:
    assert [x for x in told(text, sure=0.4) if "UN" not in x.split()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В НАТО Албания с 2009 года.", "joined ALB NATO in 2009"),
        ("Исландия в НАТО с 1949-го.", "joined ISL NATO in 1949"),
        ("Мальта: в Евросоюзе с мая 2004 года.", "joined MLT EU in 2004-05"),
        ("В ВТО Чили – с 1995-го.", "joined CHL WTO in 1995"),
        ("Португалия в НАТО с основания.", "member PRT NATO"),
        ("Премьер-министр Испании Педро Санчес, чья страна в НАТО с 1982-го, промолчал.", "joined ESP NATO in 1982"),
    ],
)
def test_no_verb_is_needed_where_a_date_stands(text: str, expected: str) -> None:
    assert expected in told(text, sure=0.4)


@pytest.mark.parametrize(
    "text",
    [
        "В Евросоюзе наши соседи с 2004-го.",
        "В АСЕАН многие с 1999 года ждали реформ.",
        "С 2016 года в Меркосур перемен нет.",
    ],
)
def test_nobody_named_is_nobody_joined(text: str) -> None:
    assert told(text, sure=0.4) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Литва была принята в ООН в сентябре 1991 года.", "joined LTU UN in 1991-09"),
        ("Восточный Тимор приняли в ООН в 2002 году.", "joined TLS UN in 2002"),
        ("Камбоджу впустили в АСЕАН в 1999-м.", "joined KHM ASEAN in 1999"),
        ("В 2012 году Венесуэла оказалась в Меркосур.", "joined VEN MERCOSUR in 2012"),
        ("Швейцария примкнула к ООН в 2002 году.", "joined CHE UN in 2002"),
        ("Гамбия вернулась в Содружество наций в 2018 году.", "joined GMB Commonwealth in 2018"),
        ("Индонезия вновь вышла из ОПЕК в 2016 году.", "left IDN OPEC in 2016"),
        ("Габон выбыл из ОПЕК в 1995-м.", "left GAB OPEC in 1995"),
        ("Член ЕС с 1995 года, Австрия в НАТО не входит.", "none AUT NATO"),
        ("Марокко покинуло Африканский союз в 1984 году.", "left MAR AU in 1984"),
        ("Кипр стал членом ЕС 1 мая 2004 года.", "joined CYP EU in 2004-05-01"),
        ("Сербия – кандидат в ЕС с 2012 года.", "candidate SRB EU in 2012/.."),
    ],
)
def test_verbs_of_entry_and_exit(text: str, expected: str) -> None:
    assert expected.split(" in ")[0] in [x.split(" in ")[0].split(" since ")[0] for x in told(text)]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "АСЕАН основана в 1967 году. Через десять лет появился Африканский союз.",
            DAY,
            ["founded ASEAN in 1967", "founded AU in 1977"],
        ),
        ("Африканский союз появился через десять лет.", DAY, []),
        ("Польша вступила в ООН, а спустя три года и в НАТО.", DAY, ["joined POL UN"]),
        ("Египет вступил в ОПЕК в 2035 году.", DAY, []),
    ],
)
def test_what_is_past_is_not_dated_after_publication(text: str, published: date, expected: list[str]) -> None:
    assert told(text, published, sure=0.4) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Возвращение Британии в ЕС неизбежно.",
        "Вступление Турции в Евросоюз исключено.",
        "Выход Венгрии из ЕС маловероятен.",
        "Вступление Сербии в НАТО немыслимо.",
    ],
)
def test_judgements_on_entries_are_no_entries(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("month", "sure"), [(4, True), (7, True), (9, False), (11, False)])
def test_last_summer_is_unclear_in_autumn(month: int, sure: bool) -> None:
    found = told("Прошлым летом Катар вышел из ОПЕК.", date(2019, month, 10), sure=0.4)
    assert bool(found) == sure


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Аргентина и Чили подписали договор о мире и дружбе в Ватикане 29 ноября 1984 года.", "Ватикане"),
        ("Договор о дружбе Кения и Танзания подписали в Аруше в ноябре 1999 года.", "Аруше"),
        ("Соглашение о торговле подписано Канадой и Перу в Лиме 29 мая 2008 года.", "Лиме"),
    ],
)
def test_the_anchor_of_a_signature_holds_its_place(text: str, place: str) -> None:
    (found,) = signed(text)
    assert "подписа" in found.anchor
    assert place in found.anchor


def test_sides_that_sign_are_those_the_text_is_about() -> None:
    text = "Перу и Боливия спорят о водах. Декларацию о сотрудничестве столицы подписали в январе 2003 года."
    (found,) = signed(text)
    assert set(found.proposition.parties) >= {"PER", "BOL"}


@pytest.mark.parametrize(
    ("text", "part", "voice"),
    [
        ("По данным МВФ, экономика выросла на 3 %; по бразильским данным – на 4 %.", "на 4 %", "BRA"),
        ("По данным МВФ, экономика выросла на 3 %; по бразильским данным – на 4 %.", "на 3 %", "IMF"),
        ("По данным МВФ, рост – 3 %, а международные базы показывают 5 %.", "5 %", "author"),
        ("По данным МВФ, рост – 3 %, инфляция – 5 %; безработица – 7 %.", "7 %", "IMF"),
    ],
)
def test_a_new_source_ends_the_voice_before_it(text: str, part: str, voice: str) -> None:
    analysis = analysed(analyse(text, DAY, "ru"))
    at = text.index(part)
    assert voice_at(analysis, (at, at + len(part))) == voice


def test_a_paper_spoken_of_and_no_organization_is_what_states_join() -> None:
    assert told("Эмбарго утверждено, помимо стран ЕС к нему присоединилась Норвегия.") == []


def test_a_long_name_is_the_body_its_brackets_abbreviate() -> None:
    assert told("Эквадор вышел из Организации стран-экспортёров нефти (ОПЕК).") == ["left ECU OPEC"]


@pytest.mark.parametrize(
    ("text", "body", "members"),
    [
        ("АСЕАН (англ. ASEAN) — группа из пяти стран: Индонезия, Малайзия, Таиланд, Филиппины, Сингапур.", "ASEAN",
         "IDN MYS PHL SGP THA"),
        ("ОДКБ — объединение, участниками которого являются 4 страны: Армения, Россия, Казахстан и Киргизия.", "CSTO",
         "ARM KAZ KGZ RUS"),
        ("Организация договора о коллективной безопасности (ОДКБ) объединяет Россию, Казахстан и Таджикистан.", "CSTO",
         "KAZ RUS TJK"),
    ],
)  # fmt: skip
def test_members_told_by_their_number_are_members(text: str, body: str, members: str) -> None:
    assert told(text) == [f"member {state} {body}" for state in members.split()]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Узбекистан восстановил членство в ОДКБ.", ["joined UZB CSTO"]),
        ("Хорватия получила членство в ЕС в 2013 году.", ["joined HRV EU in 2013"]),
        ("ОДКБ была создана на основе договора.", ["founded CSTO"]),
        ("В 2009 году Албания примкнула к ШОС в качестве наблюдателя.", ["observer ALB SCO in 2009"]),
        ("Кандидатами в ЕС являются три страны: Турция, Сербия и Албания.", []),
        ("Из НАТО предложили исключить три страны: Турцию, Венгрию и Албанию.", []),
        ("Договор скрепили главы государств СНГ. В 1993 году к нему присоединился Азербайджан.", []),
        ("НАТО заседала. Протокол о вступлении Албании в Альянс подписан.", []),
        ("ОДКБ заседала. Узбекистан покинул ряды организации.", ["left UZB CSTO"]),
        ("Узбекистан покинул ряды ОДКБ.", ["left UZB CSTO"]),
        ("Черногория получила предложение присоединиться к НАТО.", ["candidate MNE NATO"]),
        (
            "ОПЕК заседала. Странами-наблюдателями при организации являются Мексика и Оман.",
            ["observer MEX OPEC", "observer OMN OPEC"],
        ),
        (
            "АСЕАН заседала. Членами ассоциации являются три страны: Лаос, Мьянма и Таиланд.",
            ["member LAO ASEAN", "member MMR ASEAN", "member THA ASEAN"],
        ),
    ],
)
def test_standings_by_the_way(text: str, claims: list[str]) -> None:
    assert told(text) == claims
