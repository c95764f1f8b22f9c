"""Entry point of ``python -m historydesk`` and of the frozen program."""

import sys

from historydesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
