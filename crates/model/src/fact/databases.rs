//! Databases, proxies, their storage, caches.

use super::Fact;

facts! {
    /// Mean CPU time of a read query (exponentially distributed).
    DATABASE_READ_CPU = "RDS-CHOICE-READ", 1.5, 0 ..= 10000, Milliseconds, Choice, "";
    /// Mean CPU time of a write query (exponentially distributed).
    DATABASE_WRITE_CPU = "RDS-CHOICE-WRITE", 2.5, 0 ..= 10000, Milliseconds, Choice, "";
    /// Storage latency of a query.
    STORAGE_LATENCY = "RDS-31", 1, 0 ..= 1000, Milliseconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Log write of the standby, which a commit waits for in addition to one cross-zone round trip.
    STANDBY_WRITE = "RDS-07", 1, 0 ..= 1000, Milliseconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Shortest failover.
    FAILOVER_MIN = "RDS-02", 60, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Longest failover.
    FAILOVER_MAX = "RDS-02", 120, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Crash recovery, or host replacement without a standby, once the zone has power.
    RECOVERY_TIME = "RDS-09", 180, 1 ..= 7200, Seconds, Assumed, "";
    /// Time to rebuild a lost standby once its zone has power.
    STANDBY_REBUILD = "RDS-08", 600, 1 ..= 86400, Seconds, Assumed, "";
    /// TTL of the database endpoint.
    ENDPOINT_TTL = "RDS-05", 5, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Most connections; 0 takes what the engine derives from the class's memory.
    MAX_CONNECTIONS = "RDS-20", 0, 0 ..= 100000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html";
    /// Aurora Replicas of a cluster.
    AURORA_REPLICAS = "AUR-03", 0, 0 ..= 15, Count, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
    /// Shortest failover of a Multi-AZ DB cluster or of Aurora.
    CLUSTER_FAILOVER_MIN = "GAP-CLUSTER-FAILOVER", 20, 1 ..= 3600, Seconds, Assumed, "";
    /// Longest failover of a Multi-AZ DB cluster; Aurora's is below a minute, often below half of it.
    CLUSTER_FAILOVER_MAX = "RDS-13", 35, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html";
    /// Upgrade of a database's engine.
    ENGINE_UPGRADE = "RDS-37", 600, 1 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html";
    /// Pause of the I/O while a backup begins, without a standby.
    BACKUP_PAUSE = "RDS-34", 3, 0 ..= 600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// Days for which automated backups are kept; without them there is nothing to restore and nothing to replicate.
    BACKUP_RETENTION = "RDS-33", 7, 0 ..= 35, Days, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// When in a day of the run the backup window begins. AWS picks it at random where nobody does.
    BACKUP_WINDOW = "RDS-35", 43200, 0 ..= 86399, Seconds, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// Restore of a database to a point in time.
    RESTORE_TIME = "RDS-10", 1200, 60 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html";
    /// Promotion of a read replica.
    PROMOTION = "RDS-17", 300, 1 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html";
    /// How long a query waits at a proxy for a database connection.
    BORROW_TIMEOUT = "PRX-01", 120, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Idle time after which a proxy closes a client connection.
    IDLE_CLIENT_TIMEOUT = "PRX-02", 1800, 1 ..= 28800, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Share of the database's connections that a proxy may open.
    PROXY_CONNECTIONS = "PRX-03", 100, 1 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Share of the database's connections that a proxy keeps open unused.
    PROXY_IDLE_CONNECTIONS = "PRX-03-IDLE", 50, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Client connections that are pinned to a database connection.
    PINNED_CONNECTIONS = "PRX-06", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// What a proxy adds to a query.
    PROXY_LATENCY = "PRX-07", 1, 0 ..= 1000, Milliseconds, Assumed, "";
    /// By how much a proxy shortens failovers, at best.
    FAILOVER_REDUCTION = "PRX-05", 66, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html";
    /// Shortest time in which clients find another host of a proxy.
    PROXY_FAILOVER_MIN = "GAP-PROXY-FAILOVER-MIN", 5, 0 ..= 600, Seconds, Assumed, "";
    /// Longest time in which clients find another host of a proxy.
    PROXY_FAILOVER_MAX = "GAP-PROXY-FAILOVER-MAX", 10, 0 ..= 600, Seconds, Assumed, "";
    /// How long a lost host of a proxy needs to come back.
    PROXY_RECOVERY = "GAP-PROXY-RECOVERY", 60, 0 ..= 3600, Seconds, Assumed, "";
    /// How far readers of a cluster are behind its writer.
    READER_LAG = "AUR-03", 20, 0 ..= 60000, Milliseconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
    /// Allocated storage of a database.
    ALLOCATED_STORAGE = "RDS-26", 100, 20 ..= 65536, Gibibytes, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Provisioned I/O operations a second; 0 takes what the type and the size include.
    PROVISIONED_IOPS = "RDS-30", 0, 0 ..= 256000, PerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Provisioned throughput in MiB a second; 0 takes what the size includes.
    STORAGE_THROUGHPUT = "RDS-29", 0, 0 ..= 4000, MebibytesPerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Up to where storage autoscaling may grow the volume; 0 is off.
    MAX_ALLOCATED_STORAGE = "RDS-32", 0, 0 ..= 65536, Gibibytes, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.StorageTypes.html";
    /// Storage in use at the start.
    STORAGE_USED = "RDS-CHOICE-USED", 50, 0 ..= 100, Percent, Choice, "";
    /// I/O credits at the start.
    BURST_START = "EBS-02", 100, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    /// Reads that the buffer pool answers.
    BUFFER_HITS = "RDS-CHOICE-BUFFER", 95, 0 ..= 100, Percent, Choice, "";
    /// I/O operations of a write.
    WRITE_IOS = "GAP-WRITE-IOS", 2, 0 ..= 1000, Number, Assumed, "";
    /// Size of an I/O operation.
    IO_SIZE = "GAP-IO-SIZE", 16, 1 ..= 256, Kibibytes, Assumed, "";
    /// What a write adds to the data.
    WRITE_SIZE = "RDS-CHOICE-GROWTH", 1, 0 ..= 1048576, Kibibytes, Choice, "";
    /// Share of the reads that go to the writer although there is a replica.
    READS_AT_WRITER = "RDS-15", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html";
    /// Writes per second that a replica applies.
    APPLY_RATE = "GAP-APPLY-RATE", 2000, 1 ..= 1000000, PerSecond, Assumed, "";
    /// Lag of an idle replica.
    BASE_LAG = "GAP-BASE-LAG", 50, 0 ..= 60000, Milliseconds, Assumed, "";
    /// TCP gives up on a peer that does not answer.
    TCP_GIVES_UP = "RDS-43", 924, 924 ..= 924, Seconds, Assumed, "";
    /// Replicas of a cache's primary node.
    CACHE_REPLICAS = "EC-01-REPLICAS", 0, 0 ..= 5, Count, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Redis.Groups.html";
    /// How long an item lives in the cache after it was written; 0 for ever.
    CACHE_TTL = "EC-04", 3600, 0 ..= 2592000, Seconds, Choice, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Strategies.html";
    /// Distinct items that an application asks its cache for.
    CACHE_ITEMS = "EC-CHOICE-ITEMS", 10000, 1 ..= 100000, Count, Choice, "";
    /// Exponent of the items' Zipf popularity.
    CACHE_ZIPF = "EC-CHOICE-ZIPF", 0.9, 0 ..= 3, Number, Choice, "";
    /// Bytes that an item takes in the cache's memory.
    CACHE_ITEM_BYTES = "EC-CHOICE-ITEM-BYTES", 10000, 1 ..= 512000000, Bytes, Choice, "";
    /// Share of the items that are in the cache at the start.
    CACHE_FILLED = "EC-CHOICE-FILLED", 0, 0 ..= 100, Percent, Choice, "";
    /// Share of a node's memory that is not for items.
    CACHE_RESERVED_MEMORY = "EC-RESERVED-MEMORY", 25, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html";
    /// Client connections of a cache node.
    CACHE_MAX_CONNECTIONS = "EC-03", 65000, 1 ..= 65000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html";
    /// CPU of a cache's engine for a command.
    CACHE_COMMAND = "GAP-CACHE-COMMAND", 0.01, 0.001 ..= 1000, Milliseconds, Assumed, "";
    /// Shortest failover of a cache, detection and DNS included ("typically a few seconds").
    CACHE_FAILOVER_MIN = "EC-01", 5, 0.1 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// Longest failover of a cache.
    CACHE_FAILOVER_MAX = "EC-01", 30, 0.1 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// Time until a lost cache node is replaced ("several minutes").
    CACHE_REPLACEMENT = "EC-02", 180, 1 ..= 7200, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// How far a cache's replicas are behind its primary.
    CACHE_REPLICATION_LAG = "GAP-CACHE-LAG", 10, 0 ..= 60000, Milliseconds, Assumed, "";
    /// How long a client waits for a cache.
    CACHE_TIMEOUT = "EC-CHOICE-TIMEOUT", 0.5, 0.001 ..= 3600, Seconds, Choice, "";
    /// How long a client leaves a cache alone that did not answer.
    CACHE_RECONNECT = "EC-CHOICE-RECONNECT", 1, 0 ..= 3600, Seconds, Choice, "";
    /// Connections that an instance keeps open to a cache.
    CACHE_CONNECTIONS = "EC-CHOICE-CONNECTIONS", 8, 1 ..= 10000, Count, Choice, "";
}
