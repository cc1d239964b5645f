"""Memberships told in company, by the number they make, and by a participle; and those that are none."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> set[tuple[str, str, str, str]]:
    found = [(m.proposition, m.modality) for m in read(text, date(2023, 5, 10)).mentions]
    return {(p.state, p.organization, p.status, how) for p, how in found if p.kind == "membership"}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Армения остаётся членом ОДКБ наравне с Казахстаном и Таджикистаном.",
            {(s, "CSTO", "member", "asserted") for s in ("ARM", "KAZ", "TJK")},
        ),
        (
            "Союз ЕАЭС растёт. Киргизия станет пятым государством объединения – после Казахстана и Армении.",
            {("KGZ", "EAEU", "joined", "planned")} | {(s, "EAEU", "member", "asserted") for s in ("KAZ", "ARM")},
        ),
        ("В ШОС восемь государств; девятым, как ожидается, станет Иран.", {("IRN", "SCO", "joined", "planned")}),
        (
            "Арктический совет – организация, объединяющая Данию, Канаду и Норвегию.",
            {(s, "org:Арктический совет", "member", "asserted") for s in ("DNK", "CAN", "NOR")},
        ),
        (
            "Саммит Организации тюркских государств открылся. Венгрию, имеющую статус наблюдателя, представил министр.",
            {("HUN", "org:Организация тюркских государств", "observer", "asserted")},
        ),
        (
            "ШОС собралась в Уфе. У Монголии и Афганистана есть статус наблюдателя.",
            {(s, "SCO", "observer", "asserted") for s in ("MNG", "AFG")},
        ),
        ("Иран стучится в ШОС. Следующим кандидатом считается Непал.", {("NPL", "SCO", "candidate", "asserted")}),
    ],
)
def test_members_in_company(text: str, members: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == members


@pytest.mark.parametrize(
    "text",
    [
        "Польша стала первой страной Евросоюза, купившей танки.",
        "Из бывших советских республик, не вошедших в ЕС, богаче всех Казахстан.",
        "Саммит НАТО завершён. Кандидатом в президенты Чехии стал Петр Павел.",
        "Чили граничит с Перу. Третьей выступила Боливия.",
    ],
)
def test_nobody_joins(text: str) -> None:
    assert told(text) == set()
