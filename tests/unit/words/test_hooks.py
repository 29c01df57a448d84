"""Old code in words: every list it can have, and never a value of a credential."""

from dataclasses import replace

import pytest

from textfactor.domain.old_code import CodeKind, OldCode, OldFault, OldSecret, SecretRole
from textfactor.words.hooks import explain_old_code

FULL = OldCode(
    CodeKind.HOOK,
    "Twilio",
    modules=("twilio",),
    secrets=(
        OldSecret("VONAGE_API_KEY", SecretRole.KEY, "VONAGE_API_KEY"),
        OldSecret("MY_TOKEN", SecretRole.SECRET, "VONAGE_API_SECRET"),
        OldSecret("FLAG", SecretRole.OTHER),
    ),
    hard_coded=("apiKey", "secret"),
    sender="ACME",
    countries=("49", "43"),
    special=("1",),
    own_text=True,
    voice=True,
    faults=tuple(OldFault),
)


def lines(texts) -> str:
    return "\n".join(text.english() for text in texts)


def test_everything_that_was_read_is_told():
    words = explain_old_code(FULL)
    assert "18 Nov 2026" in words.title.english()
    assert lines(words.did) == (
        "It sent through Twilio.\nIt used the packages twilio.\n"
        "It read the secrets VONAGE_API_KEY, MY_TOKEN, FLAG.\nIt sent only to numbers that begin with +49, +43."
    )
    assert "The countries: +49, +43" in lines(words.carries)
    assert "ACME" in lines(words.carries)
    assert "keep their names: VONAGE_API_KEY" in lines(words.carries)
    assert "VONAGE_API_SECRET takes the place of MY_TOKEN" in lines(words.carries)
    for piece in ("Twilio is not asked", "entered anew", "Messages page", "+1", "Voice calls", "secret FLAG"):
        assert piece in lines(words.ends)
    assert len(words.wrong) == len(OldFault)
    assert "apiKey, secret" in lines(words.wrong)


def test_little_code_is_told_in_few_words():
    words = explain_old_code(OldCode(CodeKind.LEGACY_ACTION))
    assert lines(words.did) == "Through whom it sent cannot be told from the code."
    assert (words.carries, words.ends, words.wrong) == ((), (), ())


@pytest.mark.parametrize("kind", [CodeKind.OTHER, CodeKind.UNKNOWN])
def test_what_sent_no_codes_has_a_title_alone(kind):
    words = explain_old_code(replace(FULL, kind=kind))
    assert words.title.english()
    assert (words.did, words.carries, words.ends, words.wrong) == ((), (), (), ())


def test_our_own_sender_is_called_that():
    words = explain_old_code(replace(FULL, kind=CodeKind.UNIFIED_ACTION, ours=True))
    assert "Textfactor put there" in lines(words.did)
    assert words.wrong == ()
