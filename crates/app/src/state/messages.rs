//! What the page has to tell: about links, files, storage and the simulation. Shown as banners until dismissed.

use std::rc::Rc;

use ninepins_share::{LinkError, Notice, ReadError};
use yew::prelude::*;

/// Something to tell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// A link was not opened.
    BrokenLink(LinkError),
    /// A file was not opened.
    BrokenFile(ReadError),
    /// What was pasted is no design.
    BrokenPaste(ReadError),
    /// What was opened had to be repaired.
    Repaired(Vec<Notice>),
    /// What was saved in the browser is open, and it is not the example.
    Restored,
    /// What was saved in the browser cannot be read.
    BrokenAutosave,
    /// The code that reads documents did not arrive.
    NotLoaded,
    /// The browser keeps nothing.
    NoStorage,
    /// The browser keeps no more.
    StorageFull,
    /// The simulation was started again.
    WorkerRestarted {
        /// Whether it had only stopped answering.
        silent: bool,
    },
    /// The simulation's program, or the rest of it, did not arrive.
    WorkerNotLoaded,
    /// The simulation does not start.
    WorkerGaveUp,
    /// Page and worker are of different versions.
    WrongVersion,
}

/// The messages that are shown, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct MessagesState {
    /// With their numbers.
    pub(crate) shown: Rc<Vec<(u32, Message)>>,
    next: u32,
}

/// What can happen to the messages.
pub(crate) enum MessagesAction {
    /// Tells something; what is already shown is not shown twice.
    Tell(Message),
    /// Takes one away.
    Dismiss(u32),
}

/// The messages as a context.
pub(crate) type Messages = UseReducerHandle<MessagesState>;

impl MessagesState {
    /// With these messages from the start.
    pub(crate) fn new(messages: Vec<Message>) -> Self {
        let shown: Vec<_> = (0..).zip(messages).collect();
        MessagesState { next: shown.len() as u32, shown: Rc::new(shown) }
    }
}

impl Reducible for MessagesState {
    type Action = MessagesAction;

    fn reduce(self: Rc<Self>, action: MessagesAction) -> Rc<Self> {
        let mut shown = (*self.shown).clone();
        let mut next = self.next;
        match action {
            MessagesAction::Tell(message) if shown.iter().any(|(_, other)| *other == message) => return self,
            MessagesAction::Tell(message) => {
                shown.push((next, message));
                next += 1;
            }
            MessagesAction::Dismiss(number) => shown.retain(|(other, _)| *other != number),
        }
        Rc::new(MessagesState { shown: Rc::new(shown), next })
    }
}

/// The messages, from their context.
#[hook]
pub(crate) fn use_messages() -> Messages {
    use_context::<Messages>().expect("the page provides the messages")
}
