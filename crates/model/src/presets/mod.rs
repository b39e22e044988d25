//! Designs to start from, one a file.

mod sketch;

use crate::{Action, Design, PartId};

/// Each preset is a module with a function of its name, which builds the design, and one called `experiments`.
macro_rules! presets {
    ($($(#[$doc:meta])* $variant:ident = $module:ident,)*) => {
        $(mod $module;)*
        $(pub use $module::$module;)*

        /// A design to start from. `words` says what it is called and what it teaches.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Preset { $($(#[$doc])* $variant,)* }

        impl Preset {
            /// Every preset, in the order of the gallery.
            pub const ALL: &[Preset] = &[$(Preset::$variant,)*];

            /// Its name in files and tests.
            pub const fn id(self) -> &'static str {
                match self { $(Preset::$variant => stringify!($module),)* }
            }

            /// The design.
            pub fn design(self) -> Design {
                match self { $(Preset::$variant => $module::$module(),)* }
            }

            /// What to try on it, in the order in which `words` names them.
            pub fn experiments(self) -> Vec<Action> {
                match self { $(Preset::$variant => $module::experiments(),)* }
            }
        }
    };
}

presets! {
    /// One instance in one zone.
    SingleInstance = single_instance,
    /// Instances and their database in one zone.
    TwoTierOneAz = two_tier_one_az,
    /// A web page in a bucket, behind CloudFront.
    StaticSite = static_site,
    /// A single-page app with and without the error page that it needs.
    SpaErrorMapping = spa_error_mapping,
    /// The architecture that the page starts with.
    SeedArchitecture = seed_architecture,
    /// Three zones, any of which can be lost.
    ThreeAz = three_az,
    /// A service with just enough instances beside one that has enough without a zone.
    StaticStability = static_stability,
    /// Two Regions, the second of which takes over by DNS.
    TwoRegions = two_regions,
    /// Two zones with one way out.
    OneNatGateway = one_nat_gateway,
    /// Connections that run out while every processor is idle.
    ConnectionPoolTrap = connection_pool_trap,
    /// Clients whose retries keep an overload alive.
    RetryStormTrap = retry_storm_trap,
    /// Burstable instances whose CPU credits run out under a steady load.
    CreditsTrap = credits_trap,
    /// A cache without which the database is lost.
    CacheLossTrap = cache_loss_trap,
    /// WordPress over two zones, with a cache at the edge and one beside the database.
    Wordpress = wordpress,
    /// Orders that wait in a queue for workers.
    QueueAndWorkers = queue_and_workers,
    /// Nothing yet.
    EmptyCanvas = empty_canvas,
}

impl Preset {
    /// The preset that a design was begun from: one whose blocks are all still there. A design may have grown since.
    pub fn of(design: &Design) -> Option<Preset> {
        let begun_from = |preset: &&Preset| {
            let original = preset.design();
            let mut blocks = original.parts.iter().filter(|(_, part)| !part.kind().is_container()).peekable();
            blocks.peek().is_some()
                && blocks.all(|(id, part)| design.parts.get(id).is_some_and(|found| found.kind() == part.kind()))
        };
        Preset::ALL.iter().find(begun_from).copied()
    }
}

/// The id of this text.
fn id(text: &str) -> PartId {
    text.parse().expect("a preset's ids are valid")
}

/// The ids of these texts.
fn ids(texts: &[&str]) -> Vec<PartId> {
    texts.iter().map(|text| id(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Preset, id};
    use crate::{Event, ProblemKind, Severity, Subject, problems};

    #[test]
    fn no_preset_has_an_error() {
        for preset in Preset::ALL {
            let errors: Vec<_> =
                problems(&preset.design()).into_iter().filter(|problem| problem.severity == Severity::Error).collect();
            assert_eq!(errors, vec![], "{}", preset.id());
        }
    }

    #[test]
    fn what_a_preset_warns_of_is_its_lesson() {
        let lessons = |preset: Preset| -> Vec<(Subject, ProblemKind)> {
            problems(&preset.design()).into_iter().map(|problem| (problem.subject, problem.kind)).collect()
        };
        for preset in Preset::ALL {
            let expected = match preset {
                Preset::TwoTierOneAz => vec![(Subject::Part(id("web")), ProblemKind::OneZone)],
                Preset::SpaErrorMapping => {
                    let lesson = crate::CloudfrontProblem::DeepLinksUnmapped { code: 403 };
                    vec![(Subject::Part(id("cdn-plain")), ProblemKind::Cloudfront(lesson))]
                }
                // Instances that are slow are not replaced there: that is another trap.
                Preset::RetryStormTrap => {
                    let lesson = crate::ScalingProblem::BalancerIgnored;
                    vec![(Subject::Part(id("checkout")), ProblemKind::Scaling(lesson))]
                }
                Preset::OneNatGateway => vec![(Subject::Part(id("nat")), ProblemKind::SharedNatGateway)],
                Preset::CacheLossTrap => {
                    let lesson = crate::CacheProblem::LossOverloads { reads: 270.0, capacity: 100.0 };
                    vec![(Subject::Part(id("cache")), ProblemKind::Cache(lesson))]
                }
                Preset::ConnectionPoolTrap => {
                    vec![(Subject::Part(id("orders-db")), ProblemKind::PoolsOverLimit { pools: 80, limit: 50 })]
                }
                Preset::StaticStability => {
                    let lesson =
                        crate::ScalingProblem::NotStaticallyStable { load_percent: 180.0, target_percent: 50.0 };
                    vec![(Subject::Part(id("lean")), ProblemKind::Scaling(lesson))]
                }
                Preset::CreditsTrap => {
                    let lesson = crate::CostProblem::CreditsRunOut { load: 50, baseline: 20 };
                    let replaced_by_none = ProblemKind::Scaling(crate::ScalingProblem::BalancerIgnored);
                    let of = |name, kind| (Subject::Part(id(name)), kind);
                    vec![
                        of("standard", replaced_by_none.clone()),
                        of("standard", ProblemKind::Cost(lesson)),
                        of("steady", replaced_by_none.clone()),
                        of("unlimited", replaced_by_none),
                    ]
                }
                _ => Vec::new(),
            };
            assert_eq!(lessons(*preset), expected, "{}", preset.id());
        }
    }

    #[test]
    fn every_experiment_finds_what_it_acts_on() {
        for preset in Preset::ALL {
            let mut design = preset.design();
            let before = problems(&design).len();
            design.scenario.events =
                preset.experiments().into_iter().map(|action| Event { at_ms: 0, action }).collect();
            assert_eq!(problems(&design).len(), before, "{}", preset.id());
        }
    }

    #[test]
    fn a_preset_has_two_experiments_unless_it_is_empty() {
        for preset in Preset::ALL {
            let expected = if preset.design().parts.is_empty() { 0 } else { 2 };
            assert_eq!(preset.experiments().len(), expected, "{}", preset.id());
        }
    }

    #[test]
    fn a_preset_is_known_by_its_blocks_even_when_it_has_grown() {
        for preset in Preset::ALL.iter().filter(|preset| **preset != Preset::EmptyCanvas) {
            let mut design = preset.design();
            assert_eq!(Preset::of(&design), Some(*preset));
            let bucket = crate::Part::new(crate::Kind::S3);
            design.parts.insert(id("one-more"), bucket);
            assert_eq!(Preset::of(&design), Some(*preset));
        }
        assert_eq!(Preset::of(&Preset::EmptyCanvas.design()), None);
    }

    #[test]
    fn a_design_that_has_lost_a_block_is_no_longer_the_preset() {
        let mut design = Preset::ThreeAz.design();
        design.parts.remove(&id("shop"));
        assert_eq!(Preset::of(&design), None);
    }
}
