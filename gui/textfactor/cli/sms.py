"""`textfactor sms`: how many parts a text takes, and why. Needs no network and no account."""

from collections import Counter

from textfactor.cli.exits import Exit
from textfactor.cli.given import given_text
from textfactor.cli.output import Output
from textfactor.domain.sms_text import Measured, measure, rewrite, without_strangers

_SHOWN = 20
"""Different characters that are listed for a person, each with its first place."""


def measure_text(given: str, *, as_json: bool) -> Exit:
    """Measure a text, or what stdin holds for `-`, and write the figures."""
    text = given_text(given)
    measured = measure(text)
    output = Output(as_json)
    if as_json:
        output.value(figures(measured) | {"left_out": _left_out(measured, text)})
    else:
        _show(measured, output, text)
    return Exit.FINE


def _left_out(measured: Measured, text: str) -> str | None:
    """Give the rewrite that leaves out what GSM-7 has nothing for; None where nothing need be left out."""
    return without_strangers(text) if measured.offending and measured.safe is None else None


def figures(measured: Measured) -> dict[str, object]:
    """Write what a text takes as the JSON of the command."""
    return {
        "encoding": measured.encoding.value,
        "units": measured.units,
        "parts": measured.parts,
        "units_left": measured.units_left,
        "offending": [{"char": one.char, "index": one.index, "name": one.name} for one in measured.offending],
        "safe": measured.safe,
    }


def _show(measured: Measured, output: Output, given: str) -> None:
    parts = "1 part" if measured.parts == 1 else f"{measured.parts} parts"
    output.answer(
        f"{measured.encoding.value}, {measured.units} units, {parts}, {measured.units_left} units left"
    )
    kinds = Counter((one.char, one.name) for one in measured.offending)
    first = {one.char: one.index for one in reversed(measured.offending)}
    for (char, name), times in list(kinds.items())[:_SHOWN]:
        more = f", {times} times" if times > 1 else ""
        output.answer(f"  outside GSM-7: {char} at {first[char]}{more}, {name}")
    if len(kinds) > _SHOWN:
        output.answer(f"  outside GSM-7: {len(kinds) - _SHOWN} more characters; --json has them all")
    if measured.safe is not None:
        output.answer(f"  with GSM-7 alone: {measured.safe}")
    elif measured.offending:
        lost = " ".join(dict.fromkeys(one.char for one in measured.offending if rewrite(one.char) is None))
        rest = without_strangers(given)
        if rest:  # else nothing of it can be said in GSM-7
            output.answer(f"  nothing in GSM-7 stands for {lost}; without it: {rest}")
