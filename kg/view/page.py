"""The HTML of a page, from pyvis with a template of our own.

pyvis's own template loads Bootstrap from elsewhere and does not escape what it is given (0.3.2). Ours escapes
everything, holds the data as JSON without a character that HTML could take for its own, and names by hash the
only scripts that may run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import textwrap
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.view.content import Content, as_json
from kg.view.messages import MESSAGES
from kg.view.positions import Box, positions

_TEMPLATES = Path(__file__).parent / "templates"
_VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
_SHAPES = {
    "central": "diamond",
    "province": "dot",
    "district": "square",
    "commune": "triangle",
    "unknown": "hexagon",
}
_LINE = 22
_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}

_OPTIONS = {
    "physics": {"enabled": False},
    "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "hideEdgesOnDrag": False},
    "layout": {"improvedLayout": False},
}


def render(content: Content, language: str, title: str | None) -> str:
    """Return the page about a content, in one of the languages of `kg.view.messages`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words = MESSAGES[language]
    network = _network(content)
    network.set_template_dir(str(_TEMPLATES), "page.html")
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.filters["json"] = to_json
    scripts = [_text(Path(str(files("pyvis"))) / _VIS_NETWORK), _text(_TEMPLATES / "page.js")]
    if not content.pairs:
        scripts = []
    environment.globals |= {
        "content": content,
        "data": as_json(content),
        "language": language,
        "levels": {body.level or "unknown" for body in content.agencies},
        "labels": {body.iri: body.label for body in content.agencies},
        "policy": _policy(scripts),
        "scripts": scripts,
        "shapes": _SHAPES,
        "style": _text(_TEMPLATES / "page.css"),
        "title": title or words["title"],
        "words": words,
    }
    network.templateEnv = environment
    return str(network.generate_html("page.html"))


def to_json(value: object) -> Any:
    """Return JSON that can stand inside a script element: no `<`, `>` or `&`, no line separator."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(text.translate(_ESCAPED))


def _network(content: Content) -> Any:
    import networkx
    from pyvis.network import Network

    numbers = {body.iri: number for number, body in enumerate(content.agencies)}
    edges = [(numbers[pair.first], numbers[pair.second], len(pair.directives)) for pair in content.pairs]
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(content.agencies)))
    graph.add_edges_from(edge[:2] for edge in edges)
    looks = {number: _look(body.label, graph.degree(number)) for number, body in enumerate(content.agencies)}
    places = positions(graph, {number: _box(look) for number, look in looks.items()})
    network = Network(cdn_resources="in_line")
    for number, body in enumerate(content.agencies):
        level = body.level or "unknown"
        x, y = places[number]
        look = looks[number]
        y -= round(_label_height(look) / 2)
        network.add_node(number, group=level, shape=_SHAPES[level], x=x, y=y, **look)
    # `add_edges` searches all edges for each new one; the pairs are known to be distinct.
    network.edges += [
        {"id": number, "from": one, "to": other, "width": round(2 + 2 * math.log2(count or 1), 1)}
        for number, (one, other, count) in enumerate(edges)
    ]
    network.options = _OPTIONS
    return network


def _look(label: str, degree: int) -> dict[str, Any]:
    prominence = math.sqrt(degree)
    return {
        "label": "\n".join(_wrapped(label)),
        "size": round(8 + 4 * prominence),
        "font": {"size": round(min(13 + 2 * prominence, 26))},
    }


def _wrapped(label: str) -> list[str]:
    """Return a label in as few lines as hold it, the lines about equally long."""
    lines = textwrap.wrap(label, _LINE) or [label]
    for width in range(len(label) // len(lines), _LINE):
        if len(balanced := textwrap.wrap(label, width)) == len(lines):
            return balanced
    return lines


def _box(look: dict[str, Any]) -> Box:
    longest = max(len(line) for line in look["label"].split("\n"))
    width = max(longest * look["font"]["size"] * 0.56, 2 * look["size"])
    return Box(width, 2 * look["size"] + _label_height(look))


def _label_height(look: dict[str, Any]) -> float:
    lines = Counter(look["label"])["\n"] + 1
    return float(lines * look["font"]["size"] * 1.25 + 8)


def _text(path: Path) -> str:
    # A script is hashed as the browser reads it: with line feeds alone.
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(scripts: list[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "script-src " + (allowed or "'none'"),
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)
