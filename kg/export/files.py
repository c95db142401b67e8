"""Writing a result: to a file at once or not at all, or to standard output.

Invariant: a regular file is complete or untouched. It is written beside its place under another name and
moved there at the end, so that a reader, a full disk or an interruption never meets half of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError

STANDARD_OUTPUT = "-"


@contextmanager
def writing(path: str | Path | None) -> Iterator[BinaryIO]:
    """Open a file for bytes; None and "-" are standard output.

    Raises KgError (one line: where, why) when the output cannot be written. A closed pipe stays a
    BrokenPipeError, which the command line treats as the reader's wish to stop.
    """
    where = "standard output" if is_standard_output(path) else str(path)
    try:
        if path is None or is_standard_output(path):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with _opened(Path(path)) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise KgError(f"{where}: cannot be written ({reason}); choose another place with -o") from error


def is_standard_output(path: str | Path | None) -> bool:
    """Tell whether a path stands for standard output."""
    return path is None or str(path) == STANDARD_OUTPUT


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    # Writing straight to a device or a pipe, and following a link, keep them from being replaced by a file.
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            yield stream
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
