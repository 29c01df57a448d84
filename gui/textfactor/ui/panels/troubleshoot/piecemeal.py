"""Imports a package a statement of its own first file at a time, so that the event loop can turn between them.

The first file of the chart's library imports some 150 modules, which takes the GUI thread 100 ms and more in one go.
"""

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec, module_from_spec


def import_in_pieces(name: str) -> Iterator[None]:
    """Import a package and stop after each statement of its first file.

    It is to be gone through to its end, once in a process. Whoever gives up leaves parts of the package imported
    without it, and importing it anew then misses what they would have put into it.

    Where the source is not to be had (in a frozen program) it is imported in one go. Raises ImportError as an import
    does, and whatever a statement raises.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    read = getattr(spec.loader, "get_source", None) if spec is not None else None
    source = read(name) if read is not None else None
    if spec is None or source is None:
        import_module(name)
        return
    module = sys.modules[name] = module_from_spec(spec)
    try:
        for statement in ast.parse(source).body:
            piece = ast.Module([statement], [])
            code = compile(piece, str(spec.origin), "exec", dont_inherit=True)
            exec(code, module.__dict__)  # noqa: S102 - the package's own code, as an import runs it
            yield
    except BaseException:
        sys.modules.pop(name, None)
        raise
