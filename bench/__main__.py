"""`python -m bench [PART…] [--full]`: all measurements in a table, or some; `--full` with a whole country."""

import argparse
from collections.abc import Callable

from bench import archive, country, decisions, formats, names, over_http, pipelines, starting, updates
from bench.table import Result, print_results

_PARTS: dict[str, Callable[[], list[Result]]] = {
    "starting": starting.run,
    "updates": updates.run,
    "over_http": over_http.run,
    "decisions": decisions.run,
    "formats": formats.run,
    "names": names.run,
    "pipelines": pipelines.run,
    "archive": archive.run,
}

if __name__ == "__main__":
    given = argparse.ArgumentParser(prog="python -m bench", description="What takes time, beside peers.")
    given.add_argument("parts", nargs="*", metavar="PART", help=", ".join([*_PARTS, "country"]))
    given.add_argument("--full", action="store_true", help="a whole country instead of a twentieth")
    chosen = given.parse_args()
    parts = _PARTS | {"country": lambda: country.run(full=chosen.full)}
    if unknown := set(chosen.parts) - set(parts):
        given.error(f"there is no part {', '.join(sorted(unknown))}")
    print_results([result for name in chosen.parts or parts for result in parts[name]()])
