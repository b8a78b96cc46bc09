"""`python -m bench`: all measurements, one table."""

from bench import decisions, names, updates
from bench.table import print_results

if __name__ == "__main__":
    print_results([*decisions.run(), *names.run(), *updates.run()])
