"""What is kept is made once, whoever asks."""

from threading import Barrier, Thread

import pytest

from tracker.ledger.cache import Cache


class Counter:
    """Something to make, that counts how often it was made."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return self.times


def test_what_was_made_is_not_made_again():
    cache, make = Cache(2), Counter()

    assert [cache.get("key", make), cache.get("key", make)] == [1, 1]


def test_none_is_kept_too():
    cache, made = Cache(2), []

    for _ in range(2):
        cache.get("nothing", lambda: made.append(1))

    assert made == [1]


def test_what_could_not_be_made_is_tried_again():
    cache = Cache(2)

    with pytest.raises(ZeroDivisionError):
        cache.get("key", lambda: 1 / 0)

    assert cache.get("key", lambda: 1) == 1


def test_two_threads_make_it_once():
    cache, make, both = Cache(2), Counter(), Barrier(2)
    found = []

    def visit():
        both.wait()
        found.append(cache.get("key", make))

    threads = [Thread(target=visit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [1, 1]


def test_the_least_recently_used_is_dropped_first():
    cache = Cache(2)
    for key in ("old", "used", "new"):
        cache.get("used", lambda: "used")
        cache.get(key, lambda: key)  # noqa: B023

    assert cache.get("used", lambda: "again") == "used"
    assert cache.get("old", lambda: "again") == "again"
