"""Whether a locked dependency has a known weakness: `make audit`, a part of `make nightly`.

What is known is asked of the package index. Where that cannot be reached, this says so and lets the rest of the night
go on; on GitHub's and GitLab's runners, which reach it, it fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


def audited(lock: str) -> list[dict[str, Any]] | None:
    """What pip-audit says of each package of a lock; None where it could not ask."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json"]
    ran = subprocess.run(
        [*command, "--progress-spinner", "off", "-r", str(PROJECT / lock)], capture_output=True, text=True
    )
    try:
        packages: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError):
        return None
    return packages if any("vulns" in package for package in packages) else None


def main() -> int:
    weak: list[str] = []
    unasked: list[str] = []
    for lock in LOCKS:
        packages = audited(lock)
        if packages is None:
            unasked.append(lock)
            continue
        for package in packages:
            weak.extend(
                f"{lock}: {package['name']} {package['version']} has {one['id']}; fixed in "
                f"{', '.join(one['fix_versions']) or 'no version yet'}."
                for one in package.get("vulns", ())
            )
    if weak or len(unasked) < len(LOCKS):
        print("\n".join(weak) or "No known weakness in what was audited.")
    if unasked:
        print(f"NOT AUDITED: {', '.join(unasked)}. The package index has no advisories here, or cannot be reached.")
    hosted = "GITHUB_ACTIONS" in os.environ or "GITLAB_CI" in os.environ
    return 1 if weak or (unasked and hosted) else 0


if __name__ == "__main__":
    sys.exit(main())
