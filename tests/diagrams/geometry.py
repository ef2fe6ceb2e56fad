"""What a drawing may not do: boxes over each other, words over boxes, lines that end beside their boxes."""

from archkit.diagrams.drawing import Arrow, Box, Drawing
from archkit.diagrams.shapes import outline

NEARLY = 0.6


def rectangle(one):
    """Left, top, right, bottom of a box, of words or of a group."""
    if hasattr(one, "depth"):
        return one.x, one.y, one.x + one.width, one.y + one.height
    return one.x - one.width / 2, one.y - one.height / 2, one.x + one.width / 2, one.y + one.height / 2


def overlap(one, other):
    a, b = rectangle(one), rectangle(other)
    return min(a[2], b[2]) - max(a[0], b[0]) > NEARLY and min(a[3], b[3]) - max(a[1], b[1]) > NEARLY


def holds(outer, inner):
    a, b = rectangle(outer), rectangle(inner)
    return a[0] <= b[0] + NEARLY and a[1] <= b[1] + NEARLY and a[2] >= b[2] - NEARLY and a[3] >= b[3] - NEARLY


def overlaps(drawing: Drawing):
    words = [arrow.words for arrow in drawing.arrows if arrow.words]
    solid = [*drawing.boxes, *words]
    found = [(a, b) for place, a in enumerate(solid) for b in solid[place + 1 :] if overlap(a, b)]
    groups = drawing.frames
    return found + [
        (a, b)
        for place, a in enumerate(groups)
        for b in groups[place + 1 :]
        if overlap(a, b) and not holds(a, b) and not holds(b, a)
    ]


def outside(drawing: Drawing):
    solid = [*drawing.boxes, *drawing.frames, *(arrow.words for arrow in drawing.arrows if arrow.words)]
    return [
        one
        for one in solid
        if min(rectangle(one)[:2]) < -NEARLY
        or rectangle(one)[2] > drawing.width + NEARLY
        or rectangle(one)[3] > drawing.height + NEARLY
    ]


def distance(point, box: Box):
    """How far a point is from the border of a box."""
    corners = [(box.x + x, box.y + y) for x, y in outline(box.shape, box.width, box.height)]
    return min(_to_segment(point, a, b) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))


def _to_segment(point, a, b):
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2 or 1.0
    share = max(0.0, min(1.0, ((point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1]) / length))
    return ((point[0] - a[0] - share * along[0]) ** 2 + (point[1] - a[1] - share * along[1]) ** 2) ** 0.5


def far_ends(drawing: Drawing, edges):
    """The ends of lines that do not lie on the borders of their boxes, or of their groups."""
    boxes = {box.name: box for box in drawing.boxes}
    frames = {frame.name: frame for frame in reversed(drawing.frames)}
    found: list[tuple[Arrow, str]] = []
    for arrow in drawing.arrows:
        edge = edges[arrow.edge]
        for name, end in zip((edge.source, edge.target), arrow.ends, strict=True):
            one = boxes.get(name) if name not in frames else None
            if one is None:
                frame = frames[name]
                middle = (frame.x + frame.width / 2, frame.y + frame.height / 2)
                one = Box(name, "rect", *middle, frame.width, frame.height, ())
            # The lid of a cylinder bends by its cap.
            if distance(end, one) > (5.5 if one.shape == "cylinder" else 1.5):
                found.append((arrow, name))
    return found
