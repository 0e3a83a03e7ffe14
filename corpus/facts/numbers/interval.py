"""An amount as the interval of values that its words allow."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Amount:
    """The words from `start` to `end` and the values they allow, None for an open end.

    `figures` tells that it is written in digits; `scale` is the factor a word such as "million"
    gave, which the lower end of a range may share ("2 to 3 million"), as it does the `factor` of a
    unit ("20 to 30 cents"). `reach` is the end of a bound that
    stands apart ("5000 people or more").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str = "count"
    unit: str | None = None
    about: bool = False
    scale: float = 1.0
    figures: bool = False
    vague: bool = False
    bare_one: bool = False
    factor: float = 1.0
    reach: int = 0

    def moved(self, start: int) -> Amount:
        """Return the amount of one word as it stands at `start`."""
        return Amount(
            start, start + self.end - self.start, self.low, self.high, self.kind, self.unit,
            self.about, self.scale, self.figures, self.vague, self.bare_one, self.factor,
        )  # fmt: skip

    def times(self, factor: float) -> Amount:
        """Return the amount with both ends multiplied."""
        if factor == 1:
            return self
        low, high = scaled(self.low, factor), scaled(self.high, factor)
        return (
            replace(self, low=high, high=low) if factor < 0 else replace(self, low=low, high=high)
        )


def scaled(value: float | None, factor: float) -> float | None:
    """Return the product without binary rounding errors: 1.1 million is 1100000."""
    if value is None or factor == 1:
        return value
    product = value * factor
    if not math.isfinite(product) or product == 0:
        return value
    return round(product, 11 - math.floor(math.log10(abs(product))))
