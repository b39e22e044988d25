"""The queueing networks that every peer simulates, and how a run of one is reported."""

import json
import resource
import sys
import time

# M/M/4 at a load of 0.8.
MM4_SERVERS = 4
MM4_SERVICE_S = 0.010
MM4_RATE = 320.0

# Balancer, four servers with two workers each at a load of 0.8, database with eight at 0.64.
SERVERS = 4
WORKERS = 2
DATABASE_WORKERS = 8
SERVER_S = 0.010
DATABASE_S = 0.008
TANDEM_RATE = 640.0

NETWORKS = ("mm4", "tandem-round-robin", "tandem-least-outstanding")


def arguments():
    """The network, the number of requests and the seed that the command line names."""
    network, requests, seed = sys.argv[1:4]
    if network not in NETWORKS:
        sys.exit(f"no network is named {network!r}")
    return network, int(requests), int(seed)


class Stopwatch:
    """Wall and processor time from when it is made, after the imports, until it is stopped."""

    def __init__(self):
        self.wall = time.perf_counter()
        self.processor = time.process_time()

    def stop(self):
        self.wall = time.perf_counter() - self.wall
        self.processor = time.process_time() - self.processor

    def report(self, requests, mean_s):
        """Writes what was measured as one line of JSON."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        result = {"requests": requests, "seconds": self.wall, "cpu_seconds": self.processor}
        print(json.dumps(result | {"mean_ms": mean_s * 1000, "bytes": peak}))
