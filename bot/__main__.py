"""`python -m bot COMMAND`."""

from bot.garbage import put_off

if __name__ == "__main__":
    put_off()

    from bot.cli import app

    app()
