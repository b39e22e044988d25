//! Which wires of a load balancer lead to one target group.

use crate::{Design, Kind, Wire, WireId, WireKind, WireSettings};

impl Design {
    /// The wire whose settings hold for the target group that a wire of a load balancer leads to: the first in the order of
    /// ids, which may be this one.
    ///
    /// Wires with the same name are one target group. Without a name each Auto Scaling group is a target group of its own,
    /// and single instances share one.
    pub fn target_group_of<'a>(&'a self, id: &'a WireId) -> &'a WireId {
        let Some(own) = self.wires.get(id) else { return id };
        let is_shared = |wire: &Wire| {
            let kinds = self.parts.get(&wire.from).zip(self.parts.get(&wire.to));
            kinds.is_some_and(|(from, to)| match from.kind().wire_to(to.kind()) {
                Some(WireKind::TargetGroup | WireKind::NlbTargetGroup) => {
                    to.kind() == Kind::Ec2 || !name(wire).is_empty()
                }
                _ => false,
            })
        };
        if !is_shared(own) {
            return id;
        }
        let is_same = |wire: &Wire| wire.from == own.from && name(wire) == name(own) && is_shared(wire);
        self.wires.iter().find(|(_, wire)| is_same(wire)).map_or(id, |(first, _)| first)
    }
}

/// The name of the target group that a wire leads to.
fn name(wire: &Wire) -> &str {
    match &wire.settings {
        Some(WireSettings::TargetGroup(group)) => &group.name,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::presets::seed_architecture;
    use crate::{Design, Kind, Part, Wire, WireId, WireSettings};

    /// Two instances and two Auto Scaling groups behind the load balancer of the seed architecture.
    fn design() -> Design {
        let mut design = seed_architecture();
        for (wire, part, kind) in [("x1", "one", Kind::Ec2), ("x2", "other", Kind::Ec2), ("x3", "more", Kind::Asg)] {
            design.parts.insert(part.parse().unwrap(), Part::new(kind));
            design.wires.insert(wire.parse().unwrap(), Wire::new("alb".parse().unwrap(), part.parse().unwrap()));
        }
        design
    }

    fn first(design: &Design, wire: &str) -> String {
        design.target_group_of(&wire.parse::<WireId>().unwrap()).to_string()
    }

    #[test]
    fn single_instances_share_a_target_group_and_scaling_groups_have_their_own() {
        let design = design();
        assert_eq!(["x1", "x2", "x3"].map(|wire| first(&design, wire)), ["x1", "x1", "x3"]);
    }

    #[test]
    fn a_name_of_its_own_is_a_target_group_of_its_own_and_the_same_name_the_same_one() {
        let mut design = design();
        let mut call = |wire: &str, name: &str| {
            let wire = design.wires.get_mut(&wire.parse::<WireId>().unwrap()).unwrap();
            let mut group = wire.target_group();
            group.name = name.into();
            wire.settings = Some(WireSettings::TargetGroup(group));
        };
        call("x2", "canary");
        call("x3", "canary");
        assert_eq!(["x1", "x2", "x3"].map(|wire| first(&design, wire)), ["x1", "x2", "x2"]);
    }
}
