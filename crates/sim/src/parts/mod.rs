//! Parts: one AWS service a file, each with its data path and its control loop as AWS documents it.

pub(crate) mod alb;
pub(crate) mod asg;
pub(crate) mod call;
pub(crate) mod certificate;
pub(crate) mod cloudfront;
pub(crate) mod credits;
pub(crate) mod ebs;
pub(crate) mod elasticache;
pub(crate) mod external_service;
pub(crate) mod health_check;
pub(crate) mod instance;
pub(crate) mod machine;
pub(crate) mod nlb;
pub(crate) mod pool;
pub(crate) mod rds;
pub(crate) mod rds_proxy;
pub(crate) mod replica;
pub(crate) mod route53;
pub(crate) mod s3;
pub(crate) mod server;
pub(crate) mod sqs;
pub(crate) mod users;
