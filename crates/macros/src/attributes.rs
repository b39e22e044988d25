//! What serde's attributes say of a type, a variant or a field.

use syn::{Attribute, LitStr, Path};

/// Serde's attributes of one item; a field's and a type's are told apart by who asks.
#[derive(Default)]
pub(crate) struct Attributes {
    /// `default`, with or without a function.
    pub(crate) default: bool,
    /// The function in `default = "…"`.
    pub(crate) default_function: Option<Path>,
    /// `rename`.
    pub(crate) rename: Option<String>,
    /// `rename_all = "snake_case"`.
    pub(crate) snake_case: bool,
    /// `tag`.
    pub(crate) tag: Option<String>,
    /// `flatten`.
    pub(crate) flatten: bool,
    /// `skip_serializing_if`.
    pub(crate) skip_if: Option<Path>,
    /// `try_from = "String"` and `into = "String"`.
    pub(crate) text: bool,
    /// `fields(later)`.
    pub(crate) later: bool,
}

impl Attributes {
    pub(crate) fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut found = Attributes::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("fields")) {
            attribute.parse_nested_meta(|meta| match meta.path.is_ident("later") {
                true => {
                    found.later = true;
                    Ok(())
                }
                false => Err(meta.error("`Fields` does not know this attribute")),
            })?;
        }
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                let key = meta.path.require_ident()?.to_string();
                let value: Option<LitStr> =
                    if meta.input.peek(syn::Token![=]) { Some(meta.value()?.parse()?) } else { None };
                let text = value.as_ref().map(LitStr::value);
                match (key.as_str(), text.as_deref()) {
                    ("default", _) => {
                        found.default = true;
                        found.default_function = value.map(|function| function.parse()).transpose()?;
                    }
                    ("rename", Some(_)) => found.rename = text,
                    ("rename_all", Some("snake_case")) => found.snake_case = true,
                    ("tag", Some(_)) => found.tag = text,
                    ("flatten", None) => found.flatten = true,
                    ("skip_serializing_if", Some(_)) => {
                        found.skip_if = value.map(|function| function.parse()).transpose()?;
                    }
                    ("try_from" | "into", Some("String")) => found.text = true,
                    _ => return Err(meta.error("`Fields` does not know this attribute")),
                }
                Ok(())
            })?;
        }
        Ok(found)
    }
}

/// A variant's name as serde's `snake_case` writes it: an underscore before each later capital.
pub(crate) fn snake_case(variant: &str) -> String {
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
