"""The rest of the world in memory: Vonage, a journal that can be cut off, secrets, a phone, a workspace."""

import itertools
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.tenant import InMemoryTenant

from textfactor.adapters.log_archive import LogArchive
from textfactor.adapters.sent_tests_file import MemorySentTests
from textfactor.domain.answers import Environment
from textfactor.domain.history import RunRecord
from textfactor.domain.login import LoginAttempt, LoginState, ReceivedSms
from textfactor.domain.plan import Change, Plan, Receipt
from textfactor.domain.practice import PracticeFault, SeenRequest, Switchboard
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import CredentialOffer, Endpoints, Profile
from textfactor.domain.running import RunOutcome, RunResult
from textfactor.domain.secret import Secret, SecretRef
from textfactor.domain.sending import (
    Balance,
    OutgoingSms,
    OwnedNumber,
    PartResult,
    PhoneNumber,
    SendOutcome,
    SendResult,
)
from textfactor.domain.sent_tests import Fate
from textfactor.domain.sms_text import is_gsm7, measure
from textfactor.services.container import TenantKey, VonageKey
from textfactor.services.context import CancelToken


class KilledError(BaseException):
    """The process ended here."""


_BEGAN = "2026-11-24T09:00:00.000+00:00"


def _made(steps: list[tuple[str, Change]]) -> tuple[Change, ...]:
    """A change that was begun but not confirmed may have been made: undo is safe either way."""
    return tuple(change for _kind, change in steps)


class InMemoryJournal:
    """Keeps runs; `kill_at` names the note at which the process ends, after it is on disk."""

    def __init__(self, kill_at: int | None = None) -> None:
        self.kill_at = kill_at
        self.notes: list[tuple[str, Change | Plan | Receipt]] = []
        self._runs: dict[str, tuple[Plan, list[tuple[str, Change]], Receipt | None]] = {}
        self._ids = itertools.count(1)
        self.full_from: int | None = None
        self.meanwhile: Callable[[str], None] = lambda _kind: None

    def _note(self, kind: str, what: Change | Plan | Receipt) -> None:
        self.meanwhile(kind)
        if self.full_from is not None and len(self.notes) >= self.full_from:
            raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "disk full"))
        self.notes.append((kind, what))

    def _maybe_die(self) -> None:
        if self.kill_at is not None and len(self.notes) > self.kill_at:
            raise KilledError

    def begin(self, plan: Plan) -> str:
        run = f"run_{next(self._ids)}"
        self._note("begin", plan)
        self._runs[run] = (plan, [], None)
        self._maybe_die()
        return run

    def writing(self, run: str, change: Change) -> None:
        self._note("writing", change)
        self._runs[run][1].append(("writing", change))
        self._maybe_die()

    def written(self, run: str, change: Change) -> None:
        self._note("written", change)
        steps = self._runs[run][1]
        steps[-1] = ("written", change)
        self._maybe_die()

    def end(self, run: str, receipt: Receipt) -> None:
        self._note("end", receipt)
        self._runs[run] = (*self._runs[run][:2], receipt)
        self._maybe_die()

    def history(self, domain: str) -> tuple[RunRecord, ...]:
        rows = self._runs.items()
        return tuple(
            RunRecord(name, "ada", _BEGAN, _BEGAN if receipt else "", receipt or Receipt(plan, _made(steps)))
            for name, (plan, steps, receipt) in rows
            if plan.domain == domain
        )

    def last(self, domain: str) -> Receipt | None:
        for plan, steps, receipt in reversed(self._runs.values()):
            if plan.domain == domain:
                return receipt or Receipt(plan, _made(steps))
        return None


class InMemorySecrets:
    def __init__(self, *, lasting: bool = True, locked: bool = False) -> None:
        self.lasting = lasting
        self.locked = locked
        self.kept: dict[SecretRef, Secret] = {}

    def _open(self) -> None:
        if self.locked:
            raise ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING))

    def get(self, ref: SecretRef) -> Secret | None:
        self._open()
        return self.kept.get(ref)

    def put(self, ref: SecretRef, value: Secret) -> None:
        self._open()
        self.kept[ref] = value

    def forget(self, ref: SecretRef) -> None:
        self._open()
        self.kept.pop(ref, None)


class InMemorySms:
    """A Vonage account: takes messages while there is credit, lets them arrive on a phone."""

    def __init__(self, phone: "InMemoryPhone", secret: str = "s3cretS3cret") -> None:
        self.phone = phone
        self.secret = Secret(secret)
        self.credit = 2.0
        self.sent: list[OutgoingSms] = []
        self.lost = False

    def for_key(self, key: VonageKey) -> "InMemorySmsCall":
        return InMemorySmsCall(self, key)


@dataclass
class InMemorySmsCall:
    account: InMemorySms
    key: VonageKey

    def _let_in(self) -> None:
        if self.key.secret != self.account.secret:
            raise ProblemError(Problem(ProblemKind.BAD_CREDENTIALS, Service.VONAGE, status=401))

    def balance(self) -> Balance:
        self._let_in()
        return Balance(self.account.credit, auto_reload=False)

    def owned_numbers(self) -> tuple[OwnedNumber, ...]:
        self._let_in()
        return (OwnedNumber("447700900001", "GB", can_send_sms=True),)

    def price(self, country: str) -> str | None:
        self._let_in()
        return {"DE": "0.0700", "GB": "0.0400"}.get(country)

    def fates(self, message_ids: tuple[str, ...]) -> tuple[Fate, ...]:
        self._let_in()
        return tuple(Fate(one, "delivered", latency="900") for one in message_ids)

    def send(self, message: OutgoingSms) -> SendResult:
        if self.key.secret != self.account.secret:
            return SendResult(SendOutcome.REFUSED, (PartResult("4", "Bad Credentials"),))
        self.account.sent.append(message)
        if self.account.lost:
            problem = Problem(ProblemKind.CONNECTION_LOST, Service.VONAGE)
            return SendResult(SendOutcome.UNKNOWN, problem=problem)
        parts = measure(message.text).parts
        self.account.credit -= 0.07 * parts
        self.account.phone.receive(message)
        ids = (PartResult("0", message_id=f"id{n}", price="0.07") for n in range(parts))
        return SendResult(SendOutcome.ACCEPTED, tuple(ids), f"{self.account.credit:.2f}")


class InMemoryPhone:
    def __init__(self) -> None:
        self._messages: list[ReceivedSms] = []

    def receive(self, sms: OutgoingSms) -> None:
        shown = sms.text if sms.unicode or is_gsm7(sms.text) else "?"
        encoding = "UCS-2" if sms.unicode else "GSM-7"
        self._messages.append(
            ReceivedSms(
                sms.sender, sms.to, shown, measure(shown).parts, encoding, "2026-11-24T00:00:00Z", "0.0700"
            )
        )

    def messages(self) -> tuple[ReceivedSms, ...]:
        return tuple(self._messages)

    def clear(self) -> None:
        self._messages.clear()


FAULTS = (
    PracticeFault("slow", frozenset({"vonage", "auth0"}), "network", "Each answer takes one second more."),
    PracticeFault("no_credit", frozenset({"vonage"}), "account", "The account has no credit: status 9."),
    PracticeFault("phone_off", frozenset({"vonage"}), "delivery", "Accepted, but the phone is off."),
    PracticeFault(
        "factor_off", frozenset({"auth0"}), "tenant", "Somebody keeps switching the SMS factor off."
    ),
)


class InMemoryBoard:
    """A switchboard and a log; `problem` is what every call meets while it is set."""

    def __init__(self, restart: Callable[[], None] = lambda: None) -> None:
        self.active: list[str] = []
        self.log: list[SeenRequest] = []
        self.problem: Problem | None = None
        self.resets = 0
        self._restart = restart

    def _enter(self) -> None:
        if self.problem is not None:
            raise ProblemError(self.problem)

    def faults(self) -> Switchboard:
        self._enter()
        return Switchboard(FAULTS, tuple(self.active))

    def switch_on(self, fault: str) -> None:
        self._enter()
        self.active.append(fault)

    def switch_off(self, fault: str) -> None:
        self._enter()
        self.active.remove(fault)

    def clear_faults(self) -> None:
        self._enter()
        self.active.clear()

    def requests(self, newest: int) -> tuple[SeenRequest, ...]:
        self._enter()
        return tuple(reversed(self.log[-newest:]))

    def reset(self) -> None:
        self._enter()
        self.resets += 1
        self.active.clear()
        self.log.clear()
        self._restart()


class InMemoryLab:
    """A login page in front of a tenant: it asks for a code if factor and policy say so."""

    def __init__(self, tenant: InMemoryTenant, sms: InMemorySms) -> None:
        self.tenant = tenant
        self.sms = sms
        self.codes: dict[str, str] = {}

    def start(self, user: str, phone: str) -> LoginAttempt:
        if not (self.tenant.factors()["sms"] and self.tenant.policies()):
            return LoginAttempt("", LoginState.NOT_ASKED, "nothing asks for a second factor")
        attempt = f"login_{len(self.codes) + 1}"
        self.codes[attempt] = f"{123456 + len(self.codes)}"
        text = f"{self.codes[attempt]} is your code"
        key = VonageKey("abcd1234", self.sms.secret)
        self.sms.for_key(key).send(OutgoingSms(phone, "Acme", text, unicode=False, client_ref=user))
        return LoginAttempt(attempt, LoginState.CODE_SENT)

    def submit(self, attempt_id: str, code: str) -> LoginAttempt:
        right = self.codes[attempt_id] == code
        return LoginAttempt(attempt_id, LoginState.ACCEPTED if right else LoginState.REFUSED)


class InMemoryRuntime:
    """Stands in for Node: reads the event as the sender would, and hands the message to the account."""

    def __init__(self, sms: InMemorySms, engine: str = "Node 22.20.0") -> None:
        self.sms = sms
        self.engine = engine
        self.events: list[Mapping[str, object]] = []

    def describe(self) -> str:
        return self.engine

    def run(
        self, code: str, handler: str, event: Mapping[str, object], hosts: Mapping[str, int]
    ) -> RunResult:
        self.events.append(event)
        if f"exports.{handler}" not in code or "rest.nexmo.com" not in hosts:
            return RunResult(RunOutcome.THREW, self.engine, "no handler", "TypeError")
        notification, secrets = event.get("notification") or event["message_options"], event["secrets"]
        assert isinstance(notification, dict)
        assert isinstance(secrets, dict)
        to, text = (
            str(notification["recipient"]).lstrip("+"),
            str(notification.get("as_text") or notification["text"]),
        )
        key = VonageKey(secrets["VONAGE_API_KEY"], Secret(secrets["VONAGE_API_SECRET"]))
        message = OutgoingSms(to, secrets["VONAGE_FROM_NUMBER"], text, not is_gsm7(text), "ref")
        done = self.sms.for_key(key).send(message)
        if done.outcome is not SendOutcome.ACCEPTED:
            return RunResult(RunOutcome.DROPPED, self.engine, f"vonage status={done.parts[0].status}")
        return RunResult(RunOutcome.OK, self.engine)


class SimpleNumbers:
    """Knows Germany and the United Kingdom by their calling codes."""

    _known = (("49", "DE", "Germany"), ("44", "GB", "United Kingdom"))

    def name_in(self, language: str) -> None:
        """Speaks English only."""

    def parse(self, typed: str) -> PhoneNumber | None:
        digits = typed.lstrip("+")
        for code, country, name in self._known:
            if digits.startswith(code):
                return PhoneNumber(digits, f"+{code} {digits[len(code) :]}", country, name, "mobile")
        return None


class NoOffers:
    def offers(self) -> tuple[CredentialOffer, ...]:
        return ()

    def secret(self, offer: CredentialOffer) -> Secret:
        raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.LOCAL, offer.source))


class PatientToken(CancelToken):
    """Waits in no time, notes for how long it was asked to, and can be stopped at the n-th wait or look."""

    def __init__(self, *, stop_at_wait: int | None = None, stop_at_look: int | None = None) -> None:
        super().__init__()
        self.waits: list[float] = []
        self.looks = 0
        self._stop_at_wait = stop_at_wait
        self._stop_at_look = stop_at_look
        self.each_wait: Callable[[], None] = lambda: None

    def check(self) -> None:
        self.looks += 1
        if self.looks == self._stop_at_look:
            self.cancel()
        super().check()

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        if len(self.waits) == self._stop_at_wait:
            self.cancel()
        self.each_wait()
        super().sleep(0)


@dataclass
class InMemoryWorkspace:
    """One opened world; `practice=False` takes away what only the practice world has."""

    practice: bool = True
    the_tenant: InMemoryTenant = field(default_factory=InMemoryTenant)
    journal: InMemoryJournal = field(default_factory=InMemoryJournal)
    secrets: InMemorySecrets = field(default_factory=InMemorySecrets)
    offers: NoOffers = field(default_factory=NoOffers)
    sent_tests: MemorySentTests = field(default_factory=MemorySentTests)
    archive: LogArchive = field(default_factory=lambda: LogArchive(Path(tempfile.mkdtemp()) / "logs.sqlite"))

    def __post_init__(self) -> None:
        environment = Environment.DEVELOPMENT
        self.profile = Profile("p1", "Acme", environment, self.practice, Endpoints(auth0_host="acme.example"))
        self._phone = InMemoryPhone()
        self.account = InMemorySms(self._phone)
        self._lab = InMemoryLab(self.the_tenant, self.account)
        self._board = InMemoryBoard(self._phone.clear)
        self.runtime = InMemoryRuntime(self.account)
        self.closed = 0

    @property
    def lab(self) -> InMemoryLab | None:
        return self._lab if self.practice else None

    @property
    def phone(self) -> InMemoryPhone | None:
        return self._phone if self.practice else None

    @property
    def board(self) -> InMemoryBoard | None:
        return self._board if self.practice else None

    @property
    def sender_hosts(self) -> dict[str, int]:
        return {"rest.nexmo.com": 4433}

    def sender_key(self) -> VonageKey:
        return VonageKey("abcd1234", self.account.secret)

    def sms(self, key: VonageKey) -> InMemorySmsCall:
        return self.account.for_key(key)

    def tenant(self, key: TenantKey) -> InMemoryTenant:
        if key.secret != Secret("auth0secret") and key.token != Secret("auth0token"):
            raise ProblemError(Problem(ProblemKind.BAD_CREDENTIALS, Service.AUTH0, status=401))
        return self.the_tenant

    def suggested_tenant(self) -> TenantKey | None:
        return TenantKey("acme.example", "client", Secret("auth0secret")) if self.practice else None

    def close(self) -> None:
        self.closed += 1
