"""Files → store, again and again: only what changed is read, and the store ends as if built from scratch."""

from __future__ import annotations

from kg.build.run import Report, build

__all__ = ["Report", "build"]
