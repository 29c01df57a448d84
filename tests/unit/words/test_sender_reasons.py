"""The sender's reasons in words: each that its code can give."""

import re
from pathlib import Path

import pytest

from textfactor.words.problems_sender import explain_reasons


def test_each_reason_of_the_senders_own_has_words(root: Path) -> None:
    code = (root / "resources" / "sender" / "custom-phone-provider.js").read_text(encoding="utf-8")
    reasons = re.findall(r"problem: \['\w+', ['`]([^'`]+)", code)
    assert len(reasons) > 5
    for reason in reasons:
        assert explain_reasons("sender " + reason.replace("${name}", "VONAGE_API_KEY")), reason


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        ("vonage unreachable ENOTFOUND", "did not get through"),
        ("vonage http=429", "did not get through"),
        ("vonage unreachable CERT_HAS_EXPIRED", "does not trust"),
        ("vonage http=401", "turned the sender's request down"),
        ("vonage http=502 (may have been sent) ref=x", "not known"),
        ("vonage no answer in time (may have been sent) ref=x", "not known"),
        ("vonage connection lost ECONNRESET (may have been sent) ref=x", "not known"),
        ("vonage answer unreadable (may have been sent) ref=x", "not known"),
    ],
)
def test_what_happened_on_the_way_to_vonage_has_words(reason: str, title: str) -> None:
    ((told, evidence),) = explain_reasons(f"gd_send_sms_failure {reason}")
    assert title in told.title.english()
    assert evidence in reason
    assert told.next


def test_other_words_are_no_reason() -> None:
    assert explain_reasons("the sender is well, vonage too") == ()
