"""Random edits that know which rows they touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archkit.model.fields import Detail
from tests.versions.authors import Author, State

#: What an edit touches: a section, the number of a row, and a field of it.
Atom = tuple[str, int, str]


@dataclass
class Edit:
    """One edit: what it touches, and how it changes a state."""

    words: str
    touches: set[Atom]
    apply: Callable[[State], None]


class Editor(Author):
    """An author who changes what is there."""

    def edits(self, state: State, count: int, touched: set[Atom]) -> list[Edit]:
        """Return edits that touch nothing that is touched, nor what each other touch; each is applied to the state."""
        found: list[Edit] = []
        own: set[Atom] = set()
        while len(found) < count:
            edit = self.edit(state)
            if edit and not clashes(edit.touches, touched | own):
                edit.apply(state)
                own |= edit.touches
                found.append(edit)
        touched |= own
        return found

    def edit(self, state: State) -> Edit | None:
        kind = self.random.choices(
            [
                self.set,
                self.insert,
                self.delete,
                self.move,
                self.score,
                self.rename,
                self.paragraph,
                self.text,
                self.entry,
            ],
            [30, 15, 10, 10, 10, 4, 12, 4, 5],
        )[0]
        return kind(state)

    def place(self, state: State) -> tuple[str, int]:
        key = self.random.choice([key for key, rows in state.rows.items() if rows])
        return key, self.random.choice(list(state.rows[key]))

    def set(self, state: State) -> Edit:
        key, number = self.place(state)
        row = state.rows[key][number]
        name, value = self.random.choice(
            {
                "options": [("description", self.unique(8, 15)), ("based_on", self.unique())],
                "findings": [("source", self.unique()), ("metric", self.unique()), ("confidence", "high")],
                "criteria": [("weight", str(self.next()))],
                "components": [("purpose", self.unique(6, 12))],
                "integration_points": [
                    ("how", self.unique(6, 12)),
                    ("details", (Detail(key="Owner", value=self.unique()),)),
                ],
                "security": [("details", (Detail(key="Owner", value=self.unique()),))],
                "phases": [("what", self.unique(6, 12)), ("phase", f"{row.called} {self.unique(1, 1)}")],
                "risks": [
                    *[("owner", self.unique(1, 1)), ("likelihood", f"{self.random.randint(1, 99)}%")],
                    *[("risk", f"{row.called} {self.unique(1, 1)}"), ("cost", float(self.next()))],
                ],
                "dependencies": [("why", self.unique(6, 12))],
                "work_items": [
                    ("high", 10.0 + self.next()),
                    ("low", 0.5),
                    ("phase", str(self.next())),
                    ("kind", "testing"),
                ],
            }[key]
        )

        def apply(state: State) -> None:
            state.rows[key][number] = state.rows[key][number].replace(**{name: value})

        return Edit(f"set {key} {number} {name} {value}", {(key, number, name)}, apply)

    def insert(self, state: State) -> Edit:
        key, above = self.place(state)
        number, row = self.next(), self.makers()[key]()

        def apply(state: State) -> None:
            state.rows[key] = put(state.rows[key], number, row, above)

        return Edit(f"insert {key} {number} behind {above}", {(key, number, "*")}, apply)

    def delete(self, state: State) -> Edit | None:
        key, number = self.place(state)
        if key == "options" and (len(state.rows[key]) < 3 or number == next(iter(state.rows[key]))):
            return None
        name = state.rows[key][number].called

        def apply(state: State) -> None:
            del state.rows[key][number]
            if key == "options":
                for at, item in state.rows["criteria"].items():
                    scores = {option: score for option, score in item.scores.items() if option != name}
                    state.rows["criteria"][at] = item.replace(scores=scores)

        return Edit(f"delete {key} {number}", {(key, number, "*")}, apply)

    def move(self, state: State) -> Edit | None:
        key, number = self.place(state)
        above = self.random.choice(list(state.rows[key]))
        if above == number or key == "options":
            return None

        def apply(state: State) -> None:
            row = state.rows[key].pop(number)
            state.rows[key] = put(state.rows[key], number, row, above)

        # Where a row went is only told by its neighbour, so nobody else moves that one.
        return Edit(f"move {key} {number} behind {above}", {(key, number, "place"), (key, above, "place")}, apply)

    def score(self, state: State) -> Edit | None:
        if not state.rows["criteria"]:
            return None
        at = self.random.choice(list(state.rows["criteria"]))
        number = self.random.choice(list(state.rows["options"]))
        score = f"{self.random.randint(1, 2)}–{self.random.randint(3, 5)}"

        def apply(state: State) -> None:
            item, name = state.rows["criteria"][at], state.rows["options"][number].called
            state.rows["criteria"][at] = item.replace(scores={**item.scores, name: score})

        touches = {("criteria", at, f"score {number}"), ("options", number, f"score {at}")}
        return Edit(f"score {at} of {number}: {score}", touches, apply)

    def rename(self, state: State) -> Edit:
        number = self.random.choice(list(state.rows["options"]))
        new = self.unique(1, 2)

        def apply(state: State) -> None:
            old = state.rows["options"][number].called
            state.rows["options"][number] = state.rows["options"][number].replace(name=new)
            for at, item in state.rows["criteria"].items():
                scores = {new if name == old else name: score for name, score in item.scores.items()}
                state.rows["criteria"][at] = item.replace(scores=scores)
            for key in ("risks", "work_items"):
                for at, row in state.rows[key].items():
                    if row.option == old:
                        state.rows[key][at] = row.replace(option=new)

        return Edit(f"rename option {number} to {new}", {("options", number, "name")}, apply)

    def paragraph(self, state: State) -> Edit | None:
        number = self.random.choice(list(state.paragraphs))
        text = self.unique(10, 20)
        if self.random.random() < 0.6:
            change = Edit(
                f"paragraph {number}", {("text", number, "*")}, lambda state: state.paragraphs.update({number: text})
            )
            return change
        new = self.next()

        def apply(state: State) -> None:
            state.paragraphs = put(state.paragraphs, new, text, number)

        # Two texts put in at one place have no order that both want.
        return Edit(f"paragraph {new} behind {number}", {("text", number, "behind"), ("text", new, "*")}, apply)

    def text(self, state: State) -> Edit | None:
        number = self.random.choice(list(state.custom))
        text = self.unique(10, 20)
        return Edit(f"custom {number}", {("custom", number, "*")}, lambda state: state.custom.update({number: text}))

    def entry(self, state: State) -> Edit:
        number, text = self.next(), self.unique(1, 2)
        return Edit(f"entry k{number}", set(), lambda state: state.metadata.update({f"k{number}": text}))


def clashes(one: set[Atom], other: set[Atom]) -> bool:
    """Whether two edits touch the same field, or one deletes a row that the other touches."""
    rows = {(section, number) for section, number, _ in other}
    gone = {(section, number) for section, number, what in other if what == "*"}
    return bool(one & other) or any(
        (section, number) in gone or (what == "*" and (section, number) in rows) for section, number, what in one
    )


def put(rows: dict, number: int, row: object, above: int) -> dict:
    """Return rows with one more behind another one, or at the end where that is gone."""
    found = {}
    for at, other in rows.items():
        found[at] = other
        if at == above:
            found[number] = row
    return found if number in found else {**found, number: row}
