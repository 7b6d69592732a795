"""What a gate hands back."""
from __future__ import annotations

from dataclasses import dataclass, field


class CannotRun(Exception):
    """The gate could not do its work: a tool is missing or broken. This is never a pass."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault: the rule that was broken, where, and what a person needs to mend it."""

    rule: str
    where: str
    message: str


@dataclass
class Report:
    """The faults a gate found, and notes that inform without failing."""

    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, rule: str, where: str, message: str) -> None:
        self.findings.append(Finding(rule, where, message))

    def __iadd__(self, other: Report) -> Report:
        self.findings += other.findings
        self.notes += other.notes
        return self

    def told(self) -> int:
        """Prints all of it; the exit status that goes with it."""
        for finding in sorted(self.findings):
            print(f"{finding.rule}: {finding.where}: {finding.message}")
        for note in self.notes:
            print(note)
        return 1 if self.findings else 0

    @property
    def rules(self) -> set[str]:
        return {finding.rule for finding in self.findings}
