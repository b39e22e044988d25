//! Auto Scaling groups and their instances.

use ninepins_model::SettingKey as Key;

explained! { group_keys:
    GroupMin:
        "The group never has fewer instances than this.",
        "그룹의 인스턴스 수는 이 값보다 적어지지 않습니다.";
    GroupMax:
        "The group never has more instances than this. It also bounds the database connections that the group can open.",
        "그룹의 인스턴스 수는 이 값보다 많아지지 않습니다. 그룹이 열 수 있는 데이터베이스 연결 수의 한도이기도 합니다.";
    GroupDesired:
        "Instances at the start of the run. Scaling changes the number within minimum and maximum.",
        "실행을 시작할 때의 인스턴스 수입니다. 이후 최소와 최대 사이에서 조정됩니다.";
    InstanceType:
        "The instance type. The simulation uses its vCPUs, its price and, of a t3, its CPU credits.",
        "인스턴스 유형입니다. vCPU 수와 요금, t3이면 CPU 크레딧까지 시뮬레이션합니다.";
    CreditSpecification:
        "What a t3 does once its CPU credits are spent: unlimited borrows and pays for them, standard is held at its baseline.",
        "t3이 CPU 크레딧을 다 썼을 때의 동작입니다. 무제한은 빌려 쓰고 요금을 내며, 표준은 기준 성능으로 제한됩니다.";
    CreditStart:
        "CPU credits of a t3 at the start of the run, in percent of the most it can hold. One launched later starts with none.",
        "실행을 시작할 때 t3이 가진 CPU 크레딧이며 최대 보유량에 대한 비율입니다. 나중에 시작한 인스턴스는 크레딧 없이 시작합니다.";
    HealthCheckType:
        "Whose health checks count. With EC2 alone, an instance that hangs but still runs is never replaced.",
        "어떤 상태 확인을 반영할지 정합니다. EC2만 선택하면 실행은 되지만 응답하지 않는 인스턴스를 교체하지 않습니다.";
    HealthGrace:
        "Time after an instance is in service during which failed load balancer checks are ignored. Too short, and instances are replaced while they start.",
        "인스턴스가 서비스에 투입된 뒤 로드 밸런서 검사 실패를 무시하는 시간입니다. 너무 짧으면 시작하는 도중에 교체됩니다.";
    HealthPoll:
        "How often the group looks at the health of its instances.",
        "그룹이 인스턴스의 상태를 확인하는 주기입니다.";
    LaunchTime:
        "Time from the launch call until the operating system is up.",
        "시작 요청부터 운영 체제가 올라올 때까지의 시간입니다.";
    UserDataTime:
        "Time that user data and the start of the application take. The instance registers with the load balancer afterwards.",
        "사용자 데이터 실행과 애플리케이션 시작에 걸리는 시간입니다. 그 뒤에 로드 밸런서에 등록됩니다.";
    InstanceWarmup:
        "Time during which a new instance is left out of the group's metrics, so that its start does not disturb scaling.",
        "새 인스턴스를 그룹 지표에서 제외하는 시간입니다. 시작할 때의 부하가 조정에 영향을 주지 않게 합니다.";
    TargetTracking:
        "Scales the group to hold its average CPUUtilization at the target. AWS adds instances after 3 high minutes and removes them after 15 low ones.",
        "평균 CPUUtilization이 목표를 유지하도록 그룹을 조정합니다. AWS는 3분 동안 높으면 인스턴스를 늘리고 15분 동안 낮으면 줄입니다.";
    ScalingMetric:
        "What the policy keeps near its target. CPU cannot exceed 100 %, so under overload it asks for too little and needs several steps; requests do not saturate.",
        "정책이 목표 근처로 유지하는 지표입니다. CPU는 100%를 넘지 못해 과부하일 때 여러 단계로 확장하지만, 요청 수는 포화되지 않습니다.";
    TargetRequests:
        "Requests a minute for each target of the load balancer, where the policy follows ALBRequestCountPerTarget.",
        "정책이 ALBRequestCountPerTarget을 따를 때 로드 밸런서의 대상마다 유지하려는 분당 요청 수입니다.";
    TargetCpu:
        "The average CPUUtilization that target tracking aims at. A lower target leaves more room for the loss of a zone.",
        "대상 추적이 유지하려는 평균 CPUUtilization입니다. 낮을수록 가용 영역 하나를 잃을 때 여유가 커집니다.";
    ScaleIn:
        "Whether target tracking may also remove instances.",
        "대상 추적이 인스턴스를 줄이는 것도 허용할지 정합니다.";
    LowAlarmRatio:
        "Threshold of the low alarm as a share of the target. AWS does not publish it; 0.7 and 0.9 have been observed.",
        "목표에 대한 하한 경보 임계값의 비율입니다. AWS가 공개하지 않으며 0.7과 0.9가 관찰되었습니다.";
    CloudwatchDelay:
        "Time from the end of a minute until CloudWatch has its data point. Alarms act this much later.",
        "1분이 끝난 뒤 CloudWatch에 데이터 포인트가 나타날 때까지의 시간입니다. 경보도 그만큼 늦게 동작합니다.";
}
