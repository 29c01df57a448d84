"""What a practice world tells about itself: the line that `textfactor practice --json` prints."""

from urllib.parse import urlsplit

import msgspec

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import CredentialOffer, Endpoints
from textfactor.domain.secret import Secret
from textfactor.services.container import TenantKey, VonageKey

OFFER_SOURCE = "practice"
"""The source of the practice account's credentials; the interface has a sentence for it."""


class VonageInfo(msgspec.Struct, frozen=True):
    """Where the stand-in Vonage is and its account."""

    url: str
    api_key: str
    api_secret: str
    sender: str = msgspec.field(name="from")

    def __repr__(self) -> str:
        return f"VonageInfo({self.url!r})"


class Auth0Info(msgspec.Struct, frozen=True):
    """Where the stand-in tenant is and its application."""

    url: str
    domain: str
    client_id: str
    client_secret: str
    token: str

    def __repr__(self) -> str:
        return f"Auth0Info({self.url!r})"


class PracticeInfo(msgspec.Struct, frozen=True):
    """All that a client needs. Its secrets open nothing but this practice world, and still are not shown."""

    vonage: VonageInfo
    auth0: Auth0Info
    ca_file: str
    control_url: str
    control_token: str
    pid: int

    def __repr__(self) -> str:
        return f"PracticeInfo(pid={self.pid})"

    def endpoints(self) -> Endpoints:
        """Say where the stand-ins are."""
        return Endpoints(_host(self.vonage.url), _host(self.auth0.url), self.ca_file)

    def vonage_key(self) -> VonageKey:
        """Make the key of the practice account."""
        return VonageKey(self.vonage.api_key, Secret(self.vonage.api_secret))

    def tenant_key(self) -> TenantKey:
        """Make the key of the practice tenant."""
        return TenantKey(self.auth0.domain, self.auth0.client_id, Secret(self.auth0.client_secret))

    def sender_hosts(self) -> dict[str, int]:
        """Say to which loopback port a run of the sender is led instead of Vonage's hosts."""
        port = urlsplit(self.vonage.url).port or 443
        return {"rest.nexmo.com": port, "api.nexmo.com": port}


def read_info(line: bytes) -> PracticeInfo:
    """Read the line; raises PRACTICE_FAILED when it is another one."""
    try:
        return msgspec.json.decode(line, type=PracticeInfo)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise failed("it did not say where it is") from None


def failed(words: str) -> ProblemError:
    """Make the problem of a practice world that is not there."""
    return ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE, words))


def _host(url: str) -> str:
    """Take host and port out of an address."""
    return urlsplit(url).netloc


class PracticeOffers:
    """Implements `OfferSource`: the practice account's credentials."""

    def __init__(self, info: PracticeInfo) -> None:
        self._info = info

    def offers(self) -> tuple[CredentialOffer, ...]:
        """List the one account there is."""
        return (CredentialOffer(OFFER_SOURCE, self._info.vonage.api_key, self._info.vonage.sender),)

    def secret(self, offer: CredentialOffer) -> Secret:
        """Fetch its secret; raises SECRET_MISSING for another offer."""
        if offer not in self.offers():
            raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.PRACTICE, offer.source))
        return Secret(self._info.vonage.api_secret)
