//! What is wrong with services that call each other: circles, retries that multiply, timeouts that outlast their callers.

use crate::validation::{Problem, ProblemKind, Severity, Subject};
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, WireId, WireKind};

/// Attempts that one request may cause at a part before it is worth a warning (TRF-04).
const MANY_ATTEMPTS: u32 = 10;
/// Longest way from users that is followed.
const LONGEST_WAY: usize = 16;

/// Whether a call leads back to the service that makes it, directly or over others. Such a call is not made.
pub fn is_called_in_a_circle(design: &Design, call: &Wire) -> bool {
    Calls::of(design).lead_back(call)
}

/// Which parts requests of services go on to, by the places of parts among all.
struct Calls<'design> {
    parts: Vec<&'design PartId>,
    onwards: Vec<Vec<usize>>,
}

impl<'design> Calls<'design> {
    fn of(design: &'design Design) -> Self {
        let parts: Vec<&PartId> = design.parts.keys().collect();
        let mut calls = Calls { onwards: vec![Vec::new(); parts.len()], parts };
        for wire in design.wires.values().filter(|wire| carries_calls(design, wire)) {
            if let (Some(from), Some(to)) = (calls.place(&wire.from), calls.place(&wire.to)) {
                calls.onwards[from].push(to);
            }
        }
        calls
    }

    fn place(&self, part: &PartId) -> Option<usize> {
        self.parts.binary_search(&part).ok()
    }

    fn lead_back(&self, call: &Wire) -> bool {
        let (Some(goal), Some(start)) = (self.place(&call.from), self.place(&call.to)) else { return false };
        let mut seen = vec![false; self.parts.len()];
        let mut ahead = vec![start];
        while let Some(part) = ahead.pop() {
            if part == goal {
                return true;
            }
            if !seen[part] {
                seen[part] = true;
                ahead.extend_from_slice(&self.onwards[part]);
            }
        }
        false
    }
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
    let calls = Calls::of(design);
    for (id, wire) in &design.wires {
        match kind_of(design, wire) {
            Some(WireKind::Call) if calls.lead_back(wire) => {
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
    for (id, from, way) in ways(design, &calls) {
        let Some(wire) = design.wires.get(id) else { continue };
        let own_tries = tries_of(design, wire).unwrap_or(1);
        if kind_of(design, wire) == Some(WireKind::Call) && wire.call().timeout_s > from.timeout_s {
            let (upstream_s, downstream_s) = (from.timeout_s, wire.call().timeout_s);
            add(id, Severity::Warning, ProblemKind::TimeoutLongerDownstream { upstream_s, downstream_s });
        }
        if own_tries > 1 && way.tries > MANY_ATTEMPTS {
            add(id, Severity::Warning, ProblemKind::RetriesMultiply { attempts: way.tries });
        }
    }
}

/// What a request has behind it on the worst way from users.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Way {
    /// Attempts that one request of a user may have become.
    tries: u32,
    /// The shortest time that somebody on the way waits.
    timeout_s: f64,
}

impl Way {
    fn or_worse(self, other: Way) -> Way {
        Way { tries: self.tries.max(other.tries), timeout_s: self.timeout_s.min(other.timeout_s) }
    }

    /// Behind a wire.
    fn along(self, design: &Design, wire: &Wire, own_tries: u32) -> Way {
        let is_call = kind_of(design, wire) == Some(WireKind::Call);
        let timeout_s = if is_call { self.timeout_s.min(wire.call().timeout_s) } else { self.timeout_s };
        Way { tries: self.tries.saturating_mul(own_tries.max(1)), timeout_s }
    }
}

/// How often a wire tries; none where nobody waits at its other end.
fn tries_of(design: &Design, wire: &Wire) -> Option<u32> {
    match kind_of(design, wire)? {
        WireKind::Call => Some(wire.call().tries),
        WireKind::Consumer => None,
        WireKind::Pool => Some(wire.pool().tries),
        _ => Some(1),
    }
}

/// Every wire that requests of users go along, with what they have behind them before and after it. From one part to the
/// next all at once: there may be more ways through a design than could be followed one by one.
fn ways<'design>(design: &'design Design, calls: &Calls<'design>) -> Vec<(&'design WireId, Way, Way)> {
    let mut reached: Vec<Option<Way>> = vec![None; calls.parts.len()];
    for (place, part) in design.parts.values().enumerate() {
        if let PartSettings::Users(users) = &part.settings {
            reached[place] = Some(Way { tries: users.retries.max.saturating_add(1), timeout_s: users.timeout_s });
        }
    }
    let onwards: Vec<(&WireId, &Wire, usize, usize, u32)> = design
        .wires
        .iter()
        .filter(|(_, wire)| kind_of(design, wire) != Some(WireKind::Call) || !calls.lead_back(wire))
        .filter_map(|(id, wire)| {
            Some((id, wire, calls.place(&wire.from)?, calls.place(&wire.to)?, tries_of(design, wire)?))
        })
        .collect();
    for _ in 0..LONGEST_WAY {
        let before = reached.clone();
        for (_, wire, from, to, tries) in &onwards {
            if let Some(way) = before[*from].map(|way| way.along(design, wire, *tries)) {
                reached[*to] = Some(reached[*to].map_or(way, |other| other.or_worse(way)));
            }
        }
        if reached == before {
            break;
        }
    }
    let along = onwards.iter().filter_map(|(id, wire, from, _, tries)| {
        let way = reached[*from]?;
        Some((*id, way, way.along(design, wire, *tries)))
    });
    along.collect()
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

#[cfg(test)]
mod tests {
    use crate::presets::empty_canvas;
    use crate::wires::Call;
    use crate::{Design, Kind, Part, ProblemKind, Wire, WireId, WireSettings, problems};

    /// Users before ten rows of six servers, each of which calls every server of the next row: sixty million ways.
    fn rows_of_calls() -> Design {
        let mut design = empty_canvas();
        design.parts.insert("users".parse().unwrap(), Part::new(Kind::Users));
        let mut before = vec!["users".to_owned()];
        for row in 0..10 {
            let row: Vec<String> = (0..6).map(|place| format!("e{row}-{place}")).collect();
            for to in &row {
                design.parts.insert(to.parse().unwrap(), Part::new(Kind::Ec2));
                for from in &before {
                    let id: WireId = format!("{from}-{to}").parse().unwrap();
                    let mut wire = Wire::new(from.parse().unwrap(), to.parse().unwrap());
                    if from != "users" {
                        wire.settings = Some(WireSettings::Call(Call { tries: 2, ..Call::default() }));
                    }
                    design.wires.insert(id, wire);
                }
            }
            before = row;
        }
        design
    }

    #[test]
    fn retries_multiply_along_the_worst_way_however_many_there_are() {
        let found = problems(&rows_of_calls());
        let attempts = found.iter().filter_map(|problem| match problem.kind {
            ProblemKind::RetriesMultiply { attempts } => Some(attempts),
            _ => None,
        });
        // Users try three times by default, and nine calls twice each.
        assert_eq!(attempts.max(), Some(3 * 512));
        assert!(!found.iter().any(|problem| problem.kind == ProblemKind::CallsInACircle));
    }
}
