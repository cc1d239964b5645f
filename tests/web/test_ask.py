"""Asking for one claim: by its short form, by fields; faults are said where they are."""

import httpx
import pytest

from sverka.claims import parse
from sverka.web.ask import EXAMPLES
from sverka.web.claimform import claim_from, fields_of


@pytest.fixture(scope="module")
def site(address: str) -> httpx.Client:
    with httpx.Client(base_url=address, timeout=180) as client:
        yield client


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_form_of_each_kind_says_its_example(kind: str) -> None:
    claim = parse(EXAMPLES[kind])
    assert claim.kind == kind
    assert claim_from(kind, {field.name: field.value for field in fields_of(claim, "ru")}, "ru") == claim


def test_a_claim_in_the_address_is_answered(site: httpx.Client) -> None:
    page = site.get("/en/ask", params={"claim": "trade.turnover(RUS, KAZ) in 2021 ~ 25.5e9 USD"})
    assert page.status_code == 200 and 'class="badge holds"' in page.text
    assert "Kazakhstan" in page.text and "<svg" in page.text and 'value="25.5 billion"' in page.text


def test_the_answer_depends_on_when_it_was_said(site: httpx.Client) -> None:
    asked = {"claim": "trade.turnover(RUS, KAZ) in 2021 = 30e9 USD", "published": "2020-01-01"}
    assert 'class="badge not-checkable"' in site.get("/en/ask", params=asked).text


def test_a_form_leads_to_the_address_of_its_claim(site: httpx.Client) -> None:
    typed = {"kind": "membership", "state": "Армения", "organization": "ЕАЭС", "status": "member", "period": "2015/.."}
    answer = site.get("/ru/ask", params=typed)
    assert answer.status_code == 303
    assert httpx.URL(answer.headers["location"]).params["claim"] == "member ARM EAEU since 2015"


def test_faults_are_said_at_their_fields(site: httpx.Client) -> None:
    typed = {"kind": "figure", "metric": "gdp", "first": "Nowhere", "low": "many", "unit": "USD"}
    page = site.get("/en/ask", params=typed)
    assert page.status_code == 400
    for name, said in (("first", "Nobody is called “Nowhere” here"), ("low", "Not a number: “many”")):
        assert f'id="fault-{name}" role="alert">{said}' in page.text
        assert f'aria-describedby="fault-{name}' in page.text


def test_a_short_form_that_does_not_parse_says_so_at_its_field(site: httpx.Client) -> None:
    page = site.get("/ru/ask", params={"claim": "<b>trade of everything"})
    assert page.status_code == 400 and 'id="fault-claim"' in page.text and "<b>trade" not in page.text


def test_a_date_that_is_none_says_so_at_its_field(site: httpx.Client) -> None:
    page = site.get("/en/ask", params={"claim": "member ARM EAEU since 2015", "published": "soon"})
    assert page.status_code == 400 and 'id="fault-published"' in page.text
