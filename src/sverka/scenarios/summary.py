"""The gist of a stored result: what stands in the box beside a thesis, small enough to be part of a report."""

from dataclasses import dataclass

from sverka.errors import ReportError
from sverka.scenarios.outcome import MEASURES, WORTH_REPLACING, Estimate, Json, Replaced

#: States in a box, and of those how many have their replacements told.
MOST_STATES, MOST_REPLACED = 12, 4


@dataclass(frozen=True, slots=True)
class Summary:
    """A stored result in brief: the same numbers, fewer of them.

    Attributes
    ----------
    name, key : of the stored result.
    scenario, model, effects : as in the result.
    year, source : of its world.
    rows : state, and its long-run change by measure in per cent.
    replaced : who takes the place of lost suppliers.
    assumptions, limits : codes with their particulars.
    """

    name: str
    key: str
    scenario: Json
    model: Json
    effects: Json
    year: int
    source: str
    rows: tuple[tuple[str, dict[str, Estimate]], ...]
    replaced: tuple[Replaced, ...]
    assumptions: tuple[Json, ...]
    limits: tuple[str, ...]

    @classmethod
    def of(cls, name: str, result: Json) -> "Summary":
        """The gist of a whole result given as plain data; ReportError where that is broken."""
        try:
            states = {state: at for at, state in enumerate(result["states"])}
            long = result["changes"]["long"]
            rows = [
                [state, {m: long[m][states[state]] for m in MEASURES if long[m][states[state]] is not None}]
                for state in result["focus"][:MOST_STATES]
            ]
            supplied = [row for row in result["replaced"] if row["side"] == "supply"]
            shown = [row for row in supplied if Replaced.of(row).weight >= WORTH_REPLACING][:MOST_REPLACED]
            brief = {field: result[field] for field in ("scenario", "model", "effects", "assumptions", "limits", "key")}
            world = {"year": result["world"]["year"], "source": result["world"]["source"]}
            return cls.from_json({**brief, **world, "name": name, "rows": rows, "replaced": shown})
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise ReportError("a broken stored result", where=f"{name}: {error}", todo="make it again") from None

    def to_json(self) -> Json:
        """Plain data."""
        return {
            "name": self.name,
            "key": self.key,
            "scenario": self.scenario,
            "model": self.model,
            "effects": self.effects,
            "year": self.year,
            "source": self.source,
            "rows": [[state, {m: e.to_json() for m, e in changes.items()}] for state, changes in self.rows],
            "replaced": [row.to_json() for row in self.replaced],
            "assumptions": list(self.assumptions),
            "limits": list(self.limits),
        }

    @classmethod
    def from_json(cls, data: Json) -> "Summary":
        """From plain data; KeyError, TypeError or ValueError where that is not one."""
        rows = tuple((str(s), {str(m): Estimate.of(e) for m, e in changes.items()}) for s, changes in data["rows"])
        return cls(
            str(data["name"]),
            str(data["key"]),
            dict(data["scenario"]),
            dict(data["model"]),
            dict(data["effects"]),
            int(data["year"]),
            str(data["source"]),
            rows,
            tuple(Replaced.of(row) for row in data["replaced"]),
            tuple(dict(row) for row in data["assumptions"]),
            tuple(map(str, data["limits"])),
        )
