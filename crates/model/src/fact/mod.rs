//! The catalogue of facts in use: every default and range that a setting has comes from here.
//!
//! Ids follow the sections of the fact sheet the product is built on: `TRF` clients, `R53` Route 53, `ACM`
//! certificates, `TLS`, `CF` CloudFront, `S3`, `VPC`, `ALB`, `NLB`, `ASG`, `EC2`, `RDS`, `EC` ElastiCache, `SQS`, `LAT` latencies, `APP` the
//! application server, `EXT` services outside AWS, `PRC` prices (us-east-1, on demand). `GAP` marks what AWS does not publish: an adjustable assumption.

use crate::setting::Unit;

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Read in the vendor's documentation or measured.
    Confirmed,
    /// Not published: a visible setting with an assumed default.
    Assumed,
    /// A choice of this product, not a claim about AWS.
    Choice,
}

/// One published or assumed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact {
    /// Stable id, for example `ALB-01`.
    pub id: &'static str,
    /// The default.
    pub value: f64,
    /// The smallest valid value.
    pub min: f64,
    /// The largest valid value.
    pub max: f64,
    /// The unit of the three numbers.
    pub unit: Unit,
    /// Where it can be checked; empty for a choice of this product.
    pub page: &'static str,
    /// How well it is known.
    pub status: Status,
}

impl Fact {
    /// The default as a whole number.
    pub const fn whole(&self) -> u32 {
        self.value as u32
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $value:literal, $min:literal ..= $max:literal, $unit:ident, $status:ident, $page:literal;)*) => {
        $($(#[$doc])* pub const $name: Fact = Fact {
            id: $id, value: $value as f64, min: $min as f64, max: $max as f64,
            unit: crate::Unit::$unit, page: $page, status: crate::fact::Status::$status,
        };)*
        pub(super) const FACTS: &[Fact] = &[$($name),*];
    };
}

mod clients;
mod databases;
mod edge;
mod instances;
mod network;
mod prices;
mod scaling;
mod servers;

pub use clients::*;
pub use databases::*;
pub use edge::*;
pub use instances::*;
pub use network::*;
pub use prices::*;
pub use scaling::*;
pub use servers::*;

/// The facts of each file, in the order in which they are told.
const FILES: [&[Fact]; 8] = [
    clients::FACTS,
    edge::FACTS,
    network::FACTS,
    scaling::FACTS,
    servers::FACTS,
    databases::FACTS,
    instances::FACTS,
    prices::FACTS,
];

/// Every fact in use.
pub const ALL: &[Fact] = &gathered();

const COUNT: usize = {
    let (mut count, mut file) = (0, 0);
    while file < FILES.len() {
        count += FILES[file].len();
        file += 1;
    }
    count
};

const fn gathered() -> [Fact; COUNT] {
    let mut facts = [clients::REQUESTS_PER_SECOND; COUNT];
    let (mut count, mut file) = (0, 0);
    while file < FILES.len() {
        let mut place = 0;
        while place < FILES[file].len() {
            facts[count] = FILES[file][place];
            count += 1;
            place += 1;
        }
        file += 1;
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_default_lies_in_its_range() {
        let outside: Vec<&str> =
            ALL.iter().filter(|fact| fact.value < fact.min || fact.value > fact.max).map(|fact| fact.id).collect();
        assert_eq!(outside, Vec::<&str>::new());
    }
}
