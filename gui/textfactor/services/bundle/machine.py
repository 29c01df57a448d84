"""The program and what it runs on, as far as a fault can depend on it."""

import platform
import re
from dataclasses import dataclass

from textfactor import __version__
from textfactor.services.bundle.tokens import word

_DIGITS = re.compile(r"\d{1,4}(?:\.\d{1,5}){0,2}")


@dataclass(frozen=True, slots=True)
class Machine:
    """Versions and kinds; nothing that names this computer."""

    version: str
    python: str
    system: str
    release: str
    processor: str

    def as_words(self) -> dict[str, object]:
        """Write it for the bundle."""
        return {
            "version": self.version,
            "python": self.python,
            "system": self.system,
            "release": self.release,
            "processor": self.processor,
        }


def this_machine() -> Machine:
    """Look at what this program runs on; of the system's release only its number counts."""
    release = _DIGITS.match(platform.release())
    return Machine(
        __version__,
        platform.python_version(),
        word(platform.system()),
        release[0] if release else "",
        word(platform.machine()),
    )
