"""Writing to the disk: all or nothing, and never over somebody's work."""

from generator.publish.package_folders import publish_package
from generator.publish.publishing import (
    LEDGER,
    keep_voted,
    publish_documents,
    publish_finals,
    remove_drafts,
)
from generator.publish.whole_files import laid_out, make_folder, write_new, write_pieces

__all__ = [
    "LEDGER",
    "keep_voted",
    "laid_out",
    "make_folder",
    "publish_documents",
    "publish_finals",
    "publish_package",
    "remove_drafts",
    "write_new",
    "write_pieces",
]
