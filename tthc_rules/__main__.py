"""`python -m tthc_rules`."""

from tthc_rules.cli import main

main()
