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

/// The lines of a kind's icon, in a square of 24.
pub(crate) const fn lines(kind: Kind) -> &'static str {
    match kind {
        Kind::Users => {
            "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 20c.3-4 2.8-6.2 6.5-6.2s6.2 2.2 6.5 6.2M16 4.3a3.4 3.4 0 0 1 0 6.5M18 14.3c2.2.8 3.4 2.8 3.6 5.7"
        }
        Kind::Route53 => {
            "M12 3 19.5 6v6.2c0 4.3-3 7.3-7.5 8.8-4.5-1.5-7.5-4.5-7.5-8.8V6zM9.5 10.2h5M9.5 13.8h5M12 7.5v9"
        }
        Kind::Cloudfront => {
            "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18M12 15a3 3 0 1 0 0-6a3 3 0 0 0 0 6M12 3v6M12 15v6M3.6 9l5.7 2M20.4 9l-5.7 2M6 18.6l4.2-4.2M18 18.6l-4.2-4.2"
        }
        Kind::Certificate => {
            "M4 5h16v11h-7M4 16h3M4 5v11M8 9h8M8 12h4M10 20a2.6 2.6 0 1 0 0-5.2a2.6 2.6 0 0 0 0 5.2M8.6 19.5 8 23l2-1 2 1-.6-3.5"
        }
        Kind::S3 => {
            "M4.5 5.5c0-1.4 3.4-2.5 7.5-2.5s7.5 1.1 7.5 2.5S16.1 8 12 8 4.5 6.9 4.5 5.5M4.5 5.5 6.5 19c.2 1.2 2.5 2 5.5 2s5.3-.8 5.5-2l2-13.5M5.6 12.5c1.5 1 3.8 1.5 6.4 1.5s4.9-.5 6.4-1.5"
        }
        Kind::Region => {
            "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18M3 12h18M12 3c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9s1.2-6.5 3.8-9"
        }
        Kind::Vpc => {
            "M7 17.5a4.5 4.5 0 0 1-.4-9a6 6 0 0 1 11.5 1.5a3.8 3.8 0 0 1-.6 7.5zM9.5 14.8v-2.6h5v2.6zM10.5 12.2v-1.4a1.5 1.5 0 0 1 3 0v1.4"
        }
        Kind::Az => {
            "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7zM7.5 7.5h.01M16.5 7.5h.01M7.5 16.5h.01M16.5 16.5h.01"
        }
        Kind::Subnet => "M3.5 5.5h17v13h-17zM3.5 9.5h17M9 14h6M12 11.8v4.4",
        Kind::NatGateway => "M3 12h10M9.5 8.5 13 12l-3.5 3.5M13 5h8v14h-8zM17 9v6M15 12h4",
        Kind::Alb => {
            "M4.5 14.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5M7 12h4M11 12 17 5.5M11 12h6M11 12l6 6.5M19 7a2 2 0 1 0 0-4a2 2 0 0 0 0 4M19 14a2 2 0 1 0 0-4a2 2 0 0 0 0 4M19 21a2 2 0 1 0 0-4a2 2 0 0 0 0 4"
        }
        Kind::Nlb => {
            "M4.5 14.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5M7 12h10M9.5 10.3 17 5M9.5 13.7 17 19M19 7a2 2 0 1 0 0-4a2 2 0 0 0 0 4M17 10h4v4h-4zM19 21a2 2 0 1 0 0-4a2 2 0 0 0 0 4"
        }
        Kind::Asg => {
            "M8.5 8.5h7v7h-7zM3.5 8V3.5H8M3.5 3.5l4 4M16 3.5h4.5V8M20.5 3.5l-4 4M20.5 16v4.5H16M20.5 20.5l-4-4M8 20.5H3.5V16M3.5 20.5l4-4"
        }
        Kind::Ec2 => "M6 6h12v12H6zM9.5 9.5h5v5h-5zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3",
        Kind::Rds => {
            "M4.5 6c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3M4.5 6v12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3"
        }
        Kind::Elasticache => "M12 3 20 7l-8 4-8-4zM4 7v4.5l8 4 8-4V7M4 11.5V16l8 4 8-4v-4.5M13 12.8l-2.5 3.4h3L11 19.6",
        Kind::Sqs => "M3 8h5v8H3zM9.5 8h5v8h-5zM16 8h5v8h-5zM12 3.5V6M12 18v2.5M10.5 19l1.5 1.5 1.5-1.5",
        Kind::ExternalService => "M13 4h7v7M20 4l-9 9M17 13.5V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5.5",
        Kind::Note => "M4 4h16v11l-5 5H4zM15 20v-5h5M8 8.5h8M8 12h5",
        Kind::Frame => "M4 7V4h3M10.5 4h3M17 4h3v3M20 10.5v3M20 17v3h-3M13.5 20h-3M7 20H4v-3M4 13.5v-3",
        Kind::RdsProxy => {
            "M2.5 7h5M2.5 12h5M2.5 17h5M7.5 4.5h5v15h-5zM12.5 12h3M15.5 8.5c0-1.1 1.3-2 3-2s3 .9 3 2-1.3 2-3 2-3-.9-3-2M15.5 8.5v7c0 1.1 1.3 2 3 2s3-.9 3-2v-7"
        }
        Kind::ReadReplica => {
            "M3 6.5C3 5.1 5.7 4 9 4s6 1.1 6 2.5S12.3 9 9 9 3 7.9 3 6.5M3 6.5v9C3 16.9 5.7 18 9 18M15 6.5v3M15 13c3.3 0 6 .9 6 2s-2.7 2-6 2-6-.9-6-2 2.7-2 6-2M9 15v4.5c0 1.1 2.7 2 6 2s6-.9 6-2V15"
        }
    }
}
