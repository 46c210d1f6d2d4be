"""Runs every benchmark of this folder, one after the other; ``python bench/run.py sums`` runs one."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    benches = [path for path in sorted(HERE.glob("*.py")) if path != Path(__file__)]
    chosen = [path for path in benches if not wanted or path.stem in wanted]
    failed = 0
    for path in chosen:
        print(f"== {path.stem}", flush=True)
        failed += subprocess.run([sys.executable, path], check=False).returncode != 0
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
