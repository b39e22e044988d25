//! Auto Scaling groups and what they launch.

use super::Fact;

facts! {
    /// Fewest instances of a group.
    GROUP_MIN = "ASG-CHOICE-MIN", 1, 0 ..= 1000, Count, Choice, "";
    /// Most instances of a group.
    GROUP_MAX = "ASG-CHOICE-MAX", 4, 0 ..= 1000, Count, Choice, "";
    /// Instances the group starts with.
    GROUP_DESIRED = "ASG-CHOICE-DESIRED", 2, 0 ..= 1000, Count, Choice, "";
    /// Time after InService during which failed load balancer health checks are ignored.
    HEALTH_GRACE = "ASG-27", 300, 0 ..= 7200, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html";
    /// Time for which an instance that does not run still counts as healthy.
    NOT_RUNNING_WAIT = "ASG-25", 0, 0 ..= 0, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html";
    /// How often the group looks at the health of its instances.
    HEALTH_POLL = "ASG-28", 60, 1 ..= 600, Seconds, Assumed, "";
    /// Time from the launch call until the instance runs and its operating system is up.
    LAUNCH_TIME = "EC2-21", 26, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html";
    /// Time that user data and the application's start take.
    USER_DATA_TIME = "EC2-24", 60, 0 ..= 3600, Seconds, Assumed, "";
    /// Time a new instance is left out of the group's metrics.
    INSTANCE_WARMUP = "ASG-23", 300, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html";
    /// Requests in a minute that target tracking aims at for each target.
    TARGET_REQUESTS = "ASG-02", 6000, 1 ..= 10000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// CPU utilisation that target tracking aims at.
    TARGET_CPU = "ASG-01", 50, 1 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Threshold of the low alarm as a share of the target.
    LOW_ALARM_RATIO = "ASG-05", 0.7, 0.1 ..= 0.95, Number, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Time from the end of a minute until CloudWatch delivers its data point.
    CLOUDWATCH_DELAY = "ASG-62", 60, 0 ..= 600, Seconds, Assumed, "";
    /// Bytes a minute that target tracking aims at for each instance.
    TARGET_NETWORK = "ASG-01", 60000000, 1 ..= 1000000000, Bytes, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Threshold of the alarm that scales out, in its metric's unit.
    HIGH_THRESHOLD = "ASG-14", 70, 0 ..= 1000000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// Threshold of the alarm that scales in, in its metric's unit.
    LOW_THRESHOLD = "ASG-14", 30, 0 ..= 1000000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// Minutes in a row that an alarm of step or simple scaling must breach.
    EVALUATION_PERIODS = "ASG-60", 1, 1 ..= 60, Count, Choice, "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html";
    /// Fewest instances that a change in per cent adds or removes.
    MIN_ADJUSTMENT = "ASG-16", 1, 1 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// How long simple scaling waits after the last launch or termination.
    COOLDOWN = "ASG-21", 300, 0 ..= 86400, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html";
    /// How late a scheduled action may come.
    SCHEDULED_DELAY = "ASG-48", 5, 0 ..= 120, Seconds, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html";
    /// How long before the hour predictive scaling launches.
    SCHEDULING_BUFFER = "ASG-50", 0, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-predictive-scaling.html";
    /// How far above the forecast predictive scaling may raise the maximum.
    MAX_CAPACITY_BUFFER = "ASG-51", 10, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-predictive-scaling.html";
    /// Share of the desired capacity that replacements leave healthy.
    MIN_HEALTHY = "ASG-44", 90, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html";
    /// Share of the desired capacity that there may be while instances are replaced.
    MAX_HEALTHY = "ASG-32", 100, 100 ..= 200, Percent, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html";
    /// Age at which an instance is replaced; 0 never, otherwise a day at least.
    MAX_LIFETIME = "ASG-53", 0, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html";
    /// The shortest of those that AWS accepts.
    SHORTEST_LIFETIME = "ASG-53", 86400, 86400 ..= 86400, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html";
    /// How long what a lifecycle hook waits for takes.
    HOOK_TIME = "ASG-CHOICE-HOOK", 60, 0 ..= 172800, Seconds, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html";
    /// How long a lifecycle hook waits.
    HEARTBEAT_TIMEOUT = "ASG-40", 3600, 30 ..= 7200, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html";
    /// Instances of warm pool and group together; 0 takes the maximum.
    MAX_PREPARED = "ASG-52", 0, 0 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html";
    /// Fewest instances in a warm pool.
    WARM_POOL_MIN = "ASG-52", 0, 0 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html";
    /// Time that a stopped instance takes to run again.
    STOPPED_START = "EC2-22", 21.2, 21.2 ..= 21.2, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// The same hibernated.
    HIBERNATED_START = "EC2-22", 20.7, 20.7 ..= 20.7, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// The same where it runs already.
    RUNNING_START = "EC2-22", 1.9, 1.9 ..= 1.9, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// Instances that are On-Demand before any Spot Instance.
    ON_DEMAND_BASE = "ASG-CHOICE-BASE", 0, 0 ..= 1000, Count, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html";
    /// Share of the other instances that are Spot Instances.
    SPOT_SHARE = "ASG-CHOICE-SPOT", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html";
    /// Notice before a Spot Instance is taken back.
    SPOT_NOTICE = "ASG-55", 120, 120 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html";
    /// How long an instance whose status check fails is left alone.
    IMPAIRED_WAIT = "ASG-26", 180, 0 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html";
    /// vCPUs of On-Demand Instances that a Region allows.
    ON_DEMAND_QUOTA = "EC2-28", 1152, 0 ..= 100000, Count, Assumed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html";
}
