// The networks in SIM.JS: a facility for each station, one entity that sends all requests.

// The package is a bundle for a page: it exports nothing and hangs what it has on the window.
globalThis.window = globalThis;
await import("simjs");
const { Entity, Facility, Random, Sim } = globalThis.Sim;

const MM4 = { servers: 4, service: 0.01, rate: 320 };
const TANDEM = { servers: 4, workers: 2, databaseWorkers: 8, service: 0.01, query: 0.008, rate: 640 };

const results = { count: 0, total: 0 };

class MultiServerUsers extends Entity {
  start(requests, random) {
    this.left = requests;
    this.random = random;
    this.station = new Facility("station", Facility.FCFS, MM4.servers);
    this.next();
  }

  next() {
    this.setTimer(this.random.exponential(MM4.rate)).done(this.arrive);
  }

  arrive() {
    const arrived = this.time();
    this.useFacility(this.station, this.random.exponential(1 / MM4.service)).done(this.leave, this, arrived);
    this.left -= 1;
    if (this.left > 0) {
      this.next();
    }
  }

  leave(arrived) {
    results.count += 1;
    results.total += this.time() - arrived;
  }
}

class TandemUsers extends Entity {
  start(requests, random, leastOutstanding) {
    this.left = requests;
    this.random = random;
    this.leastOutstanding = leastOutstanding;
    this.turn = 0;
    this.outstanding = Array(TANDEM.servers).fill(0);
    this.servers = this.outstanding.map((_, index) => new Facility(`server ${index}`, Facility.FCFS, TANDEM.workers));
    this.database = new Facility("database", Facility.FCFS, TANDEM.databaseWorkers);
    this.next();
  }

  next() {
    this.setTimer(this.random.exponential(TANDEM.rate)).done(this.arrive);
  }

  choose() {
    if (!this.leastOutstanding) {
      this.turn = (this.turn + 1) % TANDEM.servers;
      return this.turn;
    }
    let fewest = 0;
    for (let server = 1; server < TANDEM.servers; server += 1) {
      if (this.outstanding[server] < this.outstanding[fewest]) {
        fewest = server;
      }
    }
    return fewest;
  }

  arrive() {
    const request = { arrived: this.time(), server: this.choose() };
    this.outstanding[request.server] += 1;
    const seconds = this.random.exponential(1 / TANDEM.service);
    this.useFacility(this.servers[request.server], seconds).done(this.query, this, request);
    this.left -= 1;
    if (this.left > 0) {
      this.next();
    }
  }

  query(request) {
    this.outstanding[request.server] -= 1;
    this.useFacility(this.database, this.random.exponential(1 / TANDEM.query)).done(this.leave, this, request);
  }

  leave(request) {
    results.count += 1;
    results.total += this.time() - request.arrived;
  }
}

const [network, requests, seed] = process.argv.slice(2);
const processor = process.cpuUsage();
const started = performance.now();
const sim = new Sim();
const random = new Random(Number(seed));
if (network === "mm4") {
  sim.addEntity(MultiServerUsers, "users", Number(requests), random);
} else {
  sim.addEntity(TandemUsers, "users", Number(requests), random, network === "tandem-least-outstanding");
}
sim.simulate(Infinity);
const seconds = (performance.now() - started) / 1000;
const used = process.cpuUsage(processor);
console.log(
  JSON.stringify({
    requests: results.count,
    seconds,
    cpu_seconds: (used.user + used.system) / 1e6,
    mean_ms: (results.total / results.count) * 1000,
    bytes: process.resourceUsage().maxRSS * 1024,
  }),
);
