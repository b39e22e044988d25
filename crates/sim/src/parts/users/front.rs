//! What clients meet at the part that they connect to: whether packets get there, whether it takes the connection, and whether it
//! is still the one they knew.

use ninepins_report::{Because, Cause, CauseKind};

use super::Front;
use crate::cause::cause;
use crate::engine::Engine;

impl Engine {
    /// What changes when a front's connections are lost.
    pub(super) fn front_epoch(&self, front: Front, address: u32) -> u32 {
        match front {
            Front::Distribution(index) => self.distributions[usize::from(index)].edge_epoch(address),
            Front::Bucket(_) => 0,
            Front::LoadBalancer(_) => self.nodes.get(address as usize).map_or(0, |node| node.epoch),
            Front::Instance(index) => self.instances[index as usize].epoch,
        }
    }

    /// Why packets of a new connection from the internet vanish on the way to a front, if they do.
    pub(crate) fn front_unreachable(&self, front: Front, address: u32) -> Option<Cause> {
        match front {
            Front::Distribution(index) => self.distributions[usize::from(index)].edge_lost(address),
            Front::Bucket(_) => None,
            Front::LoadBalancer(index) => {
                let balancer = &self.balancers[usize::from(index)];
                let part = balancer.part;
                let Some(node) = self.nodes.get(address as usize) else {
                    return Some(cause(CauseKind::NodeDown, part, Because::Configuration));
                };
                if let Some(because) = node.down {
                    return Some(cause(CauseKind::NodeDown, part, because));
                }
                self.network.blocked(None, node.place)
            }
            Front::Instance(index) => {
                let instance = &self.instances[index as usize];
                if let Some(because) = instance.down {
                    return Some(cause(instance.down_kind, instance.part, because));
                }
                self.network.blocked(None, instance.place).or_else(|| self.cannot_track(index, None))
            }
        }
    }

    /// Why a front refuses a connection, if it does.
    pub(crate) fn front_refuses(&self, front: Front) -> Option<Cause> {
        match front {
            Front::Instance(index) if !self.instances[index as usize].is_listening() => {
                let instance = &self.instances[index as usize];
                let (kind, because) = instance.refusal();
                Some(cause(kind, instance.part, because))
            }
            _ => None,
        }
    }
}
