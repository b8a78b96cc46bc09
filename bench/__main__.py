"""`python -m bench [--full]`: all measurements, one table; `--full` with a whole country."""

import sys

from bench import archive, country, decisions, formats, names, over_http, pipelines, starting, updates
from bench.table import print_results

if __name__ == "__main__":
    full = "--full" in sys.argv
    print_results(
        [
            *starting.run(),
            *updates.run(),
            *over_http.run(),
            *decisions.run(),
            *formats.run(),
            *names.run(),
            *pipelines.run(),
            *archive.run(),
            *country.run(full=full),
        ]
    )
