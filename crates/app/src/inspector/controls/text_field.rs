//! A short text: a host, a zone, an address block.

use ninepins_model::{SettingKey, limits};
use ninepins_words::{Language, inspector_texts};
use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Props;
use crate::state::use_language;

/// The field. What AWS would not take stays in it, with the reason.
#[component]
pub(super) fn TextField(props: &Props) -> Html {
    let language = use_language();
    let refused = use_state(String::new);
    let onchange = {
        let (oncommit, onrefuse, refused) = (props.oncommit.clone(), props.onrefuse.clone(), refused.setter());
        let key = props.setting.key;
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            match refusal(language, key, typed.trim()) {
                None => oncommit.emit(Value::String(typed.trim().to_owned())),
                Some(reason) => {
                    refused.set(typed);
                    onrefuse.emit(Some(reason.into()));
                }
            }
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            // Leaving the field commits what is in it.
            let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
        }
    });
    let value = props.value.as_str().unwrap_or_default().to_owned();
    html! {
        <input
            id={props.id.clone()}
            type="text"
            dir="auto"
            aria-label={props.label}
            aria-invalid={props.invalid.to_string()}
            aria-describedby={props.describedby.clone()}
            maxlength={limits::TEXT_CHARACTERS.to_string()}
            value={if props.invalid { (*refused).clone() } else { value }}
            placeholder={props.mixed.then_some(inspector_texts(language).mixed)}
            spellcheck="false"
            autocomplete="off"
            {onchange}
            {onkeydown}
        />
    }
}

/// Why a text is not taken. An empty one says that there is none, which validation judges.
fn refusal(language: Language, key: SettingKey, text: &str) -> Option<&'static str> {
    let t = inspector_texts(language);
    if text.is_empty() {
        return None;
    }
    match key {
        SettingKey::VpcCidr | SettingKey::SubnetCidr => (!is_block(text)).then_some(t.bad_block),
        SettingKey::RegionCode | SettingKey::ZoneName => (!is_code(text)).then_some(t.bad_code),
        SettingKey::WebHost | SettingKey::ApiHost | SettingKey::HostedZone | SettingKey::RecordName => {
            (!is_host(text)).then_some(t.bad_host)
        }
        _ => None,
    }
}

/// An IPv4 block of a size that a VPC or a subnet may have: /16 to /28.
fn is_block(text: &str) -> bool {
    let Some((address, size)) = text.split_once('/') else { return false };
    let numbers: Vec<&str> = address.split('.').collect();
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse::<u16>().ok(),
        false => None,
    };
    numbers.len() == 4
        && numbers.iter().all(|text| number(text).is_some_and(|number| number <= 255))
        && number(size).is_some_and(|size| (16..=28).contains(&size))
}

fn is_code(text: &str) -> bool {
    text.contains('-') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A name as DNS takes it; the first label of a record may be a star.
fn is_host(text: &str) -> bool {
    let plain = text.strip_prefix("*.").unwrap_or(text).trim_end_matches('.');
    plain.split('.').all(|label| {
        let hyphen = label.starts_with('-') || label.ends_with('-');
        let taken = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (1..=63).contains(&label.len()) && !hyphen && label.bytes().all(taken)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_codes_and_hosts_are_told_from_nonsense() {
        let blocks = ["10.0.0.0/16", "10.0.0.0/8", "10.0.0/16", "10.0.0.256/24", "ten", "10.0.0.0/+20"].map(is_block);
        assert_eq!(blocks, [true, false, false, false, false, false]);
        let hosts = ["api.example.com", "*.example.com", "<b>", "a..b", "-a.com", "예.com"].map(is_host);
        assert_eq!(hosts, [true, true, false, false, false, false]);
        assert_eq!(["ap-northeast-2", "Seoul", "<b>-"].map(is_code), [true, false, false]);
    }
}
