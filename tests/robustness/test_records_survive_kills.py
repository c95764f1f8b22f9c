"""Records and the power cut: what was acknowledged is there after the program was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from historydesk.store.records import RecordsStore

KILLS = 60

_LOOP = """
import os, random, signal, sys, time
from pathlib import Path
from historydesk.domain.location import Location
from historydesk.domain.records import ReadingPlace
from historydesk.store.records import RecordsStore

path, kills = Path(sys.argv[1]), int(sys.argv[2])
RecordsStore(path)
choose = random.Random(11)
lost = 0
for turn in range(kills):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        store = RecordsStore(path)
        start = int(store.settings().get("count", "0"))
        for number in range(start + 1, start + 100_000):
            store.save_setting("count", str(number))
            store.save_place("pack", ReadingPlace("gori", f"p{number}", 0.5, False))
            os.write(write, number.to_bytes(8, "big"))
        os._exit(0)
    os.close(write)
    acknowledged = 0
    wanted = choose.randint(1, 6)
    for _ in range(wanted):
        acknowledged = int.from_bytes(os.read(read, 8), "big")
    time.sleep(choose.random() * 0.004)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(read, 8):
        acknowledged = int.from_bytes(rest, "big")
    os.close(read)
    store = RecordsStore(path)
    count = int(store.settings()["count"])
    passage = int(store.places("pack")["gori"].passage[1:])
    if store.message or count < acknowledged or passage < acknowledged:
        lost += 1
print(lost)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill often enough")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[2] / "src"))
    done = subprocess.run(
        [sys.executable, "-c", _LOOP, str(path), str(KILLS)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=300,
    )
    assert done.stdout.strip() == "0"
    store = RecordsStore(path)
    assert store.message == ""
    assert int(store.settings()["count"]) >= KILLS
