//! Names: certificates that are missing or in the wrong place, and records.

use super::lists::settled;
use super::{Fix, FixKind};
use crate::parts::{Certificate, CertificateSource, Region};
use crate::setting::SettingKey;
use crate::wires::Record;
use crate::{Design, Edit, Kind, Part, PartId, PartSettings, Wire, WireSettings, record_name};

/// ACM issues and renews it: it is not imported, and its validation record is there (ACM-06, ACM-08).
pub(super) fn renew(design: &Design, id: &PartId) -> Option<Fix> {
    let part = design.parts.get(id)?;
    let PartSettings::Certificate(certificate) = &part.settings else { return None };
    let kind = match certificate.source {
        CertificateSource::Imported => {
            FixKind::Choose { key: SettingKey::CertificateSource, value: "issued".to_owned() }
        }
        CertificateSource::Issued => FixKind::TurnOn(SettingKey::ValidationRecord),
    };
    let source = CertificateSource::Issued;
    let settings = Certificate { source, validation_record: true, ..certificate.clone() };
    Some(Fix { kind, edit: super::part_edit(id, part, PartSettings::Certificate(settings)) })
}

/// Space between a new part and what is there.
const GAP: i32 = 8;
/// Space at the top of a container for its title.
const TITLE: i32 = 32;
/// Size of a card, and of a Region with one card in it.
const CARD: [i32; 2] = [176, 56];
const SMALL_REGION: [i32; 2] = [208, 96];

/// Attaches a certificate of the right Region that covers the names, or a new one.
pub(super) fn attach(design: &Design, id: &PartId) -> Option<Fix> {
    let part = design.parts.get(id)?;
    let region = match part.kind() {
        Kind::Cloudfront => "us-east-1",
        _ => design.region_code(id)?,
    };
    let hosts = hosts_of(design, id);
    let there = design.parts.iter().find(|(other, part)| {
        matches!(&part.settings, PartSettings::Certificate(certificate)
            if hosts.iter().all(|host| certificate.covers(host)))
            && design.region_code(other) == Some(region)
    });
    if let Some((certificate, _)) = there {
        let kind = FixKind::AttachCertificate(certificate.clone());
        return Some(Fix { kind, edit: with_certificate(id, part, certificate) });
    }
    let mut edits = Vec::new();
    let home = design
        .parts
        .iter()
        .find(|(_, part)| matches!(&part.settings, PartSettings::Region(settings) if settings.code == region));
    let home = match home {
        Some((home, _)) => home.clone(),
        None => {
            let settings = Region { code: region.to_owned(), ..Region::default() };
            let (home, mut part) = new_part(design, PartSettings::Region(settings), None);
            part.size = Some(SMALL_REGION);
            edits.push(Edit::Part { id: home.clone(), to: Some(Box::new(part)) });
            home
        }
    };
    let names = if hosts.is_empty() { Certificate::default().names } else { hosts };
    let settings = PartSettings::Certificate(Certificate { names, ..Certificate::default() });
    let (certificate, new) = new_part(design, settings, Some(&home));
    edits.extend(room_for(design, &home, &new));
    edits.push(Edit::Part { id: certificate.clone(), to: Some(Box::new(new)) });
    edits.push(with_certificate(id, part, &certificate));
    Some(Fix { kind: FixKind::CreateCertificate { region: region.to_owned() }, edit: Edit::Batch(edits) })
}

fn with_certificate(id: &PartId, part: &Part, certificate: &PartId) -> Edit {
    settled(id, part, |settings| {
        let place = match settings {
            PartSettings::Alb(alb) => &mut alb.certificate,
            PartSettings::Nlb(nlb) => &mut nlb.certificate,
            PartSettings::Cloudfront(distribution) => &mut distribution.certificate,
            _ => return,
        };
        *place = Some(certificate.clone());
    })
}

/// The names of the records that lead to a part, each once.
fn hosts_of(design: &Design, id: &PartId) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    for wire in design.wires.values().filter(|wire| &wire.to == id) {
        if let Some(PartSettings::Route53(zone)) = design.parts.get(&wire.from).map(|part| &part.settings) {
            let host = record_name(wire, &zone.zone);
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
    }
    hosts
}

/// A new part below what is there.
pub(super) fn new_part(design: &Design, settings: PartSettings, container: Option<&PartId>) -> (PartId, Part) {
    let mut part = Part::new(settings.kind());
    let bottom = design.children(container).map(|(_, child)| child.at[1] + child.size.map_or(CARD[1], |size| size[1]));
    let left = design.children(container).map(|(_, child)| child.at[0]).min();
    let top = if container.is_some() { TITLE } else { 0 };
    part.at = [
        left.unwrap_or(2 * GAP),
        bottom.max().map_or(top, |bottom| bottom + if container.is_some() { GAP } else { 3 * GAP }),
    ];
    part.container = container.cloned();
    let id = design.free_part_id(settings.kind());
    part.settings = settings;
    (id, part)
}

/// The edit that makes a container large enough for a new card in it.
fn room_for(design: &Design, container: &PartId, new: &Part) -> Option<Edit> {
    let part = design.parts.get(container)?;
    let size = part.size?;
    let needed = [size[0].max(new.at[0] + CARD[0] + GAP), size[1].max(new.at[1] + CARD[1] + GAP)];
    let to = Some(Box::new(Part { size: Some(needed), ..part.clone() }));
    (needed != size).then_some(Edit::Part { id: container.clone(), to })
}

/// Adds a name to the certificate of a part.
pub(super) fn cover(design: &Design, part: &Part, host: &str) -> Option<Fix> {
    let id = part.certificate()?;
    let edit = settled(id, design.parts.get(id)?, |settings| {
        if let PartSettings::Certificate(certificate) = settings {
            certificate.names.push(host.to_owned());
        }
    });
    Some(Fix { kind: FixKind::CoverHost(host.to_owned()), edit })
}

/// A record for a name that users ask for: to the load balancer for the API, to the distribution for the page.
pub(super) fn create_record(design: &Design, users: &PartId, host: &str) -> Option<Fix> {
    let PartSettings::Users(settings) = &design.parts.get(users)?.settings else { return None };
    let (zone, PartSettings::Route53(hosted)) =
        design.wires.values().filter(|wire| &wire.from == users).find_map(|wire| {
            let part = design.parts.get(&wire.to)?;
            (part.kind() == Kind::Route53).then_some((&wire.to, &part.settings))
        })?
    else {
        return None;
    };
    let kinds: &[Kind] = match host == settings.web_host {
        true => &[Kind::Cloudfront, Kind::Alb, Kind::Nlb, Kind::Ec2],
        false => &[Kind::Alb, Kind::Nlb, Kind::Ec2, Kind::Cloudfront],
    };
    let is_wired = |id: &PartId| design.wires.values().any(|wire| &wire.from == zone && &wire.to == id);
    let of = |kind: &Kind| {
        design.parts.iter().find(|(id, part)| part.kind() == *kind && !is_wired(id)).map(|(id, _)| id.clone())
    };
    let to = kinds.iter().find_map(of)?;
    let name = if host == hosted.zone { String::new() } else { host.to_owned() };
    let record = Record { name, ..Record::default() };
    let wire = Wire { settings: Some(WireSettings::Record(record)), ..Wire::new(zone.clone(), to.clone()) };
    let edit = Edit::Wire { id: design.free_wire_id(), to: Some(Box::new(wire)) };
    Some(Fix { kind: FixKind::CreateRecord { host: host.to_owned(), to }, edit })
}
