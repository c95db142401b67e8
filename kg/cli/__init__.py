"""The command line: one module a command, in `kg.cli.commands`, found by its name.

Invariants:

* Results go to standard output, everything else to standard error.
* Exit status: 0 done; 1 done, but an input was refused or a check failed; 2 could not run, or interrupted.
* What a user can cause is told in one line; no traceback follows it.
* `kg --help` and `kg COMMAND --help` import click and the commands' modules, nothing heavy.
"""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command that the process was started with, and end with its exit status."""
    try:
        from kg.cli.run import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # before or after the part that can tell it
        status = 2
    sys.exit(status)
