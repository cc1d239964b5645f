"""The published JSON Schema of propositions and mentions: `python -m sverka.claims.schema` prints it."""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from sverka.claims.mention import Quotation
from sverka.claims.proposition import KINDS, Proposition


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12): `$defs` hold every kind, `Mention` (flat) and `Quotation`; the root is a proposition."""
    root = TypeAdapter(Proposition).json_schema()
    _, quotation = models_json_schema([(Quotation, "validation")])
    definitions = {**root.pop("$defs"), **quotation["$defs"]}
    for kind in KINDS.values():
        definition = definitions[kind.__name__]
        definition["properties"].setdefault("parties", {"type": "array", "items": {"type": "string"}, "readOnly": True})
        definition["required"] = sorted({*definition.get("required", []), "kind"})
    mention = {
        "type": "object",
        "description": "A proposition found in a text: its fields and the mention's in one flat object.",
        "properties": {
            "kind": {"enum": list(KINDS)},
            "anchor": {"type": "string", "minLength": 1},
            "span": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
            "voice": {"type": "string"},
            "modality": {"enum": ["asserted", "planned", "hypothetical", "denied"]},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "required": ["kind", "anchor", "voice", "modality"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sverka claim",
        **root,
        "$defs": {**definitions, "Mention": mention},
    }


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True))
