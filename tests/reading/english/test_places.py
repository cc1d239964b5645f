"""Places in English lists: the set they are taken in, who overtook whom, lists that are no places."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[str]:
    found = read(text, date(2023, 5, 1), "en").mentions
    return [str(m.proposition) for m in found if m.proposition.kind == "rank"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Belarus is Georgia's leading trade partner in the Commonwealth of Independent States.",
            ["rank 1 of GEO by partner among {CIS}: BLR"],
        ),
        (
            "Kazakhstan remained Georgia's main trading partner among the CIS countries in 2022. Armenia came second.",
            [
                "rank 1 of GEO by partner among {CIS}: KAZ in 2022",
                "rank 2 of GEO by partner among {CIS}: ARM in 2022",
            ],
        ),
        (
            "Kazakhstan, in turn, is Georgia's largest trading partner in Central Asia.",
            ["rank 1 of GEO by partner among {KAZ, KGZ, TJK, TKM, UZB}: KAZ"],
        ),
        (
            "Armenia became Georgia's second largest partner in the region.",
            ["rank 2 of GEO by partner among {place:region}: ARM"],
        ),
        (
            "Among EU countries, Germany is Georgia's largest trading partner.",
            ["rank 1 of GEO by partner among {EU}: DEU"],
        ),
        ("Turkey is the largest trading partner of Georgia.", ["rank 1 of GEO by partner: TUR"]),
        (
            "In 2021, Chile overtook Peru as Bolivia's main trading partner.",
            ["rank 1 of BOL by partner: CHL in 2021"],
        ),
        (
            "Chile ranks as Bolivia's third largest trading partner. Brazil remains the country's main partner.",
            ["rank 3 of BOL by partner: CHL", "rank 1 of BOL by partner: BRA"],
        ),
        (
            "Brazil is Bolivia's main trading partner. In second place is Chile with $5 billion, while it remains the "
            "largest export market for Bolivia.",
            ["rank 1 of BOL by partner: BRA", "rank 2 of BOL by partner: CHL", "rank 1 of BOL by trade.exports: CHL"],
        ),
        (
            "China is Germany's largest trading partner outside Europe.",
            ['rank 1 of DEU by partner among {"place:outside Europe"}: CHN'],
        ),
        ("Bolivia is Peru's largest supplier of gas.", ["rank 1 of PER by trade.other: BOL"]),
        ("Bolivia is Peru's largest supplier of goods.", ["rank 1 of PER by trade.imports: BOL"]),
        ("Brazil lost its place as Peru's main trading partner.", []),
        ("Until 2010 Brazil was Peru's main trading partner.", []),
        ("China is Peru's largest trading partner after the EU.", []),
        ("The main suppliers of goods to Bolivia in 2022 were Chile, Peru, and Brazil.", []),
    ],
)
def test_a_place_is_read_with_its_set_and_holder(text: str, claims: list[str]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Chile is set to become Bolivia's largest supplier.", "planned"),
        ("Chile would become Bolivia's largest supplier.", "hypothetical"),
        ("Chile will overtake Peru as Bolivia's main trading partner.", "planned"),
    ],
)
def test_a_place_to_come_is_a_plan(text: str, modality: str) -> None:
    (place,) = (m for m in read(text, date(2023, 5, 1), "en").mentions if m.proposition.kind == "rank")
    assert place.modality == modality


def test_a_membership_suspended_is_no_entry() -> None:
    text = "Uzbekistan suspended its membership in the CSTO in 2012. Estonia's membership of the EU dates from 2004."
    found = [str(m.proposition) for m in read(text, date(2023, 5, 1), "en").mentions]
    assert found == ["joined EST EU in 2004"]
