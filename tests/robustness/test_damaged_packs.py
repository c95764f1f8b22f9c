"""Damaged packs are refused, always with a sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from historydesk.errors import PackError
from historydesk.store.pack_file import check_header, verify_hash

CASES = 400


def _mutated(content: bytes, choose: random.Random) -> bytes:
    kind = choose.choice(("bit", "bit", "bits", "header", "block", "cut", "grow", "swap"))
    damaged = bytearray(content)
    size = len(content)
    if kind in ("bit", "bits"):
        for _ in range(1 if kind == "bit" else choose.randint(2, 200)):
            damaged[choose.randrange(size)] ^= 1 << choose.randrange(8)
    elif kind == "header":
        damaged[choose.randrange(100)] ^= 1 << choose.randrange(8)
    elif kind == "block":
        at, length = choose.randrange(size), choose.choice((1, 16, 512, 4096))
        damaged[at : at + length] = choose.randbytes(len(damaged[at : at + length]))
    elif kind == "cut":
        del damaged[choose.randrange(size) :]
    elif kind == "grow":
        damaged += choose.randbytes(choose.choice((1, 100, 4096)))
    else:
        one, two = (choose.randrange(size // 4096) * 4096 for _ in range(2))
        damaged[one : one + 4096], damaged[two : two + 4096] = (
            content[two : two + 4096],
            content[one : one + 4096],
        )
    return bytes(damaged)


def test_every_altered_pack_is_refused(tmp_path: Path, sample_pack: Path) -> None:
    content = sample_pack.read_bytes()
    path = tmp_path / "damaged.hdpack"
    refused = 0
    for seed in range(CASES):
        damaged = _mutated(content, random.Random(seed))
        if damaged == content:
            continue
        path.write_bytes(damaged)
        with pytest.raises(PackError) as caught:
            check_header(path)
            verify_hash(path)
        assert caught.value.summary.endswith(".")
        refused += 1
    assert refused >= 300
