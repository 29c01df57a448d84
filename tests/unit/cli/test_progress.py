"""What is under way is said once; of an export each quarter, and never its steps as if they were things."""

import pytest

from textfactor.cli.output import Output
from textfactor.services.context import Doing, Progress


def test_an_export_tells_its_quarters(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(as_json=False)
    for done in range(100):
        output.progress(Progress(Doing.READING_EXPORT, done, 100, "export.json"))
    assert capsys.readouterr().err.splitlines() == [
        "Reading export.json …",
        "Reading export.json (25 %) …",
        "Reading export.json (50 %) …",
        "Reading export.json (75 %) …",
    ]


def test_other_steps_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(as_json=False)
    for _time in range(2):
        output.progress(Progress(Doing.PLANNING, 0, 3))
    assert capsys.readouterr().err == "Making the plan (1 of 3) …\n"
