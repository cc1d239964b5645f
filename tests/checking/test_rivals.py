"""A number that fits another pair of the same passage was more likely misread than wrong."""

from datetime import date

from sverka.checking.check import check_mention
from sverka.checking.finding import Verdict
from sverka.checking.rivals import is_near, named_near, rivals
from sverka.claims import Mention, parse

TEXT = (
    "Обмен Киргизии с Казахстаном почти не изменился. Зато выросли закупки в Китае: "
    "оттуда привезли товаров на 5,4 млрд долларов."
)
ANCHOR = "5,4 млрд долларов"
START = TEXT.index(ANCHOR)


def mention(claim: str, confidence: float) -> Mention:
    return Mention(proposition=parse(claim), anchor=ANCHOR, span=(START, START + len(ANCHOR)), confidence=confidence)


def test_states_named_nearby_are_found_by_name_and_adjective() -> None:
    assert named_near(TEXT, (START, START + 5)) == ["KGZ", "KAZ", "CHN"]
    assert named_near("О погоде.", (0, 3)) == []


def test_no_verdict_where_another_state_named_nearby_fits() -> None:
    # 5.35 bn is what Kyrgyzstan bought in China in 2023; from Kazakhstan it bought 0.8 bn
    finding = check_mention(
        mention("trade.imports(KGZ, KAZ) in 2023 = 5.4e9 USD", 0.7), TEXT, date(2024, 2, 28)
    ).finding
    assert (finding.verdict, finding.reason) == (Verdict.NOT_CHECKABLE, "rival")
    assert [str(a.proposition) for a in finding.alternatives] == ["trade.imports(KGZ, CHN) in 2023 = 5.4e9 USD"]


def test_a_certain_reading_is_not_doubted() -> None:
    finding = check_mention(
        mention("trade.imports(KGZ, KAZ) in 2023 = 5.4e9 USD", 0.95), TEXT, date(2024, 2, 28)
    ).finding
    assert finding.verdict == Verdict.FAILS


def test_a_number_that_fits_nobody_fails() -> None:
    finding = check_mention(
        mention("trade.imports(KGZ, CHN) in 2023 = 9.9e9 USD", 0.7), TEXT, date(2024, 2, 28)
    ).finding
    assert finding.verdict == Verdict.FAILS


def test_rivals_keep_the_rest_of_the_statement() -> None:
    rank = parse("rank 1 of KGZ by trade.imports: CHN in 2023")
    assert [str(r) for r in rivals(rank, ["KGZ", "KAZ"])] == ["rank 1 of KAZ by trade.imports: CHN in 2023"]


def test_a_bound_is_met_nearby_only() -> None:
    claim = parse("trade.share(KGZ, CHN) in 2023 > 25 %")
    assert is_near(claim, 29.0, 29.0)
    assert not is_near(claim, 60.0, 60.0)
