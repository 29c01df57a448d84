"""What a text will look like on the phone: rendered for people who differ in what matters to a message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from textfactor.domain.answers import TenantPath
from textfactor.domain.inputs import Fault
from textfactor.domain.templates import LIMIT
from textfactor.services.messages.engine import failures, parse, place_of, too_much
from textfactor.services.messages.variables import SAMPLE, sample_of

__all__ = ["ADA", "PEOPLE", "SAMPLE", "Person", "Rendered", "person", "render", "values_for"]


@dataclass(frozen=True, slots=True)
class Person:
    """A sample user: `id` for the command line, the locale of their browser, the names in their profile."""

    id: str
    locale: str
    given_name: str
    family_name: str
    phone_number: str
    country: str
    city: str

    @property
    def name(self) -> str:
        """The whole name; who signed up with a number alone is called by it, as Auth0 does."""
        return f"{self.given_name} {self.family_name}".strip() or self.phone_number


ADA = Person("ada", "en", "Ada", "Example", "+18085550100", "United States", "Honolulu")
PEOPLE = (
    ADA,
    Person("zoe", "de", "Zoë", "Müller-Lüdenscheidt", "+4915112345678", "Germany", "Köln"),
    Person("jose", "es", "José", "Núñez", "+34612345678", "Spain", "Málaga"),
    Person("yuki", "ja", "由紀", "佐藤", "+819012345678", "Japan", "東京"),
    Person("number", "fr", "", "", "+33612345678", "France", "Paris"),
)
"""Plain English; a letter that GSM-7 lacks (ë); one that it lacks beside one that it has (ú, ñ); none that it
has; and somebody without any name."""


def person(wanted: str) -> Person:
    """Find a sample user by their id; Ada where there is none."""
    return next((one for one in PEOPLE if one.id == wanted), ADA)


def values_for(path: TenantPath, who: Person, *, locale: str = "", tenant: str = "") -> dict[str, object]:
    """Make the variables of a path for a person, in their own locale or this one, in a tenant of this name."""
    values = dict(sample_of(path))
    values["locale"] = spoken = locale or who.locale
    if path is TenantPath.LEGACY:
        values["requestInfo"] = {"lang": spoken}
        if tenant:
            values["tenant"] = {"friendly_name": tenant}
        return values
    if tenant:
        values["friendly_name"] = tenant
    names = {"name": who.name, "given_name": who.given_name, "family_name": who.family_name}
    whereabouts = {"phone_number": who.phone_number, "country": who.country, "city": who.city}
    email = "" if who.name == who.phone_number else f"{who.id}@example.com"
    known = cast("Mapping[str, object]", values["user"])
    values["user"] = {**known, **names, **whereabouts, "nickname": who.id, "email": email}
    return values


@dataclass(frozen=True, slots=True)
class Rendered:
    """The finished text; with a fault it is empty, and `detail` says what the engine stumbled over."""

    text: str
    fault: Fault | None = None
    detail: str = ""
    at: int | None = None
    """Where in the template that is (characters from 0), as far as the engine tells."""


def render(source: str, sample: Mapping[str, object] = SAMPLE) -> Rendered:
    """Render a text with sample values; whatever the text is, this ends soon and raises nothing."""
    if len(source) > LIMIT:
        return Rendered("", Fault.TOO_LONG, str(len(source)))
    try:
        return Rendered(parse(source).render(**sample))
    except failures() as error:
        fault = Fault.TEMPLATE_TOO_MUCH if too_much(error) else Fault.BAD_TEMPLATE
        return Rendered("", fault, _first_line(error), place_of(error))


def _first_line(error: Exception) -> str:
    """Take the engine's own words without its drawing of the place."""
    return str(error).partition("\n")[0]
