"""What stands above an answer, for each way in which one can come out."""

import pytest

from textfactor.domain.diagnosis import Confidence, Diagnosis, InputKind, Reading, Report, Severity
from textfactor.words.diagnosis_headline import headline

BAD = Diagnosis("vonage.status.4", Confidence.CERTAIN, Severity.BROKEN)
MINOR = Diagnosis("auth0.settings_changed", Confidence.LIKELY, Severity.NOTICE)
FINE = Diagnosis("fine.sent", Confidence.CERTAIN, Severity.FINE)


@pytest.mark.parametrize(
    ("diagnoses", "notes", "said"),
    [
        ((), ("nothing_given",), "Nothing to read"),
        ((), ("not_sms",), "Not about text messages"),
        ((FINE,), ("nothing_wrong", "get_receipt"), "Nothing is wrong here"),
        ((), ("not_enough",), "Not enough to tell the cause"),
        ((BAD,), ("not_enough",), "Not enough to tell: one thing it may be"),
        ((BAD, BAD, MINOR), ("not_enough",), "Not enough to tell: 3 things it may be"),
        ((), (), "No diagnosis"),
        ((MINOR,), (), "Nothing is broken, but worth knowing"),
        ((BAD,), ("repeated",), "One diagnosis"),
        ((BAD, MINOR), (), "2 diagnoses, most likely first"),
    ],
)
def test_each_outcome_has_its_headline(
    diagnoses: tuple[Diagnosis, ...], notes: tuple[str, ...], said: str
) -> None:
    report = Report(Reading(InputKind.WORDS, 0, 0, "", ()), diagnoses, notes)
    assert headline(report).english() == said
