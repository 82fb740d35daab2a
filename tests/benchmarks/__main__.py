"""All measurements in one run: `python tests/benchmarks`."""

import pipeline
import start

if __name__ == "__main__":
    pipeline.main()
    start.main()
