"""Which world a command works in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """The practice world, or the profile of this name."""

    practice: bool
    profile: str

    @property
    def clear(self) -> bool:
        """Exactly one of the two was named."""
        return self.practice != bool(self.profile)
