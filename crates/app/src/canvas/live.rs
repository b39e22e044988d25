//! What a run says about one part: how it does and one line of figures, at most ten times a second.

use std::rc::Rc;

use ninepins_model::{Design, Kind, PartId, PartSettings};
use ninepins_report::{Health, MemberState, Metric, PartIndex, Window};
use ninepins_words::{
    card_connections, card_cpu, card_hit_ratio, card_in_service, card_lag, failing_share, number, request_rate,
};
use yew::prelude::*;

use crate::state::{Language, Live, part_view, use_live_store};

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
    let cpu = || metric(Metric::CpuUtilization).map(|percent| card_cpu(language, f64::from(percent)));
    let said: [Option<String>; 2] = match part.kind() {
        Kind::Users => [Some(rate), failing],
        Kind::Cloudfront => {
            let ratio = metric(Metric::CacheHitRate).map(|percent| card_hit_ratio(language, f64::from(percent)));
            [Some(rate), failing.or(ratio)]
        }
        Kind::Alb => [Some(rate), failing.or(latency)],
        Kind::Asg => {
            let members = gauges.members.iter().filter(|member| member.part == key.index);
            let serving = members.filter(|member| matches!(member.state, MemberState::Healthy | MemberState::Strained));
            let in_service = serving.count() as u32;
            let desired = metric(Metric::GroupDesiredCapacity).map_or(in_service, |desired| desired as u32);
            [Some(card_in_service(language, in_service, desired)), cpu()]
        }
        Kind::Rds => {
            let connections =
                metric(Metric::DatabaseConnections).map(|count| card_connections(language, f64::from(count)));
            [cpu().or(Some(rate)), failing.or(connections)]
        }
        Kind::ReadReplica => [cpu(), metric(Metric::ReplicaLag).map(|lag| card_lag(language, f64::from(lag)))],
        Kind::NatGateway => {
            let open = metric(Metric::ActiveConnectionCount);
            [open.map(|count| card_connections(language, f64::from(count))), None]
        }
        Kind::Ec2 => [Some(rate), failing.or_else(cpu)],
        Kind::Certificate | Kind::Route53 if view.rate <= 0.0 => [Some(resting), None],
        _ => [Some(rate), failing],
    };
    let line = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    CardFigures { health: Some(view.health), line }
}
