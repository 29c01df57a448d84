"""One Vonage account and one Auth0 tenant, and how they are reached."""

from dataclasses import dataclass, field, fields

from textfactor.domain.answers import (
    DEFAULT_ENROLL,
    DEFAULT_TEST,
    DEFAULT_VERIFY,
    Answers,
    Environment,
    PolicyWish,
    TenantLogin,
    TenantPath,
    World,
)


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
    """Vonage credentials found lying about: where, the key, and the sender if any. The secret stays where it is.

    `in_file` says that whoever may read that file has the secret: it is plain text.
    """

    source: str
    api_key: str
    sender: str
    in_file: bool = False


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What the wizard learnt about a profile and is asked again by nobody. Never a secret, never a phone number."""

    api_key: str = ""
    sender: str = ""
    vonage_checked: bool = False
    test_text: str = DEFAULT_TEST
    domain: str = ""
    client_id: str = ""
    login: TenantLogin = TenantLogin.APPLICATION
    tenant_path: TenantPath | None = None
    enroll_text: str = DEFAULT_ENROLL
    verify_text: str = DEFAULT_VERIFY
    countries: str = ""
    retries: bool = True
    factor_on: bool = True
    policy: PolicyWish = PolicyWish.LEAVE


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """A profile as it is kept between starts."""

    profile: Profile
    facts: ProfileFacts = field(default_factory=ProfileFacts)


@dataclass(frozen=True, slots=True)
class ProfileBook:
    """All that is kept of profiles, by name.

    `session_only`: secrets stay in memory and no keyring is asked. `set_aside` is the name that a file got which could
    not be read, empty where all is well; what stood in it is still there.
    """

    profiles: tuple[KeptProfile, ...] = ()
    session_only: bool = False
    set_aside: str = ""

    def named(self, name: str) -> KeptProfile | None:
        """Find a profile by its name; small and capital letters are the same."""
        wanted = name.strip().casefold()
        return next((kept for kept in self.profiles if kept.profile.name.casefold() == wanted), None)

    def with_id(self, profile_id: str) -> KeptProfile | None:
        """Find a profile by its id."""
        return next((kept for kept in self.profiles if kept.profile.id == profile_id), None)

    def free_name(self, name: str) -> str:
        """Return `name`, or with the first number behind it that no profile has."""
        number, free = 1, name
        while self.named(free) is not None:
            number += 1
            free = f"{name[:55]} {number}"
        return free


def facts_of(answers: Answers) -> ProfileFacts:
    """Take from the wizard's answers what belongs to the profile."""
    return ProfileFacts(**{one.name: getattr(answers, one.name) for one in fields(ProfileFacts)})


def answers_of(kept: KeptProfile) -> Answers:
    """Return the answers that a wizard begins with which goes on with this profile; it is still to be opened."""
    facts = {one.name: getattr(kept.facts, one.name) for one in fields(ProfileFacts)}
    return Answers(
        world=World.OWN,
        profile_id=kept.profile.id,
        profile_name=kept.profile.name,
        environment=kept.profile.environment,
        proxy=kept.profile.endpoints.proxy,
        ca_file=kept.profile.endpoints.ca_file,
        **facts,
    )
