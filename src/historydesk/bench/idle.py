"""What the program costs while nobody touches it: processor time and wake-ups, read from ``/proc``."""

from __future__ import annotations

import os
from pathlib import Path
from time import sleep


def wake_ups(pid: int) -> dict[str, int]:
    """Voluntary context switches of each thread of a process so far."""
    found = {}
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                found[status.parent.name] = int(line.split()[1])
    return found


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_pss(pid: int) -> float:
    """Proportional set size of a process in MiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def over(pid: int, seconds: float) -> tuple[float, float]:
    """(share of one core in per cent, wake-ups a second) over ``seconds``."""
    cpu, wakes = cpu_seconds(pid), wake_ups(pid)
    sleep(seconds)
    woken = sum(count - wakes.get(thread, 0) for thread, count in wake_ups(pid).items())
    return (cpu_seconds(pid) - cpu) / seconds * 100, woken / seconds
