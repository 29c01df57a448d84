"""The part of Liquid that messages use: outputs with filters, `if`, `unless`, `case`, `assign`, `comment`.

What is not closed, or is no tag that is known here, stays in the text as it was written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.liquid_values import as_text, holds, text_of_output, value_of
from textfactor.practice.shapes import JsonObject

_TOKEN = re.compile(
    r"(?P<out>\{\{(?P<ltrim>-?)\s*(?P<name>.*?)\s*(?P<rtrim>-?)\}\})|"
    r"(?P<tag>\{%(?P<left>-?)\s*(?P<word>\w+)\s*(?P<rest>.*?)\s*(?P<right>-?)%\})",
    re.DOTALL,
)
_BLOCKS: Final = {"if": "endif", "unless": "endunless", "case": "endcase", "comment": "endcomment"}
_MIDDLES: Final = frozenset({"elsif", "else", "when"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a template: plain text, an output, or a tag with its word and the rest."""

    kind: str
    text: str
    rest: str = ""


@dataclass(slots=True)
class _Branch:
    """A part of a block that is written when its condition holds; a `case` compares instead."""

    word: str
    condition: str
    pieces: list[_Piece] = field(default_factory=list[_Piece])


def render(template: str, values: JsonObject) -> str:
    """Return the text of a template with the values put in."""
    return _write(_pieces(template), dict(values))


def _pieces(template: str) -> list[_Piece]:
    """Cut a template into pieces; a hyphen at a brace takes the blanks beside it away."""
    made: list[_Piece] = []
    at, trim = 0, False
    for match in _TOKEN.finditer(template):
        plain = template[at : match.start()]
        plain = plain.lstrip() if trim else plain
        made.append(_Piece("text", plain.rstrip() if match["ltrim"] or match["left"] else plain))
        if match["out"]:
            made.append(_Piece("out", match["name"]))
        else:
            made.append(_Piece("tag", match["word"], match["rest"]))
        at, trim = match.end(), bool(match["rtrim"] or match["right"])
    made.append(_Piece("text", template[at:].lstrip() if trim else template[at:]))
    return made


def _write(pieces: Sequence[_Piece], values: JsonObject) -> str:
    """Return what pieces write, one after the other."""
    written: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.kind == "text":
            written.append(piece.text)
        elif piece.kind == "out":
            written.append(text_of_output(piece.text, values))
        elif piece.text in _BLOCKS:
            end = _end_of(pieces, at, _BLOCKS[piece.text], piece.text)
            written.append(_block(piece, pieces[at:end], values))
            at = end + 1
        elif piece.text == "assign":
            name, _, expression = piece.rest.partition("=")
            values[name.strip()] = text_of_output(expression.strip(), values)
        else:
            written.append(f"{{% {piece.text} {piece.rest} %}}".replace("  ", " "))
    return "".join(written)


def _end_of(pieces: Sequence[_Piece], start: int, end: str, begin: str) -> int:
    """Return where a block ends: at its own end tag, or at the end of all."""
    depth = 1
    for at in range(start, len(pieces)):
        if pieces[at].kind == "tag":
            depth += (pieces[at].text == begin) - (pieces[at].text == end)
            if depth == 0:
                return at
    return len(pieces)


def _block(head: _Piece, inner: Sequence[_Piece], values: JsonObject) -> str:
    """Return what a block writes: the first of its branches that holds."""
    if head.text == "comment":
        return ""
    for branch in _branches(head, inner):
        if _wanted(head, branch, values):
            return _write(branch.pieces, values)
    return ""


def _wanted(head: _Piece, branch: _Branch, values: JsonObject) -> bool:
    if branch.word == "else":
        return True
    if head.text == "case":
        value = as_text(value_of(head.rest, values))
        options = re.split(r",|\sor\s", branch.condition) if branch.word == "when" else []
        return value in [as_text(value_of(option.strip(), values)) for option in options]
    return holds(branch.condition, values) is not (branch.word == "unless")


def _branches(head: _Piece, inner: Sequence[_Piece]) -> list[_Branch]:
    """Cut the inside of a block at its own `elsif`, `else` and `when`, not at those of blocks inside."""
    made = [_Branch(head.text, head.rest)]
    depth = 0
    for piece in inner:
        if piece.kind == "tag":
            depth += (piece.text in _BLOCKS) - (piece.text in _BLOCKS.values())
            if depth == 0 and piece.text in _MIDDLES:
                made.append(_Branch(piece.text, piece.rest))
                continue
        made[-1].pieces.append(piece)
    return made
