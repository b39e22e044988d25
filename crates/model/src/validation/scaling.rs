//! What is wrong with an Auto Scaling group: policies that cannot be read or fight each other, instances that are replaced
//! while they start, zones whose loss leaves too little.

use super::{Found, ProblemKind};
use crate::parts::{
    AlarmScaling, Asg, HealthCheckType, PolicyType, RegisterAt, ScalingMetric, ScalingStep, forecast, scaling_step,
    scheduled_action,
};
use crate::{Kind, PartId, fact};

/// Most steps of a policy (ASG-18).
const MOST_STEPS: usize = 20;
/// Widest difference of a maintenance policy's shares, in percentage points (ASG-32).
const WIDEST: f64 = 100.0;

/// What is wrong with an Auto Scaling group.
#[derive(Debug, Clone, PartialEq)]
pub enum ScalingProblem {
    /// It is behind a load balancer whose health checks it ignores (ASG-24).
    BalancerIgnored,
    /// Instances register before they can answer, and the grace period ends before that (ASG-27).
    GraceShort {
        /// Seconds of grace.
        grace_s: f64,
        /// Seconds until an instance is healthy.
        boot_s: f64,
    },
    /// Instances count in the metrics before they can answer, so that policies see a load that is not theirs (ASG-10).
    WarmupShort {
        /// Seconds of warm-up.
        warmup_s: f64,
        /// Seconds until an instance can answer.
        boot_s: f64,
    },
    /// Once a zone is lost the others would need more than all of their processors for what target tracking allows.
    NotStaticallyStable {
        /// Per cent of the processors that are left.
        load_percent: f64,
        /// The highest target that leaves room for the loss of a zone.
        target_percent: f64,
    },
    /// The high alarm's threshold is below the low one's, so that the policy adds and removes at once.
    ThresholdsCross,
    /// A line is no step.
    BadStep(String),
    /// Steps leave a gap or overlap (ASG-14).
    StepsDisagree,
    /// A direction has more steps than AWS allows (ASG-18).
    TooManySteps,
    /// A line is no scheduled action.
    BadScheduledAction(String),
    /// A line is no forecast of an hour.
    BadForecast(String),
    /// Instances may not live for less than a day (ASG-53).
    LifetimeShort,
    /// The shares of the maintenance policy are further apart than AWS allows (ASG-32).
    MaintenanceSpread,
}

impl Found<'_> {
    pub(super) fn scaling(&mut self, id: &PartId, asg: &Asg) {
        let mut warn = |problem| self.warn(id, ProblemKind::Scaling(problem));
        for line in asg.scheduled_actions.iter().filter(|line| scheduled_action(line).is_none()) {
            warn(ScalingProblem::BadScheduledAction(line.clone()));
        }
        if asg.predictive_scaling.enabled {
            for line in asg.predictive_scaling.forecast.iter().filter(|line| forecast(line).is_none()) {
                warn(ScalingProblem::BadForecast(line.clone()));
            }
        }
        if asg.max_instance_lifetime_s > 0.0 && asg.max_instance_lifetime_s < fact::SHORTEST_LIFETIME.value {
            warn(ScalingProblem::LifetimeShort);
        }
        let policy = &asg.maintenance_policy;
        if policy.enabled && policy.max_healthy_percent - policy.min_healthy_percent > WIDEST {
            warn(ScalingProblem::MaintenanceSpread);
        }
        if asg.alarm_scaling.policy_type != PolicyType::None {
            self.steps(id, &asg.alarm_scaling);
        }
        self.starts(id, asg);
        self.zones_of_group(id, asg);
    }

    fn steps(&mut self, id: &PartId, scaling: &AlarmScaling) {
        let mut warn = |problem| self.warn(id, ProblemKind::Scaling(problem));
        if scaling.high_threshold < scaling.low_threshold {
            warn(ScalingProblem::ThresholdsCross);
        }
        for lines in [&scaling.scale_out_steps, &scaling.scale_in_steps] {
            for line in lines.iter().filter(|line| scaling_step(line).is_none()) {
                warn(ScalingProblem::BadStep(line.clone()));
            }
            if lines.len() > MOST_STEPS {
                warn(ScalingProblem::TooManySteps);
            }
            let steps = AlarmScaling::steps(lines);
            if scaling.policy_type == PolicyType::StepScaling && !is_unbroken(&steps) {
                warn(ScalingProblem::StepsDisagree);
            }
        }
    }

    /// What happens before an instance can answer.
    fn starts(&mut self, id: &PartId, asg: &Asg) {
        let is_balancer = |from: &PartId| matches!(self.index.kind(from), Some(Kind::Alb | Kind::Nlb));
        let is_behind = self.index.wires_to(id).iter().any(|(_, wire)| is_balancer(&wire.from));
        let mut warn = |problem| self.warn(id, ProblemKind::Scaling(problem));
        if is_behind && asg.health_check_type == HealthCheckType::Ec2 {
            warn(ScalingProblem::BalancerIgnored);
        }
        if asg.register_at != RegisterAt::InService {
            return;
        }
        let boot_s = asg.user_data_s;
        if asg.health_check_type == HealthCheckType::Elb && asg.health_check_grace_s < boot_s {
            warn(ScalingProblem::GraceShort { grace_s: asg.health_check_grace_s, boot_s });
        }
        if asg.target_tracking.enabled && asg.default_instance_warmup_s < boot_s {
            warn(ScalingProblem::WarmupShort { warmup_s: asg.default_instance_warmup_s, boot_s });
        }
    }

    /// What is left of the group once it loses the zone with most of it (TRF-22).
    fn zones_of_group(&mut self, id: &PartId, asg: &Asg) {
        let mut zones: Vec<&str> = Vec::new();
        for zone in asg.subnets.iter().filter_map(|subnet| self.design.zone_name(subnet)) {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        let all = zones.len() as u32;
        let tracking = &asg.target_tracking;
        let follows_cpu = tracking.enabled && tracking.metric == ScalingMetric::AsgAverageCpuUtilization;
        if all < 2 || !follows_cpu || asg.desired < all {
            return;
        }
        let left = f64::from(asg.desired - asg.desired.div_ceil(all)) / f64::from(asg.desired);
        let load_percent = tracking.cpu_percent / left;
        if load_percent > 100.0 + 1e-9 {
            let target_percent = (left * 100.0).floor();
            let problem = ScalingProblem::NotStaticallyStable { load_percent, target_percent };
            self.warn(id, ProblemKind::Scaling(problem));
        }
    }
}

/// Whether steps follow each other without gap or overlap, in any order.
fn is_unbroken(steps: &[ScalingStep]) -> bool {
    let follows = |one: &ScalingStep| steps.iter().filter(|other| other.from == one.to).count();
    let ends = steps.iter().filter(|one| follows(one) == 0).count();
    let starts = steps.iter().filter(|one| steps.iter().all(|other| other.to != one.from)).count();
    steps.is_empty() || (ends == 1 && starts == 1 && steps.iter().all(|one| follows(one) <= 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::MaintenancePolicy;
    use crate::presets::seed_architecture;
    use crate::{PartSettings, problems};

    fn with(change: impl FnOnce(&mut Asg)) -> Vec<ScalingProblem> {
        let mut design = seed_architecture();
        let id: PartId = "api".parse().unwrap();
        if let Some(PartSettings::Asg(asg)) = design.parts.get_mut(&id).map(|part| &mut part.settings) {
            change(asg);
        }
        let found = problems(&design).into_iter().filter_map(|problem| match problem.kind {
            ProblemKind::Scaling(problem) => Some(problem),
            _ => None,
        });
        found.collect()
    }

    #[test]
    fn a_group_as_the_example_has_it_is_well() {
        assert_eq!(with(|_| {}), []);
    }

    #[test]
    fn a_group_behind_a_load_balancer_should_listen_to_it() {
        assert_eq!(with(|asg| asg.health_check_type = HealthCheckType::Ec2), [ScalingProblem::BalancerIgnored]);
    }

    #[test]
    fn what_registers_early_needs_grace_and_warm_up_for_its_start() {
        let found = with(|asg| {
            asg.register_at = RegisterAt::InService;
            (asg.user_data_s, asg.health_check_grace_s, asg.default_instance_warmup_s) = (200.0, 60.0, 100.0);
        });
        let expected = [
            ScalingProblem::GraceShort { grace_s: 60.0, boot_s: 200.0 },
            ScalingProblem::WarmupShort { warmup_s: 100.0, boot_s: 200.0 },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_loss_of_one_of_two_zones_leaves_half() {
        let found = with(|asg| (asg.desired, asg.target_tracking.cpu_percent) = (4, 70.0));
        assert_eq!(found, [ScalingProblem::NotStaticallyStable { load_percent: 140.0, target_percent: 50.0 }]);
        assert_eq!(with(|asg| (asg.desired, asg.target_tracking.cpu_percent) = (4, 50.0)), []);
    }

    #[test]
    fn steps_must_be_readable_and_follow_each_other() {
        let steps = |out: &[&str]| {
            let out = out.iter().map(|line| (*line).to_owned()).collect();
            with(|asg| {
                (asg.alarm_scaling.policy_type, asg.alarm_scaling.scale_out_steps) = (PolicyType::StepScaling, out);
            })
        };
        assert_eq!(steps(&["0 10 1", "10 * 2"]), []);
        assert_eq!(steps(&["0 10 1", "20 * 2"]), [ScalingProblem::StepsDisagree]);
        assert_eq!(steps(&["0 * 1", "10 * 2"]), [ScalingProblem::StepsDisagree]);
        assert_eq!(steps(&["0 * 1", "x"]), [ScalingProblem::BadStep("x".into())]);
    }

    #[test]
    fn what_aws_would_refuse_is_said() {
        let found = with(|asg| {
            asg.scheduled_actions = vec!["soon".into()];
            asg.max_instance_lifetime_s = 3_600.0;
            asg.maintenance_policy =
                MaintenancePolicy { enabled: true, min_healthy_percent: 50.0, max_healthy_percent: 200.0 };
        });
        let expected = [
            ScalingProblem::BadScheduledAction("soon".into()),
            ScalingProblem::LifetimeShort,
            ScalingProblem::MaintenanceSpread,
        ];
        assert_eq!(found, expected);
    }
}
