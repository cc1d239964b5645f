"""Stored results of scenarios on pages and in the API; one's own solved aside or refused."""

import pytest

from sverka.errors import SverkaError
from sverka.scenarios import stored, world
from sverka.web.refusals import Refusal
from sverka.web.simulate import scenario_from
from sverka.web.solving import kept


def test_stored_results_can_be_chosen(reader):
    for tongue in ("ru", "en"):
        page = reader().get(f"/{tongue}/simulate").text
        assert f'href="/{tongue}/simulate/eaeu-dissolves"' in page and page.count("<li><a href=") >= 12


@pytest.mark.parametrize("tongue", ["ru", "en"])
def test_a_result_has_table_chart_map_and_its_limits(reader, tongue):
    page = reader().get(f"/{tongue}/simulate/kaz-without-rus").text
    assert page.count("<svg") == 2 and "<table>" in page
    for section in ("changes", "map", "replaced", "assumptions", "limits", "certificate", "sources"):
        assert f'id="{section}"' in page, section
    assert "<style" not in page and " style=" not in page


def test_a_result_can_be_kept(reader):
    client = reader()
    file = client.get("/en/simulate/kaz-without-rus/outcome.json")
    assert "attachment" in file.headers["content-disposition"]
    assert file.json()["format"] == "sverka-scenario/1"
    assert client.get("/api/v1/simulate/kaz-without-rus").json() == file.json()
    assert client.get("/api/v1/simulate").json()["kaz-without-rus"]["partner"] == "RUS"


@pytest.mark.parametrize("name", ["nothing", "..%2f..%2fetc%2fpasswd", "index.json", "kaz-without-rus.json"])
def test_a_result_there_is_none_of_is_not_found(reader, name):
    assert reader().get(f"/en/simulate/{name}").status_code == 404
    assert reader().get(f"/api/v1/simulate/{name}").status_code == 404


def test_a_form_says_a_scenario():
    sent = {
        "kind": "leave",
        "bloc": "ЕАЭС",
        "states": "Казахстан, KGZ",
        "year": "2012",
        "source": "cow",
        "partner": "x",
    }
    assert scenario_from(sent) == {
        "kind": "leave", "bloc": "EAEU", "states": ["KAZ", "KGZ"], "year": 2012, "source": "cow",
    }  # fmt: skip
    assert scenario_from({"kind": "dissolve", "bloc": "CISFTA"})["bloc"] == "CISFTA"


@pytest.mark.parametrize(
    "sent",
    [{}, {"kind": "cats"}, {"kind": "leave", "bloc": "EAEU"}, {"kind": "dissolve", "bloc": "EAEU", "year": "20x6"},
     {"kind": "replace", "states": "Нарния", "partner": "RUS"}],
)  # fmt: skip
def test_a_form_that_says_none_is_refused(sent):
    with pytest.raises(Refusal):
        scenario_from(sent)


def test_a_scenario_that_cannot_be_is_refused_in_one_line(reader, token):
    client = reader()
    sent = {
        "token": token(client.get("/en/simulate").text),
        "kind": "leave",
        "bloc": "EAEU",
        "states": "KAZ",
        "year": "1492",
    }
    page = client.post("/en/simulate", data=sent)
    assert page.status_code == 400 and page.text.count('class="refusal"') == 1
    answer = client.post("/api/v1/simulate", json={"scenario": {"kind": "cats"}})
    assert answer.status_code == 400 and "\n" not in answer.json()["message"]


def test_a_scenario_of_ones_own_is_solved_kept_and_shown(reader, token):
    try:
        world(2014, "cow")
    except SverkaError as error:
        pytest.skip(f"the tables of trade are not here: {error}")
    client, before, beside = reader(), kept(), stored.kept()
    sent = {"kind": "leave", "bloc": "EAEU", "states": "KAZ", "year": "2016", "source": "penppml"}
    page = client.post("/en/simulate", data=sent | {"token": token(client.get("/en/simulate").text)})
    assert page.status_code == 303, page.text
    name = page.headers["location"].rpartition("/")[2]
    place = next(place for place in kept() if place.stem == name)
    try:
        assert stored.kept() == beside  # nothing that readers ask for stands beside theses
        assert "Kazakhstan" in client.get(page.headers["location"]).text
    finally:
        if place not in before:
            place.unlink()
