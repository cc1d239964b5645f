"""Checks at their own addresses: the same answer later, corrections, newer sources, deletion, nothing to be guessed."""

import json
import re

from sqlalchemy import create_engine, text

from sverka.web.store import key_of


def id_of(place):
    return place.rsplit("/", 1)[1]


def test_an_address_cannot_be_guessed(checked):
    _, place = checked
    assert re.fullmatch(r"[A-Za-z0-9_-]{24}", id_of(place))  # 144 random bits


def test_everybody_with_the_address_sees_the_same_answer(checked, reader):
    _, place = checked
    assert reader().get(place).text == reader().get(place).text


def test_nothing_of_one_readers_request_stands_in_anothers_page(checked, reader, running):
    _, place = checked
    running[0].app.state.service.changed(key_of(id_of(place)))
    first = reader().get(f"{place}?seen=by-me", headers={"X-Forwarded-Host": "evil.example"}).text
    second = reader().get(place).text
    assert first == second and "by-me" not in second and "evil" not in second
    assert not re.search(r'name="token" value="[0-9a-f]', second)


def test_the_owner_alone_sees_the_link_for_deletion(checked, reader):
    client, place = checked
    assert f"{place}/delete/" in client.get(place).text
    assert "/delete/" not in reader().get(place).text


def test_what_is_not_there_looks_the_same_whatever_it_was(checked, reader, begin, finished):
    client, place = checked
    other = begin(owner := reader(), "Армения вступила в ЕАЭС в 2015 году.")
    deletion = re.search(rf'href="({other}/delete/[^"]+)"', finished(owner, other))[1]
    form = owner.get(deletion)
    sent = {"token": re.search(r'name="token" value="([0-9a-f]+)"', form.text)[1]}
    assert owner.post(deletion, data=sent).status_code == 200
    addresses = (other, "/ru/c/" + "A" * 24, "/ru/c/x", f"{place}/delete/{'A' * 43}", f"{other}/export/report.json")
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {404}
    bodies = {re.sub(r'href="/(ru|en)/c/[^"]*"', "", answer.text) for answer in answers}
    assert len(bodies) == 1


def test_a_deletion_needs_its_link_and_a_form_of_ours(checked, reader, begin, finished):
    owner = reader()
    place = begin(owner, "Армения вступила в ЕАЭС в 2015 году.")
    deletion = re.search(rf'href="({place}/delete/[^"]+)"', finished(owner, place))[1]
    assert owner.post(deletion, data={"token": "no"}).status_code == 403
    assert owner.post(f"{place}/delete/{'0' * 43}", data={"token": "no"}).status_code == 404
    assert owner.get(place).status_code == 200


def sent_form(client, place, number, **changes):
    """The form of a claim as it comes, with some of its fields changed."""
    form = client.get(f"{place}/claims/{number}/edit").text
    fields = dict(re.findall(r'<input id="f[^"]*" name="([^"]+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select id="f[^"]*" name="([^"]+)">(.*?)</select>', form, re.DOTALL):
        fields[name] = re.search(r'value="([^"]*)" selected', options)[1]
    token = re.search(r'name="token" value="([0-9a-f]+)"', form)[1]
    return fields | {"token": token} | changes


def number_of(page, anchor):
    found = re.search(rf'id="c(\d+)"(?:(?!id="c).)*?{anchor}', page, re.DOTALL)
    return int(found[1])


def test_only_the_corrected_claim_is_worked_out_again_and_kept(reader, begin, finished):
    client = reader()
    place = begin(client, "Армения вступила в ЕАЭС в 2012 году. Китай вступил в ВТО в 2001 году.")
    page = finished(client, place)
    before = json.loads(client.get(f"{place}/export/report.json").text)
    wrong = next(n for n, c in enumerate(before["claims"], 1) if c["verdict"] == "fails")
    sent = sent_form(client, place, wrong, period="2015")
    piece = client.post(f"{place}/claims/{wrong}", data=sent, headers={"HX-Request": "true"})
    assert piece.status_code == 200 and f'id="c{wrong}"' in piece.text and "badge holds" in piece.text
    assert piece.text.count("<article") == 1 and 'hx-swap-oob="true"' in piece.text
    after = json.loads(client.get(f"{place}/export/report.json").text)
    changed = [n for n, (a, b) in enumerate(zip(before["claims"], after["claims"], strict=True), 1) if a != b]
    assert changed == [wrong] and after["claims"][wrong - 1]["verdict"] == "holds"
    assert "card edge-fails" in page and "card edge-fails" not in reader().get(place).text


def test_a_correction_can_be_taken_back(reader, begin, finished):
    client = reader()
    place = begin(client, "Армения вступила в ЕАЭС в 2012 году.")
    finished(client, place)
    first = client.get(f"{place}/export/report.json").text
    client.post(f"{place}/claims/1", data=sent_form(client, place, 1, period="2015"))
    assert client.get(f"{place}/export/report.json").text != first
    client.post(f"{place}/claims/1", data=sent_form(client, place, 1, undo="1"))
    assert client.get(f"{place}/export/report.json").text == first


def test_another_readers_correction_is_shown_and_not_kept(checked, reader):
    _, place = checked
    guest = reader()
    first = guest.get(f"{place}/export/report.json").text
    number = next(n for n, c in enumerate(json.loads(first)["claims"], 1) if c["kind"] == "membership")
    shown = guest.post(f"{place}/claims/{number}", data=sent_form(guest, place, number, period="2015"))
    assert shown.status_code == 200 and "не сохранено" in shown.text
    assert guest.get(f"{place}/export/report.json").text == first


def test_names_and_numbers_are_taken_as_people_write_them(checked, reader):
    _, place = checked
    guest = reader()
    claims = json.loads(guest.get(f"{place}/export/report.json").text)["claims"]
    number = next(n for n, c in enumerate(claims, 1) if c["kind"] == "figure")
    sent = sent_form(guest, place, number, first="Узбекистан", second="россия", low="6,9 млрд", period="2021")
    piece = guest.post(f"{place}/claims/{number}", data=sent, headers={"HX-Request": "true"})
    assert "trade.turnover(UZB, RUS) in 2021" in piece.text and "6.9e9 USD" in piece.text


def test_a_correction_that_makes_no_sense_is_refused_beside_its_form(checked, reader):
    _, place = checked
    guest = reader()
    claims = json.loads(guest.get(f"{place}/export/report.json").text)["claims"]
    number = next(n for n, c in enumerate(claims, 1) if c["kind"] == "figure")
    for change, said in (({"first": "Нарния"}, "Нарния"), ({"low": "много"}, "много"), ({"period": "вчера"}, "вчера")):
        sent = sent_form(guest, place, number, **change)
        piece = guest.post(f"{place}/claims/{number}", data=sent, headers={"HX-Request": "true"})
        assert piece.status_code == 400 and piece.headers["hx-retarget"] == f"#said{number}"
        assert said in piece.text and piece.text.count("\n") <= 1
        assert guest.post(f"{place}/claims/{number}", data=sent).status_code == 400


def test_a_correction_needs_a_form_of_ours(checked, reader):
    _, place = checked
    assert reader().post(f"{place}/claims/1", data={"token": "x", "short": "founded EAEU in 2014"}).status_code == 403


def test_a_newer_source_is_noticed_and_what_it_changes_is_told(running, reader, begin, finished):
    client = reader()
    place = begin(client, "Товарооборот Казахстана и России в 2021 году составил около 25 млрд долларов.")
    assert 'class="newer' not in finished(client, place)
    store = running[0].app.state.service.store
    stored = json.loads(store.get(key_of(id_of(place))).report)
    for source in stored["sources"]:
        for file in source["files"]:
            file["sha256"] = "0" * 64
    for claim in stored["claims"]:
        claim["finding"]["verdict"] = claim["verdict"] = "fails"
    from sverka.web.store import _packed

    engine = create_engine(running[0].app.state.service.settings.database)
    with engine.begin() as now:
        packed = _packed(json.dumps(stored, ensure_ascii=False))
        now.execute(
            text("UPDATE sverka_checks SET report = :r WHERE key = :k"), {"r": packed, "k": key_of(id_of(place))}
        )
    engine.dispose()
    running[0].app.state.service.changed(key_of(id_of(place)))
    page = client.get(place).text
    assert 'class="newer' in page
    told = client.get(f"{place}/newer").text
    assert "не подтверждается → подтверждается" in told
