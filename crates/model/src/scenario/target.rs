//! Members of parts, as events name them.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PartId;
use crate::fields::{Blank, Fields};

/// A member of a part: `api/3` (the third created), `api/oldest`, `api/newest`, `api/any`, each optionally within a zone:
/// `api/any@ap-northeast-2a`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct MemberTarget {
    /// The part.
    pub part: PartId,
    /// Which of its members.
    pub pick: MemberPick,
    /// Only members in this zone.
    pub zone: Option<String>,
}

/// Which member of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberPick {
    /// The n-th created, from 1.
    Number(u32),
    /// The oldest that lives.
    Oldest,
    /// The newest that lives.
    Newest,
    /// Any that lives, drawn from the run's own random stream.
    Any,
}

impl Blank for MemberTarget {
    fn blank() -> Self {
        MemberTarget { part: PartId::blank(), pick: MemberPick::Any, zone: None }
    }
}

impl fmt::Display for MemberTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/", self.part)?;
        match self.pick {
            MemberPick::Number(number) => write!(formatter, "{number}")?,
            MemberPick::Oldest => formatter.write_str("oldest")?,
            MemberPick::Newest => formatter.write_str("newest")?,
            MemberPick::Any => formatter.write_str("any")?,
        }
        match &self.zone {
            Some(zone) => write!(formatter, "@{zone}"),
            None => Ok(()),
        }
    }
}

impl FromStr for MemberTarget {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("“{text}” names no member: write part/3, part/oldest, part/newest or part/any");
        let (part, rest) = text.split_once('/').ok_or_else(wrong)?;
        let (pick, zone) = match rest.split_once('@') {
            Some((pick, zone)) => (pick, Some(zone.to_owned())),
            None => (rest, None),
        };
        let pick = match pick {
            "oldest" => MemberPick::Oldest,
            "newest" => MemberPick::Newest,
            "any" => MemberPick::Any,
            number => MemberPick::Number(number.parse().map_err(|_| wrong())?),
        };
        Ok(MemberTarget { part: part.parse().map_err(|_| wrong())?, pick, zone })
    }
}

impl TryFrom<String> for MemberTarget {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<MemberTarget> for String {
    fn from(target: MemberTarget) -> String {
        target.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::MemberTarget;

    #[test]
    fn a_member_in_a_zone_reads_as_it_is_written() {
        assert_eq!("api/any@ap-northeast-2a".parse::<MemberTarget>().unwrap().to_string(), "api/any@ap-northeast-2a");
    }
}
