//! Which settings change nothing because of another setting of the same part or wire: the think time of users while their
//! population is open. What is idle changes neither a run nor its bill nor what validation finds
//! (`tests/tests/idle_settings.rs` holds the table against the engine).

mod table;

use serde_json::Value;
use table::ROWS;

use crate::instance_types::{ec2, rds};
use crate::setting::{Setting, SettingKey};
use crate::{Design, Kind, PartSettings, WireId, wires};

/// That another setting of the same part or wire has a certain value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The other setting.
    pub of: SettingKey,
    /// What it must be.
    pub is: Condition,
}

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// On.
    On,
    /// Off.
    Off,
    /// One of these values of a choice.
    OneOf(&'static [&'static str]),
    /// Any value of a choice but this one.
    Not(&'static str),
    /// A larger number.
    MoreThan(u32),
    /// A list with something in it.
    Filled,
    /// A list with nothing in it.
    Empty,
    /// An instance type, or a class, with CPU credits.
    Burstable,
}

/// Settings that have an effect only while one of these needs is met. A setting may be in several rows: then each of them holds.
struct Row {
    settings: &'static [SettingKey],
    any: &'static [Need],
}

/// Every setting that may be idle, with what it waits for then; one of the needs is enough.
pub fn needs() -> impl Iterator<Item = (SettingKey, &'static [Need])> {
    ROWS.iter().flat_map(|row| row.settings.iter().map(|key| (*key, row.any)))
}

impl Condition {
    /// Whether a value is as it must be.
    fn is_met(self, value: &Value) -> bool {
        let is_empty =
            || value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(|map| map.is_empty());
        match (self, value) {
            (Condition::On, Value::Bool(on)) => *on,
            (Condition::Off, Value::Bool(on)) => !on,
            (Condition::OneOf(values), Value::String(text)) => values.contains(&text.as_str()),
            (Condition::Not(other), Value::String(text)) => text != other,
            (Condition::Burstable, Value::String(name)) => {
                ec2(name).or_else(|| rds(name)).is_some_and(|size| size.burstable.is_some())
            }
            (Condition::MoreThan(least), Value::Number(number)) => {
                number.as_f64().is_some_and(|number| number > f64::from(least))
            }
            (Condition::Filled, _) => !is_empty(),
            (Condition::Empty, _) => is_empty(),
            _ => false,
        }
    }
}

/// The settings of a part or a wire with their values.
#[derive(Debug, Clone)]
pub struct Controls {
    /// What can be set.
    pub table: &'static [Setting],
    /// The values, as in a document.
    pub values: Value,
    /// A setting that decides nothing here.
    without: Option<SettingKey>,
}

impl Controls {
    /// Those of a part.
    pub fn of_part(settings: &PartSettings) -> Self {
        Controls { table: crate::parts::settings_of(settings.kind()), values: settings.to_json(), without: None }
    }

    /// Those of a wire that has any.
    pub fn of_wire(design: &Design, id: &WireId) -> Option<Self> {
        let settings = design.effective_wire_settings(id)?;
        let target = design.parts.get(&design.wires.get(id)?.to).map(crate::Part::kind);
        // A record to an instance is an A record, whatever it says of aliases.
        let without = (target == Some(Kind::Ec2)).then_some(SettingKey::RecordAlias);
        Some(Controls { table: wires::settings_of(settings.kind()), values: settings.to_json(), without })
    }

    /// What a setting waits for: one of these needs. `None` while it has its effect.
    ///
    /// What depends on a setting that is idle itself is idle, and waits for the same as that one. A need of a setting that the
    /// part or wire does not have says nothing of it: the path of a health check depends on a record's type of check, and
    /// elsewhere on a target group's protocol.
    pub fn waits_for(&self, key: SettingKey) -> Option<&'static [Need]> {
        ROWS.iter().filter(|row| row.settings.contains(&key)).find_map(|row| self.missing(row.any))
    }

    /// Any of these, where none of them is met; or what the settings that decide wait for, where all of those are idle.
    fn missing(&self, any: &'static [Need]) -> Option<&'static [Need]> {
        let (mut decides, mut behind) = (false, None);
        for need in any {
            let Some(value) = self.value_of(need.of) else { continue };
            match self.waits_for(need.of) {
                None if need.is.is_met(value) => return None,
                None => decides = true,
                waits => behind = behind.or(waits),
            }
        }
        if decides { Some(any) } else { behind }
    }

    fn value_of(&self, key: SettingKey) -> Option<&Value> {
        let setting = self.table.iter().find(|setting| setting.key == key && Some(key) != self.without)?;
        setting.path.split('.').try_fold(&self.values, |place, level| place.get(level))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::presets::{seed_architecture, two_regions};
    use crate::{Part, WireKind, WireSettings};

    /// A part of this kind with these values at these places.
    fn with(kind: Kind, values: &[(&str, Value)]) -> Controls {
        set(Controls::of_part(&PartSettings::new(kind)), values)
    }

    fn set(mut controls: Controls, values: &[(&str, Value)]) -> Controls {
        for (path, value) in values {
            *controls.values.pointer_mut(&format!("/{}", path.replace('.', "/"))).unwrap() = value.clone();
        }
        controls
    }

    /// The setting that another one waits for.
    fn waits(controls: &Controls, key: SettingKey) -> Option<SettingKey> {
        controls.waits_for(key).map(|needs| needs[0].of)
    }

    #[test]
    fn clients_of_an_open_population_do_not_think_and_those_of_a_closed_one_have_no_rate() {
        let keys = [SettingKey::ThinkTime, SettingKey::RequestsPerSecond, SettingKey::Shape, SettingKey::Arrivals];
        let open = with(Kind::Users, &[]);
        assert_eq!(keys.map(|key| waits(&open, key)), [Some(SettingKey::Population), None, None, None]);
        let closed = with(Kind::Users, &[("traffic.population", json!("closed"))]);
        // Think times are spread as arrivals are.
        let population = Some(SettingKey::Population);
        assert_eq!(keys.map(|key| waits(&closed, key)), [None, population, population, None]);
    }

    #[test]
    fn what_depends_on_an_idle_setting_is_idle_and_waits_for_the_same() {
        let crowd = ("traffic.shape", json!("flash_crowd"));
        let closed = ("traffic.population", json!("closed"));
        let rise = |values: &[(&str, Value)]| waits(&with(Kind::Users, values), SettingKey::CrowdRise);
        assert_eq!(rise(std::slice::from_ref(&crowd)), None);
        assert_eq!(rise(&[]), Some(SettingKey::Shape));
        assert_eq!(rise(&[crowd, closed.clone()]), Some(SettingKey::Population));
        assert_eq!(rise(&[closed]), Some(SettingKey::Population));
    }

    #[test]
    fn three_steps_lead_from_the_retries_to_the_tokens() {
        let bucket = ("retries.token_bucket.enabled", json!(true));
        let tokens = |values: &[(&str, Value)]| waits(&with(Kind::Users, values), SettingKey::TokenInitial);
        assert_eq!(tokens(std::slice::from_ref(&bucket)), None);
        assert_eq!(tokens(&[]), Some(SettingKey::TokenBucket));
        assert_eq!(tokens(&[bucket, ("retries.max", json!(0))]), Some(SettingKey::RetriesMax));
    }

    #[test]
    fn one_of_several_needs_is_enough_and_none_of_them_counts_while_its_own_setting_is_idle() {
        let cpu =
            |values: &[(&str, Value)]| with(Kind::Asg, values).waits_for(SettingKey::TargetCpu).map(<[Need]>::len);
        let network = ("target_tracking.metric", json!("asg_average_network_in"));
        let off = ("target_tracking.enabled", json!(false));
        assert_eq!(cpu(&[]), None);
        assert_eq!(cpu(std::slice::from_ref(&network)), Some(3));
        assert_eq!(cpu(&[network, ("target_tracking.second_metric", json!("asg_average_cpu_utilization"))]), None);
        assert_eq!(cpu(std::slice::from_ref(&off)), Some(1));
        assert_eq!(cpu(&[off, ("predictive_scaling.enabled", json!(true))]), None);
    }

    #[test]
    fn a_standby_a_cluster_and_aurora_each_have_times_of_their_own() {
        let keys =
            [SettingKey::FailoverMin, SettingKey::ClusterFailoverMin, SettingKey::MultiAz, SettingKey::AuroraReplicas];
        let database = |values: &[(&str, Value)]| keys.map(|key| waits(&with(Kind::Rds, values), key));
        let (engine, cluster) = (Some(SettingKey::DatabaseEngine), Some(SettingKey::DatabaseCluster));
        assert_eq!(database(&[]), [Some(SettingKey::MultiAz), engine, None, engine]);
        assert_eq!(database(&[("multi_az", json!(true))]), [None, engine, None, engine]);
        assert_eq!(database(&[("cluster", json!(true))]), [cluster, None, engine, engine]);
        let aurora = [("engine", json!("aurora_mysql")), ("cluster", json!(true)), ("multi_az", json!(true))];
        assert_eq!(database(&aurora), [engine, None, None, None]);
    }

    #[test]
    fn a_key_of_several_tables_waits_for_what_its_own_table_has() {
        let of_wire = |kind| {
            let settings = WireSettings::new(kind).unwrap();
            Controls { table: wires::settings_of(kind), values: settings.to_json(), without: None }
        };
        let path = |kind| waits(&of_wire(kind), SettingKey::CheckPath);
        assert_eq!(path(WireKind::Record), Some(SettingKey::RecordCheckType));
        assert_eq!(path(WireKind::NlbTargetGroup), Some(SettingKey::CheckProtocol));
        assert_eq!(path(WireKind::TargetGroup), None);
    }

    #[test]
    fn the_ttl_of_an_alias_is_its_targets_but_a_record_to_an_instance_has_its_own() {
        let mut design = two_regions();
        let is_record = |settings: &Option<WireSettings>| matches!(settings, Some(WireSettings::Record(_)));
        let (id, to) = design
            .wires
            .iter()
            .find(|(_, wire)| is_record(&wire.settings))
            .map(|(id, wire)| (id.clone(), wire.to.clone()))
            .unwrap();
        let ttl = |design: &Design| waits(&Controls::of_wire(design, &id).unwrap(), SettingKey::RecordTtl);
        assert_eq!(ttl(&design), Some(SettingKey::RecordAlias));
        design.parts.insert(to, Part::new(Kind::Ec2));
        assert_eq!(ttl(&design), None);
    }

    #[test]
    fn a_list_that_is_filled_and_a_burstable_type_are_told_from_others() {
        let delay = |lines: Value| waits(&with(Kind::Asg, &[("scheduled_actions", lines)]), SettingKey::ScheduledDelay);
        assert_eq!([delay(json!([])), delay(json!(["3600 2 10 6"]))], [Some(SettingKey::ScheduledActions), None]);
        let own = |routes: Value| waits(&with(Kind::Subnet, &[("routes", routes)]), SettingKey::OwnRouteTable);
        assert_eq!([own(json!({})), own(json!({ "0.0.0.0/0": "nat" }))], [None, Some(SettingKey::Routes)]);
        let start = |kind, path, name: &str| waits(&with(kind, &[(path, json!(name))]), SettingKey::CreditStart);
        assert_eq!(start(Kind::Ec2, "instance_type", "t3.micro"), None);
        assert_eq!(start(Kind::Ec2, "instance_type", "m6i.large"), Some(SettingKey::InstanceType));
        assert_eq!(start(Kind::Rds, "instance_class", "db.t3.micro"), None);
        assert_eq!(start(Kind::Rds, "instance_class", "db.m6g.large"), Some(SettingKey::DatabaseClass));
    }

    /// Every table of settings.
    fn tables() -> Vec<Controls> {
        let parts = Kind::ALL.into_iter().map(|kind| Controls::of_part(&PartSettings::new(kind)));
        let wires = crate::WIRE_SETTINGS.into_iter().map(|(_, kind)| Controls {
            table: wires::settings_of(kind),
            values: WireSettings::new(kind).unwrap().to_json(),
            without: None,
        });
        parts.chain(wires).collect()
    }

    #[test]
    fn every_need_is_of_a_setting_beside_and_of_a_value_that_it_can_have() {
        use crate::setting::Control;
        let tables = tables();
        for (key, any) in needs() {
            let found = tables.iter().filter(|one| one.table.iter().any(|setting| setting.key == key));
            let knows = |one: &&Controls| any.iter().any(|need| one.value_of(need.of).is_some());
            let knowing: Vec<&Controls> = found.filter(knows).collect();
            assert!(!knowing.is_empty(), "{key:?} has nothing to wait for");
            for (controls, need) in knowing.iter().flat_map(|one| any.iter().map(move |need| (one, need))) {
                let setting = controls.table.iter().find(|setting| setting.key == need.of);
                let fits = match (need.is, setting.map(|setting| setting.control)) {
                    (Condition::On | Condition::Off, Some(Control::Toggle)) => true,
                    (Condition::OneOf(values), Some(Control::Choice(all))) => {
                        values.iter().all(|one| all.contains(one))
                    }
                    (Condition::Not(value), Some(Control::Choice(all))) => all.contains(&value),
                    (Condition::MoreThan(least), Some(Control::Integer(fact) | Control::Decimal(fact))) => {
                        fact.min <= f64::from(least) && f64::from(least) < fact.max
                    }
                    (Condition::Filled | Condition::Empty, Some(Control::Texts | Control::Routes)) => true,
                    (Condition::Burstable, Some(Control::Choice(names))) => names.len() > 20,
                    _ => false,
                };
                assert!(fits, "{key:?} waits for {need:?}");
            }
        }
    }

    #[test]
    fn no_setting_waits_for_itself() {
        fn leads_back(key: SettingKey, steps: u32) -> bool {
            let rows = needs().filter(|(of, _)| *of == key);
            steps == 0 || rows.flat_map(|(_, any)| any).any(|need| leads_back(need.of, steps - 1))
        }
        assert_eq!(needs().find(|(key, _)| leads_back(*key, 8)), None);
    }

    #[test]
    fn with_the_defaults_of_every_kind_no_switch_of_the_seed_architecture_is_out_of_reach() {
        // Whatever is idle waits for something that is not.
        for controls in
            tables().into_iter().chain(seed_architecture().parts.values().map(|part| Controls::of_part(&part.settings)))
        {
            for setting in controls.table {
                let Some(needs) = controls.waits_for(setting.key) else { continue };
                assert!(needs.iter().any(|need| controls.waits_for(need.of).is_none()), "{:?}", setting.key);
            }
        }
    }
}
