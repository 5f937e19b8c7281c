"""`python -m bot` is the `hadir` command."""

from bot.cli import main

main()
