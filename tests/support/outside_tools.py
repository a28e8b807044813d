"""Tools from outside that some tests need.

Without them a test is skipped; in continuous integration their want is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest


def needs(*tools: str, to: str) -> None:
    """Skip the test unless all these tools are installed; where ``CI`` is set, fail it."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if not missing:
        return
    reason = f"{', '.join(missing)} not installed here, needed to {to}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def convert(files: Sequence[Path], target: Path, form: str) -> None:
    """Convert documents by LibreOffice in one call, with a profile of its own."""
    profile = target / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    command += ["--outdir", str(target), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
