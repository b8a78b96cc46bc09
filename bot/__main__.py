"""`python -m bot COMMAND`."""

import atexit
import gc

if __name__ == "__main__":
    # Nearly all that a start makes stays. Going through it again and again for garbage, as Python does after
    # every 700 new objects, takes a quarter of the time to a first answer; so does looking through all of it
    # several times at the end, when the memory goes back anyway.
    gc.set_threshold(50_000, 20, 20)
    atexit.register(gc.freeze)

    from bot.cli import app

    app()
