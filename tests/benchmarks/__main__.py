"""All measurements in one run: `python tests/benchmarks`."""

import pipeline
import start

import excel

if __name__ == "__main__":
    pipeline.main()
    excel.main()
    start.main()
