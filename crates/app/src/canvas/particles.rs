//! Traffic as moving dots, drawn by rate against a moving maximum, on a canvas over the picture that moves with it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use ninepins_canvas::{Point, Rect, View, gathered};
use ninepins_model::{PartId, WireId};
use ninepins_report::{Gauges, Health, RunState};
use ninepins_words::number::fixed;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

use super::stage::Stage;
use super::surface::surface;
use super::traffic::Traffic;
use super::wire_label::label_ground;
use crate::state::{Live, part_view, use_live_store, use_preferences, wire_view};

/// Longest step of the animation in seconds: after a pause the dots go on from where they were.
const LONGEST_STEP: f64 = 0.05;
/// The colours are read again after so many frames, for another theme.
const COLOURS_EVERY: u32 = 30;
/// While hands move something only one in so many frames draws the dots: the hands come first.
const DRAWN_WHILE_BUSY: u32 = 3;

/// The dots.
#[component]
pub(super) fn Particles() -> Html {
    let live = use_live_store();
    let reduced = use_preferences().reduced_motion;
    let node = use_node_ref();
    let canvas = node.clone();
    use_effect_with((live, reduced), move |(live, reduced)| {
        let animation = canvas
            .cast::<HtmlCanvasElement>()
            .filter(|_| !reduced)
            .and_then(|canvas| Animation::start(canvas, live.clone()));
        move || drop(animation)
    });
    html! { <canvas ref={node} class="particles" aria-hidden="true"></canvas> }
}

/// Draws once a frame until dropped.
struct Animation {
    frame: Rc<RefCell<Option<AnimationFrame>>>,
    canvas: HtmlCanvasElement,
}

impl Drop for Animation {
    fn drop(&mut self) {
        self.frame.take();
        self.canvas.set_width(0);
    }
}

impl Animation {
    fn start(canvas: HtmlCanvasElement, live: Live) -> Option<Animation> {
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let frame = Rc::new(RefCell::new(None));
        let painter = Painter {
            canvas: canvas.clone(),
            context,
            live,
            traffic: Traffic::default(),
            rates: Rates::default(),
            labels: Labels::default(),
            last_ms: None,
            colours: (String::new(), String::new()),
            frames: 0,
            hidden: false,
        };
        schedule(frame.clone(), painter);
        Some(Animation { frame, canvas })
    }
}

fn schedule(frame: Rc<RefCell<Option<AnimationFrame>>>, mut painter: Painter) {
    let next = frame.clone();
    *frame.borrow_mut() = Some(request_animation_frame(move |now_ms| {
        painter.paint(now_ms);
        // Dropped meanwhile: nothing is left to draw on.
        if Rc::strong_count(&next) > 1 {
            schedule(next.clone(), painter);
        }
    }));
}

struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    live: Live,
    traffic: Traffic,
    rates: Rates,
    labels: Labels,
    last_ms: Option<f64>,
    colours: (String, String),
    frames: u32,
    hidden: bool,
}

impl Painter {
    fn paint(&mut self, now_ms: f64) {
        let step = self.last_ms.map_or(0.0, |last| ((now_ms - last) / 1000.0).clamp(0.0, LONGEST_STEP));
        self.last_ms = Some(now_ms);
        let clock = self.live.clock.get();
        let is_running = clock.playing && matches!(clock.state, RunState::Running);
        let stage = surface().stage.borrow().clone();
        if is_running {
            self.rates.follow(&stage, &self.live.gauges.get());
            self.traffic.advance(&self.rates.by_wire, |id| stage.routes.get(id).map(|route| route.length()), step);
        }
        if self.frames.is_multiple_of(COLOURS_EVERY) {
            self.read_colours();
        }
        self.frames = self.frames.wrapping_add(1);
        if surface().is_busy() && !self.frames.is_multiple_of(DRAWN_WHILE_BUSY) {
            return;
        }
        // While something is moved, its wires are not where the dots would be.
        let is_shown = clock.playing && surface().preview.get().layout.is_none();
        self.show(is_shown);
        if is_shown {
            let view = *surface().view.get();
            self.clear(view);
            self.draw(view, &stage);
            self.labels.follow(&stage);
            self.clear_labels(view);
        }
    }

    /// Shows or hides the canvas. An empty one would cost the browser as much in each frame as one with dots.
    fn show(&mut self, shown: bool) {
        if self.hidden == shown {
            self.hidden = !shown;
            // One that cannot be hidden is left as it was drawn last.
            let _ = self.canvas.style().set_property("display", if shown { "block" } else { "none" });
        }
    }

    fn read_colours(&mut self) {
        let Some(root) = document().document_element() else { return };
        if let Ok(Some(style)) = window().get_computed_style(&root) {
            let value = |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_owned();
            self.colours = (value("--accent"), value("--bad"));
        }
    }

    /// Empties the canvas and lays it over what this view shows.
    fn clear(&self, view: View) {
        let ratio = window().device_pixel_ratio();
        let size = surface().size.get();
        let (width, height) = ((size.x * ratio) as u32, (size.y * ratio) as u32);
        let style = self.canvas.style();
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            let _ = style.set_property("width", &format!("{}px", fixed(size.x, 0)));
            let _ = style.set_property("height", &format!("{}px", fixed(size.y, 0)));
        }
        // The canvas lies in the picture, whose transform this undoes.
        let (scale, x, y) = (fixed(1.0 / view.zoom, 6), fixed(-view.x, 2), fixed(-view.y, 2));
        let _ = style.set_property("transform", &format!("scale({scale}) translate({x}px, {y}px)"));
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    fn draw(&self, view: View, stage: &Stage) {
        let ratio = window().device_pixel_ratio();
        let radius = (2.6 * view.zoom).clamp(1.6, 4.0) * ratio;
        let (width, height) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        for failed in [false, true] {
            self.context.set_fill_style_str(if failed { &self.colours.1 } else { &self.colours.0 });
            self.context.begin_path();
            for (id, dots) in self.traffic.dots() {
                let Some(route) = stage.routes.get(id).filter(|_| !dots.is_empty()) else { continue };
                for dot in dots.iter().filter(|dot| dot.failed == failed) {
                    let at = view.to_client(route.at(dot.at)) * ratio;
                    if at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height {
                        continue;
                    }
                    if failed { self.diamond(at, radius * 1.7) } else { self.disc(at, radius) }
                }
            }
            self.context.fill();
        }
    }

    /// What is written on a wire can be read: dots pass behind it.
    fn clear_labels(&self, view: View) {
        let ratio = window().device_pixel_ratio();
        for ground in &self.labels.grounds {
            let Rect { x, y, width, height } = view.rect_to_client(*ground);
            self.context.clear_rect(x * ratio, y * ratio, width * ratio, height * ratio);
        }
    }

    /// A disc of so few pixels is two bars across each other, which are drawn in half the time of a circle.
    fn disc(&self, at: Point, radius: f64) {
        let (long, short) = (radius * 0.94, radius * 0.6);
        self.context.fill_rect(at.x - long, at.y - short, 2.0 * long, 2.0 * short);
        self.context.fill_rect(at.x - short, at.y - long, 2.0 * short, 2.0 * long);
    }

    fn diamond(&self, at: Point, reach: f64) {
        self.context.move_to(at.x, at.y - reach);
        self.context.line_to(at.x + reach, at.y);
        self.context.line_to(at.x, at.y + reach);
        self.context.line_to(at.x - reach, at.y);
    }
}

/// The rates of the gauges that were seen last: frames are many more than gauges.
#[derive(Default)]
struct Rates {
    by_wire: BTreeMap<WireId, (f64, f64)>,
    stage: Rc<Stage>,
    gauges: Rc<Gauges>,
}

impl Rates {
    fn follow(&mut self, stage: &Rc<Stage>, gauges: &Rc<Gauges>) {
        if Rc::ptr_eq(&self.stage, stage) && Rc::ptr_eq(&self.gauges, gauges) {
            return;
        }
        *self = Rates { by_wire: rates(stage, gauges), stage: stage.clone(), gauges: gauges.clone() };
    }
}

/// Where labels lie on the wires of the document that was drawn last.
#[derive(Default)]
struct Labels {
    grounds: Vec<Rect>,
    stage: Rc<Stage>,
}

impl Labels {
    fn follow(&mut self, stage: &Rc<Stage>) {
        if Rc::ptr_eq(&self.stage, stage) {
            return;
        }
        let labelled = stage.design.wires.iter().filter(|(_, wire)| !wire.label.is_empty());
        let grounds = labelled
            .filter_map(|(id, wire)| stage.routes.get(id).map(|route| label_ground(&wire.label, route.middle())));
        *self = Labels { grounds: grounds.collect(), stage: stage.clone() };
    }
}

/// Attempts per second that went well and that failed, by wire. What fails while both ends are well is an answer like
/// “not found”, and no fault.
fn rates(stage: &Stage, gauges: &Gauges) -> BTreeMap<WireId, (f64, f64)> {
    let suffers = |id: &PartId| {
        let view = part_view(gauges, stage.part_index(id));
        view.is_some_and(|view| matches!(view.health, Health::Strained | Health::Failing))
    };
    let wires = stage.design.wires.iter().filter_map(|(id, wire)| {
        let view = wire_view(gauges, stage.wire_index(id))?;
        let (ok, failed) = (f64::from(view.ok), f64::from(view.failed));
        let is_fault = suffers(&wire.from) || suffers(&wire.to);
        Some((id.clone(), if is_fault { (ok, failed) } else { (ok + failed, 0.0) }))
    });
    gathered(wires)
}
