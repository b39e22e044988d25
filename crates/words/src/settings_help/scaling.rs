//! The policies of Auto Scaling groups, replacement, hooks, warm pools and Spot.

use ninepins_model::SettingKey as Key;

explained! { scaling_keys:
    SecondMetric:
        "A second target tracking policy. The one that wants more instances wins; both must agree before any is removed.",
        "두 번째 대상 추적 정책입니다. 더 많은 인스턴스를 원하는 정책을 따르고, 두 정책이 모두 동의해야 줄입니다.";
    TargetNetwork:
        "Bytes a minute for each instance, where a policy follows ASGAverageNetworkIn or ASGAverageNetworkOut.",
        "정책이 ASGAverageNetworkIn이나 ASGAverageNetworkOut을 따를 때 인스턴스마다 유지하려는 분당 바이트 수입니다.";
    AlarmPolicy:
        "Step scaling answers a standing alarm every minute, by how far it is breached. Simple scaling makes one change and waits for the cooldown.",
        "단계 조정은 경보가 이어지는 동안 임계값을 넘은 정도에 따라 1분마다 대응합니다. 단순 조정은 한 번 조정한 뒤 휴지 기간을 기다립니다.";
    AlarmMetric:
        "The metric that the two alarms of step or simple scaling watch.",
        "단계 또는 단순 조정의 두 경보가 감시하는 지표입니다.";
    HighThreshold:
        "The alarm that scales out breaches at this value and above, in the metric's unit: percent, requests or bytes a minute, seconds.",
        "확장 경보는 지표가 이 값 이상일 때 발생합니다. 단위는 지표를 따르며 %, 분당 요청 수나 바이트 수, 초입니다.";
    LowThreshold:
        "The alarm that scales in breaches at this value and below, in the metric's unit.",
        "축소 경보는 지표가 이 값 이하일 때 발생합니다. 단위는 지표를 따릅니다.";
    EvaluationPeriods:
        "Data points in a row that must breach before the alarm acts.",
        "경보가 동작하기까지 연속으로 임계값을 넘어야 하는 데이터 포인트 수입니다.";
    AdjustmentType:
        "Whether a step adds or removes so many instances, so many percent of them, or sets their number.",
        "단계가 인스턴스를 몇 개 또는 몇 % 늘리거나 줄일지, 아니면 개수를 정할지 선택합니다.";
    MinAdjustment:
        "A change in percent adds or removes at least so many instances.",
        "% 단위 조정이 한 번에 늘리거나 줄이는 최소 인스턴스 수입니다.";
    ScaleOutSteps:
        "One step a line: lower bound, upper bound, adjustment. Bounds are relative to the threshold, and * is an open one: 0 10 1. Simple scaling takes the first line's adjustment.",
        "한 줄에 한 단계씩 하한, 상한, 조정값을 적습니다. 경계는 임계값 기준이고 *는 제한이 없다는 뜻입니다(예: 0 10 1). 단순 조정은 첫 줄의 조정값을 씁니다.";
    ScaleInSteps:
        "The same for the low alarm, with bounds below the threshold: * 0 -1.",
        "하한 경보의 단계이며 경계는 임계값 아래입니다(예: * 0 -1).";
    Cooldown:
        "Time that simple scaling waits after the last instance was launched or terminated. Other policies do not wait.",
        "단순 조정이 마지막 인스턴스의 시작이나 종료 뒤에 기다리는 시간입니다. 다른 정책은 기다리지 않습니다.";
    ScheduledActions:
        "One action a line: seconds since the start, or cron fields such as 0 9 * * *, then minimum, maximum and desired capacity; - leaves one as it is. The run begins at midnight UTC.",
        "한 줄에 하나씩 시작 후 초 또는 0 9 * * * 같은 cron 필드와 최소, 최대, 원하는 용량을 적습니다. -는 그대로 둡니다. 실행은 UTC 자정에 시작합니다.";
    ScheduledDelay:
        "How late a scheduled action may come. AWS says within seconds, and up to two minutes.",
        "예약된 작업이 늦어질 수 있는 시간입니다. AWS는 보통 몇 초, 최대 2분이라고 설명합니다.";
    PredictiveScaling:
        "Launches the capacity that the next hour is forecast to need, at its start. It never removes any.",
        "다음 1시간에 필요하다고 예측한 용량을 그 시각에 시작합니다. 줄이지는 않습니다.";
    PredictiveMetric:
        "The metric whose load is forecast; an instance is to have the target of target tracking.",
        "부하를 예측할 지표입니다. 인스턴스당 목표는 대상 추적의 목표를 사용합니다.";
    PredictiveForecast:
        "What the days before the run say, one hour of the day and its instances a line: 9 8. Without, what the run shows counts after its first day.",
        "실행 전 기록으로 예측한 시각과 인스턴스 수를 한 줄씩 적습니다(예: 9 8). 비워 두면 첫날이 지난 뒤 실행에서 본 부하로 예측합니다.";
    SchedulingBuffer:
        "How long before the hour instances are launched, so that they serve when it begins.",
        "정시에 서비스할 수 있도록 인스턴스를 미리 시작하는 시간입니다.";
    IncreaseMaxCapacity:
        "Whether a forecast may exceed the group's maximum capacity.",
        "예측한 용량이 그룹의 최대 용량을 넘어도 되는지 정합니다.";
    MaxCapacityBuffer:
        "How far above the forecast the maximum may then rise.",
        "그때 최대 용량이 예측보다 얼마나 더 커질 수 있는지 정합니다.";
    DetailedMonitoring:
        "EC2's metrics every minute. Basic monitoring has one data point in five minutes, so alarms on them react later.",
        "EC2 지표를 1분마다 보냅니다. 기본 모니터링은 5분에 한 번이어서 경보가 늦게 반응합니다.";
    MetricPeriod:
        "How long a data point of the metrics is that policies follow. 30 and 10 are high-resolution metrics that you publish yourself, such as with the CloudWatch agent; alarms look at them as often.",
        "정책이 따르는 지표의 데이터 포인트 하나의 길이입니다. 30과 10은 CloudWatch 에이전트 등으로 직접 게시하는 고해상도 지표이며 경보도 그만큼 자주 평가합니다.";
    MaintenancePolicy:
        "Bounds how many instances a refresh or a health replacement may take away or add. Without it AWS's defaults hold.",
        "새로 고침이나 상태 교체가 한 번에 줄이거나 늘릴 수 있는 인스턴스 수를 정합니다. 없으면 AWS 기본값을 따릅니다.";
    MinHealthy:
        "Share of the desired capacity that stays in service while instances are replaced. At least one is replaced at a time.",
        "인스턴스를 교체하는 동안 서비스를 유지할 용량의 비율입니다. 한 번에 적어도 하나는 교체합니다.";
    MaxHealthy:
        "Share of the desired capacity that there may be. Above 100 a replacement is launched before the old instance is terminated.",
        "교체하는 동안 허용하는 최대 용량의 비율입니다. 100보다 크면 기존 인스턴스를 종료하기 전에 새 인스턴스를 시작합니다.";
    MaxInstanceLifetime:
        "Instances older than this are replaced gradually; 0 is never, and AWS allows no less than a day.",
        "이보다 오래된 인스턴스를 차례로 교체합니다. 0이면 교체하지 않으며 AWS의 최솟값은 하루입니다.";
    TerminationPolicy:
        "Which instance of the zone with most goes first when the group scales in.",
        "축소할 때 인스턴스가 가장 많은 가용 영역에서 어떤 인스턴스를 먼저 종료할지 정합니다.";
    ScaleInProtection:
        "Scaling in terminates none of its instances. They are still replaced when unhealthy.",
        "축소할 때 인스턴스를 종료하지 않습니다. 비정상 인스턴스는 그대로 교체합니다.";
    LaunchHook:
        "Holds a new instance back until somebody completes the hook, for example once its software is installed.",
        "소프트웨어 설치처럼 누군가 후크를 완료할 때까지 새 인스턴스를 서비스에 넣지 않습니다.";
    LaunchHookTime:
        "Time from the instance's running until somebody completes the hook.",
        "인스턴스가 실행된 뒤 누군가 후크를 완료할 때까지의 시간입니다.";
    LaunchHookTimeout:
        "How long the group waits for the hook. Then the default result counts.",
        "그룹이 후크를 기다리는 시간입니다. 지나면 기본 결과를 따릅니다.";
    LaunchHookResult:
        "What happens when nobody completes the hook in time: the instance is terminated and another launched, or it goes into service.",
        "제때 완료되지 않았을 때 인스턴스를 종료하고 새로 시작할지, 그대로 서비스에 넣을지 정합니다.";
    TerminateHook:
        "Holds an instance that has left the load balancer before it is terminated, for example to save its logs.",
        "로그 저장처럼 로드 밸런서에서 빠진 인스턴스를 종료 전에 잠시 붙잡아 둡니다.";
    TerminateHookTime:
        "Time until somebody completes the hook.",
        "누군가 후크를 완료할 때까지의 시간입니다.";
    TerminateHookTimeout:
        "How long the group waits for the hook. Then the instance is terminated anyway.",
        "그룹이 후크를 기다리는 시간입니다. 지나면 그대로 종료합니다.";
    WarmPool:
        "Keeps instances that have run their user data, so that scaling out takes seconds.",
        "user data 실행을 마친 인스턴스를 준비해 두어 몇 초 만에 확장합니다.";
    WarmPoolState:
        "How prepared instances wait. Stopped and hibernated ones cost no instance hours but have to start.",
        "준비된 인스턴스가 기다리는 방식입니다. 중지나 최대 절전이면 인스턴스 요금이 없지만 다시 시작해야 합니다.";
    MaxPrepared:
        "Instances of the pool and the group together; 0 takes the group's maximum.",
        "풀과 그룹을 합한 인스턴스 수입니다. 0이면 그룹의 최대 용량을 따릅니다.";
    WarmPoolMin:
        "Fewest instances in the pool, however many the group has.",
        "그룹 크기와 관계없이 풀에 두는 최소 인스턴스 수입니다.";
    OnDemandBase:
        "Instances that are On-Demand before any Spot Instance is launched.",
        "스팟 인스턴스를 시작하기 전에 온디맨드로 채우는 인스턴스 수입니다.";
    SpotShare:
        "Share of the other instances that are Spot Instances: cheaper, but EC2 can take them back with two minutes' notice.",
        "나머지 인스턴스 가운데 스팟 인스턴스의 비율입니다. 저렴하지만 EC2가 2분 전에 알리고 회수할 수 있습니다.";
    CapacityRebalancing:
        "Launches a replacement when EC2 recommends it, before the Spot Instance is taken. Without, the group replaces it afterwards.",
        "EC2가 재조정을 권고하면 스팟 인스턴스가 회수되기 전에 대체 인스턴스를 시작합니다. 끄면 회수된 뒤에 교체합니다.";
    GroupZonalShift:
        "Whether the group launches nothing in a zone that an operator shifts it away from.",
        "운영자가 전환한 가용 영역에서는 인스턴스를 시작하지 않을지 정합니다.";
    ReplaceShifted:
        "Whether unhealthy instances of that zone are replaced elsewhere, or left alone.",
        "그 가용 영역의 비정상 인스턴스를 다른 곳에 교체할지, 그대로 둘지 정합니다.";
    ImpairedWait:
        "How long an instance whose status check fails is left alone. AWS says a few minutes.",
        "상태 확인에 실패한 인스턴스를 교체하지 않고 기다리는 시간입니다. AWS는 몇 분이라고 설명합니다.";
    OnDemandQuota:
        "vCPUs of On-Demand Instances that the account may run in the Region. Launches beyond it fail.",
        "계정이 리전에서 실행할 수 있는 온디맨드 인스턴스의 vCPU 수입니다. 넘으면 시작에 실패합니다.";
}
