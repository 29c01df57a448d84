"""Sends a practice world what no client should send, 100,000 times: it must answer, and live.

    python -m tests.bench.fuzz_practice [COUNT [SEED]]

It starts a world of its own in a process of its own, whose clock runs fast so that rate limits do not answer for
everybody. Prints what it counted as JSON; exit 1 when something is wrong.
"""

import json
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from tests.bench.fuzz_requests import MAKERS, Secrets, build

ROOT: Final = Path(__file__).resolve().parents[2]
FINE: Final = frozenset({
    100, 200, 201, 202, 204, 400, 401, 402, 403, 404, 405, 408, 409, 413, 414, 420, 422, 429, 431, 501, 505,
})  # fmt: skip
"""What may be answered. 501 is what HTTP asks for when a coding is not known, 505 when a version is not."""

PATIENCE: Final = 20.0
_WORLD: Final = """
import json, sys, time
from textfactor.practice import ActionRun, PracticeWorld
begin = time.time()
with PracticeWorld(lambda job: ActionRun("ok"), clock=lambda: begin + (time.time() - begin) * 100) as world:
    print(json.dumps(world.info()), flush=True)
    sys.stdin.read()
"""


class Target:
    """A practice world in a process of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WORLD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT / "gui")},
        )
        assert self.process.stdout
        self.info = json.loads(self.process.stdout.readline())
        self.context = ssl.create_default_context(cafile=self.info["ca_file"])
        urls = {
            "vonage": self.info["vonage"]["url"],
            "auth0": self.info["auth0"]["url"],
            "control": self.info["control_url"],
        }
        self.ports = {name: int(url.rpartition(":")[2]) for name, url in urls.items()}

    def connect(self, service: str) -> ssl.SSLSocket:
        wire = socket.create_connection(("127.0.0.1", self.ports[service]), timeout=PATIENCE)
        return self.context.wrap_socket(wire, server_hostname="localhost")

    def status_line(self, name: str) -> int:
        """Return a figure of the process as the system sees it: VmRSS in kB, Threads."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
        return 0

    def end(self) -> str:
        """End the world and return what it wrote to stderr."""
        assert self.process.stdin
        assert self.process.stderr
        self.process.stdin.close()
        words = self.process.stderr.read().decode()
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe
            pipe.close()
        return words


def exchange(target: Target, service: str, data: bytes, random: Random) -> list[int]:
    """Send bytes and return the statuses that came back; none when the server just closed."""
    with target.connect(service) as wire:
        try:
            if random.random() < 0.02:  # in two halves, with a pause between them
                wire.sendall(data[: len(data) // 2])
                time.sleep(0.01)
                data = data[len(data) // 2 :]
            wire.sendall(data)
            if random.random() < 0.02:
                return []  # goes away without waiting
            socket.socket.shutdown(wire, socket.SHUT_WR)
            return _statuses(_read(wire))
        except TimeoutError:
            raise
        except OSError:  # it hung up meanwhile
            return []


def _read(wire: ssl.SSLSocket) -> bytes:
    answer = b""
    try:
        while chunk := wire.recv(65536):
            answer += chunk
    except TimeoutError:
        raise
    except OSError:  # it did not read all that was sent
        pass
    return answer


def _statuses(answer: bytes) -> list[int]:
    return [int(piece[:3]) for piece in answer.split(b"HTTP/1.1 ")[1:] if piece[:3].isdigit()]


def rude(target: Target, random: Random) -> None:
    """Connect without TLS, or break off in the middle of the handshake."""
    port = random.choice(list(target.ports.values()))
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as wire:
        wire.sendall(
            random.choice((b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", random.randbytes(50)))
        )


def send_many(target: Target, seed: int, count: int, seen: Counter[str], bad: list[str]) -> None:
    """Send `count` requests; those that were answered as they should not be go to `bad`, with their seeds."""
    secrets = Secrets(target.info)
    for number in range(count):
        random = Random(f"{seed}/{number}")
        secrets.service = random.choice(("vonage", "auth0", "auth0", "control"))
        if random.random() < 0.01:
            rude(target, random)
            seen["rude"] += 1
            continue
        maker = random.choice(MAKERS)
        data = maker(random, secrets)
        try:
            found = exchange(target, secrets.service, data, random)
        except TimeoutError:
            bad.append(f"{seed}/{number} {maker.__name__}: no answer")
            continue
        seen.update(str(one) for one in found or ["closed"])
        if not set(found) <= FINE:
            bad.append(f"{seed}/{number} {secrets.service} {maker.__name__}: {found}")


def still_works(target: Target) -> bool:
    """Tell whether a proper request is answered properly after a reset of the world."""
    secrets = Secrets(target.info)
    good = True
    for service, path, method in (("control", "/reset", "POST"), ("vonage", "/account/get-balance", "GET"),
                                  ("auth0", "/api/v2/guardian/factors", "GET")):  # fmt: skip
        secrets.service = service
        found = exchange(target, service, build(method, path, secrets, b"", "Connection: close"), Random(5))
        good = good and found in ([200], [204])
    return good


def fuzz(count: int, seed: int, workers: int = 2) -> dict[str, object]:
    """Send `count` requests from two threads; return what was counted, and under `wrong` what must not be."""
    target, seen, bad = Target(), Counter[str](), list[str]()
    before, begin = target.status_line("VmRSS"), time.monotonic()
    threads = [
        threading.Thread(target=send_many, args=(target, seed * workers + one, count // workers, seen, bad))
        for one in range(workers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - begin
    alive = target.process.poll() is None
    works = alive and still_works(target)
    grown, left = target.status_line("VmRSS") - before, target.status_line("Threads")
    words = target.end()
    wrong = bad[:20] + ([] if works else ["it does not answer any more"])
    wrong += [f"stderr: {words[:2000]}"] if words else []
    wrong += [f"grew by {grown} kB"] if grown > 150_000 else []
    wrong += [f"{left} threads"] if left > 40 else []
    return {
        "requests": count, "seconds": round(seconds, 1), "per_second": round(count / seconds), "seen": dict(seen),
        "grown_kb": grown, "threads": left, "wrong": wrong,
    }  # fmt: skip


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    result = fuzz(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(json.dumps(result, indent=2))
    return 1 if result["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
