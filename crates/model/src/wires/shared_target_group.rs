//! Which wires of a load balancer lead to one target group.

use crate::{Design, Kind, PartId, WireId};

impl Design {
    /// The wires of a load balancer by target group, in the order of ids; the settings of each one's first wire hold.
    ///
    /// Wires with the same name are one target group. Without a name each Auto Scaling group is a target group of its own,
    /// and single instances share one.
    pub fn target_groups(&self, balancer: &PartId) -> Vec<Vec<&WireId>> {
        let from = self.parts.get(balancer).map(|part| part.kind());
        let mut named: Vec<(String, usize)> = Vec::new();
        let mut groups: Vec<Vec<&WireId>> = Vec::new();
        for (id, wire) in self.wires.iter().filter(|(_, wire)| wire.from == *balancer) {
            let Some(kind) = self.parts.get(&wire.to).map(|part| part.kind()) else { continue };
            if from.and_then(|from| from.wire_to(kind)).is_none() {
                continue;
            }
            let name = wire.target_group().name;
            let is_shared = kind == Kind::Ec2 || !name.is_empty();
            match named.iter().find(|(other, _)| is_shared && *other == name) {
                Some((_, group)) => groups[*group].push(id),
                None => {
                    if is_shared {
                        named.push((name, groups.len()));
                    }
                    groups.push(vec![id]);
                }
            }
        }
        groups
    }

    /// The wire whose settings hold for the target group that this one leads to, if that is another wire.
    pub fn settings_of_target_group(&self, id: &WireId) -> Option<&WireId> {
        let wire = self.wires.get(id)?;
        let is_balancer = self.parts.get(&wire.from).is_some_and(|part| matches!(part.kind(), Kind::Alb | Kind::Nlb));
        let groups = if is_balancer { self.target_groups(&wire.from) } else { Vec::new() };
        groups.into_iter().find(|group| group.contains(&id))?.into_iter().next().filter(|first| *first != id)
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

    fn first(design: &Design, wire: &str) -> Option<String> {
        design.settings_of_target_group(&wire.parse::<WireId>().unwrap()).map(ToString::to_string)
    }

    #[test]
    fn single_instances_share_a_target_group_and_scaling_groups_have_their_own() {
        let design = design();
        assert_eq!(first(&design, "x2").as_deref(), Some("x1"));
        assert_eq!([first(&design, "x1"), first(&design, "x3")], [None, None]);
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
        assert_eq!([first(&design, "x1"), first(&design, "x2")], [None, None]);
        assert_eq!(first(&design, "x3").as_deref(), Some("x2"));
    }
}
