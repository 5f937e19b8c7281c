"""What became of a workbook: the rows of each sheet, what was refused and why, what changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.messages import Line, Param
from bot.imports.changes import Changes
from bot.imports.drafts import Draft


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not accepted, the column to look at, and why; or what one was taken without."""

    sheet: str
    row: int
    column: str
    reason: Line
    code: str = ""
    """What the row names."""
    left_out: str = ""
    """The column that was left out; everything else of the row was taken. Empty: nothing was."""

    def lines(self) -> tuple[Line, Line]:
        where: dict[str, Param] = {"sheet": self.sheet, "row": self.row, "column": self.column}
        if self.left_out:
            where |= {"code": self.code, "column": self.left_out}
            return Line("import-left-out", where), self.reason
        return Line("import-problem", where), self.reason


@dataclass(slots=True)
class ImportResult:
    """How many rows each sheet has, which were not accepted, what changed, which cases are drafts, what was
    accepted and deserves a look, what nobody reads."""

    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    overwritten: str = ""
    """A digest of what stood where the workbook says something."""

    def refused(self, sheet: str) -> frozenset[int]:
        """The numbers of the rows of which nothing was accepted."""
        return frozenset(one.row for one in self.problems if one.sheet == sheet and not one.left_out)

    def partly(self, sheet: str) -> frozenset[int]:
        """The numbers of the accepted rows of which something was left out."""
        return frozenset(one.row for one in self.problems if one.sheet == sheet and one.left_out)

    def accepted(self, sheet: str) -> int:
        return max(self.rows[sheet] - len(self.refused(sheet)), 0)

    def lines(self) -> list[Line]:
        """What became of the workbook, in sentences."""
        problems = [line for problem in self.problems for line in problem.lines()]
        changes = [cell.line() for cell in self.changes.cells]
        return [*self.counts(), *problems, *changes, *self.remarks()]

    def counts(self) -> list[Line]:
        """A line a sheet, and one where nothing changed at all."""
        lines = [line for name in self.rows for line in self._sheet(name)]
        return [*lines, Line("import-nothing-changed")] if self.changes.nothing else lines

    def remarks(self) -> list[Line]:
        """What was accepted and still deserves a look."""
        followed = self.changes.followed
        also = [Line("import-followed", {"count": followed})] if followed else []
        return [*also, *(draft.line() for draft in self.drafts), *self.notes, *self.unread]

    def _sheet(self, sheet: str) -> list[Line]:
        count = len(self.partly(sheet))
        partly = [Line("import-sheet-partly", {"sheet": sheet, "count": count})] if count else []
        return [Line("import-sheet", self._count(sheet)), *partly]

    def _count(self, sheet: str) -> dict[str, Param]:
        tally = self.changes.tallies[sheet]
        counts: dict[str, Param] = {"new": tally.new, "changed": tally.changed, "same": tally.same}
        return {"sheet": sheet, "count": self.accepted(sheet), **counts}
