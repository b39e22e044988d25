//! Icons of the kinds of parts: drawn for this page, coloured by AWS's categories.

use ninepins_model::Kind;
use yew::prelude::*;

/// What to draw.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The kind of part.
    pub(crate) kind: Kind,
}

/// The icon of a kind, 1.75em square and coloured by AWS's category.
#[component]
pub(crate) fn KindIcon(props: &Props) -> Html {
    html! {
        <svg class={classes!("kind-icon", hue(props.kind))} viewBox="-4 -4 32 32" aria-hidden="true">
            <rect class="kind-tile" x="-4" y="-4" width="32" height="32" rx="7" />
            <path class="kind-lines" d={lines(props.kind)} />
        </svg>
    }
}

/// The class of a kind's colour.
pub(crate) const fn hue(kind: Kind) -> &'static str {
    match kind {
        Kind::Users | Kind::ExternalService | Kind::Note | Kind::Frame => "hue-general",
        Kind::Route53 | Kind::Cloudfront | Kind::Vpc | Kind::NatGateway | Kind::Alb | Kind::Nlb => "hue-network",
        Kind::Certificate => "hue-security",
        Kind::S3 => "hue-storage",
        Kind::Sqs => "hue-integration",
        Kind::Region | Kind::Az | Kind::Subnet => "hue-place",
        Kind::Asg | Kind::Ec2 => "hue-compute",
        Kind::Rds | Kind::ReadReplica | Kind::RdsProxy | Kind::Elasticache => "hue-database",
    }
}

/// The lines of a kind's icon, in a square of 24. Relative from the first command on, so that [`lines_at`] can begin them
/// anywhere.
pub(crate) const fn lines(kind: Kind) -> &'static str {
    match kind {
        Kind::Users => {
            "m9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7m-6.5 9c.3-4 2.8-6.2 6.5-6.2s6.2 2.2 6.5 6.2m.5-15.7a3.4 3.4 0 0 1 0 6.5m2 3.5c2.2.8 3.4 2.8 3.6 5.7"
        }
        Kind::Route53 => {
            "m12 3 7.5 3v6.2c0 4.3-3 7.3-7.5 8.8-4.5-1.5-7.5-4.5-7.5-8.8v-6.2zm-2.5 7.2h5m-5 3.6h5m-2.5-6.3v9"
        }
        Kind::Cloudfront => {
            "m12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18m0-6a3 3 0 1 0 0-6 3 3 0 0 0 0 6m0-12v6m0 6v6m-8.4-12 5.7 2m11.1-2-5.7 2m-8.7 7.6 4.2-4.2m7.8 4.2-4.2-4.2"
        }
        Kind::Certificate => {
            "m4 5h16v11h-7m-9 0h3m-3-11v11m4-7h8m-8 3h4m-2 8a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2m-1.4-.5-.6 3.5 2-1 2 1-.6-3.5"
        }
        Kind::S3 => {
            "m4.5 5.5c0-1.4 3.4-2.5 7.5-2.5s7.5 1.1 7.5 2.5-3.4 2.5-7.5 2.5-7.5-1.1-7.5-2.5m0 0 2 13.5c.2 1.2 2.5 2 5.5 2s5.3-.8 5.5-2l2-13.5m-13.9 7c1.5 1 3.8 1.5 6.4 1.5s4.9-.5 6.4-1.5"
        }
        Kind::Region => {
            "m12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18m-9-9h18m-9-9c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9s1.2-6.5 3.8-9"
        }
        Kind::Vpc => {
            "m7 17.5a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.5 3.8 3.8 0 0 1-.6 7.5zm2.5-2.7v-2.6h5v2.6zm1-2.6v-1.4a1.5 1.5 0 0 1 3 0v1.4"
        }
        Kind::Az => "m4 4h7v7h-7zm9 0h7v7h-7zm-9 9h7v7h-7zm9 0h7v7h-7zm-5.5-5.5h.01m8.99 0h.01m-9.01 9h.01m8.99 0h.01",
        Kind::Subnet => "m3.5 5.5h17v13h-17zm0 4h17m-11.5 4.5h6m-3-2.2v4.4",
        Kind::NatGateway => "m3 12h10m-3.5-3.5 3.5 3.5-3.5 3.5m3.5-10.5h8v14h-8zm4 4v6m-2-3h4",
        Kind::Alb => {
            "m4.5 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5m2.5-2.5h4m0 0 6-6.5m-6 6.5h6m-6 0 6 6.5m2-11.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4m0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4m0 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4"
        }
        Kind::Nlb => {
            "m4.5 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5m2.5-2.5h10m-7.5-1.7 7.5-5.3m-7.5 8.7 7.5 5.3m2-12a2 2 0 1 0 0-4 2 2 0 0 0 0 4m-2 3h4v4h-4zm2 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4"
        }
        Kind::Asg => {
            "m8.5 8.5h7v7h-7zm-5-.5v-4.5h4.5m-4.5 0 4 4m8.5-4h4.5v4.5m0-4.5-4 4m4 8.5v4.5h-4.5m4.5 0-4-4m-8.5 4h-4.5v-4.5m0 4.5 4-4"
        }
        Kind::Ec2 => "m6 6h12v12h-12zm3.5 3.5h5v5h-5zm-.5-6.5v3m6-3v3m-6 12v3m6-3v3m-12-12h3m-3 6h3m12-6h3m-3 6h3",
        Kind::Rds => {
            "m4.5 6c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3m0 0v12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-12m-15 6c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3"
        }
        Kind::Elasticache => {
            "m12 3 8 4-8 4-8-4zm-8 4v4.5l8 4 8-4v-4.5m-16 4.5v4.5l8 4 8-4v-4.5m-7 1.3-2.5 3.4h3l-2.5 3.4"
        }
        Kind::Sqs => "m3 8h5v8h-5zm6.5 0h5v8h-5zm6.5 0h5v8h-5zm-4-4.5v2.5m0 12v2.5m-1.5-1.5 1.5 1.5 1.5-1.5",
        Kind::ExternalService => "m13 4h7v7m0-7-9 9m6 .5v5.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1h5.5",
        Kind::Note => "m4 4h16v11l-5 5h-11zm11 16v-5h5m-12-6.5h8m-8 3.5h5",
        Kind::Frame => "m4 7v-3h3m3.5 0h3m3.5 0h3v3m0 3.5v3m0 3.5v3h-3m-3.5 0h-3m-3.5 0h-3v-3m0-3.5v-3",
        Kind::RdsProxy => {
            "m2.5 7h5m-5 5h5m-5 5h5m0-12.5h5v15h-5zm5 7.5h3m0-3.5c0-1.1 1.3-2 3-2s3 .9 3 2-1.3 2-3 2-3-.9-3-2m0 0v7c0 1.1 1.3 2 3 2s3-.9 3-2v-7"
        }
        Kind::ReadReplica => {
            "m3 6.5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5-2.7 2.5-6 2.5-6-1.1-6-2.5m0 0v9c0 1.4 2.7 2.5 6 2.5m6-11.5v3m0 3.5c3.3 0 6 .9 6 2s-2.7 2-6 2-6-.9-6-2 2.7-2 6-2m-6 2v4.5c0 1.1 2.7 2 6 2s6-.9 6-2v-4.5"
        }
    }
}

/// The lines of a kind's icon with the square's corner at a point. The canvas has no transforms within its picture: each
/// would be a layer to put together in every frame.
pub(crate) fn lines_at(kind: Kind, x: f64, y: f64) -> String {
    format!("M{x} {y}{}", lines(kind))
}

/// The same for a container's title, in a square of 14.
pub(crate) fn title_lines_at(kind: Kind, x: f64, y: f64) -> String {
    let lines = match kind {
        Kind::Region => {
            "m6.96 12.18a5.22 5.22 0 1 0 0-10.44 5.22 5.22 0 0 0 0 10.44m-5.22-5.22h10.44m-5.22-5.22c1.51 1.45 2.2 3.19 2.2 5.22s-.7 3.77-2.2 5.22c-1.51-1.45-2.2-3.19-2.2-5.22s.7-3.77 2.2-5.22"
        }
        Kind::Vpc => {
            "m4.06 10.15a2.61 2.61 0 0 1-.23-5.22 3.48 3.48 0 0 1 6.67.87 2.2 2.2 0 0 1-.35 4.35zm1.45-1.57v-1.5h2.9v1.5zm.58-1.5v-.82a.87.87 0 0 1 1.74 0v.82"
        }
        Kind::Az => {
            "m2.32 2.32h4.06v4.06h-4.06zm5.22 0h4.06v4.06h-4.06zm-5.22 5.22h4.06v4.06h-4.06zm5.22 0h4.06v4.06h-4.06zm-3.19-3.19h.01m5.21 0h.01m-5.23 5.22h.01m5.21 0h.01"
        }
        _ => "m2.03 3.19h9.86v7.54h-9.86zm0 2.32h9.86m-6.67 2.61h3.48m-1.74-1.28v2.56",
    };
    format!("M{x} {y}{lines}")
}
