"""Which world a command works in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """The practice world, or the profile of this name.

    `secrets_from_stdin`: standard input holds lines of NAME=VALUE, which go before the environment.
    """

    practice: bool
    profile: str
    secrets_from_stdin: bool = False

    @property
    def clear(self) -> bool:
        """Exactly one of the two was named."""
        return self.practice != bool(self.profile)
