"""JSON as people paste it, as a tree that knows where each value stands in the text.

It takes what no JSON parser takes: a text cut off anywhere, single quotes and bare words (Python's and Node's way
to print), missing commas, documents one after the other. It never recurses and looks at each character once, so
neither depth nor length can hurt it.
"""

import json
import re
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

DEEPEST: Final = 120
"""Levels of nesting that are kept; what lies deeper is skipped."""

MOST_NODES: Final = 600_000
"""Values that are kept of one input; about 100 MB of memory."""
_TOKEN = re.compile(
    r"\s*+(?:"
    r'"(?P<double>(?:[^"\\]++|\\.)*+)(?P<closed>"?)'
    r"|'(?P<single>(?:[^'\\\n]++|\\.)*+)'"
    r"|(?P<sign>[{}\[\],:])"
    r"|(?P<word>[^\s{}\[\],:\"']++|'))",
    re.DOTALL,
)
_WRAP = re.compile(r"(?<=\S)\r?\n(?=\S)")
"""Where a terminal broke a long line inside of a text; JSON has no line ends there."""
_TRUE_JSON_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


class NodeKind(Enum):
    """What a node is; a word is a number, true, null or anything else without quotes."""

    OBJECT = 1
    ARRAY = 2
    TEXT = 3
    WORD = 4


@dataclass(slots=True)
class Node:
    """A value and its place: `start` and `end` are characters of the source, quotes not counted.

    `items` are the members of an object (key, value) or the entries of an array (empty key, value).
    """

    kind: NodeKind
    start: int
    end: int
    text: str = ""
    items: list[tuple[str, "Node"]] = field(default_factory=list["tuple[str, Node]"])

    @property
    def is_leaf(self) -> bool:
        """Whether it is a text or a word."""
        return self.kind in (NodeKind.TEXT, NodeKind.WORD)

    def get(self, key: str) -> "Node | None":
        """Return the member of that name, the first if there are several."""
        return next((value for name, value in self.items if name == key), None)


@dataclass(slots=True)
class Budget:
    """How many nodes may still be made, shared by all documents of an input."""

    left: int = MOST_NODES


@dataclass(slots=True)
class _Open:
    """A container that is not closed yet; `key` waits for its value once `colon` was seen."""

    node: Node
    key: str | None = None
    colon: bool = False


@dataclass(slots=True)
class Document:
    """One value of the text: `end` is behind it, `cut` whether the text ended before it did."""

    root: Node
    end: int
    cut: bool


class TreeReader:
    """Reads one document. With `fragment` it begins inside an object whose beginning is missing."""

    def __init__(self, source: str, start: int, budget: Budget, *, fragment: bool = False) -> None:
        """Keep where to begin."""
        self._source = source
        self._at = start
        self._budget = budget
        self._fragment = fragment
        self._root: Node | None = None
        self._stack: list[_Open] = []
        self._skipped = 0
        self._cut = False
        if fragment:
            self._root = Node(NodeKind.OBJECT, start, start)
            self._stack.append(_Open(self._root))

    def read(self) -> Document | None:
        """Return the document that begins there, None when there is none."""
        match, source = _TOKEN.match, self._source
        while found := match(source, self._at):
            self._at = found.end()
            kind = found.lastgroup
            if kind == "sign":
                if self._sign(found["sign"], found.end() - 1):
                    return self._done()
            elif not self._leaf(found, kind or ""):
                return self._done(cut=True)
            if self._root is not None and not self._stack:
                return self._done()
        return self._done(cut=bool(self._stack) and not self._fragment)

    def _done(self, *, cut: bool = False) -> Document | None:
        if self._root is None:
            return None
        for level in self._stack:
            level.node.end = self._at
        return Document(self._root, self._at, cut or self._cut)

    def _sign(self, sign: str, place: int) -> bool:
        """Take a bracket, comma or colon; return whether the document is over."""
        if sign in "{[":
            return not self._enter(sign, place)
        if sign in "}]":
            return self._leave(place)
        if self._stack and not self._skipped:
            top = self._stack[-1]
            top.colon = sign == ":" and top.key is not None
            if sign == ",":
                top.key = None
        return not self._stack

    def _enter(self, sign: str, place: int) -> bool:
        """Open a container; return False when nothing more may be made."""
        if self._skipped or len(self._stack) >= DEEPEST:
            self._skipped += 1
            return True
        node = Node(NodeKind.OBJECT if sign == "{" else NodeKind.ARRAY, place, place + 1)
        if not self._put(node):
            return False
        self._stack.append(_Open(node))
        return True

    def _leave(self, place: int) -> bool:
        """Close a container; a fragment's own end is not known, so it goes on."""
        if self._skipped:
            self._skipped -= 1
        elif not self._stack:
            return True
        elif len(self._stack) == 1 and self._fragment:
            self._stack[0].key = None
        else:
            self._stack.pop().node.end = place + 1
        return not self._stack

    def _leaf(self, found: re.Match[str], kind: str) -> bool:
        """Take a text or a word; return False when nothing more may be made."""
        if self._skipped:
            return True
        if kind == "word":
            return self._word(found["word"], found.start("word"), found.end())
        group = "single" if kind == "single" else "double"
        raw = found[group]
        if group == "double" and not found["closed"]:
            self._cut = True
        text = unescaped(_WRAP.sub("", raw) if "\n" in raw else raw)
        return self._text(text, found.start(group), found.end(group))

    def _text(self, text: str, start: int, end: int) -> bool:
        if self._waits_for_key():
            self._stack[-1].key = text
            return True
        return self._put(Node(NodeKind.TEXT, start, end, text))

    def _word(self, word: str, start: int, end: int) -> bool:
        if self._waits_for_key():
            self._stack[-1].key = word
            return True
        return self._put(Node(NodeKind.WORD, start, end, word))

    def _waits_for_key(self) -> bool:
        return (
            bool(self._stack) and self._stack[-1].node.kind is NodeKind.OBJECT and not self._stack[-1].colon
        )

    def _put(self, node: Node) -> bool:
        """Hang a node into what is open; return False when the budget is used up."""
        if self._budget.left <= 0:
            return False
        self._budget.left -= 1
        if not self._stack:
            self._root = node
            return True
        top = self._stack[-1]
        top.node.items.append((top.key or "", node))
        top.key, top.colon = None, False
        return True


def unescaped(raw: str) -> str:
    """Return a text without its escapes; what is no proper escape stays as it is."""
    if "\\" not in raw:
        return raw
    try:
        text = str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        text = _TRUE_JSON_ESCAPE.sub(_one_escape, raw)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _one_escape(found: re.Match[str]) -> str:
    escape = found[0][1:]
    return chr(int(escape[1:], 16)) if len(escape) == 5 else _ESCAPES.get(escape, escape)


def flat(node: Node, most: int = 400) -> dict[str, Node]:
    """Return the leaves below an object by their path (`details.actions.executions[0]`), at most `most` of them.

    A column named `details.error` of a table and a member `error` of `details` have the same path.
    """
    leaves: dict[str, Node] = {}
    pending = [("", node)]
    while pending and len(leaves) < most:
        path, at = pending.pop()
        if at.is_leaf:
            leaves.setdefault(path, at)
            continue
        for index in range(min(len(at.items), most) - 1, -1, -1):
            key, value = at.items[index]
            pending.append((join(path, key, index if at.kind is NodeKind.ARRAY else None), value))
    return leaves


def join(path: str, key: str, index: int | None) -> str:
    """Return the path of a member or, with an index, of an entry."""
    if index is not None:
        return f"{path}[{index}]"
    return f"{path}.{key}" if path else key
