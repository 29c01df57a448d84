"""A TLS server on loopback, one daemon thread a connection, that leaves nothing behind.

Which certificate it shows is asked anew for each connection, so that a fault can swap it; a connection that was
made with another one is closed then, for a client would go on using it.
"""

import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import Final

from textfactor.practice.web.connection import Application, Connection

_STOP_SECONDS: Final = 5.0
_BACKLOG: Final = 128

CONNECTIONS: Final = 128
"""So many connections are open at once; one more closes the oldest, as a busy server does with idle ones."""

Choose = Callable[[], ssl.SSLContext]
"""Returns the certificate to show now."""


def require_loopback(address: str) -> None:
    """Raise ValueError unless `address` is a numeric loopback address: nobody else may reach a stand-in."""
    try:
        loopback = ipaddress.ip_address(address).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        message = f"the practice world listens on loopback only, not on {address!r}"
        raise ValueError(message)


class TlsServer:
    """Serves an application from `start` to `stop`; `port` is chosen by the system."""

    def __init__(
        self, application: Application, choose: Choose, name: str, address: str = "127.0.0.1"
    ) -> None:
        """Bind, without serving yet. Raises ValueError for an address that is not loopback."""
        require_loopback(address)
        self._application = application
        self._choose = choose
        self._name = name
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, 0), family=family, backlog=_BACKLOG)
        self.address: Final = address
        self.port: Final = int(self._listener.getsockname()[1])
        self._lock = threading.Lock()
        self._open: dict[threading.Thread, socket.socket] = {}
        self._stopping = False
        self._acceptor = threading.Thread(target=self._accept, name=f"practice-{name}", daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._acceptor.start()

    def stop(self) -> None:
        """Close the listener and all connections, and wait for their threads. May be called twice."""
        with self._lock:
            if self._stopping:
                return
            self._stopping = True
        if self._acceptor.is_alive():
            with contextlib.suppress(OSError):
                socket.create_connection((self.address, self.port), timeout=1).close()
            self._acceptor.join(_STOP_SECONDS)
        self._listener.close()
        with self._lock:
            threads = dict(self._open)
        for wire in threads.values():
            _cut(wire)
        deadline = time.monotonic() + _STOP_SECONDS
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def drop_stale(self) -> None:
        """Close the connections that were made with another certificate than the one to show now."""
        current = self._choose()
        with self._lock:
            wires = list(self._open.values())
        for wire in wires:
            if isinstance(wire, ssl.SSLSocket) and wire.context is not current:
                _cut(wire)

    def _accept(self) -> None:
        """Take connections until the server stops; `stop` connects once to wake this up."""
        while True:
            try:
                wire, address = self._listener.accept()
            except OSError:
                return
            if self._stopping:
                wire.close()
                return
            name = f"practice-{self._name}-{address[1]}"
            thread = threading.Thread(target=self._serve, args=(wire,), name=name, daemon=True)
            self._make_room()
            with self._lock:
                self._open[thread] = wire
            thread.start()

    def _make_room(self) -> None:
        """Close the oldest connection when there are too many, and wait a little for its thread to end."""
        with self._lock:
            oldest = next(iter(self._open.items())) if len(self._open) >= CONNECTIONS else None
        if oldest is not None:
            _cut(oldest[1])
            oldest[0].join(1.0)

    def _serve(self, wire: socket.socket) -> None:
        """Serve one connection in its own thread; a client that breaks off is no event.

        Anything else that goes wrong ends this connection and is seen through the thread's exception hook.
        """
        try:
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._choose().wrap_socket(wire, server_side=True, do_handshake_on_connect=False) as tls:
                with self._lock:
                    self._open[threading.current_thread()] = tls
                    stopping = self._stopping
                if not stopping:
                    Connection(tls, self._application).serve()
        except OSError:
            pass
        finally:
            wire.close()
            with self._lock:
                self._open.pop(threading.current_thread(), None)


def _cut(wire: socket.socket) -> None:
    """End a connection; its thread notices."""
    with contextlib.suppress(OSError):
        # Not the TLS socket's own way: that pulls the rug from under the thread that reads.
        socket.socket.shutdown(wire, socket.SHUT_RDWR)
