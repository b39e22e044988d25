//! The page: a stub that starts the worker and shows its first message.

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlLinkElement, MessageEvent, Worker};
use yew::prelude::*;

#[component]
fn Page() -> Html {
    let answer = use_state(|| "starting".to_owned());
    let shown = answer.clone();
    use_effect_with((), move |_| start_worker(answer));
    html! {
        <main>
            <h1>{ "Ninepins" }</h1>
            <p id="worker-state">{ (*shown).clone() }</p>
        </main>
    }
}

fn start_worker(answer: UseStateHandle<String>) {
    let Some(link) = document().get_element_by_id("sim-worker") else {
        return;
    };
    let Ok(worker) = Worker::new(&link.unchecked_into::<HtmlLinkElement>().href()) else {
        return;
    };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        answer.set(event.data().as_string().unwrap_or_default());
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn main() {
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<Page>::with_root(root).render();
    }
}
