"""``registre.sqlite``: an index over manifests, ledgers and returns, which may be deleted at any time.

Nothing is true because it stands there: each run compares the index with the files, and reads again those that changed.
Runs that meet wait for one another (SQLite's own locks, write-ahead log); a damaged index is thrown away under a lock.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from generator.artifacts import MANIFEST
from generator.case.year import ActionExtract
from generator.ledger import Lot, YearLock
from generator.register.manifests_read import manifest_in, packages_in, read_package
from generator.register.register_rows import RegisterRow, rows_of_action
from generator.register.returns import RETURNS, read_returns
from generator.workspace import LEDGERS, is_year_folder

NAME: Final = "registre.sqlite"
_FORMAT: Final = 1
_PACKAGES: Final = "dossiers"
"""The mode of the ledger's lines that tell of packages."""

_SECONDS_TO_WAIT: Final = 60.0
_SECONDS_BETWEEN: Final = 0.1
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_LOG_FILES: Final = ("", "-wal", "-shm")

_COLUMNS: Final = tuple(described.name for described in fields(RegisterRow))
_DAYS: Final = frozenset({"planned", "signed", "transmitted"})
_TABLES: Final = (
    "DROP TABLE IF EXISTS acts",
    "DROP TABLE IF EXISTS sources",
    f"CREATE TABLE acts ({', '.join(_COLUMNS)}, PRIMARY KEY (year, number, version)) WITHOUT ROWID",
    "CREATE TABLE sources (year, number, stamp, PRIMARY KEY (year, number)) WITHOUT ROWID",
    f"PRAGMA user_version = {_FORMAT}",
)
_INSERT: Final = f"INSERT INTO acts VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - question marks


class ActsIndex:
    """The index of a folder of outputs, open.

    Args:
        outputs: the folder, with one folder for each year.

    Raises:
        OSError: the disk refused.
    """

    def __init__(self, outputs: Path) -> None:
        self._outputs = outputs
        self._path = outputs / NAME
        self._database = self._opened()

    def refresh(self, *, anew: bool = False) -> None:
        """Bring the index up to what the files say.

        Args:
            anew: read every file again, whatever the index holds.

        Raises:
            OSError: the disk refused; the index stands as it was.
        """
        with self._told(), self._transaction():
            if anew or self._format() != _FORMAT:
                for statement in _TABLES:
                    self._database.execute(statement)
            kept = {
                (year, number): stamp
                for year, number, stamp in self._database.execute("SELECT year, number, stamp FROM sources")
            }
            for year in _years(self._outputs):
                ledger = _YearOfOutputs(self._outputs / year)
                for number in ledger.numbers:
                    self._refresh_action(year, number, ledger, kept.pop((year, number), None))
            for gone in kept:
                self._forget(*gone)

    def rows(self) -> Iterator[RegisterRow]:
        """Yield the rows of the register, by year, number and version."""
        with self._told():
            read = self._database.execute(f"SELECT {', '.join(_COLUMNS)} FROM acts ORDER BY year, number, version")  # noqa: S608 - names of our own fields
            yield from map(_row_from, read)

    def close(self) -> None:
        """Close it."""
        self._database.close()

    def __enter__(self) -> Self:
        """Give the index."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def _refresh_action(self, year: str, number: str, ledger: _YearOfOutputs, kept: str | None) -> None:
        versions = ledger.versions(number)
        stamp = ledger.stamp(number, versions) if versions else None
        if stamp == kept:
            return
        self._forget(year, number)
        if stamp is not None:
            rows = ledger.rows(year, number, versions)
            self._database.executemany(_INSERT, map(_values_of, rows))
            self._database.execute("INSERT INTO sources VALUES (?, ?, ?)", (year, number, stamp))

    def _forget(self, year: str, number: str) -> None:
        for table in ("acts", "sources"):
            self._database.execute(f"DELETE FROM {table} WHERE year = ? AND number = ?", (year, number))  # noqa: S608 - one of two names

    def _format(self) -> int:
        (told,) = self._database.execute("PRAGMA user_version").fetchone()
        return int(told)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what the database refuses as what it is: the machine’s refusal."""
        try:
            yield
        except sqlite3.Error as error:
            raise OSError(errno.EIO, str(error), str(self._path)) from error

    def _opened(self) -> sqlite3.Connection:
        """Open the database; one that is damaged is thrown away, by one run at a time."""
        self._outputs.mkdir(parents=True, exist_ok=True)
        with self._told():
            try:
                return _connected(self._path)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in _DAMAGED:
                    raise
            return self._begun_again()

    def _begun_again(self) -> sqlite3.Connection:
        limit = time.monotonic() + _SECONDS_TO_WAIT
        while time.monotonic() < limit:
            with YearLock(self._outputs / LEDGERS) as is_ours:
                if is_ours:
                    return self._thrown_away()
            time.sleep(_SECONDS_BETWEEN)
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(self._path))

    def _thrown_away(self) -> sqlite3.Connection:
        """Begin again, unless another run did so meanwhile."""
        with contextlib.suppress(sqlite3.DatabaseError):
            return _connected(self._path)
        for ending in _LOG_FILES:
            self._path.with_name(f"{NAME}{ending}").unlink(missing_ok=True)
        return _connected(self._path)


class _YearOfOutputs:
    """The outputs of a year: listed once, its ledger opened when it is needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ledger_path = folder / LEDGERS / "lot.jsonl"
        self._ledger_stamp = _stamp_of(self._ledger_path)
        with os.scandir(folder) as entries:
            self.numbers = sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("."))
        self._lot: Lot | None = None

    def versions(self, number: str) -> list[int]:
        """Return the versions of the packages of an action."""
        return list(packages_in(self._folder / number))

    def stamp(self, number: str, versions: Iterable[int]) -> str:
        """Return what changes when anything of an action that the register tells does."""
        folder = self._folder / number
        manifests = [_stamp_of(manifest_in(folder, version)) for version in versions]
        return json.dumps([self._ledger_stamp, _stamp_of(folder / RETURNS), manifests])

    def rows(self, year: str, number: str, versions: Iterable[int]) -> list[RegisterRow]:
        """Read the rows of an action."""
        folder = self._folder / number
        packages = [read_package(folder, version) for version in versions]
        return rows_of_action(year, number, packages, read_returns(folder), self._planned(number))

    def _planned(self, number: str) -> dict[str, date]:
        """Return the day of the act by the digest of the manifest for which the ledger tells it."""
        if self._lot is None:
            self._lot = Lot(self._ledger_path)
        line = self._lot.line(_PACKAGES, number)
        if line is None or line.extract is None:
            return {}
        try:
            day = ActionExtract.from_json(line.extract).act_day
        except ValueError:
            return {}
        manifests = (digest for path, digest in line.outputs.items() if path.endswith(f"/{MANIFEST}"))
        return dict.fromkeys(manifests, day) if day is not None else {}


def _connected(path: Path) -> sqlite3.Connection:
    """Open a database that is sound.

    Raises:
        sqlite3.DatabaseError: it is not.
    """
    database = sqlite3.connect(path, timeout=_SECONDS_TO_WAIT, isolation_level=None)
    try:
        with contextlib.suppress(sqlite3.OperationalError):  # another run is about to do the same
            database.execute("PRAGMA journal_mode = WAL")
        found = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    if found != ("ok",):
        database.close()
        damaged = sqlite3.DatabaseError(found)
        damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damaged
    return database


def _years(outputs: Path) -> list[str]:
    with os.scandir(outputs) as entries:
        return sorted(entry.name for entry in entries if is_year_folder(entry.name) and entry.is_dir())


def _stamp_of(path: Path) -> list[int] | None:
    """Return the size of a file and the moment at which it was written; None when it is not there."""
    try:
        told = path.stat()
    except OSError:
        return None
    return [told.st_size, told.st_mtime_ns]


def _values_of(row: RegisterRow) -> tuple[str | int | None, ...]:
    return tuple(_plain(getattr(row, name)) for name in _COLUMNS)


def _plain(value: Any) -> str | int | None:  # noqa: ANN401 - any value of a row
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return json.dumps({currency: str(amount) for currency, amount in value.items()}, ensure_ascii=False)
    return value if isinstance(value, str | int | None) else str(value)


def _row_from(values: tuple[Any, ...]) -> RegisterRow:
    told = dict(zip(_COLUMNS, values, strict=True))
    days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
    amounts = {currency: Decimal(amount) for currency, amount in json.loads(told["amounts"]).items()}
    return RegisterRow(**{**told, **days, "amounts": amounts, "example": bool(told["example"])})
