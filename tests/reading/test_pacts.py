"""Papers: what is one only because it is signed, who joins, and signings told by a noun."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Кения, Уганда и Танзания заключили таможенный союз.", "sign KEN, UGA, TZA -> treaty:таможенный союз"),
    ("Иран и Турция подписали пакет соглашений о газе.", "sign IRN, TUR -> treaty:пакет соглашений о газе"),
    ("Премьер Литвы Альгирдас Буткявичюс подписал распоряжение о сборах.",
     "sign person:Буткявичюс, LTU -> treaty:распоряжение о сборах"),
    ("Ассоциация с Евросоюзом будет подписана Молдавией в Вильнюсе.", "sign MDA, EU -> treaty:ассоциация с Евросоюзом"),
    ("Устава СНГ Киев так и не подписал.", "sign UKR -> treaty:устав СНГ"),
    ("Хунта Чада денонсировала рыбные соглашения с Испанией.",
     "withdraw TCD -> treaty:рыбные соглашения с Испанией"),
    ("Договор о торговле ратифицировали три страны СНГ (Россия, Армения и Молдавия).",
     "accede RUS, ARM, MDA -> treaty:договор о торговле"),
    ("Подписание Лимского договора весной 1988 года между Перу, Чили и Боливией ускорило дело.",
     "sign PER, CHL, BOL -> treaty:Лимский договор"),
]  # fmt: skip


def told(text: str, above: str = "") -> list[str]:
    """The events read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [f"{p.type} {', '.join(p.source)} -> {', '.join(p.target)}" for p in found if isinstance(p, Event)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_put_their_names_to_what(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        ("К договору присоединилась Грузия.", "Договор о нефти был подписан в Ташкенте.",
         "accede GEO -> treaty:договор о нефти"),
        ("К нему присоединилась Грузия.", "Договор о нефти был подписан в Ташкенте.",
         "accede GEO -> treaty:договор о нефти"),
        ("После подписания в 2011 году соглашения о рисе торговля выросла.", "Иран и Турция торгуют рисом.",
         "sign IRN, TUR -> treaty:соглашение о рисе"),
        ("Вчера Албания подписала акт о вступлении в организацию.", "НАТО расширяется.",
         "sign ALB -> treaty:акт о вступлении в НАТО"),
    ],
)  # fmt: skip
def test_what_is_left_out_stands_in_the_sentence_before(text: str, above: str, expected: str) -> None:
    assert told(text, above) == [expected]


@pytest.mark.parametrize("text", ["Чад и Мали обсудили план.", "Стратегия Чада и Мали провалилась."])
def test_a_plan_that_nobody_signs_is_no_paper(text: str) -> None:
    assert not [e for e in told(text) if e.startswith("sign")]
