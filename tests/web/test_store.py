"""Checks are kept whole or not at all, in SQLite and in PostgreSQL alike."""

import threading
from datetime import date

import pytest

from sverka.errors import InputError
from sverka.web.store import DONE, FAILED, PENDING, Store, key_of, new_id


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path}/deep/er/checks.sqlite"
    else:
        address = request.getfixturevalue("postgresql")
    kept = Store(address)
    yield kept
    kept.close()


def added(store, text="Текст"):
    key = key_of(new_id())
    store.add(key, "owner", text, date(2022, 2, 14), "ru")
    return key


def test_a_check_comes_back_as_it_was_kept(store):
    text = "Сказано:\x00 \u202e<b> «Ёж» \n" * 50
    key = added(store, text)
    kept = store.get(key)
    assert (kept.text, kept.published, kept.language, kept.status) == (text, date(2022, 2, 14), "ru", PENDING)
    assert kept.report == "" and kept.made.tzinfo is not None
    store.finish(key, '{"a": "б\\u0000"}')
    kept = store.get(key)
    assert (kept.status, kept.report) == (DONE, '{"a": "б\\u0000"}')


def test_a_finished_check_is_never_written_over(store):
    key = added(store)
    store.finish(key, "first")
    store.finish(key, "second")
    store.fail(key, "slow")
    assert store.get(key).report == "first" and store.get(key).status == DONE


def test_a_failed_check_can_be_begun_again(store):
    key = added(store)
    store.fail(key, "slow")
    assert (store.get(key).status, store.get(key).reason) == (FAILED, "slow")
    store.retry(key)
    assert (store.get(key).status, store.get(key).reason) == (PENDING, "")


def test_corrections_are_kept_beside_the_report_and_taken_back(store):
    key = added(store)
    store.finish(key, "{}")
    first = store.get(key).revision
    store.correct(key, 3, '{"claim": "ж"}')
    store.correct(key, 3, '{"claim": "з"}')
    assert store.get(key).corrections == {3: '{"claim": "з"}'}
    changed = store.get(key).revision
    assert changed == store.status(key)[1] > first
    store.correct(key, 3, "")
    assert store.get(key).corrections == {} and store.get(key).revision > changed


def test_a_deleted_check_leaves_nothing(store):
    key = added(store)
    store.correct(key, 1, "x")
    assert store.delete(key) and not store.delete(key)
    assert store.get(key) is None and store.status(key) is None
    store.finish(key, "late")
    assert store.get(key) is None


def test_what_is_unfinished_is_found_again_oldest_first(store):
    first, second, third = added(store), added(store), added(store)
    store.finish(second, "{}")
    pending = [key for key in store.pending(1000) if key in (first, second, third)]
    assert pending == [first, third]


def test_the_address_itself_is_nowhere_in_the_store(store):
    id_ = new_id()
    store.add(key_of(id_), "owner", "Текст", None, "")
    assert id_ not in key_of(id_) and len(id_) == 24


def test_the_servers_key_is_made_once(store):
    again = Store(store.engine.url.render_as_string(hide_password=False))
    assert again.secret == store.secret and len(store.secret) == 32
    again.close()


def test_many_write_at_once(store):
    keys = [added(store) for _ in range(8)]
    threads = [threading.Thread(target=store.finish, args=(key, f"report {key}")) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.get(key).report for key in keys] == [f"report {key}" for key in keys]


@pytest.mark.parametrize("address", ["no address", "mysql://x/y", "sqlite:////proc/nowhere/x.sqlite"])
def test_an_address_that_is_none_is_refused_in_one_line(address):
    with pytest.raises(InputError) as refused:
        Store(address)
    assert "--database" in str(refused.value) or "postgresql://" in str(refused.value)


def test_a_password_is_never_said(tmp_path):
    with pytest.raises(InputError) as refused:
        Store(f"postgresql://me:hidden@/none?host={tmp_path}")
    assert "hidden" not in str(refused.value)
