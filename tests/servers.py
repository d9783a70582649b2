"""Servers that tests start: where they listen, and `rolebook serve` itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PATIENCE = 120
"""Seconds that a server may take to listen, or to end, on a machine that does much else."""


def free_ports(count: int) -> list[int]:
    """Find ports of this machine that nobody listens at."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server that has been started listens at a port."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the server has ended"
        assert time.monotonic() < deadline, "nobody listens"
        time.sleep(0.05)


@contextmanager
def rolebook_serve(kit: Path, **environment: str) -> Iterator[tuple[int, int, subprocess.Popen[bytes]]]:
    """Serve a kit with both its sites: the ports of the internal and the public one, and the process."""
    internal, public = free_ports(2)
    ports = ("--port", str(internal), "--public-port", str(public))
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "rolebook"), "serve", str(kit), *ports],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | environment,
    )
    try:
        for port in (internal, public):
            await_port(port, process)
        yield internal, public, process
    finally:
        process.terminate()
        process.wait(PATIENCE)
