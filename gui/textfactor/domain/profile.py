"""One Vonage account and one Auth0 tenant, and how they are reached."""

from dataclasses import dataclass

from textfactor.domain.answers import Environment


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the services are: bare hosts, with a port only on loopback, and the CA file that vouches for them.

    `auth0_host` is where the tenant's API answers: only in the practice world another place than the tenant's domain.
    """

    vonage_host: str = "rest.nexmo.com"
    auth0_host: str = ""
    ca_file: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A named pair of accounts. `id` is random; it names keyring entries, which are visible while locked."""

    id: str
    name: str
    environment: Environment
    practice: bool
    endpoints: Endpoints


@dataclass(frozen=True, slots=True)
class CredentialOffer:
    """Vonage credentials found lying about: where, the key, and the sender if any. The secret stays where it is."""

    source: str
    api_key: str
    sender: str
