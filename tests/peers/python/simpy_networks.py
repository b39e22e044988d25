"""The networks in SimPy: a process for each request, a resource for each station."""

import random

import simpy

import networks as net


class Results:
    """How long the requests took."""

    def __init__(self):
        self.count = 0
        self.total = 0.0

    def ended(self, seconds):
        self.count += 1
        self.total += seconds


def request_mm4(env, draw, station, results):
    arrived = env.now
    with station.request() as turn:
        yield turn
        yield env.timeout(draw(1 / net.MM4_SERVICE_S))
    results.ended(env.now - arrived)


def request_tandem(env, draw, server, outstanding, index, database, results):
    arrived = env.now
    outstanding[index] += 1
    with server.request() as turn:
        yield turn
        yield env.timeout(draw(1 / net.SERVER_S))
    outstanding[index] -= 1
    with database.request() as turn:
        yield turn
        yield env.timeout(draw(1 / net.DATABASE_S))
    results.ended(env.now - arrived)


def mm4(env, draw, requests, results):
    station = simpy.Resource(env, net.MM4_SERVERS)
    for _ in range(requests):
        yield env.timeout(draw(net.MM4_RATE))
        env.process(request_mm4(env, draw, station, results))


def tandem(env, draw, requests, results, least_outstanding):
    servers = [simpy.Resource(env, net.WORKERS) for _ in range(net.SERVERS)]
    database = simpy.Resource(env, net.DATABASE_WORKERS)
    outstanding = [0] * net.SERVERS
    index = 0
    for _ in range(requests):
        yield env.timeout(draw(net.TANDEM_RATE))
        index = outstanding.index(min(outstanding)) if least_outstanding else (index + 1) % net.SERVERS
        env.process(request_tandem(env, draw, servers[index], outstanding, index, database, results))


def main():
    network, requests, seed = net.arguments()
    watch = net.Stopwatch()
    env = simpy.Environment()
    draw = random.Random(seed).expovariate
    results = Results()
    if network == "mm4":
        env.process(mm4(env, draw, requests, results))
    else:
        env.process(tandem(env, draw, requests, results, network == "tandem-least-outstanding"))
    env.run()
    watch.stop()
    watch.report(results.count, results.total / results.count)


main()
