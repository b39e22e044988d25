//! Regions, VPCs, subnets and gateways.

use ninepins_model::SettingKey as Key;

explained! { network_keys:
    RegionCode:
        "AWS's code of the Region, such as ap-northeast-2. Certificates must match it.",
        "ap-northeast-2와 같은 AWS 리전 코드입니다. 인증서의 리전과 맞아야 합니다.";
    SameZoneRoundTrip:
        "Round trip between two members in the same Availability Zone.",
        "같은 가용 영역에 있는 두 멤버 사이의 왕복 시간입니다.";
    CrossZoneRoundTrip:
        "Round trip between two members in different Availability Zones. Every commit of a Multi-AZ database pays it.",
        "서로 다른 가용 영역에 있는 두 멤버 사이의 왕복 시간입니다. Multi-AZ 데이터베이스는 커밋할 때마다 이 시간이 듭니다.";
    VpcCidr:
        "The VPC's address range, /16 to /28. Its subnets lie inside it.",
        "VPC의 주소 범위이며 /16~/28입니다. 서브넷은 이 범위 안에 있어야 합니다.";
    InternetGateway:
        "Whether the VPC has an internet gateway. Without one, no route to the internet works.",
        "VPC에 인터넷 게이트웨이를 둘지 정합니다. 없으면 인터넷으로 가는 경로가 동작하지 않습니다.";
    ZoneName:
        "AWS's name of the zone, such as ap-northeast-2a. A zone fault hits everything with this name, in every VPC.",
        "ap-northeast-2a와 같은 AWS 가용 영역 이름입니다. 가용 영역 장애는 모든 VPC에서 이 이름에 속한 리소스에 적용됩니다.";
    SubnetCidr:
        "The subnet's address range, /16 to /28 inside the VPC's. AWS keeps five addresses; every member takes one, and without one left nothing can be launched.",
        "서브넷의 주소 범위이며 VPC 범위 안의 /16~/28입니다. AWS가 주소 다섯 개를 예약하고 멤버마다 하나씩 사용하므로, 남은 주소가 없으면 아무것도 시작할 수 없습니다.";
    OtherRegionRoundTrip:
        "Round trip to another Region, where no measurement of the pair is published.",
        "측정값이 공개되지 않은 다른 리전까지의 왕복 시간입니다.";
    S3Endpoint:
        "A free route to S3 in every route table of the VPC, without a NAT gateway or an internet gateway.",
        "VPC의 모든 라우팅 테이블에 두는 S3 경로입니다. NAT 게이트웨이나 인터넷 게이트웨이 없이 무료로 사용합니다.";
    MapPublicIp:
        "Whether instances launched here get a public address. Without one, a route to the internet gateway leads nowhere, in either direction.",
        "여기에서 시작하는 인스턴스에 퍼블릭 주소를 줄지 정합니다. 주소가 없으면 인터넷 게이트웨이 경로가 있어도 양방향 모두 통신하지 못합니다.";
    AclInbound:
        "Rules for packets that enter the subnet, such as 100 allow 0.0.0.0/0 80 or 90 deny 10.0.1.0/24. The lowest number that matches decides; what no rule matches is denied.",
        "서브넷으로 들어오는 패킷의 규칙입니다. 예: 100 allow 0.0.0.0/0 80, 90 deny 10.0.1.0/24. 맞는 규칙 중 번호가 가장 작은 것이 결정하며, 맞는 규칙이 없으면 거부합니다.";
    AclOutbound:
        "Rules for packets that leave the subnet. They are stateless: answers need a rule too, for ports 1024-65535.",
        "서브넷에서 나가는 패킷의 규칙입니다. 상태를 저장하지 않으므로 응답에도 1024-65535 포트 규칙이 필요합니다.";
    NatAddresses:
        "Public addresses of the gateway. Each gives 55,000 connections to one destination.",
        "게이트웨이의 퍼블릭 주소 수입니다. 주소마다 대상 하나에 연결 55,000개를 열 수 있습니다.";
    NatScaling:
        "How long the gateway is under load before its bandwidth and packet rate double. They begin at 5 Gbit/s and a million packets a second and end at 100 Gbit/s and ten million.",
        "부하가 이만큼 이어지면 게이트웨이의 대역폭과 패킷 처리율이 두 배가 됩니다. 5 Gbit/s와 초당 100만 패킷에서 시작하여 100 Gbit/s와 초당 1,000만 패킷까지 늘어납니다.";
    LaunchNeeds:
        "What user data must reach before the application can start. Without a way there, it never does.",
        "애플리케이션이 시작되기 전에 user data가 도달해야 하는 곳입니다. 경로가 없으면 애플리케이션이 시작되지 않습니다.";
    TcpKeepalive:
        "Time between two TCP keepalive packets. They keep a Network Load Balancer or a NAT gateway from forgetting an idle connection and resetting what comes next. 0 sends none.",
        "TCP keepalive 패킷의 간격입니다. Network Load Balancer와 NAT 게이트웨이가 유휴 연결을 잊고 다음 요청을 재설정하지 않게 합니다. 0이면 보내지 않습니다.";
    TrackedConnections:
        "Connections that the security groups of one instance can track. Beyond it packets are dropped and callers wait for their timeouts.",
        "인스턴스 하나의 보안 그룹이 추적할 수 있는 연결 수입니다. 넘으면 패킷을 버리므로 호출하는 쪽은 제한 시간까지 기다립니다.";
    RegisterAt:
        "When a new instance is in service and registers with its target groups: once user data has finished, or as soon as it runs. In the second case it refuses connections until its application listens.",
        "새 인스턴스가 서비스에 투입되어 대상 그룹에 등록되는 시점입니다. user data가 끝난 뒤이거나 실행되자마자입니다. 뒤의 경우 애플리케이션이 준비될 때까지 연결을 거부합니다.";
    MainRoutes:
        "The main route table of the VPC: that of every subnet without a route table of its own. A route of 0.0.0.0/0 to the internet gateway makes all of them public.",
        "VPC의 기본 라우팅 테이블로, 자체 라우팅 테이블이 없는 모든 서브넷이 씁니다. 0.0.0.0/0을 인터넷 게이트웨이로 보내는 경로가 있으면 모두 퍼블릭 서브넷이 됩니다.";
    OwnRouteTable:
        "A subnet without routes uses the VPC's main route table. Turn this on to give it a table of its own that leads nowhere but inside the VPC.",
        "경로가 없는 서브넷은 VPC의 기본 라우팅 테이블을 씁니다. 켜면 VPC 안으로만 통하는 자체 라우팅 테이블을 갖습니다.";
    Routes:
        "The subnet's own route table. A route of 0.0.0.0/0 to the internet gateway makes the subnet public.",
        "서브넷의 자체 라우팅 테이블입니다. 0.0.0.0/0을 인터넷 게이트웨이로 보내는 경로가 있으면 퍼블릭 서브넷이 됩니다.";
    Subnets:
        "The subnets its members live in. Subnets in two zones survive the loss of one zone.",
        "멤버가 위치하는 서브넷입니다. 두 가용 영역의 서브넷을 지정하면 한 영역의 장애를 견딥니다.";
    SecurityGroups:
        "Security groups that decide who may connect. Without any, rules follow from the wires. Traffic that no rule admits is dropped, not refused.",
        "연결을 허용할 대상을 정하는 보안 그룹입니다. 지정하지 않으면 연결에서 규칙을 도출합니다. 허용되지 않은 트래픽은 거부 응답 없이 버려집니다.";
}
