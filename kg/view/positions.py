"""Where the agencies stand: computed beforehand, so that the page shows the finished picture at once.

Each connected part of the network is laid out by springs, its labels are pushed apart until none covers
another (or, in a crowd, until enough was tried: the page then hides some), and the parts are packed together, the
largest first.

Invariant: a pure function of the network and the labels (seeded; whole numbers of pixels).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SPRING_LIMIT = 400
"""Agencies of one part that springs arrange; networkx needs SciPy from 500. The rest joins its neighbours."""

_CROSSINGS_COUNTED = 200
_ROUNDS = 60
_MOVES = 40_000
_GAP = 14.0
_CROWDING = 2.4
_SHAPE = 1.4


@dataclass(frozen=True, slots=True)
class Box:
    """The room that an agency and its label take, in pixels."""

    width: float
    height: float


def positions(network: Any, boxes: Mapping[int, Box]) -> dict[int, tuple[int, int]]:
    """Return for each node of a networkx graph the middle of its box, in pixels."""
    import networkx

    if not len(network):
        return {}
    parts = sorted((sorted(part) for part in networkx.connected_components(network)), key=_largest_first)
    placed = [_separated(_arranged(network.subgraph(part), part, boxes), boxes) for part in parts]
    packed = {node: point for part in _packed(placed, boxes) for node, point in part.items()}
    left, top, right, bottom = _frame(packed, boxes)
    width, height = right - left, bottom - top
    # Room that the picture has anyway is given to the shorter side.
    across, down = max(1.0, _SHAPE * height / width), max(1.0, width / _SHAPE / height)
    return {node: (round(x * across), round(y * down)) for node, (x, y) in sorted(packed.items())}


def _largest_first(part: Sequence[int]) -> tuple[int, int]:
    return -len(part), part[0]


def _arranged(network: Any, part: Sequence[int], boxes: Mapping[int, Box]) -> dict[int, Point]:
    import networkx

    if len(part) == 2:
        return _side_by_side(part, boxes)
    by_degree = sorted(part, key=lambda node: (-network.degree(node), node))
    core = networkx.Graph()
    core.add_nodes_from(by_degree[:SPRING_LIMIT])
    core.add_edges_from(sorted(edge for edge in network.edges if set(edge) <= set(core)))
    unit = _clearest(core)
    _join_neighbours(network, by_degree[SPRING_LIMIT:], unit)
    area = sum((boxes[node].width + _GAP) * (boxes[node].height + _GAP) for node in part)
    return _stretched(unit, math.sqrt(area * _CROWDING * _SHAPE), math.sqrt(area * _CROWDING / _SHAPE))


def _side_by_side(pair: Sequence[int], boxes: Mapping[int, Box]) -> dict[int, Point]:
    """Return the two with their marks, which stand at the top of their boxes, at one height."""
    heights = [boxes[node].height for node in pair]
    distance = sum(boxes[node].width for node in pair) / 2 + 2 * _GAP
    return {node: (distance * turn, heights[turn] / 2) for turn, node in enumerate(pair)}


def _clearest(core: Any) -> dict[int, Point]:
    """Return the layout in which the fewest edges cross, of several that springs find."""
    import networkx

    tries = 12 if core.number_of_edges() <= _CROSSINGS_COUNTED else 1
    layouts = []
    for seed in range(tries):
        springs = networkx.spring_layout(core, iterations=200, seed=seed, k=2 / math.sqrt(len(core)))
        layouts.append({node: (float(x), float(y)) for node, (x, y) in springs.items()})
    return min(layouts, key=lambda layout: _crossings(core, layout)) if tries > 1 else layouts[0]


def _crossings(core: Any, layout: Mapping[int, Point]) -> int:
    edges = sorted(core.edges)
    return sum(
        _cross(*(layout[node] for node in (*one, *other)))
        for one, other in combinations(edges, 2)
        if not set(one) & set(other)
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def left(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return left(a, b, c) != left(a, b, d) and left(c, d, a) != left(c, d, b)


def _stretched(unit: Mapping[int, Point], width: float, height: float) -> dict[int, Point]:
    xs, ys = zip(*unit.values(), strict=True)
    across, down = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    return {node: (x / across * width, y / down * height) for node, (x, y) in unit.items()}


def _join_neighbours(network: Any, late: Sequence[int], unit: dict[int, Point]) -> None:
    for turn, node in enumerate(late):
        known = [unit[other] for other in sorted(network[node]) if other in unit] or [(0.0, 0.0)]
        # A sunflower's spiral spreads those that hang on the same neighbours.
        angle, distance = turn * math.pi * (3 - math.sqrt(5)), math.sqrt((turn + 1) / len(late)) / 2
        x, y = (sum(values) / len(known) for values in zip(*known, strict=True))
        unit[node] = (x + distance * math.cos(angle), y + distance * math.sin(angle))


def _separated(part: Mapping[int, Point], boxes: Mapping[int, Box]) -> dict[int, Point]:
    moved = {node: list(point) for node, point in part.items()}
    for _ in range(min(_ROUNDS, max(10, _MOVES // len(part)))):
        if not sum(_pushed(moved, boxes, one, other) for one, other in _close(moved, boxes)):
            break
    return {node: (x, y) for node, (x, y) in moved.items()}


def _close(moved: Mapping[int, Sequence[float]], boxes: Mapping[int, Box]) -> Iterator[tuple[int, int]]:
    width = max(box.width for box in boxes.values()) + _GAP
    height = max(box.height for box in boxes.values()) + _GAP
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for node, (x, y) in moved.items():
        cells[math.floor(x / width), math.floor(y / height)].append(node)
    pairs = {
        (min(one, other), max(one, other))
        for (column, row), nodes in cells.items()
        for right, down in product((-1, 0, 1), repeat=2)
        for other in cells.get((column + right, row + down), ())
        for one in nodes
        if one != other
    }
    yield from sorted(pairs)


def _pushed(moved: dict[int, list[float]], boxes: Mapping[int, Box], one: int, other: int) -> bool:
    """Move two boxes apart along the axis where less of them overlaps; tell whether they did overlap."""
    room = (boxes[one].width + boxes[other].width) / 2, (boxes[one].height + boxes[other].height) / 2
    overlaps = [room[axis] + _GAP - abs(moved[one][axis] - moved[other][axis]) for axis in (0, 1)]
    if min(overlaps) <= 0.5:
        return False
    axis = 0 if overlaps[0] * room[1] < overlaps[1] * room[0] else 1
    step = overlaps[axis] / 2
    if moved[one][axis] < moved[other][axis]:
        step = -step
    moved[one][axis] += step
    moved[other][axis] -= step
    return True


def _packed(parts: Sequence[Mapping[int, Point]], boxes: Mapping[int, Box]) -> Iterator[dict[int, Point]]:
    """Set each part into a corner that those before it leave, where the whole grows least."""
    taken: list[Rectangle] = []
    corners = {(0.0, 0.0)}
    for part in parts:
        left, top, right, bottom = _frame(part, boxes)
        x, y = _corner(corners, taken, right - left, bottom - top)
        taken.append((x, y, x + right - left, y + bottom - top))
        corners |= {(taken[-1][2], y), (x, taken[-1][3]), (taken[-1][2], 0.0), (0.0, taken[-1][3])}
        corners = {corner for corner in corners if not _covered((*corner, *corner), taken[-1:])}
        yield {node: (at_x - left + x, at_y - top + y) for node, (at_x, at_y) in part.items()}


def _corner(corners: set[Point], taken: Sequence[Rectangle], width: float, height: float) -> Point:
    widest, deepest = (max((each[side] for each in taken), default=0.0) for side in (2, 3))

    def growth(corner: Point) -> tuple[float, float, Point]:
        right, bottom = corner[0] + width, corner[1] + height
        return max(widest / _SHAPE, right / _SHAPE, deepest, bottom), right / _SHAPE + bottom, corner

    free = (at for at in sorted(corners, key=growth) if not _covered((*at, at[0] + width, at[1] + height), taken))
    return next(free)


def _covered(one: Rectangle, taken: Sequence[Rectangle]) -> bool:
    return any(
        one[0] < right and left < one[2] and one[1] < bottom and top < one[3] for left, top, right, bottom in taken
    )


def _frame(part: Mapping[int, Point], boxes: Mapping[int, Box]) -> Rectangle:
    margin = 2 * _GAP
    return (
        min(x - boxes[node].width / 2 for node, (x, _) in part.items()) - margin,
        min(y - boxes[node].height / 2 for node, (_, y) in part.items()) - margin,
        max(x + boxes[node].width / 2 for node, (x, _) in part.items()) + margin,
        max(y + boxes[node].height / 2 for node, (_, y) in part.items()) + margin,
    )
