"""The API answers what the commands answer, says its limits, and describes itself."""

import csv
import io
import json

import jsonschema
import pytest

from sverka.claims import parse
from sverka.claims.schema import schema


def test_a_text_is_read(reader, article):
    answer = reader().post("/api/v1/read", json={"text": article, "published": "2022-02-14"})
    found = answer.json()
    assert answer.status_code == 200 and found["language"] == "ru"
    assert {"figure", "membership"} <= {claim["kind"] for claim in found["claims"]}
    mention = {"$ref": "#/$defs/Mention", "$defs": schema()["$defs"]}
    for claim in found["claims"]:
        start, end = claim["span"]
        assert article[start:end] == claim["anchor"]
        jsonschema.validate(claim, mention)


def test_a_text_is_checked_and_nothing_is_kept(reader, running, article):
    client = reader()
    pending = running[0].app.state.service.desk.jobs
    report = client.post("/api/v1/check", json={"text": article, "published": "2022-02-14"}).json()
    assert report["format"] == "sverka-report/1" and report["sources"] and not pending
    assert {claim["verdict"] for claim in report["claims"]} >= {"holds", "not checkable"}


def test_a_check_is_kept_seen_and_deleted(reader, finished, article):
    client = reader()
    begun = client.post("/api/v1/checks", json={"text": article, "published": "2022-02-14"})
    assert begun.status_code == 202
    told = begun.json()
    finished(client, f"/en/c/{told['id']}")
    report = client.get(f"/api/v1/checks/{told['id']}")
    assert report.status_code == 200 and report.json()["claims"]
    assert told["page"].endswith(f"/en/c/{told['id']}")
    assert client.delete(f"/api/v1/checks/{told['id']}?proof=no").status_code == 404
    assert client.delete(f"/api/v1/checks/{told['id']}?proof={told['proof']}").json() == {"deleted": True}
    assert client.get(f"/api/v1/checks/{told['id']}").status_code == 404


def test_a_claim_is_answered_in_either_form(reader):
    client = reader()
    short = "member ARM EAEU since 2015"
    by_short = client.post("/api/v1/claim", json={"claim": short, "published": "2020-01-01"}).json()
    by_json = client.post("/api/v1/claim", json={"claim": parse(short).to_json(), "published": "2020-01-01"}).json()
    assert by_short == by_json and by_short["verdict"] == "holds" and by_short["sources"]


def test_rows_of_the_record_are_found(reader):
    client = reader()
    members = client.get("/api/v1/record/members?organization=EAEU&on=2020-01-01").json()
    assert {row["state"] for row in members["rows"] if row["status"] == "member"} == {"ARM", "BLR", "KAZ", "KGZ", "RUS"}
    trade = client.get("/api/v1/record/trade?state=KAZ&partner=RUS&year=2021").json()
    assert trade["rows"] and {row["reporter"] for row in trade["rows"]} == {"KAZ"}
    assert client.get("/api/v1/record/trade").status_code == 400


def test_a_panel_of_states_is_built(reader):
    answer = reader().get("/api/v1/panel?unit=states&years=2010/2011")
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["year"] for row in rows} == {"2010", "2011"} and len(rows) > 300


@pytest.mark.parametrize(
    ("query", "status"),
    [("years=1816/2020", 413), ("years=2010-2012", 400), ("years=2020/2010", 400), ("years=2010&unit=cats", 422),
     ("years=2010&with=cats", 400), ("", 422)],
)  # fmt: skip
def test_a_panel_that_cannot_be_is_refused(reader, query, status):
    assert reader().get(f"/api/v1/panel?{query}").status_code == status


BROKEN = [
    b"", b"{", b"[]", b'"x"', b"null", b"[" * 100_000, b'{"claim": ' + b'{"a":' * 5_000 + b"1" + b"}" * 5_001,
    b'{"claim": 5}', b'{"claim": ""}', b'{"claim": "member"}', b'{"claim": "\\ud800 \\u0000"}',
    b'{"claim": {"kind": "figure"}}', b'{"claim": {"kind": "cats"}}', b'{"claim": {"kind": []}}',
    b'{"claim": {"kind": "office", "person": "person:\\ud800", "office": "head_of_state", "state": "RUS"}}',
    b'{"claim": {"kind":"figure","metric":"gdp","parties":["RUS"],"low":NaN,"high":1e999,"unit":"\\ud800"}}',
    b'{"claim": {"kind":"figure","metric":"gdp","parties":["RUS"],"low":1,"high":0,"unit":"USD"}}',
    b'{"claim": "gdp(RUS) in 2015 = 1e999 USD"}', b'{"claim": "gdp(RUS) in 2015 = 1 USD", "published": "never"}',
    b'{"claim": "gdp(RUS) in 2015 = 1 USD", "extra": 1}', b'{"claim": "x", "claim": ' + b"9" * 10_000 + b"}",
    "{\"claim\": \"\u202emember ARM EAEU\"}".encode(), b"\xff\xfe{}", b'{"claim": "' + b"(" * 3_000 + b'"}',
]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_broken_input_is_refused_in_one_line_in_both_languages(reader, content):
    answer = reader().post("/api/v1/claim", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422), answer.text
    told = answer.json()
    assert set(told) == {"error", "message", "message_ru"}
    assert "\n" not in told["message"] + told["message_ru"] and "Traceback" not in answer.text
    assert len(told["message"]) < 600


@pytest.mark.parametrize(
    "sent",
    [{}, {"text": ""}, {"text": "\u0000"}, {"text": 5}, {"text": "x", "published": "32.13.2022"},
     {"text": "x", "language": "de"}, {"text": "ж" * 40_001}, {"text": ["x"]}],
)  # fmt: skip
def test_texts_that_cannot_be_checked_are_refused(reader, sent):
    answer = reader().post("/api/v1/check", json=sent)
    assert answer.status_code in (200, 400, 413, 422) and (answer.status_code != 200 or sent == {"text": "\u0000"})


@pytest.mark.parametrize(
    "text", ["\ud800 Армения", "\u0000Армения вступила в ЕАЭС.\u0000", "😀" * 500, "«" * 3_000, "1" * 5_000]
)
def test_odd_texts_are_checked_like_any(reader, text):
    content = json.dumps({"text": text}).encode()
    answer = reader().post("/api/v1/check", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200 and answer.json()["format"] == "sverka-report/1"


def test_the_api_describes_itself(reader):
    client = reader()
    described = client.get("/api/v1/openapi.json").json()
    assert {"/api/v1/read", "/api/v1/check", "/api/v1/claim", "/api/v1/record/{table}", "/api/v1/panel"} <= set(
        described["paths"]
    )
    assert client.get("/api/v1/schema").json()["title"] == "Sverka claim"
    assert client.get("/api/v1/limits").json()["text_characters"] == 40_000
    for tongue in ("ru", "en"):
        page = client.get(f"/{tongue}/api").text
        assert all(path in page for path in described["paths"]) and "curl" in page and "cdn" not in page


def test_limits_are_kept(reader):
    limits = reader().get("/api/v1/limits").json()
    assert reader().post("/api/v1/check", json={"text": "x" * (limits["text_characters"] + 1)}).status_code == 413
