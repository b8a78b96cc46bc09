"""What a chart costs: the start of the process that draws, then each kind of the sample decisions, warm.

`python -m bench.charts`, with nothing else on the machine; `docs/charts.md` has the figures.
"""

from __future__ import annotations

import asyncio
import time

from bot.charts.studio import Studio
from handlers.views.charts.records import Chart, Picture
from tests.bot.charts.samples import LONG, history, sheet, structure, waterfall

_TIMES = 9
# As large as each kind gets.
_LARGEST: dict[str, Chart] = {
    "history": history(*range(1000, 1012)),
    "waterfall": waterfall(*[50, -20] * 5, name=LONG[:90]),
    "structure": structure(*range(1000, 1013), name=LONG[:110]),
    "page to print": sheet(30, LONG[:160]),
}


async def measure() -> None:
    """Prints the median of some drawings of each kind."""
    studio = Studio()
    begun = time.perf_counter()
    await studio.draw(Picture(_LARGEST["history"]))
    print(f"the first, with the start: {(time.perf_counter() - begun) * 1000:.0f} ms")
    for name, chart in _LARGEST.items():
        times = []
        for _ in range(_TIMES):
            begun = time.perf_counter()
            await studio.draw(Picture(chart))
            times.append(time.perf_counter() - begun)
        print(f"{name}: {sorted(times)[_TIMES // 2] * 1000:.0f} ms")
    await studio.close()


if __name__ == "__main__":
    asyncio.run(measure())
