//! Pointers and the wheel, from the browser to the gestures.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use ninepins_canvas::{Button, Device, Gesture, Grip, Hit, Point, Press, Reach, WheelMode, hit, wheel_factor};
use ninepins_model::PartId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, WheelEvent};

use super::surface::{Surface, put, surface};
use crate::commands::desk;
use crate::layout::{LayoutAction, Sheet};
use crate::state::Selected;

/// Client pixels of one line and one page of a wheel's turn.
const LINE: f64 = 20.0;
const PAGE: f64 = 400.0;

/// Listens on the surface's element until the listeners are dropped.
pub(super) fn listen(element: &Element) -> Vec<EventListener> {
    let on = |name: &'static str, act: fn(&Surface, &PointerEvent)| {
        EventListener::new(element, name, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                act(&surface(), event);
            }
        })
    };
    let active = EventListenerOptions::enable_prevent_default();
    vec![
        on("pointerenter", |surface, _| {
            surface.find_corner();
        }),
        on("pointerdown", Surface::on_down),
        on("pointermove", Surface::on_move),
        on("pointerup", Surface::on_up),
        on("pointercancel", |surface, _| {
            surface.cancel();
        }),
        on("pointerleave", |surface, _| put(&surface.hover, None)),
        EventListener::new_with_options(element, "wheel", active, |event| {
            if let Some(event) = event.dyn_ref::<WheelEvent>() {
                surface().on_wheel(event);
            }
        }),
        EventListener::new(element, "dblclick", |event| surface().on_double_click(event)),
        EventListener::new(element, "focusin", |event| {
            if let Some(id) = part_of(event) {
                put(&surface().focus, Some(id));
            }
        }),
        // A middle click must not paste or open the browser's own scrolling.
        EventListener::new_with_options(element, "mousedown", active, |event| {
            if event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|event| event.button() == 1) {
                event.prevent_default();
            }
        }),
    ]
}

impl Surface {
    fn on_down(&self, event: &PointerEvent) {
        let (at, _) = self.client(event.client_x(), event.client_y());
        self.pointer.set(at);
        put(&self.notice, None);
        put(&self.offer, None);
        let member = closest_at(event.client_x(), event.client_y(), "[data-member-of]");
        let owner = member.and_then(|member| member.get_attribute("data-member-of")).and_then(|id| id.parse().ok());
        if self.space.get().is_some() {
            self.space.set(Some(true));
        }
        let press = Press {
            pointer: event.pointer_id(),
            at,
            device: device(event),
            button: match event.button() {
                0 => Button::Primary,
                1 => Button::Middle,
                _ => Button::Secondary,
            },
            adds: event.shift_key(),
            pans: self.space.get().is_some(),
        };
        self.step(|gesture, scene| gesture.pressed(scene, press));
        if let (Some(owner), Gesture::Pressed { hit, .. }) = (owner, &mut *self.gesture.borrow_mut())
            && let Hit::Inside(subnet) = &*hit
        {
            *hit = Hit::Member(owner, subnet.clone());
        }
        // What follows the pointer from its first move on must see where it is let go, even beside the surface.
        let is_click = matches!(*self.gesture.borrow(), Gesture::Pressed { .. } | Gesture::Idle);
        if !is_click {
            self.capture(press.pointer);
        }
        if press.device == Device::Touch {
            self.watch_hold(press.pointer);
        }
    }

    fn on_move(&self, event: &PointerEvent) {
        let at = self.beside_corner(event.client_x(), event.client_y());
        self.pointer.set(at);
        let pointer = event.pointer_id();
        let is_idle = self.gesture.borrow().is_idle();
        if is_idle {
            self.look_at(at, device(event));
            return;
        }
        let was_pressed = matches!(*self.gesture.borrow(), Gesture::Pressed { .. });
        if !was_pressed {
            self.follow(pointer, at);
            return;
        }
        self.step(|gesture, scene| gesture.moved(scene, pointer, Some(at)));
        // Captured only once it is a drag: a click and a double click keep their own target.
        if !matches!(*self.gesture.borrow(), Gesture::Pressed { .. }) {
            self.capture(pointer);
        }
        self.show_cursor();
    }

    /// The gesture under way follows a pointer in the next frame: what it shows takes a while, and a mouse moves several
    /// times in a frame.
    fn follow(&self, pointer: i32, at: Point) {
        if self.ahead.get().is_some_and(|(other, _)| other != pointer) {
            self.catch_up();
        }
        self.ahead.set(Some((pointer, at)));
        if self.following.borrow().is_none() {
            let frame = request_animation_frame(|_| {
                surface().following.take();
                surface().catch_up();
            });
            *self.following.borrow_mut() = Some(frame);
        }
    }

    /// The gesture goes to where the pointer is already.
    pub(super) fn catch_up(&self) {
        if let Some((pointer, at)) = self.ahead.take() {
            self.step(|gesture, scene| gesture.moved(scene, pointer, Some(at)));
            self.show_cursor();
        }
    }

    fn on_up(&self, event: &PointerEvent) {
        let (at, _) = self.client(event.client_x(), event.client_y());
        let pointer = event.pointer_id();
        self.pointer.set(at);
        let is_click = matches!(*self.gesture.borrow(), Gesture::Pressed { .. });
        self.step(|gesture, scene| gesture.released(scene, pointer, Some(at)));
        self.look_at(at, device(event));
        if is_click {
            close_palette_sheet();
        }
    }

    fn capture(&self, pointer: i32) {
        if let Some(element) = self.element.borrow().as_ref() {
            // A pointer that is gone by now cannot be captured, and needs not be.
            let _ = element.set_pointer_capture(pointer);
        }
    }

    /// What lies under an idle pointer: it shows its handles.
    fn look_at(&self, at: Point, device: Device) {
        if device == Device::Touch {
            return;
        }
        let found = self.with_scene(|scene| {
            let reach = Reach::of(8.0, scene.view.zoom);
            hit(scene.layout, scene.routes, &scene.active, scene.view.to_world(at), reach)
        });
        let hovered = match found {
            Hit::Card(id) | Hit::Handle(id, _) => Some(id),
            _ => None,
        };
        put(&self.hover, hovered);
        self.show_cursor();
    }

    /// The cursor of the gesture under way. It is the shield's: one of the surface itself would be inherited by thousands of
    /// elements, which would all be styled anew.
    pub(super) fn show_cursor(&self) {
        let cursor = match &*self.gesture.borrow() {
            Gesture::Panning { .. } => "grabbing",
            Gesture::Wiring { pointer: Some(_), .. } => "crosshair",
            Gesture::Resizing { grip, .. } => grip_cursor(*grip),
            Gesture::Moving { .. }
            | Gesture::MovingMembers { .. }
            | Gesture::Bending { .. }
            | Gesture::Reconnecting { .. } => "move",
            _ => "",
        };
        let shield = self.element.borrow().as_ref().and_then(Element::last_element_child);
        if let Some(shield) = shield
            && shield.get_attribute("data-cursor").as_deref().unwrap_or_default() != cursor
        {
            // Without it the cursor stays the usual one.
            let _ = shield.set_attribute("data-cursor", cursor);
        }
    }

    fn on_wheel(&self, event: &WheelEvent) {
        event.prevent_default();
        let at = self.beside_corner(event.client_x(), event.client_y());
        let mode = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WheelMode::Line,
            WheelEvent::DOM_DELTA_PAGE => WheelMode::Page,
            _ => WheelMode::Pixel,
        };
        let pixels = match mode {
            WheelMode::Pixel => 1.0,
            WheelMode::Line => LINE,
            WheelMode::Page => PAGE,
        };
        let turned = Point::new(event.delta_x(), event.delta_y());
        // A touch pad scrolls in both directions or by fractions; a wheel's notches zoom.
        let notches = turned.x == 0.0 && (mode != WheelMode::Pixel || turned.y.abs() >= 50.0);
        if event.ctrl_key() || event.meta_key() || (notches && !event.shift_key()) {
            self.zoom_at(at, wheel_factor(turned.y, mode, event.ctrl_key() && !notches));
        } else {
            let by = if event.shift_key() && turned.x == 0.0 { Point::new(turned.y, 0.0) } else { turned };
            self.own_view.set(true);
            put(&self.view, self.view.get().panned(by * -pixels));
        }
    }

    fn on_double_click(&self, event: &Event) {
        let found = self.with_scene(|scene| {
            let reach = Reach::of(8.0, scene.view.zoom);
            hit(scene.layout, scene.routes, &scene.active, scene.view.to_world(self.pointer.get()), reach)
        });
        match found {
            Hit::Bend(id) | Hit::Wire(id) | Hit::WireEnd(id, _) => self.rename(Selected::Wire(id)),
            Hit::Title(id) | Hit::Card(id) | Hit::Handle(id, _) => self.rename(Selected::Part(id)),
            _ if part_of(event).is_some() => focus_inspector(),
            _ => {}
        }
    }

    /// The space bar went down: a drag pans while it is held.
    pub(super) fn hold_space(&self, event: &KeyboardEvent) {
        event.prevent_default();
        if self.space.get().is_none() {
            self.space.set(Some(false));
        }
    }
}

/// On a small screen the blocks lie over what can be done with the thing that was pressed.
fn close_palette_sheet() {
    if let Some(desk) = desk().filter(|desk| desk.layout.sheet == Some(Sheet::Palette)) {
        desk.layout.dispatch(LayoutAction::CloseSheet);
    }
}

fn device(event: &PointerEvent) -> Device {
    if event.pointer_type() == "touch" { Device::Touch } else { Device::Mouse }
}

/// In which directions a grip moves: the name of a cursor.
pub(super) const fn grip_cursor(grip: Grip) -> &'static str {
    match grip.across * grip.down {
        1 => "nwse",
        -1 => "nesw",
        _ if grip.down == 0 => "ew",
        _ => "ns",
    }
}

/// The uppermost of the elements that a selector names at a point of the window. Not by the event's target, which may be
/// the shield.
fn closest_at(x: i32, y: i32, selector: &str) -> Option<Element> {
    let elements = gloo::utils::document().elements_from_point(x as f32, y as f32);
    elements.iter().find_map(|element| element.dyn_into::<Element>().ok()?.closest(selector).ok().flatten())
}

/// The part that an event happened at.
pub(super) fn part_of(event: &Event) -> Option<PartId> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-part]").ok().flatten()?.get_attribute("data-part")?.parse().ok()
}

/// Puts the keyboard into the inspector's first field.
pub(super) fn focus_inspector() {
    let fields = ".inspector-panel :is(input, select, textarea, button, a[href], [tabindex='0']):not([disabled])";
    let field = gloo::utils::document().query_selector(fields).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A field that takes no focus leaves it where it was.
        let _ = field.focus();
    }
}
