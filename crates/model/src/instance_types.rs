//! Instance types and database classes that the engine knows (fact EC2-14: sizes, and the price list's vCPU column).

pub use crate::database_classes::{
    RDS, RDS_FALLBACK, RDS_NAMES, database_usd_per_hour, max_connections, next_class, rds,
};

/// A size of machine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InstanceType {
    /// AWS's name.
    pub name: &'static str,
    /// Virtual CPUs.
    pub vcpus: u32,
    /// Memory in GiB.
    pub memory_gib: f64,
    /// US dollars an hour, on demand in us-east-1: of a database with MySQL, then with PostgreSQL; of an instance both are
    /// the same (PRC-03, PRC-04, PRC-11; sizes beyond large by the list's proportion).
    pub usd_per_hour: [f64; 2],
    /// Its CPU credits, for a burstable type.
    pub burstable: Option<Burstable>,
    /// Gbit/s of its network, always and for a while (EC2-18, EC2-19); 0 without a limit.
    pub network_gbps: [f64; 2],
}

/// CPU credits of a burstable type (EC2-02). It holds a day's earnings at most (EC2-04).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burstable {
    /// Credits earned in an hour; one is a vCPU for a minute.
    pub credits_per_hour: f64,
    /// What each vCPU may be used without credits, in per cent.
    pub baseline_percent: f64,
    /// Whether surplus credits are borrowed unless it is told otherwise (EC2-05).
    pub unlimited: bool,
    /// Credits that an instance gets at its launch in standard mode (EC2-07).
    pub launch_credits: f64,
}

const fn size(name: &'static str, vcpus: u32, memory_gib: f64, usd_per_hour: [f64; 2]) -> InstanceType {
    InstanceType { name, vcpus, memory_gib, usd_per_hour, burstable: None, network_gbps: [0.0; 2] }
}

/// A t3: 2 vCPUs below xlarge, and credits for its baseline.
const fn t3(name: &'static str, vcpus: u32, memory_gib: f64, usd: f64, credits_per_hour: f64) -> InstanceType {
    let baseline_percent = credits_per_hour / 60.0 / vcpus as f64 * 100.0;
    let burstable = Some(Burstable { credits_per_hour, baseline_percent, unlimited: true, launch_credits: 0.0 });
    InstanceType { burstable, ..size(name, vcpus, memory_gib, [usd; 2]) }
}

/// A t2, which is launched with 30 credits for each vCPU (EC2-03, EC2-07).
const fn t2(name: &'static str, vcpus: u32, memory_gib: f64, usd: f64, credits_per_hour: f64) -> InstanceType {
    let baseline_percent = credits_per_hour / 60.0 / vcpus as f64 * 100.0;
    let launch_credits = 30.0 * vcpus as f64;
    let burstable = Some(Burstable { credits_per_hour, baseline_percent, unlimited: false, launch_credits });
    InstanceType { burstable, ..size(name, vcpus, memory_gib, [usd; 2]) }
}

impl InstanceType {
    /// The same with a network of so many Gbit/s, always and for a while.
    const fn network(self, always: f64, burst: f64) -> Self {
        InstanceType { network_gbps: [always, burst], ..self }
    }
}

/// EC2 instance types, smallest first.
pub const EC2: &[InstanceType] = &[
    t3("t3.nano", 2, 0.5, 0.0052, 6.0).network(0.032, 5.0),
    t3("t3.micro", 2, 1.0, 0.0104, 12.0).network(0.064, 5.0),
    t3("t3.small", 2, 2.0, 0.0208, 24.0).network(0.128, 5.0),
    t3("t3.medium", 2, 4.0, 0.0416, 24.0).network(0.256, 5.0),
    t3("t3.large", 2, 8.0, 0.0832, 36.0).network(0.512, 5.0),
    t3("t3.xlarge", 4, 16.0, 0.1664, 96.0).network(1.024, 5.0),
    t3("t3.2xlarge", 8, 32.0, 0.3328, 192.0).network(2.048, 5.0),
    t2("t2.nano", 1, 0.5, 0.0058, 3.0).network(0.032, 1.0),
    t2("t2.micro", 1, 1.0, 0.0116, 6.0).network(0.064, 1.0),
    t2("t2.small", 1, 2.0, 0.023, 12.0).network(0.128, 1.0),
    t2("t2.medium", 2, 4.0, 0.0464, 24.0).network(0.256, 1.0),
    t2("t2.large", 2, 8.0, 0.0928, 36.0).network(0.512, 1.0),
    t3("t3a.nano", 2, 0.5, 0.0047, 6.0).network(0.032, 5.0),
    t3("t3a.micro", 2, 1.0, 0.0094, 12.0).network(0.064, 5.0),
    t3("t3a.small", 2, 2.0, 0.0188, 24.0).network(0.128, 5.0),
    t3("t3a.medium", 2, 4.0, 0.0376, 24.0).network(0.256, 5.0),
    t3("t3a.large", 2, 8.0, 0.0752, 36.0).network(0.512, 5.0),
    t3("t3a.xlarge", 4, 16.0, 0.1504, 96.0).network(1.024, 5.0),
    t3("t3a.2xlarge", 8, 32.0, 0.3008, 192.0).network(2.048, 5.0),
    t3("t4g.nano", 2, 0.5, 0.0042, 6.0).network(0.032, 5.0),
    t3("t4g.micro", 2, 1.0, 0.0084, 12.0).network(0.064, 5.0),
    t3("t4g.small", 2, 2.0, 0.0168, 24.0).network(0.128, 5.0),
    t3("t4g.medium", 2, 4.0, 0.0336, 24.0).network(0.256, 5.0),
    t3("t4g.large", 2, 8.0, 0.0672, 36.0).network(0.512, 5.0),
    t3("t4g.xlarge", 4, 16.0, 0.1344, 96.0).network(1.024, 5.0),
    t3("t4g.2xlarge", 8, 32.0, 0.2688, 192.0).network(2.048, 5.0),
    size("c5.large", 2, 4.0, [0.085; 2]).network(0.75, 10.0),
    size("c6i.large", 2, 4.0, [0.085; 2]).network(0.781, 12.5),
    size("c6g.large", 2, 4.0, [0.068; 2]).network(0.75, 10.0),
    size("c7g.large", 2, 4.0, [0.0725; 2]).network(0.937, 12.5),
    size("m5.large", 2, 8.0, [0.096; 2]).network(0.75, 10.0),
    size("m6i.large", 2, 8.0, [0.096; 2]).network(0.781, 12.5),
    size("m6g.large", 2, 8.0, [0.077; 2]).network(0.75, 10.0),
    size("m7g.medium", 1, 4.0, [0.0408; 2]).network(0.52, 12.5),
    size("m7g.large", 2, 8.0, [0.0816; 2]).network(0.937, 12.5),
    size("m7i.large", 2, 8.0, [0.1008; 2]).network(0.781, 12.5),
    size("r5.large", 2, 16.0, [0.126; 2]).network(0.75, 10.0),
    size("c6i.xlarge", 4, 8.0, [0.17; 2]).network(1.562, 12.5),
    size("m6i.xlarge", 4, 16.0, [0.192; 2]).network(1.562, 12.5),
    size("r5.xlarge", 4, 32.0, [0.252; 2]).network(1.25, 10.0),
    size("c6i.2xlarge", 8, 16.0, [0.34; 2]).network(3.125, 12.5),
    size("m6i.2xlarge", 8, 32.0, [0.384; 2]).network(3.125, 12.5),
    size("m6i.4xlarge", 16, 64.0, [0.768; 2]).network(6.25, 12.5),
];

/// A size of cache node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CacheNodeType {
    /// AWS's name.
    pub name: &'static str,
    /// Virtual CPUs; the engine runs its commands on one of them.
    pub vcpus: u32,
    /// Memory for the engine in GiB, before what is reserved.
    pub memory_gib: f64,
    /// US dollars an hour, on demand in us-east-1, with Redis OSS (PRC-31; sizes beyond micro from memory).
    pub usd_per_hour: f64,
}

const fn node(name: &'static str, vcpus: u32, memory_gib: f64, usd_per_hour: f64) -> CacheNodeType {
    CacheNodeType { name, vcpus, memory_gib, usd_per_hour }
}

/// ElastiCache node types, smallest first.
pub const CACHE: &[CacheNodeType] = &[
    node("cache.t3.micro", 2, 0.5, 0.017),
    node("cache.t3.small", 2, 1.37, 0.034),
    node("cache.t3.medium", 2, 3.09, 0.068),
    node("cache.t4g.micro", 2, 0.5, 0.016),
    node("cache.t4g.small", 2, 1.37, 0.032),
    node("cache.t4g.medium", 2, 3.09, 0.065),
    node("cache.m6g.large", 2, 6.38, 0.149),
    node("cache.r6g.large", 2, 13.07, 0.206),
    node("cache.m6g.xlarge", 4, 12.93, 0.298),
    node("cache.r6g.xlarge", 4, 26.32, 0.411),
    node("cache.m6g.2xlarge", 8, 26.04, 0.596),
    node("cache.r6g.2xlarge", 8, 52.82, 0.821),
];

/// Names of [`CACHE`], for choices.
pub const CACHE_NAMES: &[&str] = &[
    "cache.t3.micro",
    "cache.t3.small",
    "cache.t3.medium",
    "cache.t4g.micro",
    "cache.t4g.small",
    "cache.t4g.medium",
    "cache.m6g.large",
    "cache.r6g.large",
    "cache.m6g.xlarge",
    "cache.r6g.xlarge",
    "cache.m6g.2xlarge",
    "cache.r6g.2xlarge",
];

/// The cache node type of this name, or the smallest.
pub fn cache(name: &str) -> CacheNodeType {
    CACHE.iter().copied().find(|candidate| candidate.name == name).unwrap_or(CACHE[0])
}

/// What an unknown name is taken for.
pub const FALLBACK: InstanceType = size("c6i.large", 2, 4.0, [0.085; 2]).network(0.781, 12.5);

/// Names of [`EC2`], for choices.
pub const EC2_NAMES: &[&str] = &[
    "t3.nano",
    "t3.micro",
    "t3.small",
    "t3.medium",
    "t3.large",
    "t3.xlarge",
    "t3.2xlarge",
    "t2.nano",
    "t2.micro",
    "t2.small",
    "t2.medium",
    "t2.large",
    "t3a.nano",
    "t3a.micro",
    "t3a.small",
    "t3a.medium",
    "t3a.large",
    "t3a.xlarge",
    "t3a.2xlarge",
    "t4g.nano",
    "t4g.micro",
    "t4g.small",
    "t4g.medium",
    "t4g.large",
    "t4g.xlarge",
    "t4g.2xlarge",
    "c5.large",
    "c6i.large",
    "c6g.large",
    "c7g.large",
    "m5.large",
    "m6i.large",
    "m6g.large",
    "m7g.medium",
    "m7g.large",
    "m7i.large",
    "r5.large",
    "c6i.xlarge",
    "m6i.xlarge",
    "r5.xlarge",
    "c6i.2xlarge",
    "m6i.2xlarge",
    "m6i.4xlarge",
];

/// The EC2 type of this name.
pub fn ec2(name: &str) -> Option<InstanceType> {
    EC2.iter().copied().find(|candidate| candidate.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_lists_match_the_tables() {
        assert_eq!(EC2.iter().map(|size| size.name).collect::<Vec<_>>(), EC2_NAMES);
        assert_eq!(CACHE.iter().map(|node| node.name).collect::<Vec<_>>(), CACHE_NAMES);
    }
}
