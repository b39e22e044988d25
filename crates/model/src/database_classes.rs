//! RDS instance classes: sizes, prices, and the connections that an engine derives from their memory.

use crate::instance_types::{Burstable, InstanceType};
use crate::parts::{ClassMemory, DatabaseEngine};

const fn size(name: &'static str, vcpus: u32, memory_gib: f64, usd_per_hour: [f64; 2]) -> InstanceType {
    InstanceType { name, vcpus, memory_gib, usd_per_hour, burstable: None, network_gbps: [0.0; 2] }
}

/// A burstable class: credits as of the EC2 type (EC2-02, EC2-03).
const fn burst(class: InstanceType, credits_per_hour: f64) -> InstanceType {
    let baseline_percent = credits_per_hour / 60.0 / class.vcpus as f64 * 100.0;
    InstanceType {
        burstable: Some(Burstable { credits_per_hour, baseline_percent, unlimited: true, launch_credits: 0.0 }),
        ..class
    }
}

/// RDS instance classes, smallest first; prices in one zone with MySQL or MariaDB, then with PostgreSQL (PRC-10, PRC-11; sizes
/// that the list leaves out by its proportion).
pub const RDS: &[InstanceType] = &[
    burst(size("db.t2.micro", 1, 1.0, [0.017, 0.018]), 6.0),
    burst(size("db.t2.small", 1, 2.0, [0.034, 0.036]), 12.0),
    burst(size("db.t2.medium", 2, 4.0, [0.068, 0.073]), 24.0),
    burst(size("db.t3.micro", 2, 1.0, [0.017, 0.018]), 12.0),
    burst(size("db.t3.small", 2, 2.0, [0.034, 0.036]), 24.0),
    burst(size("db.t3.medium", 2, 4.0, [0.068, 0.072]), 24.0),
    burst(size("db.t3.large", 2, 8.0, [0.136, 0.145]), 36.0),
    burst(size("db.t4g.micro", 2, 1.0, [0.016, 0.016]), 12.0),
    burst(size("db.t4g.small", 2, 2.0, [0.032, 0.032]), 24.0),
    burst(size("db.t4g.medium", 2, 4.0, [0.065, 0.065]), 24.0),
    burst(size("db.t4g.large", 2, 8.0, [0.129, 0.129]), 36.0),
    size("db.m5.large", 2, 8.0, [0.171, 0.178]),
    size("db.m6g.large", 2, 8.0, [0.152, 0.159]),
    size("db.m6i.large", 2, 8.0, [0.171, 0.178]),
    size("db.r5.large", 2, 16.0, [0.24, 0.25]),
    size("db.r6g.large", 2, 16.0, [0.215, 0.225]),
    size("db.m5.xlarge", 4, 16.0, [2.0 * 0.171, 2.0 * 0.178]),
    size("db.m6g.xlarge", 4, 16.0, [2.0 * 0.152, 2.0 * 0.159]),
    size("db.r5.xlarge", 4, 32.0, [2.0 * 0.24, 2.0 * 0.25]),
    size("db.r6g.xlarge", 4, 32.0, [2.0 * 0.215, 2.0 * 0.225]),
    size("db.m6g.2xlarge", 8, 32.0, [4.0 * 0.152, 4.0 * 0.159]),
    size("db.r5.2xlarge", 8, 64.0, [4.0 * 0.24, 4.0 * 0.25]),
    size("db.m6g.4xlarge", 16, 64.0, [8.0 * 0.152, 8.0 * 0.159]),
    size("db.r5.8xlarge", 32, 256.0, [16.0 * 0.24, 16.0 * 0.25]),
];

/// What an unknown name is taken for.
pub const RDS_FALLBACK: InstanceType = size("db.m6g.large", 2, 8.0, [0.152, 0.159]);

/// Names of [`RDS`], for choices.
pub const RDS_NAMES: &[&str] = &[
    "db.t2.micro",
    "db.t2.small",
    "db.t2.medium",
    "db.t3.micro",
    "db.t3.small",
    "db.t3.medium",
    "db.t3.large",
    "db.t4g.micro",
    "db.t4g.small",
    "db.t4g.medium",
    "db.t4g.large",
    "db.m5.large",
    "db.m6g.large",
    "db.m6i.large",
    "db.r5.large",
    "db.r6g.large",
    "db.m5.xlarge",
    "db.m6g.xlarge",
    "db.r5.xlarge",
    "db.r6g.xlarge",
    "db.m6g.2xlarge",
    "db.r5.2xlarge",
    "db.m6g.4xlarge",
    "db.r5.8xlarge",
];

/// The RDS class of this name.
pub fn rds(name: &str) -> Option<InstanceType> {
    RDS.iter().copied().find(|candidate| candidate.name == name)
}

/// The next larger class of the same family, or of the largest the next smaller one.
pub fn next_class(name: &str) -> Option<&'static str> {
    let family = |name: &str| name.rsplit_once('.').map(|(family, _)| family.len());
    let is_of_it = |other: &&&str| {
        family(name) == family(other) && family(name).is_some_and(|length| other.get(..length) == name.get(..length))
    };
    let mut classes = RDS_NAMES.iter().filter(is_of_it);
    let mut before = None;
    while let Some(class) = classes.next() {
        if *class == name {
            return classes.next().copied().or(before);
        }
        before = Some(*class);
    }
    None
}

/// US dollars an hour of a class with this engine in one zone. Aurora costs about a fifth more than MySQL (PRC-16).
pub fn database_usd_per_hour(engine: DatabaseEngine, class: InstanceType) -> f64 {
    let [mysql, postgres] = class.usd_per_hour;
    match engine {
        DatabaseEngine::Mysql | DatabaseEngine::Mariadb => mysql,
        DatabaseEngine::Postgres => postgres,
        // db.t3.medium .082, db.t3.large .164, db.r5.large .29 of .068, .136, .24.
        DatabaseEngine::AuroraMysql | DatabaseEngine::AuroraPostgresql => {
            let thousandths = mysql * if class.burstable.is_some() { 1_206.0 } else { 1_208.4 };
            (thousandths + 0.5) as u32 as f64 / 1_000.0
        }
    }
}

/// `DBInstanceClassMemory` in GiB. It is less than the class has: the operating system and RDS's own processes take some. What
/// is left was reckoned from limits that people saw (RDS-23, RDS-46).
fn class_memory_gib(class: InstanceType) -> f64 {
    match class.memory_gib {
        gib if gib <= 1.0 => 0.774 * gib,
        gib if gib <= 2.0 => 0.8795 * gib,
        gib if gib <= 4.0 && class.name.starts_with("db.t2") => 0.9167 * gib,
        gib if gib <= 4.0 => 0.9 * gib,
        gib if gib <= 8.0 => 0.9501 * gib,
        gib => 0.967 * gib,
    }
}

/// `max_connections` that the engine derives from the class's memory (facts RDS-19 to RDS-21), or from Aurora MySQL's table of
/// classes (AUR-05).
pub fn max_connections(engine: DatabaseEngine, class: InstanceType, memory: ClassMemory) -> u32 {
    let gib = match memory {
        ClassMemory::Nominal => class.memory_gib,
        ClassMemory::Observed => class_memory_gib(class),
    };
    let bytes = gib * 1_073_741_824.0;
    match engine {
        DatabaseEngine::Postgres | DatabaseEngine::AuroraPostgresql => (bytes / 9_531_392.0).min(5_000.0) as u32,
        DatabaseEngine::Mysql => (bytes / 12_582_880.0) as u32,
        DatabaseEngine::Mariadb => (bytes / 25_165_760.0).min(12_000.0) as u32,
        DatabaseEngine::AuroraMysql => match class.memory_gib as u32 {
            0..=2 => 45,
            3..=4 => 90,
            5..=8 => 135,
            9..=16 => 1_000,
            17..=32 => 2_000,
            33..=64 => 3_000,
            65..=128 => 4_000,
            _ => 5_000,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(engine: DatabaseEngine, class: &str, memory: ClassMemory) -> u32 {
        max_connections(engine, rds(class).unwrap(), memory)
    }

    #[test]
    fn the_formulas_give_the_nominal_limits() {
        let mysql = |class| limit(DatabaseEngine::Mysql, class, ClassMemory::Nominal);
        let classes = ["db.t2.micro", "db.t3.small", "db.t3.medium", "db.m5.large", "db.r5.large"];
        assert_eq!(classes.map(mysql), [85, 170, 341, 682, 1_365]);
        let postgres = |class| limit(DatabaseEngine::Postgres, class, ClassMemory::Nominal);
        assert_eq!(classes.map(postgres), [112, 225, 450, 901, 1_802]);
        assert_eq!(limit(DatabaseEngine::Mariadb, "db.m5.large", ClassMemory::Nominal), 341);
        assert_eq!(limit(DatabaseEngine::Postgres, "db.r5.8xlarge", ClassMemory::Nominal), 5_000);
    }

    #[test]
    fn what_people_saw_is_less() {
        let mysql = |class| limit(DatabaseEngine::Mysql, class, ClassMemory::Observed);
        let classes = ["db.t2.micro", "db.t2.small", "db.t2.medium", "db.t3.medium", "db.m5.large", "db.r5.large"];
        assert_eq!(classes.map(mysql), [66, 150, 312, 307, 648, 1_320]);
        let postgres = |class| limit(DatabaseEngine::Postgres, class, ClassMemory::Observed);
        assert_eq!(["db.t2.small", "db.t2.medium", "db.m5.large"].map(postgres), [198, 413, 856]);
    }

    #[test]
    fn aurora_mysql_has_a_table() {
        let classes = ["db.t3.small", "db.t3.medium", "db.t3.large", "db.r5.large", "db.r5.xlarge", "db.r5.8xlarge"];
        let limits = classes.map(|class| limit(DatabaseEngine::AuroraMysql, class, ClassMemory::Observed));
        assert_eq!(limits, [45, 90, 135, 1_000, 2_000, 5_000]);
    }

    #[test]
    fn the_name_list_matches_the_table() {
        assert_eq!(RDS.iter().map(|size| size.name).collect::<Vec<_>>(), RDS_NAMES);
    }

    #[test]
    fn the_next_class_is_of_the_same_family() {
        let next = ["db.t3.micro", "db.m6g.large", "db.m6g.4xlarge", "db.m6i.large", "db.x"].map(next_class);
        assert_eq!(next, [Some("db.t3.small"), Some("db.m6g.xlarge"), Some("db.m6g.2xlarge"), None, None]);
    }

    #[test]
    fn aurora_has_its_own_price() {
        let price = |class| database_usd_per_hour(DatabaseEngine::AuroraMysql, rds(class).unwrap());
        assert_eq!(["db.t3.medium", "db.t3.large", "db.r5.large"].map(price), [0.082, 0.164, 0.29]);
    }
}
