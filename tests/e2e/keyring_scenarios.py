"""What is done with a real Secret Service on a bus of its own: `python -m tests.e2e.keyring_scenarios NAME DIR`.

Each scenario prints one JSON object. It runs as a program of its own, since the bus is in the environment.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textfactor import bootstrap
from textfactor.adapters.keyring_store import KeyringStore
from textfactor.domain.answers import Environment
from textfactor.domain.problems import ProblemError
from textfactor.domain.profile import Endpoints, KeptProfile, Profile
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.context import CallContext
from textfactor.services.profiles.book import remove
from textfactor.services.secrets.forgetting import forget_all
from textfactor.services.secrets.keyring_doctor import check_keyring

REF = SecretRef("profile1", VONAGE_SECRET)
OTHER = SecretRef("profile2", AUTH0_SECRET)
LONG = "-----BEGIN PRIVATE KEY-----\n" + "0123456789abcdef\n" * 120 + "-----END PRIVATE KEY-----\n"
CANARY = "canary-9f3b-Grüße-✓"


def kind_of(call: Callable[[], object]) -> str:
    """Name the problem that a call ends with, empty for none."""
    try:
        call()
    except ProblemError as error:
        return error.problem.kind.value
    return ""


def findings(services: Any) -> dict[str, str]:
    return {one.id: one.status.value for one in check_keyring(services.secrets, CallContext())}


def keep(folder: Path) -> dict[str, Any]:
    """Store, read back, chunk, list, replace, forget; what another program keeps is left alone."""
    import keyring

    del folder
    keyring.set_password("another.program", "somebody", "theirs")
    store = KeyringStore("app.test")
    store.put(REF, Secret(CANARY))
    store.put(OTHER, Secret(LONG))
    again = KeyringStore("app.test")
    read = (again.get(REF) == Secret(CANARY), again.get(OTHER) == Secret(LONG))
    listed = sorted(f"{ref.profile}/{ref.name}" for ref in again.entries())
    first_part = keyring.get_password("app.test", f"profile2/{AUTH0_SECRET}/1") or ""
    again.put(OTHER, Secret("short"))
    part_left = keyring.get_password("app.test", f"profile2/{AUTH0_SECRET}/1")
    store.forget(REF)
    store.forget(OTHER)
    return {
        "backend": store.facts().backend,
        "bus": store.facts().bus,
        "read": read,
        "listed": listed,
        "first_part": len(first_part),
        "part_left": part_left,
        "gone": (again.get(REF), again.get(OTHER), again.entries()),
        "theirs": keyring.get_password("another.program", "somebody"),
    }


def program(folder: Path) -> dict[str, Any]:
    """The program's own services: kept across starts, checked, removed with the profile, in no file."""
    services = bootstrap.services(bootstrap.Paths(folder))
    profile = Profile("profile1", "Acme", Environment.STAGING, practice=False, endpoints=Endpoints())
    services.profiles.save(KeptProfile(profile))
    workspace = services.open_profile(profile, CallContext())
    workspace.secrets.put(REF, Secret(CANARY))
    workspace.close()
    later = bootstrap.services(bootstrap.Paths(folder))
    there = later.secrets.get(REF) == Secret(CANARY)
    checked = findings(later)
    entries = len(later.secrets.entries())
    later.secrets.put(OTHER, Secret("orphan"))
    remove(later.profiles, later.secrets, KeptProfile(profile))
    left = [f"{kept.profile}:{kept.ref.profile}" for kept in forget_all(later.secrets, later.profiles.load())]
    files = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {
        "lasting": workspace.secrets.lasting,
        "there": there,
        "checked": checked,
        "entries": entries,
        "left": left,
        "nothing": later.secrets.entries(),
        "in_a_file": CANARY.encode() in files,
    }


def locked(folder: Path) -> dict[str, Any]:
    """The collection is locked while the program runs, and there is nobody to ask."""
    import secretstorage

    services = bootstrap.services(bootstrap.Paths(folder))
    services.secrets.put(REF, Secret(CANARY))
    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    kinds = [
        kind_of(lambda: services.secrets.get(REF)),
        kind_of(lambda: services.secrets.put(OTHER, Secret("x"))),
        kind_of(lambda: services.secrets.forget(REF)),
    ]
    state, checked = services.secrets.state.value, findings(services)
    services.secrets.choose(session_only=True)
    services.secrets.put(OTHER, Secret("x"))
    session = services.secrets.get(OTHER) == Secret("x")
    connection.close()
    return {"kinds": kinds, "state": state, "checked": checked, "session": session}


def ended(folder: Path) -> dict[str, Any]:
    """The daemon ends in the middle; the bus may start another one, which is locked."""
    import secretstorage
    from jeepney import DBusAddress, new_method_call

    services = bootstrap.services(bootstrap.Paths(folder))
    services.secrets.put(REF, Secret(CANARY))
    connection = secretstorage.dbus_init()
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    asked = new_method_call(bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
    pid = connection.send_and_get_reply(asked).body[0]
    gone = os.pidfd_open(pid)
    os.kill(pid, signal.SIGKILL)
    select.select([gone], [], [], 10)
    os.close(gone)
    first = kind_of(lambda: services.secrets.get(REF))
    second = kind_of(lambda: services.secrets.put(OTHER, Secret("x")))
    connection.close()
    return {"first": first, "second": second, "state": services.secrets.state.value}


def nobody(folder: Path) -> dict[str, Any]:
    """A service without a collection and without anybody to ask for one, or no service at all."""
    services = bootstrap.services(bootstrap.Paths(folder))
    store = KeyringStore("app.test")
    kinds = [kind_of(lambda: store.get(REF)), kind_of(lambda: store.put(REF, Secret("x")))]
    profile = Profile("profile1", "Acme", Environment.STAGING, practice=False, endpoints=Endpoints())
    workspace = services.open_profile(profile, CallContext())
    lasting = workspace.secrets.lasting
    workspace.close()
    return {
        "kinds": kinds,
        "lasting": lasting,
        "checked": findings(services),
        "bus": services.secrets.facts().bus,
    }


SCENARIOS = {"keep": keep, "program": program, "locked": locked, "ended": ended, "nobody": nobody}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(SCENARIOS[sys.argv[1]](Path(sys.argv[2]))))
