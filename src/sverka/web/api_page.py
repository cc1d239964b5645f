"""The API's page: what it answers, with which fields and limits, made from its OpenAPI description."""

import json
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from sverka.web.pages import Tongue, page, routes
from sverka.web.service import service

router = routes()


@dataclass(frozen=True, slots=True)
class Call:
    """One thing the API does. `fields` are (name, where, type, needed, words); `example` is a command to run."""

    method: str
    path: str
    summary: str
    description: str
    fields: tuple[tuple[str, str, str, bool, str], ...]
    example: str


@router.get("/api")
def describe(request: Request, tongue: Tongue) -> HTMLResponse:
    """All calls with their fields, and the limits."""
    description: dict[str, Any] = request.app.openapi()
    base = str(request.base_url).rstrip("/")
    calls = [
        _call(method, path, operation, description, base)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    return page(request, "api.html", tongue, calls=calls, limits=service(request).settings)


def _call(method: str, path: str, operation: dict[str, Any], whole: dict[str, Any], base: str) -> Call:
    fields = [
        (p["name"], p["in"], _type(p["schema"]), bool(p.get("required")), str(p.get("description", "")))
        for p in operation.get("parameters", [])
    ]
    body = _body(operation, whole)
    for name, told in body.get("properties", {}).items():
        fields.append((name, "body", _type(told), name in body.get("required", []), str(told.get("description", ""))))
    summary, description = str(operation.get("summary", "")), str(operation.get("description", ""))
    return Call(
        method.upper(), path, summary, description, tuple(fields), _example(method, path, operation, body, base)
    )


def _body(operation: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]
    found: dict[str, Any] = whole.get("components", {}).get("schemas", {}).get(name, {})
    return found


def _type(told: dict[str, Any]) -> str:
    if "anyOf" in told:
        return " | ".join(_type(option) for option in told["anyOf"] if option.get("type") != "null")
    if "enum" in told:
        return " | ".join(map(str, told["enum"]))
    return str(told.get("format") or told.get("type") or told.get("const", ""))


def _example(method: str, path: str, operation: dict[str, Any], body: dict[str, Any], base: str) -> str:
    """A curl command that can be run as it stands where the call has examples for all it needs."""
    address = path.replace("{table}", "members").replace("{id_}", "ID").replace("{name}", "NAME")
    query = "&".join(
        f"{p['name']}={_first(p['schema'])}"
        for p in operation.get("parameters", [])
        if p["in"] == "query" and (p.get("required") or p["name"] == "state") and _first(p["schema"])
    )
    address = f"{base}{address}" + (f"?{query}" if query else "")
    if method == "delete":
        return f"curl -X DELETE '{base}{path.replace('{id_}', 'ID')}?proof=PROOF'"
    if not body:
        return f"curl '{address}'"
    sent = {name: _first(told) for name, told in body["properties"].items() if _first(told)}
    return f"curl -H 'Content-Type: application/json' -d '{json.dumps(sent, ensure_ascii=False)}' '{address}'"


def _first(told: dict[str, Any]) -> Any:
    examples = told.get("examples") or []
    return examples[0] if examples else ""
