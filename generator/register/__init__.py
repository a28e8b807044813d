"""What stands in ``output/``: drafts, packages and what came back of them, read from manifests, ledgers and returns."""

from generator.register.act_states import ActState, ActStatus, act_status
from generator.register.acts_index import ActsIndex
from generator.register.draft_states import DraftReader, DraftState, DraftStatus
from generator.register.manifests_read import PackageRead, package_folder, packages_in, read_package
from generator.register.register_rows import RegisterRow, rows_of_action
from generator.register.returns import RETURNS, EventKind, ReturnEvent, read_returns, return_line

__all__ = [
    "RETURNS",
    "ActState",
    "ActStatus",
    "ActsIndex",
    "DraftReader",
    "DraftState",
    "DraftStatus",
    "EventKind",
    "PackageRead",
    "RegisterRow",
    "ReturnEvent",
    "act_status",
    "package_folder",
    "packages_in",
    "read_package",
    "read_returns",
    "return_line",
    "rows_of_action",
]
