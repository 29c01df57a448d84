"""python-liquid with bounds: a text that would run for ever or fill the memory ends with an error instead.

Auth0 renders with an engine like LiquidJS; for messages the two agree (facts/auth0 2.2).
"""

import functools
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from liquid import BoundTemplate, Environment

P = ParamSpec("P")
R = TypeVar("R")

MOST = 40_000
"""Characters that a rendering, or any value on the way, may have: twice what Auth0 takes for a template."""
_LOOPS = 2_000
"""Turns of all loops together: one after the other they would add up to seconds."""


class TooMuchError(Exception):
    """The text asks for more work than a message can need."""


@functools.cache
def environment() -> "Environment":
    """Make the engine once; importing it takes a moment, so it happens when the first text is rendered."""
    from liquid import BoundTemplate, Environment, RenderContext
    from liquid.exceptions import LoopIterationLimitError

    class Counting(RenderContext):
        """Adds up the turns of the loops; the engine itself looks at each nest of loops alone."""

        turns = 0

        def raise_for_loop_limit(self, length: int = 1) -> None:
            super().raise_for_loop_limit(length)
            self.turns += length
            if self.turns > _LOOPS:
                raise LoopIterationLimitError("loop iteration limit reached", token=None)

    class Counted(BoundTemplate):
        context_class = Counting

    class Bounded(Environment):
        template_class = Counted
        loop_iteration_limit = _LOOPS
        output_stream_limit = MOST
        local_namespace_limit = 4 * MOST
        block_nesting_limit = 50

    made = Bounded()
    for name, apply in list(made.filters.items()):
        made.filters[name] = _bounded(name, apply)
    return made


@functools.lru_cache(maxsize=64)
def parse(source: str) -> "BoundTemplate":
    """Parse a text; raises what `failures()` lists."""
    return environment().from_string(source)


def failures() -> tuple[type[Exception], ...]:
    """List what parsing and rendering may raise; filters let Python's own errors out for odd arguments."""
    from liquid.exceptions import LiquidError

    pythons = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
    return (LiquidError, TooMuchError, *pythons)


def place_of(error: Exception) -> int | None:
    """Say where in the text the engine stumbled (characters from 0), None where it does not tell."""
    token = getattr(error, "token", None)
    at = getattr(token, "start_index", -1)
    return at if isinstance(at, int) and at >= 0 else None


def too_much(error: Exception) -> bool:
    """Say whether an error means that the text asks for too much, rather than that it is wrong."""
    from liquid.exceptions import ResourceLimitError

    return isinstance(error, ResourceLimitError | TooMuchError | RecursionError)


def _bounded(name: str, apply: Callable[P, R]) -> Callable[P, R]:
    """Wrap a filter, so that it takes and makes nothing huge; `wraps` keeps the engine's marks on it."""

    @functools.wraps(apply)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        sizes = [_size(arg) for arg in args]
        # A replacement can multiply both lengths.
        replaces = name.startswith("replace")
        product = sizes[0] * max(sizes[1:], default=1) if replaces else max(sizes, default=0)
        widths = name == "date" and any(re.search(r"%[^a-zA-Z]*\d{3}", str(arg)) for arg in args)
        if product > MOST or widths:
            raise TooMuchError(name)
        made = apply(*args, **kwargs)
        if _size(made) > MOST:
            raise TooMuchError(name)
        return made

    return checked


def _size(value: object) -> int:
    """Measure a value: characters, items, or the bits of a whole number."""
    if isinstance(value, str | list | tuple | range):
        return len(cast("Sequence[object]", value))
    # A number of so many bits prints as 1000 digits, far below Python's own limit.
    return value.bit_length() * (MOST // 3_300) if isinstance(value, int) else 1
