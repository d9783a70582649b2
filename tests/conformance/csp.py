"""The policies that deploy/nginx gives to browsers, by Google's CSP Evaluator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.conformance import node
from tests.conformance.findings import Checked, Finding

POLICY = re.compile(r'add_header Content-Security-Policy "([^"]+)"')


def check(files: Sequence[Path]) -> Checked:
    """Evaluate the policies in nginx's configuration."""
    policies = {policy: file for file in files for policy in POLICY.findall(file.read_text("utf-8"))}
    checked = Checked(node.version("csp_evaluator"), len(files))
    for said in node.run("csp.mjs", policies):
        checked.findings += [Finding(str(policies[said["policy"]]), message) for message in said["messages"]]
    return checked
