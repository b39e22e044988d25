//! What is wrong with services that call each other: circles, retries that multiply, timeouts that outlast their callers.

use crate::validation::{Problem, ProblemKind, Severity, Subject};
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, WireId, WireKind};

/// Attempts that one request may cause at a part before it is worth a warning (TRF-04).
const MANY_ATTEMPTS: u32 = 10;
/// Longest way from users that is followed.
const LONGEST_WAY: usize = 16;

/// Whether a call leads back to the service that makes it, directly or over others. Such a call is not made.
pub fn is_called_in_a_circle(design: &Design, call: &Wire) -> bool {
    let mut seen: Vec<&PartId> = Vec::new();
    let mut ahead = vec![&call.to];
    while let Some(part) = ahead.pop() {
        if *part == call.from {
            return true;
        }
        if seen.contains(&part) {
            continue;
        }
        seen.push(part);
        let onwards = design.wires.values().filter(|wire| wire.from == *part);
        ahead.extend(onwards.filter(|wire| carries_calls(design, wire)).map(|wire| &wire.to));
    }
    false
}

fn kind_of(design: &Design, wire: &Wire) -> Option<WireKind> {
    design.parts.get(&wire.from)?.kind().wire_to(design.parts.get(&wire.to)?.kind())
}

fn carries_calls(design: &Design, wire: &Wire) -> bool {
    matches!(kind_of(design, wire), Some(WireKind::Call | WireKind::TargetGroup))
}

/// Problems of calls and pools.
pub(crate) fn problems(design: &Design, found: &mut Vec<Problem>) {
    let mut add = |id: &WireId, severity, kind| {
        let problem = Problem { subject: Subject::Wire(id.clone()), severity, kind };
        if !found.contains(&problem) {
            found.push(problem);
        }
    };
    for (id, wire) in &design.wires {
        match kind_of(design, wire) {
            Some(WireKind::Call) if is_called_in_a_circle(design, wire) => {
                add(id, Severity::Error, ProblemKind::CallsInACircle);
            }
            Some(WireKind::Call) if is_out_of_reach(design, wire) => {
                add(id, Severity::Error, ProblemKind::CallAcrossVpcs);
            }
            Some(WireKind::Pool) => {
                let threads = threads_of(design.parts.get(&wire.from));
                let pool = wire.pool().max;
                if pool > threads {
                    add(id, Severity::Warning, ProblemKind::PoolOverThreads { pool, threads });
                }
            }
            _ => {}
        }
    }
    for (id, part) in &design.parts {
        if let PartSettings::Users(users) = &part.settings {
            let way = Way { tries: users.retries.max.saturating_add(1), timeout_s: users.timeout_s, length: 0 };
            follow(design, id, way, &mut add);
        }
    }
}

/// What a request has behind it on its way from users.
#[derive(Clone, Copy)]
struct Way {
    /// Attempts that one request of a user may have become.
    tries: u32,
    /// The shortest time that somebody on the way waits.
    timeout_s: f64,
    length: usize,
}

fn follow(design: &Design, part: &PartId, way: Way, add: &mut impl FnMut(&WireId, Severity, ProblemKind)) {
    if way.length >= LONGEST_WAY {
        return;
    }
    for (id, wire) in design.wires.iter().filter(|(_, wire)| wire.from == *part) {
        let mut way = Way { length: way.length + 1, ..way };
        let own_tries = match kind_of(design, wire) {
            Some(WireKind::Call) if is_called_in_a_circle(design, wire) => continue,
            Some(WireKind::Call) => {
                let call = wire.call();
                if call.timeout_s > way.timeout_s {
                    let (upstream_s, downstream_s) = (way.timeout_s, call.timeout_s);
                    add(id, Severity::Warning, ProblemKind::TimeoutLongerDownstream { upstream_s, downstream_s });
                }
                way.timeout_s = way.timeout_s.min(call.timeout_s);
                call.tries
            }
            // Nobody waits for the work on a message.
            Some(WireKind::Consumer) => continue,
            Some(WireKind::Pool) => wire.pool().tries,
            Some(_) => 1,
            None => continue,
        };
        way.tries = way.tries.saturating_mul(own_tries.max(1));
        if own_tries > 1 && way.tries > MANY_ATTEMPTS {
            add(id, Severity::Warning, ProblemKind::RetriesMultiply { attempts: way.tries });
        }
        follow(design, &wire.to, way, add);
    }
}

/// Whether the callee is in another VPC and is not reached over the internet.
fn is_out_of_reach(design: &Design, wire: &Wire) -> bool {
    let Some(callee) = design.parts.get(&wire.to) else { return false };
    let is_public = match &callee.settings {
        PartSettings::Alb(alb) => alb.internet_facing,
        PartSettings::Ec2(ec2) => ec2.public_address,
        _ => matches!(callee.kind(), Kind::ExternalService | Kind::Sqs),
    };
    !is_public && design.vpc_of(&wire.from) != design.vpc_of(&wire.to)
}

fn threads_of(part: Option<&Part>) -> u32 {
    match part.map(|part| &part.settings) {
        Some(PartSettings::Asg(asg)) => asg.application.threads,
        Some(PartSettings::Ec2(ec2)) => ec2.application.threads,
        _ => u32::MAX,
    }
}
