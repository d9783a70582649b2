"""A test that takes too much of a whole run's processor time is named."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.processor_time import MOST, WHOLE, Taken, processor_time, too_dear


def test_what_a_child_takes_counts_while_it_lives() -> None:
    def of_others() -> float:
        return processor_time() - time.process_time()

    before = of_others()
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        while of_others() < before + 0.05:
            time.sleep(0.01)
        assert busy.poll() is None
        busy.kill()


def test_a_daily_test_may_take_no_more_than_its_share_of_a_whole_run() -> None:
    seconds = 2 * MOST * WHOLE
    taken = {f"test {number}": Taken(1.0, daily=True) for number in range(WHOLE)}
    assert too_dear(taken | {"dear": Taken(seconds, daily=True), "slow": Taken(seconds, daily=False)}) == ["dear"]
    assert too_dear(taken | {"fair": Taken(seconds / 3, daily=True)}) == []
    assert too_dear({"alone": Taken(seconds, daily=True)}) == []
