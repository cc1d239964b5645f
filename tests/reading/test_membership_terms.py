"""Memberships told by a status given or sought, by number, by company, or in the shadow of a fuller clause."""

import pytest

from sverka.reading.reader import read
from sverka.record import organizations


def told(text: str) -> set[str]:
    found = [m.proposition for m in read(text).mentions if m.proposition.kind == "membership"]
    return {f"{p.status} {p.state} {organizations.resolve(p.organization)}" for p in found}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # a status as an object that is given, held or sought
        ("Украине и Молдавии дали статус кандидата в ЕС.", {"candidate UKR EU", "candidate MDA EU"}),
        ("ЕС предоставил Боснии статус кандидата.", {"candidate BIH EU"}),
        ("Монголия участвует в ШОС в качестве наблюдателя.", {"observer MNG SCO"}),
        ("Белоруссия получила в ШОС статус наблюдателя.", {"observer BLR SCO"}),
        ("Россия прекратила членство в Совете Европы.", {"left RUS CoE"}),
        ("Мексика избрана непостоянным членом Совета Безопасности ООН.", {"member MEX UNSC"}),
        ("Шри-Ланка – партнёр ШОС по диалогу.", {"associate LKA SCO"}),
        # a number instead of «член»
        ("Литва стала девятнадцатой страной еврозоны.", {"joined LTU Eurozone"}),
        ("Латвия стала восемнадцатой в еврозоне.", {"joined LVA Eurozone"}),
        # announced of oneself
        ("США объявили о выходе из ЮНЕСКО.", {"left USA UNESCO"}),
        # the company kept
        ("Меркосур – это Аргентина, Бразилия и Парагвай.", {f"member {s} MERCOSUR" for s in ("ARG", "BRA", "PRY")}),
        ("В составе ЕАЭС три государства: Армения, Казахстан и Россия.",
         {f"member {s} EAEU" for s in ("ARM", "KAZ", "RUS")}),
        ("Киргизия и Таджикистан – союзники по ОДКБ.", {"member KGZ CSTO", "member TJK CSTO"}),
        ("Как член НАТО, Турция обязана помочь.", {"member TUR NATO"}),
        ("Ряды ОПЕК пополнила Ангола.", {"joined AGO OPEC"}),
        ("Совет Безопасности пополнился Албанией и Ганой.", {"joined ALB UNSC", "joined GHA UNSC"}),
        ("Членами «Большой семёрки» являются Япония и Италия.", {"member JPN G7", "member ITA G7"}),
        # contrast and denial
        ("Финляндия – член ЕС, но не НАТО.", {"member FIN EU", "none FIN NATO"}),
        ("Финляндия входит в ЕС, но не в НАТО.", {"member FIN EU", "none FIN NATO"}),
        ("Не являющаяся членом ЕС Норвегия платит взносы.", {"none NOR EU"}),
        ("Норвегия так и не вступила в Евросоюз.", {"none NOR EU"}),
        # what an earlier verb was told of
        ("Болгария с Румынией вошли в ЕС в 2007 году, Хорватия – в 2013-м.",
         {"joined BGR EU", "joined ROU EU", "joined HRV EU"}),
        ("В январе к ЕАЭС присоединилась Армения, в августе присоединилась Киргизия.",
         {"joined ARM EAEU", "joined KGZ EAEU"}),
        # names that show no case
        ("Чили, Перу и Эквадор вышли из ОПЕК.", {"left CHL OPEC", "left PER OPEC", "left ECU OPEC"}),
        ("Тувалу приняли в ООН в 2000 году.", {"joined TUV UN"}),
        ("Катар распрощался с ОПЕК в 2019 году.", {"left QAT OPEC"}),
    ],
)  # fmt: skip
def test_memberships_are_read(text: str, claims: set[str]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Россия и Индия – партнёры по переговорам о ВТО.",
        "Литва стала девятнадцатой по числу жителей.",
        "Депутаты объявили о выходе из зала заседаний ООН.",
        "Генсек НАТО объявил о вступлении в должность.",
        "Турция, в отличие от НАТО, довольствуется ролью наблюдателя на переговорах.",
    ],
)
def test_what_only_sounds_so_is_left_alone(text: str) -> None:
    assert told(text) == set()
