"""Search finds the beginnings of words, however they are written, and takes no orders."""

import pytest
from django.db import connection

from tests import builders
from tracker.database.search import saying
from tracker.models import Delivery

pytestmark = pytest.mark.django_db


def found(text):
    """Return the slugs of the deliveries that a search finds."""
    return {delivery.slug for delivery in Delivery.objects.filter(saying(text))}


@pytest.mark.parametrize(
    "text",
    [
        "shelters",
        "Shelters",
        "shel",  # the beginning of a word
        "six shelters",
        "shelters, six",  # in any order, whatever stands between them
        "niñas",
        "NINAS",  # with or without its accents
        "shelters niños",  # a word of each language
        "8 000",  # a number is parted where it is written parted
        "8,000",
        "víctimas/trata",
    ],
)
def test_every_word_is_the_beginning_of_one(text):
    builders.make_delivery(
        slug="this",
        statement_en="Six specialised shelters (8,000 beds)",
        statement_es="Seis albergues para niñas y niños víctimas de trata",
    )
    builders.make_delivery(slug="other", statement_en="Officers trained", statement_es="Agentes")

    assert found(text) == {"this"}


@pytest.mark.parametrize("text", ["helters", "shelters officers", "sheltersx"])
def test_a_search_that_nothing_fits_finds_nothing(text):
    builders.make_delivery(statement_en="Six shelters")
    builders.make_delivery(statement_en="Officers trained")

    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    ["", " ", "*", '"', "''", "(", "-", "&", "\\", ":", "\N{PILE OF POO}", "%", "_"],
)
def test_a_search_without_words_finds_nothing(text):
    builders.make_delivery(statement_en='* " ( - & \\ : %')

    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        'shelters" OR "officers',
        "shelters OR officers",
        "shelters NOT officers",
        "shelters NEAR officers",
        "NEAR(shelters officers)",
        "statement_en: shelters",
        "^shelters ^zzz",
        "shelters | officers",
        "!zzz",
        "{shelters zzz}",
    ],
)
def test_operators_are_words_like_others(text):
    builders.make_delivery(statement_en="Six shelters")
    builders.make_delivery(statement_en="Officers trained")

    assert found(text) == set()


@pytest.mark.parametrize(
    "text", ["x" * 100, "ñ " * 50, "a'b\"c" * 20, "٣ ² ½ ﬁ", "शक्ति", "a\N{COMBINING ACUTE ACCENT}"]
)
def test_no_text_is_an_error(text):
    builders.make_delivery()

    found(text)


def test_a_changed_statement_is_found_by_its_new_words_alone():
    delivery = builders.make_delivery(slug="this", statement_en="Six shelters")

    delivery.statement_en = "Seven homes"
    delivery.save()

    assert [found("shelters"), found("homes")] == [set(), {"this"}]


def test_a_deleted_delivery_is_not_found():
    builders.make_delivery(statement_en="Six shelters").delete()

    assert found("shelters") == set()


def test_what_is_written_in_bulk_is_found_too():
    builders.make_delivery(slug="this")

    Delivery.objects.update(statement_es="Seis albergues")

    assert found("albergues") == {"this"}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite names its index")
def test_a_search_spells_the_words_as_the_index_does():
    with connection.cursor() as cursor:
        # Only the index of the words can answer by a bitmap, however little there is to read.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    plan = Delivery.objects.filter(saying("six shelters")).order_by().explain()

    assert "tracker_delivery_words" in plan
