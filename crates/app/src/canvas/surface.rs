//! The drawing surface's own state, split by how often it changes. The palette reaches it too, to add parts.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::render::AnimationFrame;
use gloo::timers::callback::Timeout;
use ninepins_canvas::{Active, Gesture, Point, Preview, Rect, Refusal, Scene, View, gathered};
use ninepins_model::{Design, Kind, PartId};
use web_sys::{DomRect, Element};
use yew::prelude::*;

use super::stage::Stage;
use crate::state::{DesignStore, Language, Selected, Selection, Topic};

thread_local! {
    static SURFACE: Rc<Surface> = Rc::default();
}

/// What the gestures act on: the page's stores as of the last render.
#[derive(Clone)]
pub(super) struct Environment {
    pub(super) store: DesignStore,
    pub(super) selection: Selection,
    pub(super) language: Language,
}

/// Why something was refused, and where the pointer was, in client pixels from the surface's corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Notice {
    pub(super) refusal: Refusal,
    pub(super) at: Point,
}

/// What is offered, and where, in client pixels from the surface's corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Offer {
    /// What can follow a part, added at a point of the canvas.
    Next {
        /// The part.
        from: PartId,
        /// Where on the canvas.
        at: Point,
    },
    /// The containers that a part needs.
    Containers {
        /// What was to be added.
        kind: Kind,
        /// Where on the canvas.
        at: Point,
    },
    /// A network for a new VPC.
    Network(PartId),
}

/// The surface.
#[derive(Default)]
pub(crate) struct Surface {
    /// What is shown.
    pub(super) view: Topic<View>,
    /// What the gesture under way shows.
    pub(super) preview: Topic<Preview>,
    /// The card under the pointer.
    pub(super) hover: Topic<Option<PartId>>,
    /// The part that the keyboard is at.
    pub(super) focus: Topic<Option<PartId>>,
    /// What is being renamed in place.
    pub(super) editing: Topic<Option<Selected>>,
    /// What is offered beside a point.
    pub(super) offer: Topic<Option<Offer>>,
    /// Why the last thing was refused.
    pub(super) notice: Topic<Option<Notice>>,
    pub(super) gesture: RefCell<Gesture>,
    pub(super) stage: RefCell<Rc<Stage>>,
    pub(super) environment: RefCell<Option<Environment>>,
    pub(super) element: RefCell<Option<Element>>,
    pub(super) size: Cell<Point>,
    /// The window's point where the element's corner was when it was last looked for.
    corner: Cell<Point>,
    /// What the picture is cut to.
    pub(super) cut: Cell<Rect>,
    /// Whether the view has moved in the last moments.
    pub(super) moving: Cell<bool>,
    /// Whether the view goes to where it is next, so that the eye can follow, rather than being there at once.
    pub(super) glides: Cell<bool>,
    /// Whether the view was chosen by hand: it is then kept when the surface changes its size.
    pub(super) own_view: Cell<bool>,
    /// Where the pointer was last, in client pixels from the surface's corner.
    pub(super) pointer: Cell<Point>,
    /// The pointer that the gesture has yet to follow, and where to: it does so once a frame.
    pub(super) ahead: Cell<Option<(i32, Point)>>,
    pub(super) following: RefCell<Option<AnimationFrame>>,
    /// Whether the end of the wire being drawn is only suggested: the first arrow sets out from the wire's start.
    pub(super) suggests: Cell<bool>,
    /// Whether the space bar is held, and whether it was used to pan.
    pub(super) space: Cell<Option<bool>>,
    /// Whether the keyboard is where a pointer put it: nobody has gone through the page with Tab since.
    pub(super) pointed: Cell<bool>,
    /// Runs out when a finger has stayed down for long enough.
    pub(super) hold: RefCell<Option<Timeout>>,
}

/// The surface of this page.
pub(crate) fn surface() -> Rc<Surface> {
    SURFACE.with(Rc::clone)
}

/// Puts a value where it is new.
pub(super) fn put<T: PartialEq>(topic: &Topic<T>, value: T) {
    if *topic.get() != value {
        topic.set(value);
    }
}

impl Surface {
    /// The document as it is now, even before the page has rendered it.
    pub(super) fn design(&self) -> Rc<Design> {
        self.stage.borrow().design.clone()
    }

    pub(super) fn language(&self) -> Language {
        self.environment.borrow().as_ref().map_or_else(Language::default, |environment| environment.language)
    }

    pub(super) fn selected_parts(&self) -> BTreeSet<PartId> {
        self.environment
            .borrow()
            .as_ref()
            .map(|environment| gathered(environment.selection.parts().cloned()))
            .unwrap_or_default()
    }

    pub(super) fn selected(&self) -> BTreeSet<Selected> {
        self.environment
            .borrow()
            .as_ref()
            .map(|environment| (*environment.selection.selected).clone())
            .unwrap_or_default()
    }

    /// Reads everything a gesture needs.
    pub(super) fn with_scene<R>(&self, read: impl FnOnce(&Scene) -> R) -> R {
        let stage = self.stage.borrow().clone();
        let selected = self.selected_parts();
        let everything = self.selected();
        let wire = match everything.first() {
            Some(Selected::Wire(id)) if everything.len() == 1 => Some(id),
            _ => None,
        };
        let only = if selected.len() == 1 { selected.first() } else { None };
        let handles: Vec<PartId> = self.hover.get().iter().chain(only).cloned().collect();
        read(&Scene {
            design: &stage.design,
            layout: &stage.layout,
            routes: &stage.routes,
            view: *self.view.get(),
            selected: &selected,
            active: Active { handles: &handles, grips: only, wire },
        })
    }

    /// Whether hands move something: the view, parts, a wire or a frame that selects.
    pub(crate) fn is_busy(&self) -> bool {
        self.moving.get() || *self.preview.get() != Preview::default()
    }

    /// Shows everything; on a small screen as much of it as can be read. An empty canvas is neither near nor far.
    pub(crate) fn fit(&self) {
        let view = self.fitting();
        put(&self.view, view);
    }

    /// What [`Surface::fit`] shows, which is no view chosen by hand.
    fn fitting(&self) -> View {
        self.own_view.set(false);
        self.fitted().map(|(all, readable)| readable.unwrap_or(all)).unwrap_or_default()
    }

    /// Shows everything once the page has drawn it.
    pub(super) fn fit_soon(&self) {
        self.own_view.set(false);
        Timeout::new(0, || surface().glide(surface().fitting())).forget();
    }

    /// Shows everything as [`Surface::fit`] does, and what that leaves out of a part by as small a step as needed.
    pub(super) fn fit_with(&self, id: &PartId) {
        let Some((all, readable)) = self.fitted() else { return };
        self.own_view.set(false);
        self.glide(self.revealing(readable.unwrap_or(all), id));
    }

    /// Moves the view by a leap that the eye can follow.
    pub(super) fn glide(&self, view: View) {
        self.glides.set(*self.view.get() != view);
        put(&self.view, view);
    }

    /// Shows really everything, and asked again, what can be read of it as [`Surface::fit`] does.
    pub(crate) fn fit_or_all(&self) {
        if let Some((all, readable)) = self.fitted() {
            let is_all = *self.view.get() == all;
            // Everything is chosen by hand where it cannot be read.
            self.own_view.set(!is_all && readable.is_some());
            self.glide(readable.filter(|_| is_all).unwrap_or(all));
        }
    }

    /// The view of everything and, on a small screen where that could not be read, the one that can be.
    fn fitted(&self) -> Option<(View, Option<View>)> {
        let stage = self.stage.borrow().clone();
        let (size, margin) = (self.size.get(), fit_margin(self.size.get()));
        // The buttons at the bottom cover nothing, nor does a sheet.
        let free = Point::new(size.x, (size.y - CONTROLS).min(self.free().y));
        let all = View::fitted(stage.layout.rects(), free, margin)?;
        let readable = || View::readable(stage.layout.rects(), free, margin);
        Some((all, if size.x < PHONE { readable() } else { None }))
    }

    /// The size of what neither a sheet of a small screen covers nor the buttons that float above it.
    pub(super) fn free(&self) -> Point {
        let sheet = gloo::utils::document().query_selector(".sheet-corner").ok().flatten();
        let covered = sheet.map_or(0.0, |sheet| f64::from(sheet.client_height()) + ABOVE_SHEET);
        let size = self.size.get();
        Point::new(size.x, (size.y - covered).max(size.y * 0.25))
    }

    /// Zooms about the surface's middle.
    pub(crate) fn zoom(&self, factor: f64) {
        self.own_view.set(true);
        self.glide(self.view.get().zoomed_at(self.size.get() * 0.5, factor));
    }

    /// Zooms about a point, in client pixels from the surface's corner.
    pub(super) fn zoom_at(&self, at: Point, factor: f64) {
        self.own_view.set(true);
        put(&self.view, self.view.get().zoomed_at(at, factor));
    }

    /// Moves the view as little as needed to show a part.
    pub(super) fn reveal(&self, id: &PartId) {
        self.glide(self.revealing(*self.view.get(), id));
    }

    fn revealing(&self, view: View, id: &PartId) -> View {
        let rect = self.stage.borrow().layout.rect(id);
        let (size, free) = (self.size.get(), self.free());
        let uncovered = Point::new(free.x, free.y.min(self.above_bars()).max(size.y * 0.25));
        rect.map_or(view, |rect| view.revealing(rect, uncovered, fit_margin(size)))
    }

    /// How far down the surface reaches that the bars at the bottom leave free.
    pub(super) fn above_bars(&self) -> f64 {
        let size = self.size.get();
        size.y - if size.x < NARROW { BARS_IF_NARROW } else { BARS }
    }

    /// A point of the window, from the surface's corner; none where it is not over the surface.
    pub(super) fn client(&self, x: i32, y: i32) -> (Point, bool) {
        let Some(bounds) = self.find_corner() else { return (Point::default(), false) };
        let at = self.beside_corner(x, y);
        let inside = at.x >= 0.0 && at.y >= 0.0 && at.x <= bounds.width() && at.y <= bounds.height();
        (at, inside)
    }

    /// Looks for the element's corner, and says where the element is.
    pub(super) fn find_corner(&self) -> Option<DomRect> {
        let bounds = self.element.borrow().as_ref().map(Element::get_bounding_client_rect)?;
        self.corner.set(Point::new(bounds.left(), bounds.top()));
        Some(bounds)
    }

    /// The same as `client` where the corner was last: asking the browser for it lays out anew whatever the last move has changed.
    pub(super) fn beside_corner(&self, x: i32, y: i32) -> Point {
        Point::new(f64::from(x), f64::from(y)) - self.corner.get()
    }
}

/// Height of the buttons that take back and repeat, which float above a sheet.
const ABOVE_SHEET: f64 = 56.0;

/// Height of the bar of buttons at the bottom.
pub(super) const CONTROLS: f64 = 36.0;

/// Height of what floats above the bottom while something is selected; on a phone one bar stands over the other.
const BARS: f64 = 48.0;
const BARS_IF_NARROW: f64 = 112.0;

/// On a surface less wide the bars at the bottom stand over each other.
const NARROW: f64 = 600.0;
/// A surface less wide is a phone's: not all of a design could be read on it.
const PHONE: f64 = 480.0;

pub(super) fn fit_margin(size: Point) -> f64 {
    if size.x < NARROW { 10.0 } else { 20.0 }
}

/// The value of one of the surface's topics; renders again when it changes.
#[hook]
pub(super) fn use_topic<T>(topic: fn(&Surface) -> &Topic<T>) -> Rc<T>
where
    T: 'static,
{
    let render_again = use_force_update();
    use_effect_with((), move |()| {
        let subscription = topic(&surface()).subscribe(move || render_again.force_update());
        move || drop(subscription)
    });
    topic(&surface()).get()
}
