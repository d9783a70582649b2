"""The processes that a build works with end when it does."""

from __future__ import annotations

import subprocess
import sys

STOPPED_WHILE_FORKED = """
import os, signal
from rolebook.build.processes import processes, results

command = os.getpid()
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(command, signal.SIGINT))
try:
    with processes(2) as pool:
        print(*results([pool.submit(abs, -1)]))
except KeyboardInterrupt:
    print("stopped")
"""


def test_ctrl_c_is_heard_while_a_process_is_forked() -> None:
    """Python ignores an exception in what it runs then: the build went on to its end."""
    done = subprocess.run([sys.executable, "-c", STOPPED_WHILE_FORKED], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("stopped\n", "")
