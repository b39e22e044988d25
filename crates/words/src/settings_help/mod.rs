//! What each setting does, in English and Korean.

use ninepins_model::SettingKey as Key;

use crate::settings_database::{self as database, database_keys};
use crate::settings_elasticache::cache_keys;
use crate::settings_sqs::queue_keys;

/// The settings of one topic with their texts: the pattern that all their keys fit, and what each does; nothing for others.
macro_rules! explained {
    ($keys:ident: $($($key:ident)|+: $english:literal, $korean:literal;)*) => {
        macro_rules! $keys {
            () => {
                $($(Key::$key)|+)|*
            };
        }
        pub(super) use $keys;

        pub(super) const fn help(key: Key) -> (&'static str, &'static str) {
            match key {
                $($(Key::$key)|+ => ($english, $korean),)*
                _ => ("", ""),
            }
        }
    };
}

mod balancers;
mod clients;
mod databases;
mod dns;
mod edge;
mod groups;
mod machine;
mod network;
mod scaling;
mod servers;

use balancers::balancer_keys;
use clients::client_keys;
use databases::engine_keys;
use dns::dns_keys;
use edge::edge_keys;
use groups::group_keys;
use machine::machine_keys;
use network::network_keys;
use scaling::scaling_keys;
use servers::server_keys;

/// What each setting does, in the order of their keys: a table made by the compiler, which is smaller than the code of topics.
static HELP: [(&str, &str); Key::ALL.len()] = {
    let mut help = [("", ""); Key::ALL.len()];
    let mut place = 0;
    while place < help.len() {
        help[place] = of_topic(Key::ALL[place]);
        place += 1;
    }
    help
};

/// What a setting does in AWS and in the simulation.
pub(crate) fn help(key: Key) -> (&'static str, &'static str) {
    HELP[key as usize]
}

const fn of_topic(key: Key) -> (&'static str, &'static str) {
    match key {
        client_keys!() => clients::help(key),
        dns_keys!() => dns::help(key),
        edge_keys!() => edge::help(key),
        network_keys!() => network::help(key),
        balancer_keys!() => balancers::help(key),
        group_keys!() => groups::help(key),
        server_keys!() => servers::help(key),
        engine_keys!() => databases::help(key),
        machine_keys!() => machine::help(key),
        cache_keys!() => (crate::settings_elasticache::english(key), crate::settings_elasticache::korean(key)),
        queue_keys!() => (crate::settings_sqs::english(key), crate::settings_sqs::korean(key)),
        database_keys!() => database::help(key),
        Key::NoteText => (
            "Shown on the canvas and kept in the link. It changes nothing in the run.",
            "캔버스에 표시되고 링크에 함께 저장됩니다. 실행 결과에는 영향을 주지 않습니다.",
        ),
        scaling_keys!() => scaling::help(key),
    }
}
