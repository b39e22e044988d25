//! `#[later]`.

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Block, Error, FnArg, Ident, ImplItem, ImplItemFn, Item, ItemImpl, PatType, Receiver, ReceiverKind, Signature, Type,
    Visibility, parse_quote,
};

pub(crate) fn moved(item: Item) -> syn::Result<TokenStream> {
    match item {
        Item::Impl(block) => methods(block),
        other => Err(Error::new_spanned(other, "only the methods of an `impl` are moved")),
    }
}

fn methods(mut block: ItemImpl) -> syn::Result<TokenStream> {
    let owner = block.self_ty.clone();
    let mut bodies = Vec::new();
    for item in &mut block.items {
        if let ImplItem::Fn(method) = item {
            bodies.push(divide(method, &owner)?);
        }
    }
    block.items.extend(bodies.into_iter().map(ImplItem::Fn));
    Ok(quote!(#block))
}

/// Leaves a call in the method's place and returns what it did under another name.
fn divide(method: &mut ImplItemFn, owner: &Type) -> syn::Result<ImplItemFn> {
    let body_name = format_ident!("{}_here", method.sig.ident);
    let call = call(&method.sig, owner, &body_name)?;
    let mut body = ImplItemFn { attrs: Vec::new(), vis: Visibility::Inherited, ..method.clone() };
    body.sig.ident = body_name;
    method.block = call;
    Ok(body)
}

fn call(signature: &Signature, owner: &Type, body: &Ident) -> syn::Result<Block> {
    let Some(FnArg::Receiver(receiver)) = signature.inputs.first() else {
        return Err(Error::new_spanned(signature, "a method that is moved takes `self` by reference"));
    };
    let (names, types) = arguments(signature)?;
    let this = this(receiver, owner);
    let output = &signature.output;
    let tag = tag(owner, &signature.ident);
    let import = format_ident!("__wasm_split_00later00_import_{tag}_{}", signature.ident);
    let export = format_ident!("__wasm_split_00later00_export_{tag}_{}", signature.ident);
    Ok(parse_quote!({
        #[cfg(all(target_family = "wasm", feature = "split"))]
        {
            #[allow(improper_ctypes)]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                safe fn #import(this: #this, #(#names: #types),*) #output;
            }
            #[allow(improper_ctypes_definitions)]
            #[unsafe(no_mangle)]
            extern "C" fn #export(this: #this, #(#names: #types),*) #output {
                this.#body(#(#names),*)
            }
            crate::later::arrive();
            #import(self, #(#names),*)
        }
        #[cfg(not(all(target_family = "wasm", feature = "split")))]
        self.#body(#(#names),*)
    }))
}

/// The receiver's type, which a function outside the `impl` has to name.
fn this(receiver: &Receiver, owner: &Type) -> Type {
    match &receiver.kind {
        ReceiverKind::Reference(_, _, Some(_)) => parse_quote!(&mut #owner),
        ReceiverKind::Reference(_, _, None) => parse_quote!(&#owner),
        _ => parse_quote!(#owner),
    }
}

fn arguments(signature: &Signature) -> syn::Result<(Vec<Ident>, Vec<Type>)> {
    let mut names = Vec::new();
    let mut types = Vec::new();
    for input in signature.inputs.iter().skip(1) {
        let FnArg::Typed(PatType { pat, ty, .. }) = input else { continue };
        let syn::Pat::Ident(name) = &**pat else {
            return Err(Error::new_spanned(pat, "an argument of a method that is moved has a plain name"));
        };
        names.push(name.ident.clone());
        types.push((**ty).clone());
    }
    Ok((names, types))
}

/// What the tool that splits the module pairs the two names by: 32 hexadecimal digits.
fn tag(owner: &Type, method: &Ident) -> String {
    let name = format!("{} {} {method}", std::env::var("CARGO_PKG_NAME").unwrap_or_default(), quote!(#owner));
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, &name).hash(&mut hasher);
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(0), half(1))
}
