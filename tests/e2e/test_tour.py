"""The tour as people start it: the program in a process of its own, with real clicks and a real practice world."""

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = (
    "welcome",
    "vonage",
    "test",
    "tenant",
    "messages",
    "sender",
    "factor",
    "review",
    "apply",
    "try",
    "done",
)
GUI = Path(__file__).resolve().parents[2] / "gui"


def tour(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # The checkout need not be installed; the person's own files are not touched, since HOME is the test's.
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(GUI)} | environment
    command = [sys.executable, "-m", "textfactor", "tour", "--out", str(folder), *options]
    return subprocess.run(command, capture_output=True, env=surroundings, text=True, timeout=170, check=False)


def size(picture: Path) -> tuple[int, int]:
    return struct.unpack(">II", picture.read_bytes()[16:24])


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_the_tour_reaches_an_accepted_login_and_keeps_a_picture_of_each_page(tmp_path):
    done = tour(tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    steps, end = lines[:-1], lines[-1]
    assert end["result"] == "accepted"
    assert end["pages"] == len(PAGES)
    assert end["worst_gap_ms"] > 0
    assert tuple(dict.fromkeys(step["page"] for step in steps)) == PAGES
    assert [step["step"] for step in steps] == list(range(1, len(steps) + 1))
    for step in steps:
        assert step["ok"]
        assert step["seconds"] >= 0
        assert size(tmp_path / "out" / step["picture"]) == (1100, 740)
    for number, page in enumerate(PAGES, 1):
        assert (tmp_path / "out" / f"{number:02}-{page}.png").exists()
    assert done.stderr == ""


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_dark_tour_at_one_and_a_half_of_the_size_in_text(tmp_path):
    done = tour(tmp_path, "--theme", "dark", "--scale", "1.5")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("accepted; 11 pages")
    assert size(tmp_path / "01-welcome.png") == (1650, 1110)


def test_a_place_that_takes_no_pictures_is_told_in_one_line(tmp_path):
    file = tmp_path / "file"
    file.touch()
    for place in (file, file / "below"):
        done = tour(place)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"The pictures cannot be kept in {place}: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_tour_that_gets_stuck_says_where_and_shows_it(tmp_path):
    missing = tmp_path / "no-such-world"
    done = tour(tmp_path / "out", "--json", TEXTFACTOR_PRACTICE=str(missing))
    assert done.returncode == 1
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert not lines[-2]["ok"]
    assert lines[-2]["waited_for"] == "the page vonage"
    assert (tmp_path / "out" / lines[-2]["picture"]).exists()
    assert lines[-1]["result"] == "failed"
