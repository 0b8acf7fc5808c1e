"""Numbers of a case: each with its range, its unit and where it comes from."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Finite = Annotated[float, Field(allow_inf_nan=False)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]


class Frozen(BaseModel):
    """A validated record that never changes and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Quantity(Frozen):
    """One number of the case."""

    value: Finite
    low: Finite
    high: Finite
    unit: Text
    source: Text
    note: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.value <= self.high:
            message = f"value {self.value:g} lies outside its range {self.low:g} to {self.high:g}"
            raise ValueError(message)
        return self


class Series(Frozen):
    """One number for each level of an issue; uncertainty scales them all by one factor.

    ``low`` and ``high`` are that factor's range (1 is the value as given), so that the order of
    the levels can never break.
    """

    values: tuple[Finite, ...]
    low: Annotated[float, Field(gt=0, le=1)]
    high: Annotated[float, Field(ge=1, allow_inf_nan=False)]
    unit: Text
    source: Text
    note: str = ""
