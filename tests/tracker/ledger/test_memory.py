"""What is remembered is made once for each version of the data, whoever asks."""

from datetime import date
from threading import Barrier, Thread

import pytest

from tests import builders
from tracker.ledger.memory import ENTRIES, VERSIONS, Memory, one_version, remembered
from tracker.models import Party

TODAY = date(2026, 11, 21)


class Counter:
    """Something to make, that counts how often it was made."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return self.times


def ask(make):
    with one_version():
        return remembered("key", make)


@pytest.mark.django_db
def test_what_was_made_is_not_made_again():
    make = Counter()

    assert [ask(make), ask(make)] == [1, 1]


@pytest.mark.django_db
def test_none_and_zero_are_remembered_too():
    made = []

    for _ in range(2):
        with one_version():
            remembered("nothing", lambda: made.append(1))

    assert made == [1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "write",
    [
        lambda: Party.objects.update(acronym="X"),
        lambda: Party.objects.get().delete(),
        lambda: builders.make_region(),
    ],
)
def test_any_write_makes_it_forget(write):
    builders.make_party()
    make = Counter()
    ask(make)

    write()

    assert ask(make) == 2


@pytest.mark.django_db
def test_another_day_is_another_version(monkeypatch):
    make = Counter()
    ask(make)

    monkeypatch.setattr("tracker.ledger.memory.timezone.localdate", lambda: date(2000, 1, 1))

    assert ask(make) == 2


@pytest.mark.django_db
def test_nothing_is_kept_outside_a_request():
    make = Counter()

    assert [remembered("key", make), remembered("key", make)] == [1, 2]


@pytest.mark.django_db
def test_the_version_is_asked_once(django_assert_num_queries):
    with django_assert_num_queries(1), one_version():
        remembered("one", list)
        remembered("another", list)


def test_what_could_not_be_made_is_tried_again():
    memory = Memory()
    version = ("1", TODAY)

    with pytest.raises(ZeroDivisionError):
        memory.get(version, "key", lambda: 1 / 0)

    assert memory.get(version, "key", lambda: 1) == 1


def test_two_threads_make_it_once():
    memory, make, both = Memory(), Counter(), Barrier(2)
    found = []

    def visit():
        both.wait()
        found.append(memory.get(("1", TODAY), "key", make))

    threads = [Thread(target=visit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [1, 1]


def test_the_least_lately_used_is_forgotten_first():
    memory, version = Memory(), ("1", TODAY)
    memory.get(version, "old", lambda: "old")
    memory.get(version, "used", lambda: "used")
    for number in range(ENTRIES - 1):
        memory.get(version, "used", Counter())
        memory.get(version, number, Counter())

    assert memory.get(version, "used", lambda: "anew") == "used"
    assert memory.get(version, "old", lambda: "anew") == "anew"


def test_old_versions_are_forgotten():
    memory = Memory()
    for number in range(VERSIONS + 1):
        memory.get((str(number), TODAY), "key", lambda: "made")

    assert memory.get((str(VERSIONS), TODAY), "key", lambda: "anew") == "made"
    assert memory.get(("0", TODAY), "key", lambda: "anew") == "anew"
