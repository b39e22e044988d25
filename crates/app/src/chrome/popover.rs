//! A button that opens a small panel below itself.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// The button and its panel.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What the button shows; its text is the button's name.
    pub(crate) button: Html,
    /// What the panel is called; also the button's tooltip.
    pub(crate) name: AttrValue,
    /// Further classes of the button.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// For tests.
    pub(crate) testid: AttrValue,
    /// Called when it opens.
    #[prop_or_default]
    pub(crate) onopen: Callback<()>,
    /// Whether a click inside closes it, as in a menu.
    #[prop_or_default]
    pub(crate) closes_on_click: bool,
    /// The panel's content; not rendered while it is closed.
    pub(crate) children: Html,
}

/// Whether the panel is open: at once for keys and pointers, and as a state for what is drawn.
///
/// Yew may let the browser handle events between drawing a panel and running its effects. A listener that an effect adds
/// when the panel opens would miss a key that comes right then, so there is one from the beginning that looks here.
#[derive(Clone)]
struct Open {
    now: Rc<Cell<bool>>,
    /// Whether the button gets the keyboard back once the panel is gone. What a panel does as it opens, such as selecting its
    /// text, may come after the key that closes it, and takes the keyboard along.
    returns: Rc<Cell<bool>>,
    drawn: UseStateSetter<bool>,
}

impl Open {
    fn set(&self, open: bool) {
        self.now.set(open);
        self.returns.set(false);
        self.drawn.set(open);
    }
}

/// The button and, while it is open, the panel. Escape and a press elsewhere close it.
#[component]
pub(crate) fn Popover(props: &Props) -> Html {
    let drawn = use_state_eq(|| false);
    let [now, returns] = [use_memo((), |()| Cell::new(false)), use_memo((), |()| Cell::new(false))];
    let open = Open { now, returns, drawn: drawn.setter() };
    let root = use_node_ref();
    use_effect_with(*drawn, {
        let (returns, root) = (open.returns.clone(), root.clone());
        move |drawn| {
            if !*drawn && returns.take() {
                focus_button(&root);
            }
        }
    });
    let toggle = {
        let (open, onopen) = (open.clone(), props.onopen.clone());
        Callback::from(move |_: MouseEvent| {
            if !open.now.get() {
                onopen.emit(());
            }
            open.set(!open.now.get());
        })
    };
    use_closing(open.clone(), root.clone());
    let onclick = {
        let closes = props.closes_on_click;
        Callback::from(move |_: MouseEvent| {
            if closes {
                open.set(false);
            }
        })
    };
    html! {
        <div class="popover" ref={root}>
            <button
                type="button"
                class={classes!("button", props.class.clone())}
                title={props.name.clone()}
                aria-expanded={drawn.to_string()}
                data-testid={props.testid.clone()}
                onclick={toggle}
            >
                { props.button.clone() }
            </button>
            if *drawn {
                <div class="popover-panel" role="group" aria-label={props.name.clone()} {onclick}>
                    { props.children.clone() }
                </div>
            }
        </div>
    }
}

#[hook]
fn use_closing(open: Open, root: NodeRef) {
    use_effect_with((), move |()| {
        let (pressed_open, pressed_root) = (open.clone(), root.clone());
        let pressed = EventListener::new(&document(), "pointerdown", move |event| {
            if !pressed_open.now.get() {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let inside = pressed_root.cast::<Node>().is_some_and(|root| root.contains(target.as_ref()));
            if !inside {
                pressed_open.set(false);
            }
        });
        // On the way down, so that nothing below the panel takes the key first, wherever the keyboard is.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let key = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if is_escape && open.now.get() {
                event.stop_propagation();
                open.set(false);
                open.returns.set(true);
                focus_button(&root);
            }
        });
        move || drop((pressed, key))
    });
}

fn focus_button(root: &NodeRef) {
    let button = root.cast::<web_sys::Element>().and_then(|root| root.first_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A button that cannot take the focus is no failure.
        let _ = button.focus();
    }
}
