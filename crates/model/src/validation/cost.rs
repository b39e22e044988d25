//! What costs more than it need, and what is paid for too late: credits that run out.

use super::index::Link;
use super::{Found, ProblemKind};
use crate::instance_types::{EC2, InstanceType, ec2};
use crate::parts::{
    Application, Asg, CpuCredits, CreditSpecification, LaunchNeeds, Population, Rds, RouteTarget, ScalingMetric,
    StorageType, Users,
};
use crate::wires::TargetGroup;
use crate::{Kind, Part, PartId, PartSettings, Wire, fact};

/// What can be dearer than it need be, or run out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostProblem {
    /// Burstable instances in standard mode are asked for more than their baseline, so their credits run out (EC2-09).
    CreditsRunOut {
        /// CPU that is asked for, in per cent.
        load: u32,
        /// The baseline, in per cent (EC2-02).
        baseline: u32,
    },
    /// Surplus credits cost more than an instance without credits (EC2-12).
    SurplusDearer {
        /// CPU that is asked for, in per cent.
        load: u32,
        /// The cheapest type of at least the same size that needs no credits.
        instead: &'static str,
    },
    /// What comes from S3 passes a NAT gateway, which charges for each gigabyte; a gateway endpoint does not (VPC-30).
    NatForS3,
    /// No route leads to the NAT gateway (PRC-09).
    UnusedNat,
    /// No wire leads to the load balancer (PRC-07).
    UnusedBalancer,
    /// gp3 includes as many IOPS as io1 is paid for (RDS-28, RDS-29).
    Io1WithinGp3 {
        /// Those that gp3 includes.
        included: u32,
    },
}

/// Size from which on a gp3 volume is striped, and IOPS that it includes below and above (RDS-28, RDS-29).
const GP3_STRIPED_GIB: u32 = 400;
const GP3_INCLUDED: [u32; 2] = [3_000, 12_000];

impl Found<'_> {
    /// What is wrong with the cost of a part.
    pub(super) fn cost(&mut self, id: &PartId, part: &Part) {
        match &part.settings {
            PartSettings::Asg(group) => {
                let size = ec2(&group.instance_type);
                let cpu_s = self.cpu_demand(id, &group.application);
                let count = size.map_or(1, |size| members(group, cpu_s / f64::from(size.vcpus)));
                self.credits(id, size, &group.cpu_credits, cpu_s / f64::from(count));
                self.nat_for_s3(id, &group.subnets, group.application.launch_needs);
            }
            PartSettings::Ec2(instance) => {
                let cpu_s = self.cpu_demand(id, &instance.application);
                self.credits(id, ec2(&instance.instance_type), &instance.cpu_credits, cpu_s);
                self.nat_for_s3(id, part.container.as_slice(), instance.application.launch_needs);
            }
            PartSettings::Rds(database) => self.io1(id, database),
            PartSettings::Alb(_) | PartSettings::Nlb(_) if self.index.wires_to(id).is_empty() => {
                self.warn(id, ProblemKind::Cost(CostProblem::UnusedBalancer));
            }
            PartSettings::NatGateway(_) if self.index.beside(id).routed.is_empty() => {
                self.warn(id, ProblemKind::Cost(CostProblem::UnusedNat));
            }
            _ => {}
        }
    }

    /// Whether credits run out, or cost more than another type, with so many seconds of CPU a second on each instance.
    fn credits(&mut self, id: &PartId, size: Option<InstanceType>, credits: &CpuCredits, cpu_s: f64) {
        let Some((size, burstable)) = size.and_then(|size| Some((size, size.burstable?))) else { return };
        let vcpus = f64::from(size.vcpus);
        let (load, baseline) = (cpu_s / vcpus, burstable.baseline_percent / 100.0);
        let percent = (load * 100.0).min(1e6) as u32;
        if load <= baseline {
            return;
        }
        let is_unlimited = match credits.specification {
            CreditSpecification::TypeDefault => burstable.unlimited,
            CreditSpecification::Unlimited => true,
            CreditSpecification::Standard => false,
        };
        let problem = if !is_unlimited {
            CostProblem::CreditsRunOut { load: percent, baseline: burstable.baseline_percent as u32 }
        } else {
            let is_as_large = |other: &&InstanceType| {
                other.burstable.is_none() && other.vcpus >= size.vcpus && other.memory_gib >= size.memory_gib
            };
            let price = |size: &InstanceType| size.usd_per_hour[0];
            let all = EC2.iter().filter(is_as_large);
            let Some(instead) = all.reduce(|best, other| if price(other) < price(best) { other } else { best }) else {
                return;
            };
            let surplus = (load.min(1.0) - baseline) * vcpus * fact::PRICE_SURPLUS.value;
            if price(&size) + surplus <= price(instead) {
                return;
            }
            CostProblem::SurplusDearer { load: percent, instead: instead.name }
        };
        self.warn(id, ProblemKind::Cost(problem));
    }

    /// Seconds of CPU a second that the users' rates ask of a part's application, where the design tells: clients come
    /// by one load balancer without rules, or straight.
    fn cpu_demand(&self, id: &PartId, application: &Application) -> f64 {
        let index = self.index;
        let [(_, wire)] = index.wires_to(id) else { return 0.0 };
        let balancers = index.count(Kind::Alb) + index.count(Kind::Nlb);
        let share = match index.kind(&wire.from) {
            Some(Kind::Users) => 1.0,
            Some(kind @ (Kind::Alb | Kind::Nlb)) if balancers == 1 => {
                let shares = index.shares.get_or_init(|| Shares::of(kind, index.wires_from(&wire.from)));
                shares.of_wire(wire)
            }
            _ => return 0.0,
        };
        let serves_assets = index.count(Kind::Cloudfront) + index.count(Kind::S3) == 0;
        let rate = |(_, users): &(&PartId, &Users)| {
            let mix = &users.mix;
            let all = mix.assets + mix.reads + mix.writes;
            if all <= 0.0 || users.traffic.population == Population::Closed {
                return 0.0;
            }
            let assets = if serves_assets { mix.assets * application.asset_cpu_ms } else { 0.0 };
            let api = mix.reads * application.read_cpu_ms + mix.writes * application.write_cpu_ms;
            users.traffic.rps * (assets + api) / all / 1e3
        };
        share * index.users.iter().map(rate).sum::<f64>()
    }

    fn nat_for_s3(&mut self, id: &PartId, subnets: &[PartId], needs: LaunchNeeds) {
        let design = self.design;
        let vpc = design.vpc_of(id).and_then(|vpc| design.parts.get(vpc));
        let has_endpoint = matches!(vpc.map(|part| &part.settings), Some(PartSettings::Vpc(vpc)) if vpc.s3_endpoint);
        let by_nat = |subnet: &PartId| {
            let route = design.routes_of(subnet).and_then(|routes| routes.get("0.0.0.0/0"));
            matches!(route, Some(RouteTarget::NatGateway(_)))
        };
        if needs == LaunchNeeds::S3 && !has_endpoint && subnets.iter().any(by_nat) {
            self.warn(id, ProblemKind::Cost(CostProblem::NatForS3));
        }
    }

    fn io1(&mut self, id: &PartId, database: &Rds) {
        let storage = &database.storage;
        if storage.storage_type != StorageType::Io1 || database.engine.is_aurora() {
            return;
        }
        let included = GP3_INCLUDED[usize::from(storage.allocated_gib >= GP3_STRIPED_GIB)];
        if storage.limits(storage.allocated_gib).iops <= f64::from(included) {
            self.warn(id, ProblemKind::Cost(CostProblem::Io1WithinGp3 { included }));
        }
    }
}

/// How a load balancer shares its requests out.
pub(super) enum Shares {
    /// As much to one as to the other, of so many.
    Equal(usize),
    /// By weights, which add up to this.
    Weighted(u32),
    /// Rules tell requests apart.
    ByRule,
}

impl Shares {
    fn of(kind: Kind, wires: &[Link<'_>]) -> Self {
        if kind == Kind::Nlb || wires.len() == 1 {
            return Shares::Equal(wires.len());
        }
        let groups: Vec<TargetGroup> = wires.iter().map(|(_, wire)| wire.target_group()).collect();
        match groups.iter().all(|group| group.rule.is_default()) {
            true => Shares::Weighted(groups.iter().map(|group| group.weight).sum()),
            false => Shares::ByRule,
        }
    }

    /// The share of the requests that goes over a wire, where that is known.
    fn of_wire(&self, wire: &Wire) -> f64 {
        match self {
            Shares::Equal(count) => 1.0 / *count as f64,
            Shares::Weighted(all) => f64::from(wire.target_group().weight) / f64::from((*all).max(1)),
            Shares::ByRule => 0.0,
        }
    }
}

/// Instances over which the demand spreads, given in instances' worth of CPU: as many as target tracking on the CPU
/// settles at, else those that are there at the start.
fn members(group: &Asg, demand: f64) -> u32 {
    let tracking = &group.target_tracking;
    if !tracking.enabled || tracking.metric != ScalingMetric::AsgAverageCpuUtilization {
        return group.desired.max(1);
    }
    let needed = (demand * 100.0 / tracking.cpu_percent.max(1.0)).ceil().min(1e6) as u32;
    needed.clamp(group.min.min(group.max), group.max).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::Preset;
    use crate::{Design, Edit, Subject, fix, problems};

    fn found(design: &Design, id: &str) -> Vec<CostProblem> {
        let costs = problems(design).into_iter().filter_map(|problem| match (problem.subject, problem.kind) {
            (Subject::Part(part), ProblemKind::Cost(cost)) if part.as_str() == id => Some(cost),
            _ => None,
        });
        costs.collect()
    }

    /// The problem is there, it has a fix, and with it the problem is gone.
    fn assert_mended(design: &Design, id: &str) {
        let all = problems(design);
        let problem = all.iter().find(|problem| {
            matches!(problem.kind, ProblemKind::Cost(_)) && problem.subject == Subject::Part(id.parse().unwrap())
        });
        let mut mended = design.clone();
        mended.apply(fix(design, problem.unwrap()).unwrap().edit).unwrap();
        assert_eq!(found(&mended, id), vec![]);
    }

    fn set(design: &mut Design, id: &str, path: &str, value: serde_json::Value) {
        let edit: Edit = design.set_part(&id.parse().unwrap(), path, value).unwrap();
        design.apply(edit).unwrap();
    }

    /// Two instances of this type that are asked for this much CPU each, in per cent.
    fn burstable(name: &str, mode: &str, load: f64) -> Design {
        let mut design = Preset::RetryStormTrap.design();
        set(&mut design, "checkout", "instance_type", name.into());
        set(&mut design, "checkout", "cpu_credits.specification", mode.into());
        set(&mut design, "checkout", "application.read_cpu_ms", 10.0.into());
        // 4 vCPUs: 400 reads a second are all of them.
        set(&mut design, "users", "traffic.rps", (4.0 * load).into());
        design
    }

    #[test]
    fn credits_run_out_above_the_baseline_and_never_below() {
        let above = burstable("t3.medium", "standard", 50.0);
        assert_eq!(found(&above, "checkout"), vec![CostProblem::CreditsRunOut { load: 50, baseline: 20 }]);
        assert_eq!(found(&burstable("t3.medium", "standard", 19.0), "checkout"), vec![]);
        assert_mended(&burstable("t3.medium", "standard", 30.0), "checkout");
    }

    #[test]
    fn a_t3_large_is_dearer_than_an_m_class_instance_from_43_per_cent_on() {
        // 0.0832 + 2 x 0.05 x (x - 0.3) = 0.0816 or 0.096: EC2-12 gives 42.5 % for m5.large.
        let cheapest = EC2.iter().filter(|size| size.burstable.is_none() && size.memory_gib >= 8.0 && size.vcpus >= 2);
        let least = cheapest.map(|size| size.usd_per_hour[0]).fold(f64::INFINITY, f64::min);
        let even = (0.3 + (least - 0.0832) / 0.1).max(0.3) * 100.0;
        assert_eq!(found(&burstable("t3.large", "unlimited", even - 1.0), "checkout"), vec![]);
        assert_eq!(found(&burstable("t3.large", "unlimited", even.max(30.0) + 5.0), "checkout").len(), 1);
        assert_mended(&burstable("t3.large", "unlimited", 80.0), "checkout");
    }

    #[test]
    fn a_nat_gateway_without_a_route_and_a_load_balancer_without_clients_cost_for_nothing() {
        let mut design = Preset::OneNatGateway.design();
        assert_eq!(found(&design, "nat"), vec![]);
        for part in design.parts.values_mut() {
            if let PartSettings::Subnet(subnet) = &mut part.settings {
                subnet.routes.retain(|_, target| *target == RouteTarget::InternetGateway);
            }
        }
        assert_eq!(found(&design, "nat"), vec![CostProblem::UnusedNat]);
        assert_mended(&design, "nat");
        design.wires.retain(|_, wire| wire.to.as_str() != "alb");
        assert_eq!(found(&design, "alb"), vec![CostProblem::UnusedBalancer]);
    }

    #[test]
    fn a_gateway_endpoint_saves_what_a_nat_gateway_charges_for_s3() {
        let mut design = Preset::OneNatGateway.design();
        let group = design.parts.iter().find(|(_, part)| part.kind() == Kind::Asg).unwrap().0.to_string();
        assert_eq!(found(&design, &group), vec![]);
        set(&mut design, &group, "application.launch_needs", "s3".into());
        assert_eq!(found(&design, &group), vec![CostProblem::NatForS3]);
        assert_mended(&design, &group);
    }

    #[test]
    fn io1_is_worth_its_price_only_beyond_what_gp3_includes() {
        let mut design = Preset::SeedArchitecture.design();
        set(&mut design, "db", "storage.allocated_gib", 100.into());
        set(&mut design, "db", "storage.storage_type", "io1".into());
        set(&mut design, "db", "storage.iops", 3_000.into());
        assert_eq!(found(&design, "db"), vec![CostProblem::Io1WithinGp3 { included: 3_000 }]);
        assert_mended(&design, "db");
        set(&mut design, "db", "storage.iops", 4_000.into());
        assert_eq!(found(&design, "db"), vec![]);
    }
}
