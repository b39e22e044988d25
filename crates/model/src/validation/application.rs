//! What is wrong with services that call each other: circles, retries that multiply, timeouts that outlast their callers.

use super::{Problem, ProblemKind, Severity, Subject};
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
    /// A number for each part: those that lead to each other have the same.
    circles: Vec<usize>,
}

impl<'design> Calls<'design> {
    fn of(design: &'design Design) -> Self {
        let parts: Vec<&PartId> = design.parts.keys().collect();
        let mut calls = Calls { onwards: vec![Vec::new(); parts.len()], circles: Vec::new(), parts };
        for wire in design.wires.values().filter(|wire| carries_calls(design, wire)) {
            if let (Some(from), Some(to)) = (calls.place(&wire.from), calls.place(&wire.to)) {
                calls.onwards[from].push(to);
            }
        }
        calls.circles = circles(&calls.onwards);
        calls
    }

    fn place(&self, part: &PartId) -> Option<usize> {
        self.parts.binary_search(&part).ok()
    }

    fn lead_back(&self, call: &Wire) -> bool {
        let circle = |id: &PartId| self.place(id).map(|place| self.circles[place]);
        circle(&call.from).is_some() && circle(&call.from) == circle(&call.to)
    }
}

/// A number for each part: those that lead to each other have the same. By Kosaraju's algorithm: backwards from each part, from
/// the one last done with to the first.
fn circles(onwards: &[Vec<usize>]) -> Vec<usize> {
    let mut backwards = vec![Vec::new(); onwards.len()];
    for (from, to) in onwards.iter().enumerate().flat_map(|(from, to)| to.iter().map(move |to| (from, *to))) {
        backwards[to].push(from);
    }
    let (mut seen, mut done) = (vec![false; onwards.len()], Vec::new());
    for start in 0..onwards.len() {
        follow(onwards, start, &mut seen, &mut done);
    }
    let (mut seen, mut circles) = (vec![false; onwards.len()], vec![0; onwards.len()]);
    for start in done.into_iter().rev() {
        let mut circle = Vec::new();
        follow(&backwards, start, &mut seen, &mut circle);
        circle.into_iter().for_each(|part| circles[part] = start);
    }
    circles
}

/// Adds a part and those ahead of it that were not seen yet, each after those ahead of it.
fn follow(onwards: &[Vec<usize>], start: usize, seen: &mut [bool], done: &mut Vec<usize>) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, onwards[start].iter())];
    while let Some((part, ahead)) = path.last_mut() {
        match ahead.next() {
            Some(&next) if std::mem::replace(&mut seen[next], true) => {}
            Some(&next) => path.push((next, onwards[next].iter())),
            None => {
                done.push(*part);
                path.pop();
            }
        }
    }
}

fn kind_of(design: &Design, wire: &Wire) -> Option<WireKind> {
    design.parts.get(&wire.from)?.kind().wire_to(design.parts.get(&wire.to)?.kind())
}

fn carries_calls(design: &Design, wire: &Wire) -> bool {
    matches!(kind_of(design, wire), Some(WireKind::Call | WireKind::TargetGroup))
}

/// Problems of calls and pools.
pub(super) fn add_problems(design: &Design, found: &mut Vec<Problem>) {
    let mut add =
        |id: &WireId, severity, kind| found.push(Problem { subject: Subject::Wire(id.clone()), severity, kind });
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
    for (hop, before) in ways(design, &calls) {
        let attempts = before.along(&hop).tries;
        if let Some(downstream_s) = hop.timeout_s.filter(|timeout_s| *timeout_s > before.timeout_s) {
            let kind = ProblemKind::TimeoutLongerDownstream { upstream_s: before.timeout_s, downstream_s };
            add(hop.wire, Severity::Warning, kind);
        }
        if hop.tries > 1 && attempts > MANY_ATTEMPTS {
            add(hop.wire, Severity::Warning, ProblemKind::RetriesMultiply { attempts });
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
    fn along(self, hop: &Hop<'_>) -> Way {
        let timeout_s = hop.timeout_s.map_or(self.timeout_s, |timeout_s| self.timeout_s.min(timeout_s));
        Way { tries: self.tries.saturating_mul(hop.tries.max(1)), timeout_s }
    }
}

/// A wire that requests go along.
struct Hop<'design> {
    wire: &'design WireId,
    /// The places of its ends.
    from: usize,
    to: usize,
    /// How often it tries.
    tries: u32,
    /// The time that a call waits.
    timeout_s: Option<f64>,
}

impl<'design> Hop<'design> {
    /// None where nobody waits at the other end, and where a call is not made.
    fn of(design: &Design, calls: &Calls<'_>, id: &'design WireId, wire: &Wire) -> Option<Self> {
        let (tries, timeout_s) = match kind_of(design, wire)? {
            WireKind::Call if calls.lead_back(wire) => return None,
            WireKind::Call => (wire.call().tries, Some(wire.call().timeout_s)),
            WireKind::Consumer => return None,
            WireKind::Pool => (wire.pool().tries, None),
            _ => (1, None),
        };
        Some(Hop { wire: id, from: calls.place(&wire.from)?, to: calls.place(&wire.to)?, tries, timeout_s })
    }
}

/// Every wire that requests of users go along, with what they have behind them before it. From one part to the next all at
/// once: there may be more ways through a design than could be followed one by one.
fn ways<'design>(design: &'design Design, calls: &Calls<'design>) -> Vec<(Hop<'design>, Way)> {
    let mut reached: Vec<Option<Way>> = vec![None; calls.parts.len()];
    for (place, part) in design.parts.values().enumerate() {
        if let PartSettings::Users(users) = &part.settings {
            reached[place] = Some(Way { tries: users.retries.max.saturating_add(1), timeout_s: users.timeout_s });
        }
    }
    let hops: Vec<Hop<'_>> = design.wires.iter().filter_map(|(id, wire)| Hop::of(design, calls, id, wire)).collect();
    for _ in 0..LONGEST_WAY {
        let before = reached.clone();
        for hop in &hops {
            if let Some(way) = before[hop.from].map(|way| way.along(hop)) {
                reached[hop.to] = Some(reached[hop.to].map_or(way, |other| other.or_worse(way)));
            }
        }
        if reached == before {
            break;
        }
    }
    hops.into_iter().filter_map(|hop| reached[hop.from].map(|way| (hop, way))).collect()
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
