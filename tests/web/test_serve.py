"""The command that serves: what is wrong is said in one line before anything begins; a busy server asks to wait."""

import asyncio
import re
import socket
import sys

import pytest

from sverka.cli import run
from sverka.web.crew import Crew
from sverka.web.desk import Desk, Job
from sverka.web.refusals import Refusal
from sverka.web.settings import Settings
from sverka.web.store import FAILED, Store, key_of


def command(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["sverka", "serve", *arguments])
    code = run()
    return code, capsys.readouterr().err


@pytest.mark.parametrize("database", ["mysql://x/y", "nothing", "sqlite:////proc/nowhere/checks.sqlite"])
def test_a_database_that_cannot_be_used_is_said_in_one_line(monkeypatch, capsys, database):
    code, said = command(monkeypatch, capsys, "--database", database)
    assert code == 2 and said.count("\n") == 1 and "Traceback" not in said


def test_a_port_that_is_taken_is_said_in_one_line(monkeypatch, capsys, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, said = command(monkeypatch, capsys, "--port", port, "--database", f"sqlite:///{tmp_path}/x.sqlite")
    assert code == 2 and said.count("\n") == 1 and "--port" in said


def test_beyond_the_stated_queue_texts_are_asked_to_wait(tmp_path):
    store = Store(f"sqlite:///{tmp_path}/x.sqlite")
    desk = Desk(Settings(waiting=3), store, Crew(1, 3, 1.0))
    desk.jobs = {str(number): Job(str(number), "", None, "") for number in range(3)}

    async def one_more():
        await desk.begin("Текст", None, "ru", "owner")

    with pytest.raises(Refusal) as refused:
        asyncio.run(one_more())
    assert (refused.value.status, refused.value.retry) == (503, 5)
    assert store.pending(10) == []
    store.close()


def sleepy(seconds):
    import time

    time.sleep(seconds)
    return seconds


def dies(code):
    import os

    os._exit(code)


def test_work_that_takes_too_long_ends_with_its_process_and_the_next_is_done():
    async def story():
        crew = Crew(1, 8, 6.0)  # long enough to start a process on a busy machine
        crew.start()
        try:
            from sverka.web import work

            first = await crew.ask("reader", work.read, "Армения вступила в ЕАЭС.", None, None)
            with pytest.raises(Refusal) as slow:
                await crew.ask("reader", sleepy, 60)
            with pytest.raises(Refusal) as dead:
                await crew.ask("reader", dies, 1)
            again = await crew.ask("reader", work.read, "Армения вступила в ЕАЭС.", None, None)
            return slow.value.code, dead.value.code, first == again
        finally:
            await crew.stop()

    assert asyncio.run(story()) == ("slow", "fault", True)


def test_a_failed_check_says_why_and_can_be_begun_again(running, reader, begin, finished):
    client = reader()
    place = begin(client, "Армения вступила в ЕАЭС в 2015 году.")
    finished(client, place)
    store = running[0].app.state.service.store
    key = key_of(place.rsplit("/", 1)[1])
    from sqlalchemy import text

    with store.engine.begin() as now:
        now.execute(
            text("UPDATE sverka_checks SET status = :s, reason = 'slow' WHERE key = :k"), {"s": FAILED, "k": key}
        )
    running[0].app.state.service.changed(key)
    first, second = reader(), reader()
    pages = [one.get(place).text for one in (first, second)]
    tokens = [re.search(r'name="token" value="([0-9a-f]+)"', page)[1] for page in pages]
    assert "остановлена" in pages[0] and tokens[0] != tokens[1]
    assert second.post(f"{place}/again", data={"token": tokens[0]}).status_code == 403
    assert first.post(f"{place}/again", data={"token": tokens[0]}).status_code == 303
    assert 'class="card edge-holds"' in finished(second, place)
