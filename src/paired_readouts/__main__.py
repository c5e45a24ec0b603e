"""`python -m paired_readouts` is the command line."""

from paired_readouts.cli import main

raise SystemExit(main())
