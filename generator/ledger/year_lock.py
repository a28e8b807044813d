"""The lock of a year: one run at a time writes there. It goes with the process that holds it, however that one ends."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import TracebackType

_NAME = "verrou"


class YearLock:
    """Held for the time of a run; entering tells whether it is ours.

    Args:
        folder: where its file stands; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def __enter__(self) -> bool:
        """Take the lock; False when another process holds it.

        Raises:
            OSError: the disk refused.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(self._folder / _NAME, os.O_RDWR | os.O_CREAT, 0o666)
        return _taken(self._handle)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let it go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _taken(handle: int) -> bool:
    """Lock a file for this process, at once or not at all."""
    with contextlib.suppress(ImportError):
        import fcntl  # noqa: PLC0415 - not on Windows

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
    import msvcrt  # noqa: PLC0415 - on Windows alone

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
