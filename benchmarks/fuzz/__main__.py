"""`python -m benchmarks.fuzz`: the same as `python -m benchmarks fuzz`."""

import sys

from benchmarks.fuzz import main

sys.exit(main())
