"""The rows of the register of acts: one for each package of each action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.register.act_states import ActState, ActStatus, act_status
from generator.register.manifests_read import PackageRead
from generator.register.returns import ReturnEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One package, as the register has it.

    Attributes:
        year: the year that its action's number starts with.
        number: the action's.
        version: the package's.
        title: the action's title.
        object: the object of the act.
        framework: identifier of the framework convention.
        state: how far it has come.
        planned: the day on which it is to be signed, where the ledger tells it of this very package.
        signed: the day of the last signature, once all have signed.
        transmitted: the day on which it was transmitted.
        originals: how many originals there are.
        back: how many came back.
        amends: the version of the signed package that it follows, or None.
        amended_by: the version of the package that follows it once it was signed, or None.
        act_digest: SHA-256 of the act.
        manifest_digest: SHA-256 of the manifest.
        program: what made it.
        example: whether it was made from example data.
        amounts: what is brought, by currency.
    """

    year: str
    number: str
    version: int
    title: str = ""
    object: str = ""
    framework: str = ""
    state: str = ActState.MADE
    planned: date | None = None
    signed: date | None = None
    transmitted: date | None = None
    originals: int = 0
    back: int = 0
    amends: int | None = None
    amended_by: int | None = None
    act_digest: str = ""
    manifest_digest: str = ""
    program: str = ""
    example: bool = False
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


def rows_of_action(
    year: str,
    number: str,
    packages: Sequence[PackageRead],
    events: Iterable[ReturnEvent],
    planned: Mapping[str, date],
) -> list[RegisterRow]:
    """Return the rows of an action, in the order of its packages.

    Args:
        year: the year of its outputs.
        number: the action's, as its folder is named.
        packages: what its manifests tell.
        events: what happened to them.
        planned: the day of the act by the digest of its manifest, where the ledger tells it.
    """
    told = list(events)
    states = {package.version: _status(package, told) for package in packages}
    signed = [version for version in sorted(states) if states[version].signed_on is not None]
    return [
        _row(package, states[package.version], signed, year=year, number=number, planned=planned)
        for package in packages
    ]


def _status(package: PackageRead, events: Iterable[ReturnEvent]) -> ActStatus:
    if not package.is_readable:
        return ActStatus(ActState.UNREADABLE)
    own = [event for event in events if event.version == package.version]
    return act_status(own, tuple(package.signers), package.originals)


def _row(  # noqa: PLR0913 - what a row is made of
    package: PackageRead,
    status: ActStatus,
    signed: Sequence[int],
    *,
    year: str,
    number: str,
    planned: Mapping[str, date],
) -> RegisterRow:
    version = package.version
    later = [other for other in signed if other > version]
    return RegisterRow(
        year=year,
        number=number,
        version=version,
        title=package.title,
        object=package.object,
        framework=package.framework,
        state=status.state.value,
        planned=planned.get(package.manifest_digest),
        signed=status.signed_on,
        transmitted=status.transmitted,
        originals=package.originals,
        back=len(status.back),
        amends=max((other for other in signed if other < version), default=None),
        amended_by=min(later, default=None) if version in signed else None,
        act_digest=package.act_digest,
        manifest_digest=package.manifest_digest,
        program=package.program,
        example=package.example,
        amounts=package.amounts,
    )
