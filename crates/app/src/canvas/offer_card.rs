//! What is offered beside a point: what can follow a part, the containers it needs, a network for a new VPC.

use gloo::timers::callback::Timeout;
use ninepins_canvas::{
    Pick, Placement, missing_containers, next_kinds, place_next, place_with_containers, standard_network,
};
use ninepins_model::{Change, Edit, Kind};
use ninepins_words::{command_texts, kind_description, kind_name, number::fixed, texts};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::surface::{Offer, Surface, put, surface, use_topic};
use crate::icons::KindIcon;
use crate::state::{DesignAction, Language, use_language};

/// The card, while something is offered.
#[component]
pub(crate) fn OfferCard() -> Html {
    let language = use_language();
    let offer = use_topic(|surface| &surface.offer);
    let card = use_node_ref();
    use_effect_with(((*offer).clone(), card.clone()), |(_, card)| {
        if let Some(card) = card.cast::<HtmlElement>() {
            place(&card);
            let first = card.query_selector("button").ok().flatten();
            if let Some(first) = first.and_then(|first| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(first).ok()) {
                // Where it takes no focus the pointer still reaches it.
                let _ = first.focus();
            }
        }
    });
    let onkeydown = |event: KeyboardEvent| {
        event.stop_propagation();
        match event.key().as_str() {
            "Escape" => surface().close_offer(),
            "ArrowDown" => step(&event, 1),
            "ArrowUp" => step(&event, -1),
            _ => {}
        }
    };
    let Some(offered) = (*offer).clone() else { return Html::default() };
    html! {
        <div
            ref={card}
            class="offer"
            role="dialog"
            aria-label={question(language, &offered)}
            data-testid="offer"
            {onkeydown}
            onpointerdown={|event: PointerEvent| event.stop_propagation()}
        >
            <p class="offer-question">{ question(language, &offered) }</p>
            { choices(language, &offered) }
        </div>
    }
}

fn question(language: Language, offer: &Offer) -> String {
    let c = command_texts(language);
    match offer {
        Offer::Next { .. } => c.next_question.to_owned(),
        Offer::Containers { kind, .. } => {
            let missing: Vec<Kind> = missing_containers(&surface().design(), *kind).collect();
            ninepins_words::offered_containers(language, *kind, &missing)
        }
        Offer::Network(_) => c.network_question.to_owned(),
    }
}

fn choices(language: Language, offer: &Offer) -> Html {
    let c = command_texts(language);
    match offer {
        Offer::Next { from, .. } => {
            let kind = surface().design().parts.get(from).map(|part| part.kind());
            let kinds = kind.map(next_kinds).unwrap_or_default();
            html! {
                <div class="offer-kinds">
                    for kind in kinds {
                        <button
                            key={kind.as_str()}
                            type="button"
                            class="offer-kind"
                            data-testid={format!("next-{}", kind.as_str())}
                            title={kind_description(language, kind)}
                            onclick={move |_| surface().take_next(kind)}
                        >
                            <KindIcon {kind} />
                            { kind_name(language, kind) }
                        </button>
                    }
                </div>
            }
        }
        Offer::Containers { .. } => {
            two(c.offer_containers, Callback::from(|()| surface().take_containers()), texts(language).cancel)
        }
        Offer::Network(_) => two(c.offer_network, Callback::from(|()| surface().take_network()), c.keep_empty),
    }
}

fn two(yes: &'static str, accept: Callback<()>, no: &'static str) -> Html {
    html! {
        <div class="offer-buttons">
            <button type="button" class="button primary" data-testid="offer-yes" onclick={move |_| accept.emit(())}>{ yes }</button>
            <button type="button" class="button" data-testid="offer-no" onclick={|_| surface().close_offer()}>{ no }</button>
        </div>
    }
}

fn place(card: &HtmlElement) {
    let (at, size) = (surface().pointer.get(), surface().free());
    let (width, height) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let x = (at.x + 10.0).min(size.x - width - 8.0).max(8.0);
    let y = (at.y + 10.0).min(size.y - height - 8.0).max(8.0);
    // Where it cannot be placed it stays at the surface's corner.
    let _ = card.style().set_property("transform", &format!("translate({}px, {}px)", fixed(x, 0), fixed(y, 0)));
}

/// Moves the focus among the card's buttons.
fn step(event: &KeyboardEvent, by: i32) {
    event.prevent_default();
    let document = gloo::utils::document();
    let Ok(buttons) = document.query_selector_all(".offer button") else { return };
    let count = buttons.length() as i32;
    let focused = document.active_element();
    let at = (0..count).find(|index| buttons.get(*index as u32).as_ref() == focused.as_deref()).unwrap_or(0);
    let next = buttons.get((at + by).rem_euclid(count.max(1)) as u32);
    if let Some(next) = next.and_then(|next| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(next).ok()) {
        // A button that takes no focus leaves it where it was.
        let _ = next.focus();
    }
}

impl Surface {
    /// Puts the offer away.
    pub(super) fn close_offer(&self) {
        put(&self.offer, None);
        self.focus_element_soon();
    }

    /// Offers what can follow the selected part, or the one that the keyboard is at.
    pub(crate) fn offer_next(&self) {
        let Some(from) = self.selected_parts().first().cloned().or_else(|| self.focused()) else { return };
        let stage = self.stage.borrow().clone();
        let Some(place) = stage.layout.place(&from).filter(|place| !next_kinds(place.kind).is_empty()) else { return };
        let at = place.rect.center() + ninepins_canvas::Point::new(place.rect.width + 64.0, 0.0);
        self.pointer.set(self.view.get().to_client(place.rect.center()));
        put(&self.offer, Some(Offer::Next { from, at }));
    }

    fn take_next(&self, kind: Kind) {
        let Some(Offer::Next { from, at }) = (*self.offer.get()).clone() else { return };
        put(&self.offer, None);
        match place_next(&self.design(), &from, kind, at) {
            Ok(placement) => self.add_placement(placement),
            Err(refusal) => self.refuse(refusal),
        }
        self.focus_element_soon();
    }

    fn take_containers(&self) {
        let Some(Offer::Containers { kind, at }) = (*self.offer.get()).clone() else { return };
        put(&self.offer, None);
        match place_with_containers(&self.design(), kind, at) {
            Ok(placement) => self.add_placement(placement),
            Err(refusal) => self.refuse(refusal),
        }
        self.focus_element_soon();
    }

    /// Adds, selects and shows a part, and with it everything where what it brings along may reach far.
    pub(super) fn add_placement(&self, placement: Placement) {
        let is_alone = !matches!(placement.edit, Edit::Batch(_));
        let id = placement.id;
        self.commit(Change::Add, placement.edit);
        self.pick(Pick::Part(id.clone()));
        if is_alone || self.own_view.get() {
            return self.reveal_soon(&id);
        }
        // Once the page has drawn it.
        Timeout::new(0, move || surface().fit_with(&id)).forget();
    }

    /// Lays the network out in the step that added the VPC, so that one undo takes back both.
    fn take_network(&self) {
        let Some(Offer::Network(vpc)) = (*self.offer.get()).clone() else { return };
        put(&self.offer, None);
        match standard_network(&self.design(), &vpc) {
            Ok(network) => {
                self.dispatch(DesignAction::Amend(network));
                self.fit_soon();
            }
            Err(refusal) => self.refuse(refusal),
        }
        self.focus_element_soon();
    }
}
