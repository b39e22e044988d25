"""Spreads a sweep over a Dask cluster: each task makes one shard by calling the command line.

    pip install dask distributed
    python sweep.py plan.json --shards 64 --scheduler tcp://scheduler:8786 > results.jsonl

Without --scheduler it starts a local cluster. Workers need `ninepins` (--program) and a folder that all of them and this
program see (--folder): a task that is made again, because its worker died, goes on with what its shard has already written.
"""

import argparse
import pathlib
import subprocess
import sys

from distributed import Client, LocalCluster, as_completed


def shard(program, plan, folder, index, of):
    """Makes one shard and returns the file of its results."""
    out = pathlib.Path(folder) / f"{index}-of-{of}.jsonl"
    command = [program, "sweep", plan, "--shard", f"{index}/{of}", "--threads", "1", "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return str(out)


def spread(client, program, plan, folder, shards):
    """Makes all shards on the cluster and returns the merged results."""
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    # A worker that dies takes its tasks with it; Dask gives them to another one.
    tasks = [client.submit(shard, program, plan, folder, index, shards, pure=False, retries=3) for index in range(shards)]
    for done, _ in enumerate(as_completed(tasks), 1):
        print(f"{done} of {shards} shards", file=sys.stderr)
    files = client.gather(tasks)
    return subprocess.run([program, "merge", *files], check=True, stdout=subprocess.PIPE).stdout


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("plan")
    arguments.add_argument("--shards", type=int, default=16)
    arguments.add_argument("--scheduler", help="address of a running cluster's scheduler")
    arguments.add_argument("--program", default="ninepins")
    arguments.add_argument("--folder", default="shards", help="where shards are written; all workers see it")
    chosen = arguments.parse_args()
    if chosen.scheduler:
        client = Client(chosen.scheduler)
    else:
        client = Client(LocalCluster(threads_per_worker=1, dashboard_address=None))
    with client:
        merged = spread(client, chosen.program, str(pathlib.Path(chosen.plan).resolve()), chosen.folder, chosen.shards)
    sys.stdout.buffer.write(merged)


if __name__ == "__main__":
    main()
