"""A command's one input file; `-` is standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.read import Source

FILE = click.argument("file", metavar="FILE")


def one_source(file: str) -> Source:
    """Read the one notice that a path names; raises InputError for a folder and for what cannot be read."""
    from kg.read import find, read

    if file != "-" and Path(file).is_dir():
        raise InputError(f"{file}: a folder; name one file of it")
    return read(next(find([file])))
