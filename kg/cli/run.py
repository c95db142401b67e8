"""A command run from its arguments to its exit status: whatever goes wrong on the way is told in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from kg.cli.console import say, tell
from kg.cli.group import kg
from kg.cli.settings import default_language
from kg.errors import InputError, KgError

DONE = 0
REFUSED = 1
COULD_NOT_RUN = 2


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status."""
    _write_unicode()
    try:
        status = kg.main(args=list(arguments), prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as reason:
        return _closed_pipe() if reason.code == 1 else COULD_NOT_RUN
    except BaseException as reason:
        return _told(reason)
    return int(status or DONE)


def _told(reason: BaseException) -> int:
    """Tell what ended the command and return the exit status; raises a defect of the program again."""
    match reason:
        case click.ClickException():
            reason.show()
        case click.Abort() | KeyboardInterrupt():
            say("interrupted", default_language())
        case BrokenPipeError():
            return _closed_pipe()
        case KgError():
            tell(reason)
        case OSError():
            say("system", default_language(), what=_system_line(reason))
        case MemoryError():
            say("memory", default_language())
        case _:
            raise reason
    return REFUSED if isinstance(reason, InputError) else COULD_NOT_RUN


def _system_line(reason: OSError) -> str:
    what = reason.strerror or str(reason)
    return f"{reason.filename}: {what}" if reason.filename else what


def _closed_pipe() -> int:
    """Go quietly: whoever read the output has read enough (`kg query … | head`)."""
    if hasattr(sys.__stdout__, "fileno"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return DONE


def _write_unicode() -> None:
    """Write UTF-8 with plain line ends, whatever the machine is set to: a pipe must carry Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
