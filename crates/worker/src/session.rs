//! The conversation with the page: each message in, its answers out.

use ninepins_macros::later;
use ninepins_model::Design;
use ninepins_protocol::{FromWorker, PROTOCOL, ToWorker, decode};
use ninepins_report::{Frame, RunState, Totals};

use crate::opened::Opened;

/// Most wall milliseconds that one credit may take, whatever the page says.
const LONGEST_BUDGET_MS: u32 = 1000;

/// One page's run.
#[derive(Default)]
pub struct Session {
    opened: Option<Opened>,
}

impl Session {
    /// Handles the bytes of a message. `now_ms` is a clock in wall milliseconds.
    pub fn handle_bytes(&mut self, message: &[u8], now_ms: impl Fn() -> f64) -> Vec<FromWorker> {
        match decode(message) {
            Ok(message) => self.handle(message, now_ms),
            Err(error) => refused(error),
        }
    }

    /// Handles a message. A message that cannot be followed is refused and changes nothing.
    pub fn handle(&mut self, message: ToWorker, now_ms: impl Fn() -> f64) -> Vec<FromWorker> {
        match message {
            ToWorker::Hello { .. } => vec![FromWorker::Hello { protocol: PROTOCOL }],
            ToWorker::Open { generation, design, at_ms } => match ninepins_share::read_design(&design) {
                Ok(design) => {
                    self.open(generation, design, at_ms);
                    Vec::new()
                }
                Err(error) => refused(error),
            },
            ToWorker::Seek { generation, at_ms } => match &mut self.opened {
                Some(opened) => {
                    opened.seek(generation, at_ms);
                    Vec::new()
                }
                None => refused("no design is open"),
            },
            ToWorker::Advance { generation, until_ms, budget_ms, gauges } => {
                let end_ms = now_ms() + f64::from(budget_ms.min(LONGEST_BUDGET_MS));
                let frame = match self.of_generation(generation) {
                    Some(opened) => {
                        opened.advance(until_ms, || now_ms() < end_ms);
                        opened.frame(gauges)
                    }
                    None => idle_frame(),
                };
                vec![FromWorker::Frame { generation, frame }]
            }
            ToWorker::Act { generation, action } => self.act(generation, action),
        }
    }

    fn open(&mut self, generation: u32, design: Design, at_ms: u64) {
        match self.opened {
            Some(_) => self.open_next(generation, design, at_ms),
            None => self.opened = Some(Opened::new(generation, design, at_ms)),
        }
    }

    fn of_generation(&mut self, generation: u32) -> Option<&mut Opened> {
        self.opened.as_mut().filter(|opened| opened.generation() == generation)
    }
}

#[later]
impl Session {
    /// Opens a design after another, of which it keeps what came before the first different event.
    fn open_next(&mut self, generation: u32, design: Design, at_ms: u64) {
        match &mut self.opened {
            Some(opened) if opened.differs_only_in_events(&design) => {
                opened.replace_events(generation, design.scenario.events, at_ms);
            }
            _ => self.opened = Some(Opened::new(generation, design, at_ms)),
        }
    }

    fn act(&mut self, generation: u32, action: Vec<u8>) -> Vec<FromWorker> {
        let Some(opened) = self.of_generation(generation) else { return refused("that run is not open") };
        match ninepins_share::parse_action(&action) {
            Ok(parsed) => vec![FromWorker::Acted { generation, at_ms: opened.act(parsed), action }],
            Err(error) => refused(error),
        }
    }
}

fn refused(reason: impl ToString) -> Vec<FromWorker> {
    vec![FromWorker::Refused { reason: reason.to_string() }]
}

/// The answer to a credit while nothing runs.
fn idle_frame() -> Frame {
    Frame {
        now_ns: 0,
        state: RunState::Finished,
        totals: Totals::default(),
        windows: Vec::new(),
        log: Vec::new(),
        rewound: false,
        gauges: None,
        digest: 0,
    }
}
