"""What the readers of settings share: a trait with its place, and looks into a tree."""

from collections.abc import Iterator

from textfactor.services.diagnosis.readers.tree import Node, NodeKind

State = tuple[str, Node, str]
"""A trait, where it stands, and the path of that field in the object."""


def text_of(node: Node | None) -> str:
    """Return the text of a leaf, empty for anything else."""
    return node.text if node is not None and node.is_leaf else ""


def entries_of(node: Node | None) -> list[Node]:
    """Return the entries of an array, none for anything else."""
    return [value for _key, value in node.items] if node is not None and node.kind is NodeKind.ARRAY else []


def seen(node: Node) -> State:
    """Say that something was understood and nothing is wrong with it."""
    return ("", node, "")


def below(states: Iterator[State], base: str) -> Iterator[State]:
    """Put the path of an entry before the paths in it."""
    for value, node, path in states:
        yield (value, node, f"{base}.{path}" if path else base)
