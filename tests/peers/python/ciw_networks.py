"""The networks in Ciw. Its join-shortest-queue rule is the nearest to least outstanding requests; of equals it takes any."""

import ciw

import networks as net


def mm4():
    return ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=net.MM4_RATE)],
        service_distributions=[ciw.dists.Exponential(rate=1 / net.MM4_SERVICE_S)],
        number_of_servers=[net.MM4_SERVERS],
    )


def tandem(least_outstanding):
    # The balancer is a station that takes no time.
    servers = list(range(2, 2 + net.SERVERS))
    database = 2 + net.SERVERS
    if least_outstanding:
        balancer = ciw.routing.JoinShortestQueue(destinations=servers)
    else:
        balancer = ciw.routing.Cycle(cycle=servers)
    to_database = [ciw.routing.Direct(to=database) for _ in servers]
    return ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=net.TANDEM_RATE)] + [None] * (net.SERVERS + 1),
        service_distributions=[ciw.dists.Deterministic(value=0.0)]
        + [ciw.dists.Exponential(rate=1 / net.SERVER_S)] * net.SERVERS
        + [ciw.dists.Exponential(rate=1 / net.DATABASE_S)],
        number_of_servers=[float("inf")] + [net.WORKERS] * net.SERVERS + [net.DATABASE_WORKERS],
        routing=ciw.routing.NetworkRouting(routers=[balancer, *to_database, ciw.routing.Leave()]),
    )


def main():
    network, requests, seed = net.arguments()
    watch = net.Stopwatch()
    ciw.seed(seed)
    simulation = ciw.Simulation(mm4() if network == "mm4" else tandem(network == "tandem-least-outstanding"))
    simulation.simulate_until_max_customers(requests, method="Finish")
    watch.stop()
    times = {}
    for record in simulation.get_all_records():
        first, last = times.get(record.id_number, (record.arrival_date, record.exit_date))
        times[record.id_number] = (min(first, record.arrival_date), max(last, record.exit_date))
    ended = [times[customer.id_number] for customer in simulation.nodes[-1].all_individuals]
    watch.report(len(ended), sum(last - first for first, last in ended) / len(ended))


main()
