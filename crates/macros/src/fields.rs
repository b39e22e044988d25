//! `#[derive(Fields)]`: how a type of the model is read from a document and written to one, as a list of its fields that one
//! piece of code goes through. serde's derived code does the same by itself for each type, which takes three times as much
//! room in the browser's programs.
//!
//! It reads serde's own attributes, so that the two cannot say different things, and refuses those it does not know:
//!
//! - a struct with fields: `default` on it or on a field, `rename`, `skip_serializing_if`, `flatten`;
//! - an enum without fields: a text of a list, by `rename_all = "snake_case"` or `rename`;
//! - an enum whose variants have fields, with `tag`: its tag and the fields of the variant;
//! - anything with `try_from = "String", into = "String"`: a text.
//!
//! `#[fields(later)]` puts what goes through the fields into the worker's second module (see `later`).

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{Data, DataEnum, DeriveInput, Error, Field, Fields, Token, Variant, parse_quote};

use crate::attributes::{self, Attributes};
use crate::later;

pub(crate) fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let own = Attributes::of(&input.attrs)?;
    let name = &input.ident;
    match &input.data {
        _ if own.text => Ok(quote! {
            impl crate::fields::Slot for #name {
                fn read(&mut self, from: &::serde_json::Value) -> crate::fields::Read {
                    crate::fields::read_text(self, from)
                }
                fn write(&mut self) -> ::serde_json::Value {
                    ::serde_json::Value::String(self.clone().into())
                }
            }
        }),
        Data::Struct(data) => structure(name, &own, &data.fields),
        Data::Enum(data) if own.tag.is_some() => tagged(name, &own, data),
        Data::Enum(data) => choice(name, &own, data),
        Data::Union(_) => Err(Error::new_spanned(name, "a union has no fields to read")),
    }
}

fn structure(name: &syn::Ident, own: &Attributes, fields: &Fields) -> syn::Result<TokenStream> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new_spanned(name, "only fields with names are read"));
    };
    let visits = fields.named.iter().map(|field| {
        let ident = &field.ident;
        visit(field, own.default, &quote!(&mut self.#ident))
    });
    let visits = visits.collect::<syn::Result<Vec<_>>>()?;
    let blank = if own.default {
        quote!(Self::default())
    } else {
        let blanks = blanks(&fields.named)?;
        quote!(Self { #blanks })
    };
    let reading = reading(name, own.later, &quote!(#(#visits)*))?;
    Ok(quote! {
        #reading
        impl crate::fields::Blank for #name {
            fn blank() -> Self {
                #blank
            }
        }
    })
}

/// What goes through the fields, here or in the worker's second module.
fn reading(name: &syn::Ident, is_later: bool, body: &TokenStream) -> syn::Result<TokenStream> {
    let visitor = quote!(visitor: &mut crate::fields::Visitor<'_>);
    if !is_later {
        return Ok(quote! {
            impl crate::fields::Fields for #name {
                fn each(&mut self, #visitor) { #body }
            }
        });
    }
    let moved = later::moved(parse_quote!(impl #name { fn each_later(&mut self, #visitor) { #body } }))?;
    Ok(quote! {
        #moved
        impl crate::fields::Fields for #name {
            fn each(&mut self, visitor: &mut crate::fields::Visitor<'_>) {
                self.each_later(visitor);
            }
        }
    })
}

/// What tells a visitor of one field.
fn visit(field: &Field, all_default: bool, slot: &TokenStream) -> syn::Result<TokenStream> {
    let own = Attributes::of(&field.attrs)?;
    if own.flatten {
        return Ok(quote!(crate::fields::Fields::each(#slot, visitor);));
    }
    let name = own.rename.clone().unwrap_or_else(|| field.ident.as_ref().map(ToString::to_string).unwrap_or_default());
    Ok(match (&own.skip_if, all_default || own.default || is_option(field)) {
        (Some(skip), true) => quote! {{
            let slot = #slot;
            let unwritten = #skip(&*slot);
            visitor.unless(#name, unwritten, slot);
        }},
        (None, true) => quote!(visitor.field(#name, #slot);),
        (_, false) => quote!(visitor.required(#name, #slot);),
    })
}

/// serde takes a missing option as none.
fn is_option(field: &Field) -> bool {
    matches!(&field.ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// Each field before it is read.
fn blanks(fields: &Punctuated<Field, Token![,]>) -> syn::Result<TokenStream> {
    let blanks = fields.iter().map(|field| {
        let ident = &field.ident;
        Ok(match Attributes::of(&field.attrs)?.default_function {
            Some(function) => quote!(#ident: #function()),
            None => quote!(#ident: crate::fields::Blank::blank()),
        })
    });
    let blanks = blanks.collect::<syn::Result<Vec<_>>>()?;
    Ok(quote!(#(#blanks),*))
}

fn variant_name(own: &Attributes, variant: &Variant) -> syn::Result<String> {
    match Attributes::of(&variant.attrs)?.rename {
        Some(name) => Ok(name),
        None if own.snake_case => Ok(attributes::snake_case(&variant.ident.to_string())),
        None => Err(Error::new_spanned(variant, "it has no name in documents: `rename` it")),
    }
}

fn choice(name: &syn::Ident, own: &Attributes, data: &DataEnum) -> syn::Result<TokenStream> {
    if let Some(variant) = data.variants.iter().find(|variant| !matches!(variant.fields, Fields::Unit)) {
        return Err(Error::new_spanned(variant, "a variant with fields needs a `tag` on its type"));
    }
    let names = data.variants.iter().map(|variant| variant_name(own, variant)).collect::<syn::Result<Vec<_>>>()?;
    let variants = data.variants.iter().map(|variant| &variant.ident);
    Ok(quote! {
        impl #name {
            const NAMES: &[&str] = &[#(#names),*];
        }
        impl crate::fields::Slot for #name {
            fn read(&mut self, from: &::serde_json::Value) -> crate::fields::Read {
                const VARIANTS: &[#name] = &[#(#name::#variants),*];
                let place = crate::fields::choice(Self::NAMES, from)?;
                if let Some(variant) = VARIANTS.get(place) {
                    *self = *variant;
                }
                Ok(())
            }
            fn write(&mut self) -> ::serde_json::Value {
                crate::fields::name(Self::NAMES, *self as usize)
            }
        }
    })
}

fn tagged(name: &syn::Ident, own: &Attributes, data: &DataEnum) -> syn::Result<TokenStream> {
    let tag = &own.tag;
    let mut first = None;
    let mut named = Vec::new();
    let mut names = Vec::new();
    let mut arms: Vec<(String, Vec<TokenStream>, TokenStream)> = Vec::new();
    for variant in &data.variants {
        let Fields::Named(fields) = &variant.fields else {
            return Err(Error::new_spanned(variant, "only variants with named fields are read"));
        };
        let ident = &variant.ident;
        let called = variant_name(own, variant)?;
        let blanks = blanks(&fields.named)?;
        first.get_or_insert_with(|| quote!(#name::#ident { #blanks }));
        named.push(quote!(#called => #name::#ident { #blanks }));
        names.push(quote!(#name::#ident { .. } => #called));
        let fields_named: Vec<_> = fields.named.iter().map(|field| &field.ident).collect();
        let pattern = quote!(#name::#ident { #(#fields_named),* });
        let visits = fields.named.iter().map(|field| {
            let ident = format_ident!("{}", field.ident.as_ref().map(ToString::to_string).unwrap_or_default());
            visit(field, false, &quote!(#ident))
        });
        let visits = visits.collect::<syn::Result<Vec<_>>>()?;
        let types = fields.named.iter().map(|field| &field.ty);
        // Variants of the same fields share their arm.
        let shape = quote!(#(#visits #types)*).to_string();
        match arms.iter_mut().find(|(known, ..)| *known == shape) {
            Some((_, patterns, _)) => patterns.push(pattern),
            None => arms.push((shape, vec![pattern], quote!(#(#visits)*))),
        }
    }
    let arms = arms.iter().map(|(_, patterns, visits)| quote!(#(#patterns)|* => { #visits }));
    let body = quote! {
        if let Some(name) = visitor.variant(#tag, self.name()) {
            match Self::named(name) {
                Some(variant) => *self = variant,
                None => {
                    let reason = Self::unknown(name);
                    visitor.unknown(reason);
                }
            }
        }
        match self { #(#arms)* }
    };
    let reading = reading(name, own.later, &body)?;
    Ok(quote! {
        impl crate::fields::Blank for #name {
            fn blank() -> Self {
                #first
            }
        }
        impl #name {
            /// The variant of this name, its fields yet to be read.
            fn named(name: &str) -> Option<Self> {
                Some(match name {
                    #(#named,)*
                    _ => return None,
                })
            }

            /// The name in documents.
            pub const fn name(&self) -> &'static str {
                match self { #(#names),* }
            }
        }
        #reading
    })
}
