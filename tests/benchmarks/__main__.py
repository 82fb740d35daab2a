"""All measurements in one run: `python tests/benchmarks`."""

import excel
import pipeline
import start

if __name__ == "__main__":
    pipeline.main()
    excel.main()
    start.main()
