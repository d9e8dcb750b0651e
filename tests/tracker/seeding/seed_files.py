"""Seed files for tests: one good file with a record of every kind, and ways to spoil it."""

GOOD = """\
[[unit]]
code = "USD"
is_money = true
one_en = "U.S. dollar"
many_en = "U.S. dollars"
one_es = "dólar"
many_es = "dólares"
counts = "not people"

[[unit]]
code = "shelters"
one_en = "shelter"
many_en = "shelters"
one_es = "albergue"
many_es = "albergues"
counts = "not people"

[[region]]
code = "PE-CUS"
name_en = "Cusco"

[[region]]
code = "PE-LIM"
name_en = "Lima"

[[source]]
slug = "state-2023"
publisher_en = "Department of State"
title = "Fourth dialogue"
reliability = "primary government"
seen = "whole"

[[party]]
slug = "peru"
kind = "government"
name_en = "Peru"

[[party]]
slug = "tip-office"
kind = "office"
name_en = "TIP Office"
parent = "us"

[[party]]
slug = "us"
kind = "government"
name_en = "United States"

[[partnership]]
slug = "peru"
name_en = "Child Protection Compact"
funder = "us"
partner = "peru"
regions = ["PE-CUS"]
signed_on = "2017-06-13"

  [[partnership.citation]]
  source = "state-2023"
  phrase = "signed in June"

[[dialogue]]
slug = "peru-third"
partnership = "peru"
ordinal = 3
name_en = "Third annual dialogue"
standing = "held"

  [[dialogue.citation]]
  source = "state-2023"
  phrase = "the third dialogue"

[[extension]]
slug = "peru-2020"
partnership = "peru"
dialogue = "peru-third"
years = 1

  [[extension.citation]]
  source = "state-2023"
  phrase = "one more year"

[[objective]]
slug = "peru-1"
partnership = "peru"
number = 1
title_en = "Protection"
statement_en = "Protect children"

  [[objective.citation]]
  source = "state-2023"
  phrase = "protect children"

[[commitment]]
code = "PE-3"
partnership = "peru"
objective = "peru-1"
title_en = "Open shelters"
statement_en = "Peru will open shelters."
made_by = "peru"

  [[commitment.citation]]
  source = "state-2023"
  phrase = "shelters will open"

[[pledge]]
slug = "pe-3b"
commitment = "PE-3"
value = 7
unit = "shelters"
replaces = "pe-3a"
change = "agreed change"
reason_en = "One more was agreed"

  [[pledge.citation]]
  source = "state-2023"
  phrase = "seven shelters"

[[pledge]]
slug = "pe-3a"
commitment = "PE-3"
value = 6
unit = "shelters"

  [[pledge.citation]]
  source = "state-2023"
  phrase = "six shelters"

[[award]]
slug = "peru-2017"
partnership = "peru"
funder = "tip-office"
title_en = "Grant"
value = "5000000.50"
unit = "USD"
objectives = ["peru-1"]

  [[award.citation]]
  source = "state-2023"
  phrase = "a grant"

[[recipient]]
award = "peru-2017"
party = "peru"

  [[recipient.citation]]
  source = "state-2023"
  phrase = "to Peru"

[[activity]]
slug = "training"
award = "peru-2017"
party = "peru"
phase = "announced"
statement_en = "Trains investigators"

  [[activity.citation]]
  source = "state-2023"
  phrase = "will train"

[[delivery]]
slug = "shelters-2023"
commitment = "PE-3"
statement_en = "Six shelters established"
reported_by = "us"
value = 6
unit = "shelters"
stated_on = "2023-11"
regions = ["PE-CUS", "PE-LIM"]

  [[delivery.citation]]
  source = "state-2023"
  locator_en = "paragraph 4"
  phrase = "established six shelters"

  [[delivery.citation]]
  source = "state-2023"
  locator_en = "paragraph 9"
  phrase = "about seven shelters"
  value = 7
  unit = "shelters"
  qualifier = "about"

[[participant]]
dialogue = "peru-third"
party = "peru"

  [[participant.citation]]
  source = "state-2023"
  phrase = "Peru took part"

[[announcement]]
slug = "third-request"
dialogue = "peru-third"
kind = "request"
statement_en = "Peru is asked for funds"
made_by = "us"
addressed_to = "peru"

  [[announcement.citation]]
  source = "state-2023"
  phrase = "asked Peru"
"""


def spoiled(old, new, text=GOOD):
    """Return the file with one passage replaced, which must be there exactly once."""
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def write(folder, text=GOOD, name="all.toml"):
    """Write a file into the folder, and return the folder."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder
