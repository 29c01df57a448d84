"""What a row of a log says about a message. On its own, since the processes that scan exports load little else."""

from enum import StrEnum


class RowKind(StrEnum):
    """What a row says about a message."""

    SENT = "sent"
    """It was handed to the provider."""
    FAILED = "failed"
    LIMITED = "limited"
    """It was not sent since there were too many."""
    CHANGED = "changed"
    """Settings were changed by which messages are sent."""
    OTHER = "other"
    """A row of a second factor or of its set-up that is not about one message."""
