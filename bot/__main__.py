"""`python -m bot COMMAND`."""

import gc

from bot.cli import app

if __name__ == "__main__":
    # Nearly all that a start makes stays. Going through it again and again for garbage, as Python does after
    # every 700 new objects, takes a quarter of the time to a first answer.
    gc.set_threshold(50_000, 20, 20)
    app()
