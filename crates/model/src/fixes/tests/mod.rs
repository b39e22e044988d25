//! Designs with something wrong in them, whose fix must mend it; and every setting out of its range.

use super::{Fix, FixKind, fix};
use crate::parts::{
    CertificateSource, ExternalService, HealthCheckType, LaunchNeeds, NatGateway, Nlb, RegisterAt, RouteTarget, Shape,
    Subnet,
};
use crate::presets::{Preset, seed_architecture, two_regions};
use crate::setting::{Control, SettingKey, Unit};
use crate::wires::{
    Algorithm, Call, FailoverRole, HealthCheckDepth, Origin, OriginRole, Record, RecordCheckType, RoutingPolicy,
    StickinessCookie, TargetGroup,
};
use crate::{
    Action, Change, Design, Event, History, Kind, Part, PartId, PartSettings, Problem, ProblemKind, SecurityGroup,
    Wire, WireSettings, problems,
};

mod compute;
mod edge;
mod network;
mod values;

fn id(text: &str) -> PartId {
    text.parse().unwrap()
}

fn part(design: &mut Design, name: &str, change: impl FnOnce(&mut PartSettings)) {
    change(&mut design.parts.get_mut(&id(name)).unwrap().settings);
}

fn subnet(design: &mut Design, name: &str, change: impl FnOnce(&mut Subnet)) {
    part(design, name, |settings| {
        if let PartSettings::Subnet(subnet) = settings {
            change(subnet)
        }
    });
}

fn group(design: &mut Design, change: impl FnOnce(&mut TargetGroup)) {
    let wire = design.wires.get_mut(&"w5".parse().unwrap()).unwrap();
    let mut group = wire.target_group();
    change(&mut group);
    wire.settings = Some(WireSettings::TargetGroup(group));
}

fn origin(design: &mut Design, change: impl FnOnce(&mut Origin)) {
    let wire = design.wires.get_mut(&"w4".parse().unwrap()).unwrap();
    let mut origin = wire.origin();
    change(&mut origin);
    wire.settings = Some(WireSettings::Origin(origin));
}

fn settings(settings: PartSettings, container: Option<&str>) -> Part {
    Part { container: container.map(id), ..Part { settings, ..Part::new(Kind::Users) } }
}

fn chosen(key: SettingKey, value: &str) -> FixKind {
    FixKind::Choose { key, value: value.into() }
}

/// Mends everything that can be mended, one problem after the other, and gives what was done.
fn mend(design: &mut Design) -> Vec<FixKind> {
    let mut done = Vec::new();
    while let Some((problem, Fix { kind, edit })) =
        problems(design).into_iter().find_map(|problem| fix(design, &problem).map(|fix| (problem, fix)))
    {
        let before = design.clone();
        let inverse = design.apply(edit).unwrap();
        assert!(!problems(design).contains(&problem), "{problem:?} is still there after {kind:?}");
        let mut back = design.clone();
        back.apply(inverse).unwrap();
        assert!(back == before, "{kind:?} is not one step that can be taken back");
        done.push(kind);
        assert!(done.len() < 20, "fixes undo each other: {done:?}");
    }
    done
}

/// The seed architecture with this wrong must be mended by fixes that begin with this one, and be without problems then.
#[track_caller]
fn mended(expected: &FixKind, spoil: impl FnOnce(&mut Design)) -> Design {
    let mut design = seed_architecture();
    spoil(&mut design);
    assert_ne!(problems(&design), Vec::<Problem>::new(), "nothing is wrong");
    let done = mend(&mut design);
    assert_eq!(done.first(), Some(expected));
    assert_eq!(problems(&design), Vec::<Problem>::new(), "after {done:?}");
    design
}

#[test]
fn whatever_is_wrong_with_a_preset_a_fix_mends_what_it_says() {
    for preset in Preset::ALL {
        mend(&mut preset.design());
    }
}

#[test]
fn a_fix_is_one_step_of_the_history() {
    let (mut design, mut history) = (seed_architecture(), History::default());
    group(&mut design, |group| group.group_health.routing_count = 2);
    let before = design.clone();
    let found = problems(&design);
    let Fix { edit, .. } = fix(&design, &found[0]).unwrap();
    history.commit(&mut design, Change::Fix, edit).unwrap();
    assert_eq!(problems(&design), Vec::new());
    history.undo(&mut design).unwrap();
    assert_eq!(design, before);
    assert_eq!(history.undoable(), None);
}
