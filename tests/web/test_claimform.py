"""A claim and its form say the same; what people type is understood or refused."""

import pytest

from sverka.claims import parse
from sverka.errors import SverkaError
from sverka.web.claimform import claim_from, fields_of, number
from sverka.web.naming import id_of
from sverka.web.refusals import Refusal

CLAIMS = (
    "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD",
    "trade.exports(UZB, CHN) in 2018-01/2018-06 ~ 1.5e9..1.7e9 USD",
    "change trade.turnover(CHN, KGZ) over 2017/2019 > 15 %",
    "fall trade.turnover(CHN, KGZ) over 2017/2019 = 2 x",
    "max trade.turnover(TUR, AZE) in 2021-01/2021-06",
    "rank 1 of RUS by trade.turnover: CHN in 2015",
    "rank ? of RUS by partner: CHN in 2015",
    "compare trade.share(KGZ, RUS) in 2010 > trade.share(KGZ, CHN) in 2010",
    "member ARM EAEU since 2015",
    "not member UKR EAEU in 2015",
    "founded EAEU in 2014",
    "order CIS < GUAM, SCO",
    "visit person:Мирзиёев -> CHN in 2024-01",
    "office person:Орбан head_of_government HUN in 2015",
    "gdp(KAZ) in 2015 < 1234567.5 USD",
)


@pytest.mark.parametrize("short", CLAIMS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_form_sent_back_unchanged_is_the_same_claim(short, language):
    claim = parse(short)
    sent = {field.name: field.value for field in fields_of(claim, language)}
    assert sent and str(claim_from(claim.kind, sent, language, claim.denied)) == str(claim)


@pytest.mark.parametrize(
    "short", ["thesis irreplaceable about EAEU", "rank 1 of RUS by partner: CHN among {CHN, KAZ} in 2015"]
)
def test_what_no_form_can_say_has_the_short_form_alone(short):
    try:
        claim = parse(short)
    except SverkaError:
        pytest.skip("the short form writes sets otherwise")
    assert fields_of(claim, "ru") == ()
    assert str(claim_from(claim.kind, {"short": "founded EAEU in 2014"}, "en")) == "founded EAEU in 2014"
    with pytest.raises(Refusal):
        claim_from("thesis", {}, "en")


@pytest.mark.parametrize(
    ("typed", "language", "value"),
    [("25 млрд", "ru", 25e9), ("25,5 млрд.", "ru", 25.5e9), ("1,234.5", "en", 1234.5), ("1 000", "ru", 1000.0),
     ("1\u00a0000", "ru", 1000.0), ("3 billion", "en", 3e9), ("6.9e9", "ru", 6.9e9), ("−5", "en", -5.0),
     ("1,234 млрд", "ru", 1.234e9), ("1,234 billion", "en", 1.234e12), ("12,5", "en", 12.5), ("7 тыс.", "ru", 7000.0)],
)  # fmt: skip
def test_numbers_as_people_write_them(typed, language, value):
    assert number(typed, language) == pytest.approx(value)


@pytest.mark.parametrize("typed", ["", "много", "1..2", "5 слонов", "nan", "inf", "1e999", "--5", "٣"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(Refusal):
        number(typed, "ru")


@pytest.mark.parametrize(
    ("typed", "id_"),
    [("Казахстан", "KAZ"), ("kz", "KAZ"), ("KAZ", "KAZ"),
     ("the United States", "USA"), ("ЕАЭС", "EAEU"), ("SUN", "SUN"),
     ("person:Орбан", "person:Орбан"), ("мир", "WLD"), ("org:Евразийский экономический союз", "EAEU")],
)  # fmt: skip
def test_names_as_people_write_them(typed, id_):
    assert id_of(typed) == id_


@pytest.mark.parametrize("typed", ["", "Нарния", "person:", "XXX", "<script>", "\ud800", "a" * 1000])
def test_who_is_unknown_is_refused(typed):
    with pytest.raises(Refusal):
        id_of(typed)


@pytest.mark.parametrize(
    ("kind", "sent"),
    [("figure", {}), ("figure", {"metric": "gdp", "first": "KAZ"}), ("membership", {"state": "KAZ"}), ("cats", {}),
     ("figure", {"metric": "cats", "first": "KAZ", "low": "1"}), ("event", {"type": "visit"}),
     ("order", {"first": "CIS"}),
     ("rank", {"subject": "CHN", "metric": "gdp", "rank": "0x1"}), ("figure", {"short": "member"}),
     ("office", {"person": "", "office": "head_of_state", "state": "KAZ"}),
     ("compare", {"metric": "gdp", "relation": "?"}),
     ("figure", {"metric": "gdp", "first": "KAZ", "low": "1", "high": "0", "unit": "USD"}),
     ("figure", {"metric": "gdp", "first": "KAZ", "low": "1", "period": "3000-13"})],
)  # fmt: skip
def test_what_does_not_hold_together_is_refused(kind, sent):
    with pytest.raises(SverkaError):
        claim_from(kind, sent, "en")
