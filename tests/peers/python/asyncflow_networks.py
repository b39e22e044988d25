"""The nearest that AsyncFlow can say of the networks: its service times are constant, its database is a wait without a
queue, its edges draw a latency for every request, and its random numbers cannot be seeded. Its rate is that of less work,
its times have no theory to be compared with. Its least connections counts what travels on the edge to a server.
"""

import simpy
from asyncflow import AsyncFlow
from asyncflow.components import Client, Edge, Endpoint, LoadBalancer, Server
from asyncflow.runtime.simulation_runner import SimulationRunner
from asyncflow.settings import SimulationSettings
from asyncflow.workload import RqsGenerator

import networks as net

# Its edges must take some time.
EDGE_S = 1e-6


def edge(source, target):
    return Edge(
        id=f"{source}-{target}",
        source=source,
        target=target,
        latency={"mean": EDGE_S, "distribution": "exponential"},
        dropout_rate=0.0,
    )


def cpu(seconds):
    return {"kind": "initial_parsing", "step_operation": {"cpu_time": seconds}}


def server(name, cores, steps):
    resources = {"cpu_cores": cores, "ram_mb": 1024}
    endpoints = [Endpoint(endpoint_name="/api", steps=steps)]
    return Server(id=name, server_resources=resources, endpoints=endpoints)


def payload(network, requests):
    rate = net.MM4_RATE if network == "mm4" else net.TANDEM_RATE
    settings = SimulationSettings(total_simulation_time=max(5, round(requests / rate)), sample_period_s=0.1)
    # It draws the number of users anew in every window: many users, so that the draw is near its mean.
    users = {"mean": 10_000, "distribution": "poisson"}
    per_minute = {"mean": rate * 60 / 10_000, "distribution": "poisson"}
    generator = RqsGenerator(id="users", avg_active_users=users, avg_request_per_minute_per_user=per_minute)
    flow = AsyncFlow().add_generator(generator).add_client(Client(id="client")).add_simulation_settings(settings)
    if network == "mm4":
        flow.add_servers(server("server", net.MM4_SERVERS, [cpu(net.MM4_SERVICE_S)]))
        flow.add_edges(edge("users", "client"), edge("client", "server"), edge("server", "client"))
        return flow.build_payload()
    query = {"kind": "io_db", "step_operation": {"io_waiting_time": net.DATABASE_S}}
    names = [f"server-{number}" for number in range(net.SERVERS)]
    algorithm = "least_connection" if network == "tandem-least-outstanding" else "round_robin"
    flow.add_load_balancer(LoadBalancer(id="balancer", algorithms=algorithm, server_covered=set(names)))
    flow.add_servers(*(server(name, net.WORKERS, [cpu(net.SERVER_S), query]) for name in names))
    flow.add_edges(edge("users", "client"), edge("client", "balancer"))
    flow.add_edges(*(edge("balancer", name) for name in names), *(edge(name, "client") for name in names))
    return flow.build_payload()


def main():
    network, requests, _ = net.arguments()
    watch = net.Stopwatch()
    results = SimulationRunner(env=simpy.Environment(), simulation_input=payload(network, requests)).run()
    watch.stop()
    stats = results.get_latency_stats()
    watch.report(int(stats["total_requests"]), stats["mean"])


main()
