"""`textfactor profiles` and `textfactor forget`: what is kept of profiles, and of their secrets."""

from collections.abc import Callable
from pathlib import Path

from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.given import given_bytes
from textfactor.cli.output import Output
from textfactor.domain.answers import Environment
from textfactor.domain.inputs import InputIssue
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import KeptProfile
from textfactor.domain.secret import SecretRef
from textfactor.services.container import Services
from textfactor.services.profiles import book
from textfactor.services.profiles.transfer import LARGEST, export_profile, import_profile
from textfactor.services.secrets.forgetting import NAMES, KeptSecret, forget_all, forget_profile
from textfactor.words.inputs import explain_fault
from textfactor.words.keyring import secret_name
from textfactor.words.problems import explain


def list_profiles(services: Services, output: Output) -> Exit:
    """Write one line a profile."""

    def work() -> Exit:
        profiles = _book(services, output)
        output.value([_row(kept) for kept in profiles])
        if not output.as_json:
            for kept in profiles:
                domain = kept.facts.domain or "no tenant yet"
                output.answer(f"{kept.profile.name}  ({kept.profile.environment.value}, {domain})")
        if not profiles:
            output.note("No profiles yet. The window's wizard makes one, or import one.")
        return Exit.FINE

    return _guarded(work, output)


def show_profile(services: Services, name: str, output: Output) -> Exit:
    """Write what is kept of a profile and which secrets are at hand; the keyring may ask for a password."""

    def show(kept: KeptProfile) -> Exit:
        there, problem = _secrets(services, kept)
        row = _row(kept)
        output.value(row | {"secrets": there})
        if not output.as_json:
            for key, value in (*row.items(), *((name, _AT_HAND[known]) for name, known in there.items())):
                output.answer(f"{key:13}  {value or '–'}")
        if problem is not None:
            output.tell(explain(problem))
        return Exit.FINE

    return _with_profile(services, name, output, show)


def rename_profile(services: Services, name: str, new: str, output: Output) -> Exit:
    """Give a profile another name."""

    def rename(kept: KeptProfile) -> Exit:
        changed = book.rename(services.profiles, kept, new)
        if isinstance(changed, InputIssue):
            output.refuse("bad_name", explain_fault(changed).english())
            return Exit.USAGE
        return _changed(changed, f"Renamed to {changed.profile.name}.", output)

    return _with_profile(services, name, output, rename)


def tag_profile(services: Services, name: str, environment: Environment, output: Output) -> Exit:
    """Change a profile's environment."""

    def tag(kept: KeptProfile) -> Exit:
        changed = book.tag(services.profiles, kept, environment)
        return _changed(changed, f"{changed.profile.name} is {environment.value} now.", output)

    return _with_profile(services, name, output, tag)


def remove_profile(services: Services, name: str, output: Output) -> Exit:
    """Remove a profile with its secrets; while the keyring is closed it stays."""

    def remove(kept: KeptProfile) -> Exit:
        book.remove(services.profiles, services.secrets, kept)
        return _changed(kept, f"Removed {kept.profile.name} and its secrets.", output)

    return _with_profile(services, name, output, remove)


def export_to(services: Services, name: str, out: str, output: Output) -> Exit:
    """Write a profile without its secrets, to a new file or to stdout."""

    def export(kept: KeptProfile) -> Exit:
        written = export_profile(kept)
        if not out:
            output.answer(written.rstrip("\n"))
            return Exit.FINE
        try:
            with Path(out).open("x", encoding="utf-8") as file:
                file.write(written)
        except OSError as error:
            raise _file_problem(out, error) from None
        output.note(f"Written to {out}. No secret is in it.")
        return Exit.FINE

    return _with_profile(services, name, output, export)


def import_from(services: Services, file: str, output: Output) -> Exit:
    """Keep an exported profile."""

    def work() -> Exit:
        try:
            data = given_bytes(file, LARGEST + 1)
        except OSError as error:
            raise _file_problem(file, error) from None
        kept = import_profile(services.profiles, data)
        for what, value in (
            ("proxy", kept.profile.endpoints.proxy),
            ("CA file", kept.profile.endpoints.ca_file),
        ):
            if value:
                output.note(f"It brings a {what} along: {value}. Requests with your secrets will rest on it.")
        return _changed(
            kept, f"Imported as {kept.profile.name}. Its secrets are still to be entered.", output
        )

    return _guarded(work, output)


def forget_secrets(services: Services, name: str, output: Output) -> Exit:
    """Remove the secrets of a profile; without a name, every entry of ours."""

    def forget(kept: KeptProfile) -> Exit:
        refs = forget_profile(services.secrets, kept.profile.id)
        return _forgotten(tuple(KeptSecret(ref, kept.profile.name) for ref in refs), output)

    def everything() -> Exit:
        return _forgotten(forget_all(services.secrets, services.profiles.load()), output)

    return _with_profile(services, name, output, forget) if name else _guarded(everything, output)


def _forgotten(removed: tuple[KeptSecret, ...], output: Output) -> Exit:
    """Name what is gone."""
    output.value({"removed": [{"profile": kept.profile, "secret": kept.ref.name} for kept in removed]})
    if not output.as_json:
        for kept in removed:
            owner = kept.profile or "no profile any more"
            output.answer(f"{owner}: {secret_name(kept.ref.name).english()}")
    output.note(f"Removed {len(removed)}. Profiles stay." if removed else "There was nothing to remove.")
    return Exit.FINE


def _with_profile(services: Services, name: str, output: Output, work: Callable[[KeptProfile], Exit]) -> Exit:
    """Find the profile and do the work."""

    def find() -> Exit:
        profiles = _book(services, output)
        kept = next((one for one in profiles if one.profile.name.casefold() == name.strip().casefold()), None)
        if kept is None:
            output.refuse("no_profile", f"No profile “{name}” is kept here.", steps=(_WHICH,))
            return Exit.USAGE
        return work(kept)

    return _guarded(find, output)


_WHICH = "`textfactor profiles list` names them all."


def _guarded(work: Callable[[], Exit], output: Output) -> Exit:
    """Turn a problem into words and an exit code."""
    try:
        return work()
    except ProblemError as error:
        told = explain(error.problem)
        output.tell(told)
        steps = [step.english() for step in told.next]
        kind, title = error.problem.kind.value, told.title.english()
        output.value(
            {"error": {"kind": kind, "title": title, "meaning": told.meaning.english(), "next": steps}}
        )
        return exit_for(error.problem)


def _book(services: Services, output: Output) -> tuple[KeptProfile, ...]:
    """Load the profiles, and say so when their file could not be read."""
    found = services.profiles.load()
    if found.set_aside:
        output.note(f"The file of the profiles could not be understood. It is kept as {found.set_aside}.")
    return found.profiles


def _secrets(services: Services, kept: KeptProfile) -> tuple[dict[str, bool | None], Problem | None]:
    """Say which secrets are at hand; None where the keyring does not tell."""
    there: dict[str, bool | None] = dict.fromkeys(NAMES)
    try:
        for name in NAMES:
            there[name] = services.secrets.get(SecretRef(kept.profile.id, name)) is not None
    except ProblemError as error:
        return there, error.problem
    return there, None


def _row(kept: KeptProfile) -> dict[str, object]:
    facts, endpoints = kept.facts, kept.profile.endpoints
    return {
        "name": kept.profile.name,
        "environment": kept.profile.environment.value,
        "api_key": facts.api_key,
        "sender": facts.sender,
        "domain": facts.domain,
        "client_id": facts.client_id,
        "login": facts.login.value,
        "path": facts.tenant_path.value if facts.tenant_path else None,
        "proxy": endpoints.proxy,
        "ca_file": endpoints.ca_file,
    }


_AT_HAND = {True: "kept", False: "not kept", None: "not known"}


def _changed(kept: KeptProfile, words: str, output: Output) -> Exit:
    output.value(_row(kept))
    output.note(words)
    return Exit.FINE


def _file_problem(name: str, error: OSError) -> ProblemError:
    said = f"{Path(name).name}: {error.strerror or type(error).__name__}"
    return ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, said))
