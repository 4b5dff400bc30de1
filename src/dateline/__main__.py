"""``python -m dateline``: the same as the command ``dateline``."""

from dateline.serve.cli import main

main()
