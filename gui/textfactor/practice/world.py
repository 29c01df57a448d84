"""The practice world: stand-ins for Vonage and Auth0 over TLS on loopback, and a control API."""

import os
import threading
import time
from types import TracebackType
from typing import Final, Self, TypedDict

from textfactor.practice.action import RunAction
from textfactor.practice.addresses import handed_out
from textfactor.practice.aside import Aside
from textfactor.practice.auth0.delivery import Runtime
from textfactor.practice.auth0.ratelimit import DEFAULT_PLAN, plan_by_name
from textfactor.practice.auth0.service import SERVER_FAILED as AUTH0_FAILED
from textfactor.practice.auth0.service import Auth0, Beside
from textfactor.practice.auth0.states import DEFAULT_STATE, UNIFIED, start_of
from textfactor.practice.certificates import Certificates
from textfactor.practice.clock import Clock
from textfactor.practice.control.service import Control
from textfactor.practice.core import Core, Pause
from textfactor.practice.faults import AUTH0, VONAGE
from textfactor.practice.identity import new_identity
from textfactor.practice.logins.desk import LoginDesk
from textfactor.practice.service import Service
from textfactor.practice.vonage.service import SERVER_FAILED as VONAGE_FAILED
from textfactor.practice.vonage.service import Vonage
from textfactor.practice.web.connection import Application
from textfactor.practice.web.server import TlsServer, require_loopback

VONAGE_HOSTS: Final = ("rest.nexmo.com", "api.nexmo.com")
"""The host names that an Action's code calls; the practice certificate is good for them."""

VonageInfo = TypedDict("VonageInfo", {"url": str, "api_key": str, "api_secret": str, "from": str})


class Auth0Info(TypedDict):
    """Where the stand-in Auth0 is, and how to be let in: by client and secret, or with a token at once."""

    url: str
    domain: str
    client_id: str
    client_secret: str
    token: str


class WorldInfo(TypedDict):
    """All that a client needs; the line that `practice --json` prints."""

    vonage: VonageInfo
    auth0: Auth0Info
    ca_file: str
    control_url: str
    control_token: str
    pid: int


class PracticeWorld:
    """A practice world from `start` to `stop`, or for the length of a `with` block.

    `run_action` runs an Action's code. `build_seconds` is how long the build of an Action takes, `latency`
    how many seconds each answer waits, `plan` what the tenant's plan allows: free, professional, enterprise.
    `path` is unified or legacy, `state` how the tenant starts: a name of `STATES`, or several joined with `+`.
    `address` may be any loopback address. `clock` and `pause` are for tests.
    """

    def __init__(  # noqa: PLR0913 - one keyword for each thing that can be set
        self,
        run_action: RunAction,
        *,
        build_seconds: float = 0.3,
        latency: float = 0.0,
        plan: str = DEFAULT_PLAN,
        path: str = UNIFIED,
        state: str = DEFAULT_STATE,
        address: str = "127.0.0.1",
        clock: Clock = time.time,
        pause: Pause | None = None,
    ) -> None:
        """Keep the settings. Raises ValueError for an unknown plan, path, state, or an address beyond loopback."""
        require_loopback(address)
        self._run_action = run_action
        self._start = start_of(path, state, build_seconds)
        self._latency = latency
        self._plan = plan_by_name(plan)
        self._address = address
        self._stopped = threading.Event()
        self._core = Core(new_identity(), clock, self._pause if pause is None else pause)
        self._aside = Aside()
        self._certificates: Certificates | None = None
        self._servers: list[TlsServer] = []
        self._info: WorldInfo | None = None

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    def start(self) -> Self:
        """Make the certificates, bind the ports and serve. Raises RuntimeError when it was started before."""
        if self._certificates is not None:
            message = "a practice world starts once"
            raise RuntimeError(message)
        self._certificates = Certificates((*VONAGE_HOSTS, self._core.identity.domain))
        try:
            self._open(self._certificates)
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Close all ports and connections, end all threads, remove the CA file. May be called twice."""
        self._stopped.set()
        for server in self._servers:
            server.stop()
        self._aside.finish()
        if self._certificates is not None:
            self._certificates.remove()

    def info(self) -> WorldInfo:
        """Return all that a client needs. Raises RuntimeError before `start`."""
        if self._info is None:
            message = "the practice world has not been started"
            raise RuntimeError(message)
        vonage, auth0, faults = self._info["vonage"], self._info["auth0"], self._core.faults
        return {
            **self._info,
            "vonage": {**vonage, "url": handed_out(vonage["url"], VONAGE, faults)},
            "auth0": {**auth0, "url": handed_out(auth0["url"], AUTH0, faults)},
        }

    def switch_on(self, fault: str) -> None:
        """Switch a fault on by name. Raises UnknownFaultError."""
        self._core.faults.switch_on(fault)

    def _open(self, certificates: Certificates) -> None:
        """Bind the three servers and start them."""
        core = self._core
        vonage = Vonage(core)
        port = self._bind(
            VONAGE, Service(VONAGE, core, vonage, VONAGE_FAILED, self._latency), certificates
        ).port
        hosts = {host: port for host in VONAGE_HOSTS}
        runtime = Runtime(self._run_action, hosts, str(certificates.ca_file))
        beside = Beside(self._aside.run, self._aside.later, lambda: not self._stopped.is_set())
        auth0 = Auth0(core, runtime, self._plan, self._start, beside)
        self._bind(AUTH0, Service(AUTH0, core, auth0, AUTH0_FAILED, self._latency), certificates)
        control = Control(core, vonage, auth0, LoginDesk(core, auth0.delivery), self.info)
        self._bind("control", control, certificates)
        self._info = self._describe(auth0.pasted_token, str(certificates.ca_file))
        for server in self._servers:
            core.faults.watch(server.drop_stale)
            server.start()

    def _describe(self, token: str, ca_file: str) -> WorldInfo:
        """Return the info of the servers that are bound: Vonage, Auth0 and the control API, in that order."""
        identity = self._core.identity
        vonage, auth0, control = (self._url(server) for server in self._servers)
        return {
            "vonage": {
                "url": vonage,
                "api_key": identity.api_key,
                "api_secret": identity.api_secret,
                "from": identity.sender,
            },
            "auth0": {
                "url": auth0,
                "domain": identity.domain,
                "client_id": identity.client_id,
                "client_secret": identity.client_secret,
                "token": token,
            },
            "ca_file": ca_file,
            "control_url": control,
            "control_token": identity.control_token,
            "pid": os.getpid(),
        }

    def _bind(self, name: str, application: Application, certificates: Certificates) -> TlsServer:
        """Bind a server, without serving yet; faults may swap its certificate."""
        server = TlsServer(application, certificates.chooser(self._core.faults, name), name, self._address)
        self._servers.append(server)
        return server

    def _url(self, server: TlsServer) -> str:
        host = f"[{server.address}]" if ":" in server.address else server.address
        return f"https://{host}:{server.port}"

    def _pause(self, seconds: float) -> None:
        """Wait, but not longer than the world lives."""
        self._stopped.wait(seconds)
