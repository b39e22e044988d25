//! Names that never change: they key the document and seed the random streams. Copies share their text: layouts, gestures
//! and views copy hundreds of them.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{Blank, Fields};

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 40 characters of a-z, 0-9, '-' and '_', and starts with a letter or digit")]
pub struct BadId;

fn is_id(text: &str) -> bool {
    let head = text.bytes().next();
    text.len() <= 40
        && head.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Fields)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend("pattern" = "^[a-z0-9][a-z0-9_-]{0,39}$"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Blank for $name {
            fn blank() -> Self {
                Self("".into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                if is_id(text) { Ok(Self(text.into())) } else { Err(BadId) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.as_ref().to_owned()
            }
        }
    };
}

id! {
    /// The id of a part. Never changes; a part's `name` is separate.
    PartId
}
id! {
    /// The id of a wire.
    WireId
}

#[cfg(test)]
mod tests {
    use super::PartId;

    #[test]
    fn an_id_with_markup_is_refused() {
        assert!("<b>".parse::<PartId>().is_err());
    }

    #[test]
    fn an_id_of_lower_case_letters_and_dashes_is_accepted() {
        assert_eq!("az-a".parse::<PartId>().unwrap().as_str(), "az-a");
    }
}
