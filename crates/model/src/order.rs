//! Small collections put in order with little code: the standard library's sorts are kilobytes for each type.

/// A map or set of these, inserted one by one.
pub fn gathered<Collection: Default + Extend<Item>, Item>(items: impl IntoIterator<Item = Item>) -> Collection {
    let mut collection = Collection::default();
    collection.extend(items);
    collection
}

/// Sorts a short list by insertion; what is equal keeps its order.
pub fn put_in_order<Item>(items: &mut [Item], is_before: impl Fn(&Item, &Item) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && is_before(&items[place], &items[place - 1]) {
            items.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::put_in_order;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        put_in_order(&mut items, |one, other| one.0 < other.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
    }
}
