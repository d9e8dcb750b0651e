"""The repository keeps its word: the README names what exists, and nothing lies about."""

import re
from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()
CONTRIBUTING = (ROOT / ".github/CONTRIBUTING.md").read_text()
IGNORED = (ROOT / ".gitignore").read_text().split()
TOP_LEVEL = {
    "LICENSE",
    "README.md",
    "cpc",
    "manage.py",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "seeds",
    "templates",
    "tests",
    "tracker",
}
TEXT = {".css", ".html", ".js", ".md", ".po", ".py", ".toml", ".txt"}
LEFT_UNDONE = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
AGAINST_THE_POLICY = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=[\"']|javascript:", re.IGNORECASE
)


def ours():
    """Return every text file that is written by hand."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    below = [
        path
        for name in ("cpc", "seeds", "templates", "tests", "tracker")
        for path in (ROOT / name).rglob("*")
    ]
    return [path for path in sorted(top + below) if path.suffix in TEXT and path.is_file()]


def templates():
    return [path for path in ours() if path.suffix == ".html"]


def test_nothing_is_left_for_later():
    marked = [path for path in ours() if LEFT_UNDONE.search(path.read_text())]

    assert marked == []


def test_the_top_level_holds_only_what_belongs_there():
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    kept = {name for name in names if not any(fnmatch(name, p.rstrip("/")) for p in IGNORED)}

    assert kept <= TOP_LEVEL


def test_no_line_of_a_template_is_longer_than_can_be_read():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in templates()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > 160
    ]

    assert long == []


def test_an_include_sees_only_what_it_is_given():
    open_ones = [
        (path.name, tag)
        for path in templates()
        for tag in re.findall(r"{% include [^%]*%}", path.read_text())
        if not tag.endswith(" only %}")
    ]

    assert open_ones == []


def test_no_colour_stands_in_a_template():
    coloured = [
        path for path in templates() if re.search(r'="#[0-9a-fA-F]{3,8}"', path.read_text())
    ]

    assert coloured == []


def test_a_sentence_stands_in_one_template():
    places = defaultdict(set)
    for path in templates():
        text = path.read_text()
        whole = re.findall(r"{% translate ([\"'])(.*?)\1", text)
        parts = re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", text, re.DOTALL)
        for sentence in [said for _quote, said in whole] + parts:
            words = " ".join(sentence.split())
            if len(words.split()) > 4:
                places[words].add(path.name)

    assert {words: names for words, names in places.items() if len(names) > 1} == {}


def test_no_template_has_what_the_policy_forbids():
    broken = [path for path in templates() if AGAINST_THE_POLICY.search(path.read_text())]

    assert broken == []


@pytest.mark.parametrize(
    "html",
    ['<b style="x">', "<style>", "<script>", '<a onclick="x">', '<a href="javascript:x">'],
)
def test_what_the_policy_forbids_is_recognised(html):
    assert AGAINST_THE_POLICY.search(html)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py ([a-z]\w*)", README))))
def test_every_command_of_the_readme_exists(command):
    assert command in get_commands()


def paths_of(text):
    """Return the words that begin like a path of ours: "tracker/dates.py", "seeds/"."""
    start = "|".join(re.escape(name) for name in sorted(TOP_LEVEL, reverse=True))
    return set(re.findall(rf"(?<![\w./-])((?:{start}|\.ci|\.github)(?:/[\w./-]*)?)", text))


@pytest.mark.parametrize("path", sorted(paths_of(README) | paths_of(CONTRIBUTING)))
def test_every_path_that_the_guides_name_exists(path):
    assert (ROOT / path.rstrip("./")).exists()


def checks_of_the_readme():
    """Return the commands under "The same checks one by one"."""
    block = README.partition("The same checks one by one")[2].split("```")[1]
    return block.removeprefix("sh\n").splitlines()


def checks_of_ci():
    """Return the commands of .ci/run after its preparation, as somebody would type them."""
    script = (ROOT / ".ci/run").read_text()
    steps = script[script.index('step "ruff check"') :].replace("|\n", "|").splitlines()
    commands = [line for line in steps if line and not line.startswith(("step ", "#"))]
    typed = [re.sub(r'"\$venv/bin/(\w+)"', r"\1", line) for line in commands]
    typed = [re.sub("^site ", "python manage.py ", line) for line in typed]
    return [re.sub(" +", " ", line.replace("$tests", "pytest")) for line in typed]


def test_the_checks_of_the_readme_are_those_of_ci():
    assert checks_of_the_readme() == checks_of_ci()
    assert len(checks_of_ci()) == 10


def test_a_public_forge_runs_the_checks_on_the_oldest_python():
    workflow = (ROOT / ".github/workflows/checks.yml").read_text()
    oldest = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())[1]

    assert "run: bash .ci/run\n" in workflow
    assert f"container: python:{oldest}-" in workflow


def test_every_decision_has_its_date():
    decisions = re.findall(r"^\*\*.*?\*\*(.*)", README.partition("## Decisions")[2], re.MULTILINE)

    assert decisions
    assert [one for one in decisions if not re.match(r" \(\d+ [A-Z][a-z]+ 20\d\d\)", one)] == []


def test_the_readme_has_the_commands_to_try_and_to_test():
    install = "python3 -m venv .venv && .venv/bin/pip install --require-hashes -r"

    assert f"{install} requirements.txt && .venv/bin/python manage.py demo\n" in README
    assert f"{install} requirements-dev.txt && .venv/bin/pytest\n" in README
