"""The encoder and an independent one agree; `python -m tests.bench.encoder` asks a million times."""

from tests.support.gsm_oracle import Opinion, Oracle, texts

from textfactor.domain.sms_text import BASIC, EXTENSION, Encoding, measure


def opinion(text: str) -> Opinion:
    found = measure(text)
    return Opinion(found.encoding is Encoding.GSM7, found.units, found.parts, found.units_left)


def test_both_have_the_same_alphabet() -> None:
    oracle = Oracle()
    ours = {chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000 and opinion(chr(code)).gsm7}
    # The codec takes the escape for a character; on the air it is half of one.
    theirs = {
        chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000 and oracle.judge(chr(code)).gsm7
    }
    assert theirs - {"\x1b"} == ours == set(BASIC + EXTENSION)


def test_twenty_thousand_random_texts() -> None:
    oracle = Oracle()
    differ = [text for text in texts(20_000, 2026) if opinion(text) != oracle.judge(text)]
    assert differ == []


def test_the_oracle_tells_a_wrong_encoder() -> None:
    oracle = Oracle()
    assert oracle.judge("€" * 80) == Opinion(True, 160, 1, 0)
    assert oracle.judge("a" * 152 + "€" + "a" * 152) == Opinion(True, 306, 3, 152)
    assert oracle.judge("😀" * 36) == Opinion(False, 72, 2, 61)
