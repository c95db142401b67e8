"""What every command takes: where the store is and the language of the messages, before or after its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import click

LANGUAGES: Final = ("vi", "en")
DEFAULT_STORE: Final = "output/store"

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(slots=True)
class Settings:
    """What was asked for so far; an option after the command's name wins over one before it.

    `store` is a folder, or the address of a SPARQL endpoint.
    """

    store: str
    language: str


def default_language() -> str:
    """Return the language of the messages: KG_LANGUAGE, else what the machine is set to, else English."""
    chosen = os.environ.get("KG_LANGUAGE", "")
    if chosen in LANGUAGES:
        return chosen
    machine = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "vi" if machine.startswith("vi") else "en"


def default_settings() -> Settings:
    """Return the settings that the environment gives: KG_STORE and KG_LANGUAGE, else the usual ones."""
    return Settings(os.environ.get("KG_STORE") or DEFAULT_STORE, default_language())


def common_options(function: Decorated) -> Decorated:
    """Give a command `--store` and `--language`; what they say is in its context's `Settings`."""
    for option in (_LANGUAGE, _STORE):
        function = option(function)
    return function


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if context.obj is None:
        context.obj = default_settings()
    if value is not None:
        setattr(context.obj, str(parameter.name), value)


_STORE = click.option(
    "--store",
    metavar="DIR",
    expose_value=False,
    callback=_keep,
    help=f"The folder of the store, or a SPARQL endpoint.  [KG_STORE; default: {DEFAULT_STORE}]",
)
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    callback=_keep,
    help="The language of messages and pages.  [KG_LANGUAGE; default: that of the machine]",
)

ANSWER_FORMAT: Final = click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "csv", "tsv", "json", "xml", "turtle")),
    default="table",
    show_default=True,
    help="How the answer is printed; turtle is for the triples of CONSTRUCT and DESCRIBE.",
)
