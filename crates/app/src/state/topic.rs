//! A value that changes often, and those who want to know.
//!
//! A context renders everybody again who reads it; a subscriber of a topic decides by itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

/// A value and its subscribers.
pub(crate) struct Topic<T> {
    value: RefCell<Rc<T>>,
    subscribers: Rc<RefCell<Subscribers>>,
}

#[derive(Default)]
struct Subscribers {
    next: u32,
    callbacks: BTreeMap<u32, Rc<dyn Fn()>>,
}

/// Keeps a callback subscribed until it is dropped.
#[must_use = "dropping it ends the subscription"]
pub(crate) struct Subscription {
    subscribers: Weak<RefCell<Subscribers>>,
    number: u32,
}

impl<T: Default> Default for Topic<T> {
    fn default() -> Self {
        Topic { value: RefCell::default(), subscribers: Rc::default() }
    }
}

impl<T> Topic<T> {
    /// The present value.
    pub(crate) fn get(&self) -> Rc<T> {
        self.value.borrow().clone()
    }

    /// Puts a new value and tells everybody.
    pub(crate) fn set(&self, value: T) {
        *self.value.borrow_mut() = Rc::new(value);
        self.tell();
    }

    /// Changes the value in place and tells everybody. Copies it only while somebody still holds the old one.
    pub(crate) fn change(&self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        change(Rc::make_mut(&mut self.value.borrow_mut()));
        self.tell();
    }

    /// Calls `callback` after each change, until the subscription is dropped.
    pub(crate) fn subscribe(&self, callback: impl Fn() + 'static) -> Subscription {
        let mut subscribers = self.subscribers.borrow_mut();
        let number = subscribers.next;
        subscribers.next += 1;
        subscribers.callbacks.insert(number, Rc::new(callback));
        Subscription { subscribers: Rc::downgrade(&self.subscribers), number }
    }

    fn tell(&self) {
        // A callback may subscribe or drop a subscription, so the list is not borrowed while they run.
        let callbacks: Vec<Rc<dyn Fn()>> = self.subscribers.borrow().callbacks.values().cloned().collect();
        for callback in callbacks {
            callback();
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(subscribers) = self.subscribers.upgrade() {
            subscribers.borrow_mut().callbacks.remove(&self.number);
        }
    }
}
