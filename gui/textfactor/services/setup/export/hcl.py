"""Writes HCL, the language of Terraform files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Raw:
    """An expression, written as it is: `var.name`, `file("…")`."""

    expression: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its type and labels, its attributes, and the blocks in it. A remark comes before it as a comment."""

    type: str
    labels: tuple[str, ...] = ()
    attributes: Mapping[str, "Value"] = field(default_factory=dict[str, "Value"])
    blocks: tuple["Block", ...] = ()
    remark: str = ""


Value = str | bool | Raw | Sequence["Value"]


def write(blocks: Sequence[Block]) -> str:
    """Write a file of these blocks."""
    return "\n".join(_block(block, "") for block in blocks)


def _block(block: Block, indent: str) -> str:
    head = " ".join([block.type, *(quoted(label) for label in block.labels)])
    lines = [f"{indent}# {line}" for line in block.remark.splitlines()]
    lines.append(f"{indent}{head} {{")
    width = max(map(len, block.attributes), default=0)
    lines += [f"{indent}  {name.ljust(width)} = {_value(value)}" for name, value in block.attributes.items()]
    text = "\n".join(lines) + "\n"
    for number, inner in enumerate(block.blocks):
        text += ("\n" if number or block.attributes else "") + _block(inner, f"{indent}  ")
    return f"{text}{indent}}}\n"


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Raw):
        return value.expression
    if isinstance(value, str):
        return quoted(value)
    return f"[{', '.join(map(_value, value))}]"


def quoted(text: str) -> str:
    """Write a text in quotes: nothing in it is taken for an escape, an interpolation or a directive."""
    escaped = "".join(_ESCAPES.get(char, char) for char in text)
    return '"' + escaped.replace("${", "$${").replace("%{", "%%{") + '"'
