//! `#[rare]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Error, ImplItem, Item, parse_quote};

pub(crate) fn marked(mut item: Item) -> syn::Result<TokenStream> {
    match &mut item {
        Item::Fn(function) => mark(&mut function.attrs),
        Item::Impl(block) => {
            for item in &mut block.items {
                if let ImplItem::Fn(function) = item {
                    mark(&mut function.attrs);
                }
            }
        }
        other => return Err(Error::new_spanned(other, "only functions are rare")),
    }
    Ok(quote!(#item))
}

fn mark(attributes: &mut Vec<Attribute>) {
    if !attributes.iter().any(|attribute| attribute.path().is_ident("inline")) {
        attributes.push(parse_quote!(#[inline]));
    }
}
