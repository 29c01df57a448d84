"""JavaScript as far as it has to be understood to tell what old code did: comments, calls, names, texts.

It reads and never runs the code. Each pattern is bounded, so any text is looked through in a moment.
"""

import re
from collections.abc import Iterator

LIMIT = 100_000
"""Characters that Auth0 takes for an Action's code (facts/auth0 1.8); what comes behind them is not read."""

_BLOCK = 4_000
"""Characters within which the end of a block is looked for."""

_TOKEN = re.compile(
    r"""//[^\n]*"""
    r"""|/\*.*?(?:\*/|\Z)"""
    r"""|(?P<keep>'(?:\\.|[^'\\\n])*(?:'|(?=\n)|\\?\Z)|"(?:\\.|[^"\\\n])*(?:"|(?=\n)|\\?\Z)"""
    r"""|`(?:\\.|[^`\\])*(?:`|\\?\Z)"""
    r"""|(?<=[(,=:\[!&|?{};\n])[ \t]*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\\n\[]){1,300}/[a-z]{0,8})""",
    re.DOTALL,
)
_REQUIRED = re.compile(r"""\b(?:require|import)\s*\(\s*['"`]([^'"`\n]{1,120})['"`]""")
_IMPORTED = re.compile(r"""\bimport\b[^;'"`\n]{0,200}['"]([^'"\n]{1,120})['"]""")
_HOST = re.compile(r"https?://([A-Za-z0-9.-]{3,100})")
_SOURCE = r"(?:(?:\b\w{1,60}\??\.)?(?:\bwebtask\??\.)?\bsecrets|\bprocess\.env|\bconfiguration)\b"
_ALIAS = re.compile(rf"\b(?:const|let|var)\s+(\w+)\s*=\s*{_SOURCE}\s*[;,\n]")
_TAKEN_APART = re.compile(rf"\{{([^{{}}]{{1,1000}})\}}\s*=\s*(?:{_SOURCE}|(?P<alias>\w+)\s*[;,\n])")
_WORD = re.compile(r"[A-Za-z_$][\w$]*")


def without_comments(code: str) -> str:
    """Drop the comments; texts and regular expressions stay, and so does the number of lines."""

    def keep(found: re.Match[str]) -> str:
        return found[0] if found["keep"] else "\n" * found[0].count("\n")

    return _TOKEN.sub(keep, code[:LIMIT])


def modules(code: str) -> tuple[str, ...]:
    """Name the packages that the code asks for, without those of Node itself that carry a `node:`."""
    names = [*_REQUIRED.findall(code), *_IMPORTED.findall(code)]
    return tuple(dict.fromkeys(name for name in names if not name.startswith(("node:", ".", "/"))))


def hosts(code: str) -> tuple[str, ...]:
    """Name the hosts of the addresses in the code."""
    return tuple(dict.fromkeys(host.lower() for host in _HOST.findall(code)))


def secret_names(code: str) -> tuple[str, ...]:
    """Name the secrets that the code reads, whichever way it reaches for them."""
    aliases = set(_ALIAS.findall(code))
    holders = "|".join([_SOURCE, *(rf"\b{re.escape(alias)}\b" for alias in sorted(aliases)[:20])])
    reach = re.compile(
        rf"(?:{holders})\??(?:\.?\[\s*['\"`]([\w$-]{{1,128}})['\"`]\s*\]|\.([A-Za-z_$][\w$]{{0,127}}))"
    )
    names = [one or other for one, other in reach.findall(code)]
    for found in _TAKEN_APART.finditer(code):
        if found["alias"] is None or found["alias"] in aliases:
            names += [name[0] for piece in found[1].split(",") if (name := _WORD.search(piece))]
    return tuple(dict.fromkeys(name for name in names if name != "secrets"))


def parameters(code: str) -> tuple[str, ...] | None:
    """Name the parameters of the function that a Hook or Rule is; None where there is no such function."""
    hook = r"module\.exports\s*=\s*(?:async\s*)?(?:function\b\s*\w*\s*)?\(([^()]{0,300})\)"
    rule = r"\A\s*(?:async\s+)?function\b\s*\w*\s*\(([^()]{0,300})\)"
    found = re.search(hook, code) or re.search(rule, code)
    return None if found is None else tuple(name.strip() for name in found[1].split(",") if name.strip())


def blocks_after_if(code: str) -> Iterator[tuple[str, str]]:
    """Give what is done under each `if`, and the code that follows it."""
    for found in re.finditer(r"\bif\s*\((?:[^()]|\([^()]{0,200}\)){0,300}\)\s*", code):
        rest = code[found.end() : found.end() + _BLOCK]
        size = _block_size(rest) if rest.startswith("{") else _statement_size(rest)
        yield rest[:size], code[found.end() + size :]


def _block_size(code: str) -> int:
    """Count the characters up to the brace that closes the first one."""
    depth = 0
    for found in re.finditer(r"[{}]", code):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return len(code)


def _statement_size(code: str) -> int:
    end = re.search(r";|\n", code)
    return end.end() if end else len(code)
