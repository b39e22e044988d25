//! A part: one block on the canvas.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fields::{Blank, Fields, Mismatch, Visitor, read_fields, write_fields};

use crate::parts::{
    Alb, Asg, Az, Certificate, Cloudfront, Ec2, Elasticache, ExternalService, Frame, NatGateway, Nlb, Note, Rds,
    RdsProxy, ReadReplica, Region, Route53, S3, Sqs, Subnet, Users, Vpc, settings_of,
};
use crate::setting::Setting;
use crate::{Kind, PartId};

/// One block: an AWS resource, a traffic source or a container.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
pub struct Part {
    /// What it is, with its settings.
    #[serde(flatten)]
    pub settings: PartSettings,
    /// What a person calls it; empty shows the id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The container it lies in; none means the open canvas.
    #[serde(default, rename = "in", skip_serializing_if = "Option::is_none")]
    pub container: Option<PartId>,
    /// Position of its top left corner from its container's, in canvas units.
    #[serde(default)]
    pub at: [i32; 2],
    /// Width and height of a container, a note or a frame; other parts have the size of their card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<[i32; 2]>,
    /// Whether a container is drawn as a card that sums up what lies in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub collapsed: bool,
}

macro_rules! part_settings {
    ($($(#[$doc:meta])* $variant:ident($settings:ty)),* $(,)?) => {
        /// What a part is, with its settings. In documents the tag is `kind`.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        #[allow(clippy::large_enum_variant, reason = "a design has few parts, and most of them are groups and users")]
        pub enum PartSettings {
            $($(#[$doc])* $variant($settings),)*
        }

        impl PartSettings {
            /// The defaults of this kind.
            pub fn new(kind: Kind) -> Self {
                match kind { $(Kind::$variant => PartSettings::$variant(Default::default()),)* }
            }

            /// The kind.
            pub const fn kind(&self) -> Kind {
                match self { $(PartSettings::$variant(_) => Kind::$variant,)* }
            }

            fn fields(&mut self) -> &mut dyn Fields {
                match self { $(PartSettings::$variant(settings) => settings,)* }
            }
        }
    };
}

part_settings! {
    /// A traffic source.
    Users(Users),
    /// A Route 53 hosted zone.
    Route53(Route53),
    /// An ACM certificate.
    Certificate(Certificate),
    /// A CloudFront distribution.
    Cloudfront(Cloudfront),
    /// An S3 bucket.
    S3(S3),
    /// A Region.
    Region(Region),
    /// A VPC.
    Vpc(Vpc),
    /// An Availability Zone.
    Az(Az),
    /// A subnet.
    Subnet(Subnet),
    /// A NAT gateway.
    NatGateway(NatGateway),
    /// An Application Load Balancer.
    Alb(Alb),
    /// A Network Load Balancer.
    Nlb(Nlb),
    /// An Auto Scaling group.
    Asg(Asg),
    /// An EC2 instance.
    Ec2(Ec2),
    /// An RDS database.
    Rds(Rds),
    /// A read replica.
    ReadReplica(ReadReplica),
    /// An ElastiCache cache.
    Elasticache(Elasticache),
    /// An SQS queue.
    Sqs(Sqs),
    /// An RDS Proxy.
    RdsProxy(RdsProxy),
    /// A service outside AWS.
    ExternalService(ExternalService),
    /// A text on the canvas.
    Note(Note),
    /// A titled frame around parts.
    Frame(Frame),
}

impl PartSettings {
    /// The settings as JSON, without the tag of their kind.
    pub fn to_json(&self) -> Value {
        write_fields(self.clone().fields())
    }

    /// The settings of a part of this kind in a document; what else is said of the part is left alone.
    ///
    /// # Errors
    /// A value that does not fit its field.
    pub fn from_json(kind: Kind, part: &Value) -> Result<Self, Box<Mismatch>> {
        let mut settings = PartSettings::new(kind);
        read_fields(settings.fields(), part)?;
        Ok(settings)
    }
}

impl Fields for PartSettings {
    fn each(&mut self, visitor: &mut Visitor<'_>) {
        if let Some(name) = visitor.variant("kind", self.kind().as_str()) {
            match Kind::ALL.into_iter().find(|kind| kind.as_str() == name) {
                Some(kind) => *self = PartSettings::new(kind),
                None => {
                    let reason = format!("“{name}” is no kind of part");
                    visitor.unknown(reason);
                }
            }
        }
        self.fields().each(visitor);
    }
}

impl Blank for PartSettings {
    fn blank() -> Self {
        PartSettings::Frame(Frame {})
    }
}

impl Part {
    /// A part of this kind with the defaults, on the open canvas.
    pub fn new(kind: Kind) -> Self {
        Part {
            settings: PartSettings::new(kind),
            name: String::new(),
            container: None,
            at: [0, 0],
            size: None,
            collapsed: false,
        }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.settings.kind()
    }

    /// What can be set on it.
    pub fn settings_table(&self) -> &'static [Setting] {
        settings_of(self.kind())
    }

    /// The subnets it names, for a part that spans zones.
    pub fn subnets(&self) -> &[PartId] {
        match &self.settings {
            PartSettings::Alb(alb) => &alb.subnets,
            PartSettings::Nlb(nlb) => &nlb.subnets,
            PartSettings::Asg(asg) => &asg.subnets,
            PartSettings::Rds(rds) => &rds.subnets,
            PartSettings::Elasticache(cache) => &cache.subnets,
            PartSettings::RdsProxy(proxy) => &proxy.subnets,
            _ => &[],
        }
    }

    /// The subnets it names, to change them.
    pub fn subnets_mut(&mut self) -> Option<&mut Vec<PartId>> {
        match &mut self.settings {
            PartSettings::Alb(alb) => Some(&mut alb.subnets),
            PartSettings::Nlb(nlb) => Some(&mut nlb.subnets),
            PartSettings::Asg(asg) => Some(&mut asg.subnets),
            PartSettings::Rds(rds) => Some(&mut rds.subnets),
            PartSettings::Elasticache(cache) => Some(&mut cache.subnets),
            PartSettings::RdsProxy(proxy) => Some(&mut proxy.subnets),
            _ => None,
        }
    }

    /// The security groups it names; empty means rules derived from its wires.
    pub fn security_groups(&self) -> &[String] {
        match &self.settings {
            PartSettings::Alb(alb) => &alb.security_groups,
            PartSettings::Nlb(nlb) => &nlb.security_groups,
            PartSettings::Asg(asg) => &asg.security_groups,
            PartSettings::Ec2(ec2) => &ec2.security_groups,
            PartSettings::Rds(rds) => &rds.security_groups,
            PartSettings::ReadReplica(replica) => &replica.security_groups,
            PartSettings::Elasticache(cache) => &cache.security_groups,
            PartSettings::RdsProxy(proxy) => &proxy.security_groups,
            _ => &[],
        }
    }

    /// Whether it ends TLS with a certificate of its own: not so a Network Load Balancer with a TCP listener.
    pub fn ends_tls(&self) -> bool {
        match &self.settings {
            PartSettings::Alb(_) | PartSettings::Cloudfront(_) => true,
            PartSettings::Nlb(nlb) => nlb.listener == crate::parts::NlbListener::Tls,
            _ => false,
        }
    }

    /// The certificate it names.
    pub fn certificate(&self) -> Option<&PartId> {
        match &self.settings {
            PartSettings::Alb(alb) => alb.certificate.as_ref(),
            PartSettings::Nlb(nlb) => nlb.certificate.as_ref(),
            PartSettings::Cloudfront(distribution) => distribution.certificate.as_ref(),
            _ => None,
        }
    }
}
