//! Auto Scaling groups.

use super::{Fix, FixKind, part_edit, values};
use crate::parts::Asg;
use crate::setting::SettingKey;
use crate::{Design, Part, PartId, PartSettings, ScalingProblem, Subject, fact};

/// What mends a problem of a group.
pub(super) fn of_group(design: &Design, id: &PartId, part: &Part, problem: &ScalingProblem) -> Option<Fix> {
    let subject = Subject::Part(id.clone());
    let number = |key: SettingKey, value: f64| {
        let setting = part.settings_table().iter().find(|setting| setting.key == key)?;
        values::nearest(design, &subject, setting, value)
    };
    let without = |line: &str, change: &dyn Fn(&mut Asg)| {
        let PartSettings::Asg(mut asg) = part.settings.clone() else { return None };
        change(&mut asg);
        Some(Fix { kind: FixKind::LeaveOut(line.to_owned()), edit: part_edit(id, part, PartSettings::Asg(asg)) })
    };
    match problem {
        ScalingProblem::BalancerIgnored => values::choose(design, &subject, SettingKey::HealthCheckType, "elb"),
        ScalingProblem::GraceShort { boot_s, .. } => {
            number(SettingKey::HealthGrace, boot_s.max(fact::HEALTH_GRACE.value))
        }
        ScalingProblem::WarmupShort { boot_s, .. } => number(SettingKey::InstanceWarmup, *boot_s),
        ScalingProblem::NotStaticallyStable { target_percent, .. } => number(SettingKey::TargetCpu, *target_percent),
        ScalingProblem::BadStep(line) => without(line, &|asg| {
            asg.alarm_scaling.scale_out_steps.retain(|other| other != line);
            asg.alarm_scaling.scale_in_steps.retain(|other| other != line);
        }),
        ScalingProblem::BadScheduledAction(line) => {
            without(line, &|asg| asg.scheduled_actions.retain(|other| other != line))
        }
        ScalingProblem::BadForecast(line) => {
            without(line, &|asg| asg.predictive_scaling.forecast.retain(|other| other != line))
        }
        ScalingProblem::LifetimeShort => number(SettingKey::MaxInstanceLifetime, fact::SHORTEST_LIFETIME.value),
        ScalingProblem::MaintenanceSpread => {
            let PartSettings::Asg(asg) = &part.settings else { return None };
            number(SettingKey::MaxHealthy, asg.maintenance_policy.min_healthy_percent + 100.0)
        }
        ScalingProblem::ThresholdsCross | ScalingProblem::StepsDisagree | ScalingProblem::TooManySteps => None,
    }
}
