"""A sweep on two worker processes, one of which is killed in the middle, gives what one process gives.

`cargo xtask test --only dask` installs what it needs and calls it with the command line's program.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "examples/dask"))

from distributed import Client, LocalCluster  # noqa: E402

from sweep import spread  # noqa: E402

SHARDS = 6


def plan_in(folder, program):
    """A sweep of 24 runs."""
    design = subprocess.run([program, "preset", "seed_architecture"], check=True, stdout=subprocess.PIPE).stdout
    (folder / "seed.json").write_bytes(design)
    plan = folder / "plan.json"
    plan.write_text(json.dumps({"design": "seed.json", "for": "4m", "seeds": {"from": 1, "count": 24}}))
    return plan


def kill_one(workers, folder, killed):
    """Kills the first worker as soon as a shard has a result."""
    while not any(path.read_bytes().count(b"\n") > 1 for path in folder.glob("*.jsonl")):
        time.sleep(0.01)
    os.kill(workers[0], signal.SIGKILL)
    killed.append(workers[0])


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plan = plan_in(folder, program)
        alone = folder / "alone.jsonl"
        subprocess.run([program, "sweep", plan, "--out", alone], check=True, stdout=subprocess.DEVNULL)
        expected = subprocess.run([program, "merge", alone], check=True, stdout=subprocess.PIPE).stdout
        assert expected.count(b"\n") == 25, "a title and 24 runs"

        shards, killed = folder / "shards", []
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
            workers = list(client.run(os.getpid).values())
            assert len(set(workers)) == 2, "two processes"
            shards.mkdir()
            killer = threading.Thread(target=kill_one, args=(workers, shards, killed))
            killer.start()
            merged = spread(client, program, str(plan), str(shards), SHARDS)
            killer.join()
            after = set(client.run(os.getpid).values())
        assert killed and killed[0] not in after, "the killed worker is gone"
        assert merged == expected, "the merged result differs from that of one process"
    print(f"24 runs in {SHARDS} shards, worker {killed[0]} killed on the way: the same {len(merged)} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
