//! What a run says about one part: how it does and one line of figures, at most ten times a second.

use std::rc::Rc;

use ninepins_model::{Design, Kind, PartId, PartSettings};
use ninepins_report::{Health, MemberState, Metric, PartIndex, Window};
use ninepins_words::{
    card_connections, card_cpu, card_hit_ratio, card_in_service, card_lag, card_messages, failing_share, number,
    request_rate,
};
use yew::prelude::*;

use super::text::width;
use crate::state::{Language, Live, part_view, use_live_store};

/// Room for the line of figures on a card, and the size of its text.
pub(super) const LINE_ROOM: f64 = 113.0;
pub(super) const LINE_SIZE: f64 = 11.0;

/// What a card shows of a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CardFigures {
    /// How the part does; none before the run has said anything.
    pub(super) health: Option<Health>,
    /// Its line of figures.
    pub(super) line: String,
}

/// Which part a card shows.
#[derive(Clone)]
pub(super) struct CardKey {
    pub(super) design: Rc<Design>,
    pub(super) id: PartId,
    pub(super) index: PartIndex,
    pub(super) language: Language,
}

impl PartialEq for CardKey {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && self.id == other.id
            && self.index == other.index
            && self.language == other.language
    }
}

/// A card's figures; renders again only when they read differently.
#[hook]
pub(super) fn use_card_figures(key: CardKey) -> CardFigures {
    let live = use_live_store();
    let render_again = use_force_update();
    let shown = use_mut_ref(|| None);
    let figures = figures(&live, &key);
    *shown.borrow_mut() = Some(figures.clone());
    use_effect_with((live, key), move |(live, key)| {
        let (store, key) = (live.clone(), key.clone());
        let subscription = live.gauges.subscribe(move || {
            let new = self::figures(&store, &key);
            if shown.borrow().as_ref() != Some(&new) {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    figures
}

/// Both figures where they fit, else the one that matters more: failures before anything else.
fn line_of(said: [Option<String>; 2], failing: Option<String>) -> String {
    let both = said.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ");
    // Where it is narrow a rate goes without saying of what.
    for both in [both.replacen(" req/s", "/s", 1), both].into_iter().rev() {
        if width(&both) * LINE_SIZE <= LINE_ROOM {
            return both;
        }
    }
    let [first, second] = said;
    failing.or(first).or(second).unwrap_or_default()
}

fn figures(live: &Live, key: &CardKey) -> CardFigures {
    let gauges = live.gauges.get();
    let view = part_view(&gauges, key.index);
    let Some(part) = key.design.parts.get(&key.id) else {
        return CardFigures { health: None, line: String::new() };
    };
    let resting = match &part.settings {
        PartSettings::Certificate(certificate) => certificate.names.join(", "),
        PartSettings::Route53(zone) => zone.zone.clone(),
        _ => String::new(),
    };
    let Some(view) = view else { return CardFigures { health: None, line: resting } };
    let windows = live.windows.get();
    let metric = |metric: Metric| windows.windows.last().and_then(|window: &Window| window.metric(key.index, metric));
    let language = key.language;
    let rate = request_rate(language, f64::from(view.rate));
    let failing = (view.failing >= 0.005).then(|| failing_share(language, f64::from(view.failing)));
    let latency = (view.latency_ms > 0.0).then(|| number::latency(language, f64::from(view.latency_ms)));
    let hits = || metric(Metric::CacheHitRate).map(|percent| card_hit_ratio(language, f64::from(percent)));
    let connections = |of: Metric| metric(of).map(|count| card_connections(language, f64::from(count)));
    let cpu = || metric(Metric::CpuUtilization).map(|percent| card_cpu(language, f64::from(percent)));
    let said: [Option<String>; 2] = match part.kind() {
        Kind::Users => [Some(rate), failing.clone()],
        Kind::Cloudfront => [Some(rate), failing.clone().or_else(hits)],
        Kind::Alb | Kind::Nlb => [Some(rate), failing.clone().or(latency)],
        Kind::Asg => {
            let members = gauges.members.iter().filter(|member| member.part == key.index);
            let serving = members.filter(|member| matches!(member.state, MemberState::Healthy | MemberState::Strained));
            let in_service = serving.count() as u32;
            let desired = metric(Metric::GroupDesiredCapacity).map_or(in_service, |desired| desired as u32);
            [Some(card_in_service(language, in_service, desired)), cpu()]
        }
        Kind::Rds => [cpu().or(Some(rate)), failing.clone().or_else(|| connections(Metric::DatabaseConnections))],
        Kind::Sqs => {
            let waiting = metric(Metric::ApproximateNumberOfMessagesVisible);
            [Some(rate), waiting.map(|count| card_messages(language, f64::from(count)))]
        }
        Kind::Elasticache => [Some(rate), hits()],
        Kind::ReadReplica => [cpu(), metric(Metric::ReplicaLag).map(|lag| card_lag(language, f64::from(lag)))],
        Kind::RdsProxy => [Some(rate), connections(Metric::ClientConnections)],
        Kind::NatGateway => [connections(Metric::ActiveConnectionCount), None],
        Kind::Ec2 => [Some(rate), failing.clone().or_else(cpu)],
        Kind::Certificate | Kind::Route53 if view.rate <= 0.0 => [Some(resting), None],
        _ => [Some(rate), failing.clone()],
    };
    let line = line_of(said, failing);
    CardFigures { health: Some(view.health), line }
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn figures_that_do_not_fit_beside_each_other_leave_the_failures() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(line_of([some("12 req/s"), some("CPU 31 %")], None), "12 req/s · CPU 31 %");
        assert_eq!(line_of([some("14,096 req/s"), some("CPU 92 %")], None), "14,096/s · CPU 92 %");
        let failing = some("100 % fail");
        assert_eq!(line_of([some("12,123,456 req/s"), failing.clone()], failing), "100 % fail");
        assert_eq!(line_of([some("12,123,456 req/s"), some("12,345 conn.")], None), "12,123,456 req/s");
    }
}
