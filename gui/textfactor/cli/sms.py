"""`textfactor sms`: how many parts a text takes, and why. Needs no network and no account."""

from collections import Counter

from textfactor.cli.exits import Exit
from textfactor.cli.given import given_text
from textfactor.cli.output import Output
from textfactor.domain.sms_text import Measured, measure

_SHOWN = 20
"""Different characters that are listed for a person, each with its first place."""


def measure_text(given: str, *, as_json: bool) -> Exit:
    """Measure a text, or what stdin holds for `-`, and write the figures."""
    measured = measure(given_text(given))
    output = Output(as_json)
    if as_json:
        output.value(figures(measured))
    else:
        _show(measured, output)
    return Exit.FINE


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


def _show(measured: Measured, output: Output) -> None:
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
