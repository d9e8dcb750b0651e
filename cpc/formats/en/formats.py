"""English: the day first, the month in letters, so that no reader can mistake one for the other."""

DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
