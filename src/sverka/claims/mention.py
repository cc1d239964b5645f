"""Mentions: a proposition found in a text – where, who says so, as what – and quotations, which stand beside claims."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sverka.claims.ids import Id
from sverka.claims.proposition import KINDS, Proposition, from_json
from sverka.claims.vocabulary import Modality
from sverka.errors import ClaimError

AUTHOR = "author"
Span = tuple[int, int]


class Mention(BaseModel):
    """A proposition in a text.

    Attributes
    ----------
    anchor, span : the characters that carry it and their [start, end) offsets.
    voice : "author", or the id of whoever the text attributes it to.
    modality : asserted, planned, hypothetical or denied; denied exactly when the proposition is.
    confidence : 0–1, how sure the reader is of the whole frame; None in hand-made annotation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    proposition: Proposition
    anchor: str
    span: Span
    voice: Literal["author"] | Id = AUTHOR
    modality: Modality = "asserted"
    confidence: float | None = Field(default=None, ge=0, le=1)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.proposition.denied != (self.modality == "denied"):
            raise ClaimError(
                "modality and proposition disagree about denial", where=self.anchor[:60], todo="deny both or neither"
            )
        if not 0 <= self.span[0] < self.span[1] or self.span[1] - self.span[0] != len(self.anchor):
            raise ClaimError(
                "the span does not fit its anchor", where=str(self.span), todo="give [start, end) offsets of the anchor"
            )
        return self

    def to_json(self) -> dict[str, Any]:
        """One flat object: the proposition's fields and the mention's beside them.

        Persons of offices are printed bare (`Орбан`), as annotators write them.
        """
        data = self.proposition.to_json()
        data.pop("denied", None)
        if data["kind"] == "office":
            data["person"] = data["person"].removeprefix("person:")
        data.update(anchor=self.anchor, span=list(self.span), voice=self.voice, modality=self.modality)
        if self.confidence is not None:
            data["confidence"] = round(self.confidence, 3)
        return data


class Quotation(BaseModel):
    """Somebody's words: direct (in quotation marks or after a dash) or reported by a speech verb."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    speaker: Id | None
    anchor: str
    span: Span
    direct: bool

    def to_json(self) -> dict[str, Any]:
        """The flat JSON object."""
        return {"speaker": self.speaker, "anchor": self.anchor, "span": list(self.span), "direct": self.direct}


def mention_from_json(data: dict[str, Any], text: str | None = None) -> Mention:
    """Read a mention from its flat object; where `span` is missing it is found in `text`.

    Raises ClaimError for unknown kinds, bad fields, or an anchor that is not in the text.
    """
    kind = data.get("kind")
    own = {"anchor", "span", "voice", "modality", "confidence"}
    fields = {k: v for k, v in data.items() if k not in own}
    modality = data.get("modality", "asserted")
    if isinstance(kind, str) and kind in KINDS:
        fields["denied"] = modality == "denied"
    anchor, span = data.get("anchor", ""), data.get("span")
    if span is None and not isinstance(anchor, str):
        raise ClaimError("an anchor is a piece of the text", where=repr(anchor)[:60], todo="see docs/claim.schema.json")
    if span is None and text is not None:
        start = text.find(anchor)
        if start < 0:
            raise ClaimError(
                "the anchor is not in the text", where=repr(anchor[:60]), todo="copy it character by character"
            )
        span = (start, start + len(anchor))
    if span is None:
        span = (0, len(anchor))
    beside = {"anchor": anchor, "span": span, "voice": data.get("voice", AUTHOR), "modality": modality}
    try:
        return Mention.model_validate(
            {"proposition": from_json(fields), **beside, "confidence": data.get("confidence")}
        )
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        todo = "see docs/claim.schema.json"
        raise ClaimError(
            f"a mention that does not hold together: {first['msg']}", where=where[:80], todo=todo
        ) from None
