"""Dates as stated: the days they can mean, their words, and what is refused."""

from datetime import date

import pytest
from django.utils.translation import override

from tracker.domain.dates import BadDate, Span, span, words


def days(first, last):
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-06-15", "2017-06-15", "2017-06-15"),
        ("2017-10", "2017-10-01", "2017-10-31"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2022-11~", "2022-11-01", "2022-11-30"),  # about: told in words, not in days
        ("2023?", "2023-01-01", "2023-12-31"),
        ("2017-06-15~", "2017-06-15", "2017-06-15"),
        ("2021-05-17/2021-05-18", "2021-05-17", "2021-05-18"),
        ("2018-07/2020-12", "2018-07-01", "2020-12-31"),
        ("2017-06-15/2021", "2017-06-15", "2021-12-31"),
        ("2017~/2018-03?", "2017-01-01", "2018-03-31"),
        ("2017/2017-03", "2017-01-01", "2017-03-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_means_all_its_days(text, first, last):
    assert span(text) == days(first, last)


def test_no_date_means_no_days():
    assert span("") is None


NOT_A_DATE = "“{}” is not a date: write 2017-06-15, 2017-10, 2017, 2022-11~ or 2017/2021"
NO_SUCH_DAY = "“{}” names a day that does not exist"


@pytest.mark.parametrize("read", [span, words])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        *(
            (text, NOT_A_DATE)
            for text in (
                "October 2017",
                "15/06/2017",
                "2017-6-5",
                "20170615",
                "2017-13",
                "2017-00",
                "2017-06-31",
                "2017-06-15T10:00",
                "2017-06-15T10:00:00Z",
                "10000",
                "-2017",
                "Y170000002",
                " 2017",  # would be said as the first of January
                "2017\n",
                "2017\x00",
                "２０１７",
                "٢٠١٧-٠٦",
                "/",
                "2017/",
                "/2017",
                "../2017",
                "2017/..",
                "2017/open",
                "2017/2018/2019",
                "[2017,2018]",
                "{2017,2018}",
                "2017?~",
                "~2017",
                "2017~-06",
                "2017-06~-15",
                "2017%",
                "2017S2",
            )
        ),
        # What EDTF knows and no words of ours could say: decades, unknown months, seasons.
        *((text, NOT_A_DATE) for text in ("201X", "20XX", "2017-XX", "2017-06-XX", "2017-21")),
        ("2017-1X", NOT_A_DATE),  # makes the library fail
        ("2021-02-29", NO_SUCH_DAY),
        ("1900-02-29", NO_SUCH_DAY),
        ("0000", NO_SUCH_DAY),
        ("0000-01/2017", NO_SUCH_DAY),
        ("2017/2016", "“{}” ends before it begins"),
        ("2017-06-15/2017-06-14", "“{}” ends before it begins"),
    ],
)
def test_anything_else_is_refused(read, text, message):
    with pytest.raises(BadDate) as refusal:
        read(text)

    assert str(refusal.value) == message.format(text)


def test_a_long_text_is_not_repeated_in_full():
    with pytest.raises(BadDate) as refusal:
        span("2017-06" * 10_000)

    assert len(str(refusal.value)) < 150


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2017-06-15", "15 June 2017", "15 de junio de 2017"),
        ("2017-10", "October 2017", "octubre de 2017"),
        ("2017", "2017", "2017"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_stated(text, english, spanish):
    with override("en"):
        assert words(text) == english
    with override("es"):
        assert words(text) == spanish


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "date not stated"),
        ("2022-11~", "about November 2022"),
        ("2023?", "possibly 2023"),
        ("2017-06-15?", "possibly 15 June 2017"),
        ("2021-05-17/2021-05-18", "17 to 18 May 2021"),
        ("2021-05-17/2021-06-18", "17 May 2021 to 18 June 2021"),
        ("2017~/2018-03", "about 2017 to March 2018"),
    ],
)
def test_what_is_not_certain_is_said(text, said):
    with override("en"):
        assert words(text) == said
