// The document that both canvases draw: VPCs of two zones, each with its users, a load balancer, a group, instances, a
// database and a replica.

/** Parts and wires of the documents that are measured. */
export const SIZES = [
  { parts: 200, wires: 300, vpcs: 8 },
  { parts: 500, wires: 750, vpcs: 20 },
];

const ROW = 64;
const INSTANCES = 5;
const SUBNETS = [
  { tier: "pub", height: 64, routes: { "0.0.0.0/0": "internet_gateway" } },
  { tier: "app", height: 128 + INSTANCES * ROW },
  { tier: "data", height: 136 },
];
const VPC = [696, 752];
const GAP = 24;

/** A valid document with exactly this many parts and wires. */
export function designOf(size) {
  const [parts, wires] = [{}, {}];
  const put = (id, kind, container, at, more = {}) => {
    parts[id] = { kind, at, ...(container ? { in: container } : {}), ...more };
  };
  const wire = (from, to, settings = {}) => {
    wires[`w${Object.keys(wires).length + 1}`] = { from, to, ...settings };
  };
  const columns = Math.ceil(Math.sqrt(size.vpcs * 1.6));
  const rows = Math.ceil(size.vpcs / columns);
  const region = [columns * (VPC[0] + GAP) + GAP, 120 + rows * (VPC[1] + GAP)];
  put("region", "region", null, [720, 0], { size: region });
  put("dns", "route53", null, [400, 120]);
  put("cdn", "cloudfront", null, [400, 248]);
  put("web", "s3", "region", [24, 40]);
  wire("dns", "cdn", { record: {} });
  wire("cdn", "web");
  for (let index = 0; index < size.vpcs; index += 1) {
    const at = [GAP + (index % columns) * (VPC[0] + GAP), 112 + Math.floor(index / columns) * (VPC[1] + GAP)];
    vpc({ put, wire }, index + 1, at);
  }
  for (let index = 1; Object.keys(parts).length < size.parts; index += 1) {
    put(`cert-${index}`, "certificate", "region", [24 + index * 200, 40], { names: ["*.example.com"] });
  }
  const more = [(number) => ["cdn", `alb-${number}`], (number) => [`users-${number}`, "cdn"], (number) => [`users-${number}`, `alb-${number}`]];
  for (let index = 0; Object.keys(wires).length < size.wires; index += 1) {
    wire(...more[Math.floor(index / size.vpcs)](1 + (index % size.vpcs)));
  }
  return { ninepins: 1, engine: 1, name: "Canvas", parts, wires, scenario: { seed: 7, duration_s: 86400 } };
}

function vpc({ put, wire }, number, at) {
  const own = (name) => `${name}-${number}`;
  const host = `api-${number}.example.com`;
  const both = (tier) => [own(`${tier}-a`), own(`${tier}-b`)];
  const users = { traffic: { rps: 60 }, mix: { assets: 0 }, api_host: host };
  put(own("users"), "users", null, [0, number * 88], users);
  put(own("vpc"), "vpc", "region", at, { size: VPC });
  put(own("alb"), "alb", own("vpc"), [16, 40], { subnets: both("pub"), certificate: "cert-1" });
  put(own("asg"), "asg", own("vpc"), [16, 240], { subnets: both("app"), health_check_grace_s: 90 });
  const database = { subnets: both("data"), multi_az: true, primary_zone: "ap-northeast-2a" };
  put(own("db"), "rds", own("vpc"), [16, 600], database);
  wire(own("users"), "dns");
  wire("dns", own("alb"), { record: { name: host } });
  wire(own("alb"), own("asg"));
  wire(own("asg"), own("db"));
  wire(own("asg"), own("replica"));
  ["a", "b"].forEach((letter, index) => zone({ put, wire }, own, letter, index));
  put(own("replica"), "read_replica", own("data-b"), [16, 72], { replica_of: own("db") });
}

function zone({ put, wire }, own, letter, index) {
  const id = own(`az-${letter}`);
  const size = [224, VPC[1] - 32];
  put(id, "az", own("vpc"), [224 + 236 * index, 24], { size, zone: `ap-northeast-2${letter}` });
  let y = 24;
  SUBNETS.forEach(({ tier, height, routes }, row) => {
    const cidr = `10.0.${row * 10 + index}.0/24`;
    put(own(`${tier}-${letter}`), "subnet", id, [8, y], { size: [208, height], cidr, ...(routes ? { routes } : {}) });
    y += height + 8;
  });
  for (let row = 0; row < INSTANCES; row += 1) {
    const instance = own(`ec2-${letter}${row + 1}`);
    put(instance, "ec2", own(`app-${letter}`), [16, 32 + row * ROW]);
    wire(own("alb"), instance);
    wire(instance, own("db"));
    wire(instance, own("replica"));
  }
}
