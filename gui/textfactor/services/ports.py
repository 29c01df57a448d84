"""What the use cases need from the world, Auth0 and the practice world apart.

Adapters implement these; tests hand in fakes. Every method may raise `ProblemError`, and
nothing else on purpose.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Change, Plan, Receipt
from textfactor.domain.running import RunResult
from textfactor.domain.secret import Secret, SecretRef
from textfactor.domain.sending import Balance, OutgoingSms, OwnedNumber, PhoneNumber, SendResult
from textfactor.domain.sent_tests import Fate

T = TypeVar("T")


class SmsGateway(Protocol):
    """One Vonage account. Not shared between threads: make one for each call."""

    def balance(self) -> Balance:
        """Read the credit. Free of charge."""
        ...

    def owned_numbers(self) -> tuple[OwnedNumber, ...]:
        """List the numbers that the account rents."""
        ...

    def price(self, country: str) -> str | None:
        """Say what one part to `country` (ISO-2) costs in the account's currency, None if Vonage names no price."""
        ...

    def fates(self, message_ids: tuple[str, ...]) -> tuple[Fate, ...]:
        """Ask what became of messages (at most 20). Vonage charges for each record; never asked unasked."""
        ...

    def send(self, message: OutgoingSms) -> SendResult:
        """Send one SMS with exactly one POST. Never raises for what the network does: see `SendOutcome`."""
        ...


class Together(Protocol):
    """Makes calls side by side."""

    def __call__(self, calls: Sequence[Callable[[], T]]) -> list[T]:
        """Make all of them and return what they returned, in their order; raises what the first failed with."""
        ...


class SecretStore(Protocol):
    """Where secrets are kept: the OS keyring, or memory for this session only."""

    @property
    def lasting(self) -> bool:
        """Whether the secrets survive the end of the program."""
        ...

    def get(self, ref: SecretRef) -> Secret | None:
        """Fetch a secret, None when there is none."""
        ...

    def put(self, ref: SecretRef, value: Secret) -> None:
        """Keep a secret and verify that it reads back."""
        ...

    def forget(self, ref: SecretRef) -> None:
        """Remove a secret; nothing happens when there is none."""
        ...


class SenderRuntime(Protocol):
    """Runs the sender code: Node where there is one, else an embedded engine."""

    def describe(self) -> str:
        """Name the engine that would run the code (`Node 22.20.0`), empty when there is none."""
        ...

    def run(
        self, code: str, handler: str, event: Mapping[str, object], hosts: Mapping[str, int]
    ) -> RunResult:
        """Run `exports[handler](event, api)` with its requests to `hosts` sent to these loopback ports."""
        ...


class NumberPlan(Protocol):
    """Knowledge of the world's telephone numbers."""

    def parse(self, typed: str) -> PhoneNumber | None:
        """Understand a number typed with its country code; None when it is not one."""
        ...

    def name_in(self, language: str) -> None:
        """Name countries in this language from now on, such as `de` or `de_AT`; English until it is called."""
        ...


class Journal(Protocol):
    """Writes down each step before it is made, so that a kill at any moment can be finished or taken back."""

    def begin(self, plan: Plan) -> str:
        """Write the plan down and return the run's id."""
        ...

    def writing(self, run: str, change: Change) -> None:
        """Note, on disk, that this change is about to be made."""
        ...

    def written(self, run: str, change: Change) -> None:
        """Note that it was made, as it was made."""
        ...

    def end(self, run: str, receipt: Receipt) -> None:
        """Close the run."""
        ...

    def last(self, domain: str) -> Receipt | None:
        """Read the newest run on this tenant: what it made, also when it was killed on the way."""
        ...

    def history(self, domain: str) -> tuple[RunRecord, ...]:
        """List all runs on this tenant, oldest first: who, when, what."""
        ...
