"""A piece that shows which thing feeds which: a picture, a table, and lines of text.

The picture is drawn by its own elements alone, in the colour of the text around it: boxes one below
the other, what adds to another one moved to the right below it, and at the right side a line for
each thing that feeds others, with an arrow at each of these. So it is no wider than a telephone,
whatever it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from ssrules.records import html
from ssrules.sheets.pieces import Piece, in_lines
from ssrules.words.wrapping import wrapped

RIGHT = 326
"""Where the boxes end, in pixels, as are all measures."""
STEP, LANE, EDGE = 18, 13, 8
"""How far a thing is moved to the right, a line from the next one, and all of it from the edge."""
LINE, INSIDE, BETWEEN = 17, 6, 8
"""The height of a line, and the space inside of a box and between two of them."""
CELL = 7
"""How wide a letter is at most on average."""
ARROW = 5


@attrs.frozen
class Node:
    """A thing: its name, its title, what it adds to, and what feeds it."""

    name: str
    title: str
    adds_to: str = ""
    fed_by: tuple[str, ...] = ()


@attrs.frozen
class FlowWords:
    """The words around a flow: the names of a table and of its columns, what lines mean, marks."""

    all: str
    thing: str
    feeds: str
    legend: tuple[str, ...]
    colon: str
    comma: str


@attrs.frozen
class Box:
    """Where a thing is drawn: its left, top and height, and its title in lines."""

    left: int
    top: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        """Half of its height from the top."""
        return self.top + self.height // 2


@attrs.frozen
class Flow(Piece):
    """Things, and which of them feeds which."""

    caption: str
    nodes: tuple[Node, ...]
    words: FlowWords

    def text(self) -> Iterator[str]:
        """A line for each thing, what adds to another one below it, and what it feeds."""
        yield self.caption
        for node, depth in self._in_order():
            space = "  " * (depth + 1)
            told = f"{node.name}{self.words.colon}{node.title}"
            yield in_lines(told, len(space) + 2, first=space)
            if self.fed_from(node.name):
                yield in_lines(self._feeding(node), len(space) + 4, first=f"{space}  ")

    def html(self) -> str:
        """The picture, what its lines mean, and on demand a table that says the same."""
        rows = (
            html.row(
                html.beneath(html.text(node.title), (node.name,)),
                html.items(self.fed_from(node.name)) or "–",
            )
            for node, _ in self._in_order()
        )
        table = html.table_of("", rows, (self.words.thing, self.words.feeds))
        on_demand = html.details(html.text(self.words.all), table)
        legend = html.listing("", self.words.legend)
        return f"<p>{html.text(self.caption)}</p>{self.picture()}{legend}{on_demand}"

    def alternative(self) -> str:
        """The picture in words."""
        feeding = [self._feeding(node, named=True) for node in self.nodes]
        return f"{self.caption}{self.words.colon}{'; '.join(filter(None, feeding))}"

    def fed_from(self, name: str) -> tuple[str, ...]:
        """The names of what a thing feeds, or what adds to it."""
        return tuple(
            each.name for each in self.nodes if name in each.fed_by or name == each.adds_to
        )

    def picture(self) -> str:
        """The things as boxes, with lines and arrows between them."""
        boxes = dict(self._boxes())
        asked = self._lanes(boxes)
        width = RIGHT + LANE * max(asked.values(), default=0) + EDGE + ARROW
        height = max((each.top + each.height for each in boxes.values()), default=0) + EDGE
        drawn = [
            *(_box(node, boxes[node.name]) for node in self.nodes),
            *self._branches(boxes),
            *self._arrows(boxes, asked),
        ]
        label = html.text(self.alternative())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" role="img" aria-label="{label}"'
            f' font-size="13" fill="none" stroke="currentColor">{"".join(drawn)}</svg>'
        )

    def _feeding(self, node: Node, *, named: bool = False) -> str:
        fed = self.fed_from(node.name)
        told = f"{self.words.feeds}{self.words.colon}{self.words.comma.join(fed)}" if fed else ""
        return f"{node.name}, {told}" if told and named else told

    def _in_order(self, above: str = "", depth: int = 0) -> Iterator[tuple[Node, int]]:
        """Every thing with how far it stands to the right, what adds to it behind it."""
        known = {each.name for each in self.nodes}
        for node in self.nodes:
            if node.adds_to == above or (not above and node.adds_to not in known):
                yield node, depth
                yield from self._in_order(node.name, depth + 1)

    def _boxes(self) -> Iterator[tuple[str, Box]]:
        top = EDGE
        for node, depth in self._in_order():
            left = EDGE + STEP * depth
            room = (RIGHT - left - 2 * INSIDE) // CELL
            lines = tuple(wrapped(node.title or node.name, room))
            box = Box(left, top, LINE * len(lines) + 2 * INSIDE, lines)
            yield node.name, box
            top += box.height + BETWEEN

    def _branches(self, boxes: Mapping[str, Box]) -> Iterator[str]:
        """A line from each thing to what adds to it."""
        for node in self.nodes:
            if node.adds_to in boxes:
                above, box = boxes[node.adds_to], boxes[node.name]
                at = above.left + STEP // 2
                yield (
                    f'<path stroke-opacity=".6" d="M{at} {above.top + above.height}'
                    f'V{box.middle}H{box.left}"/>'
                )

    def _ends(self, name: str, boxes: Mapping[str, Box]) -> list[int]:
        """Where the arrows of a thing that is asked point to."""
        ends = (boxes[each.name].middle for each in self.nodes if name in each.fed_by)
        return [end + ARROW if end == boxes[name].middle else end for end in ends]

    def _lanes(self, boxes: Mapping[str, Box]) -> dict[str, int]:
        """How far to the right the line of each thing that is asked stands, so that none meet."""
        taken: dict[int, list[tuple[int, int]]] = {}
        lanes: dict[str, int] = {}
        for name in dict.fromkeys(name for node in self.nodes for name in node.fed_by):
            if name not in boxes:
                continue
            ends = (boxes[name].middle, *self._ends(name, boxes))
            first, last = min(ends), max(ends)
            lane = next(
                lane
                for lane in range(1, len(boxes) + 2)
                if all(last < one or other < first for one, other in taken.get(lane, ()))
            )
            taken.setdefault(lane, []).append((first, last))
            lanes[name] = lane
        return lanes

    def _arrows(self, boxes: Mapping[str, Box], asked: Mapping[str, int]) -> Iterator[str]:
        """A line at the right for each thing that is asked, with arrows at those that ask it."""
        for name, lane in asked.items():
            at, start = RIGHT + LANE * lane, boxes[name].middle
            ends = self._ends(name, boxes)
            yield f'<circle cx="{RIGHT}" cy="{start}" r="3" fill="currentColor"/>'
            yield f'<path d="M{RIGHT} {start}H{at}M{at} {min(start, *ends)}V{max(start, *ends)}"/>'
            for end in ends:
                yield f'<path d="M{at} {end}H{RIGHT + ARROW}"/>'
                yield (
                    f'<path fill="currentColor" d="M{RIGHT + 1} {end}l{2 * ARROW} -{ARROW - 1}'
                    f'v{2 * ARROW - 2}z"/>'
                )


def _box(node: Node, box: Box) -> str:
    """A box with the title of a thing in it."""
    lines = "".join(
        f'<text x="{box.left + INSIDE}" y="{box.top + INSIDE + LINE * at + 13}" fill="currentColor"'
        f' stroke="none">{html.text(line)}</text>'
        for at, line in enumerate(box.lines)
    )
    dashed = ' stroke-dasharray="4 3"' if node.adds_to else ""
    return (
        f'<rect x="{box.left}" y="{box.top}" width="{RIGHT - box.left}" height="{box.height}"'
        f' rx="4"{dashed}/>{lines}'
    )
