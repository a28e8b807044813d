"""Work for other processes: some of it stops them, fails, or takes long."""

from __future__ import annotations

import os
import time


def doubled(item: int, factor: int) -> int:
    return item * factor


def deadly(item: int, victims: frozenset[int]) -> int:
    """Stop the process, as a fault of a library does, at some items."""
    if item in victims:
        os._exit(9)
    return item


def faulty(item: int, victims: frozenset[int]) -> int:
    if item in victims:
        message = f"défaut {item}"
        raise ValueError(message)
    return item


def late(item: int, _: None) -> int:
    time.sleep(2 * item)
    return item
