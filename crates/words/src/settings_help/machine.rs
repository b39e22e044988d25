//! The volume, network and memory of instances.

use ninepins_model::SettingKey as Key;

explained! { machine_keys:
    VolumeType:
        "Type of the root volume. gp2 does 3 operations a second for each GiB and bursts to 3,000 while it has I/O credits; gp3 does what is provisioned.",
        "루트 볼륨의 유형입니다. gp2는 GiB마다 초당 3회의 작업을 하고 I/O 크레딧이 있는 동안 3,000회까지 버스트합니다. gp3는 프로비저닝한 만큼 합니다.";
    VolumeSize:
        "Size of the root volume, which sets the baseline of a gp2 volume.",
        "루트 볼륨의 크기이며, gp2 볼륨의 기준 성능을 정합니다.";
    VolumeIops:
        "Operations a second of a gp3 volume, 500 for each GiB at most; what is beyond 3,000 is paid for. A gp2 volume has no such setting.",
        "gp3 볼륨의 초당 작업 수로, GiB당 최대 500입니다. 3,000을 넘는 만큼 요금을 냅니다. gp2 볼륨에는 없는 설정입니다.";
    VolumeThroughput:
        "Throughput of a gp3 volume, a quarter MiB for each of its operations at most; what is beyond 125 is paid for. A gp2 volume passes 128 MiB a second up to 170 GiB, and 250 beyond.",
        "gp3 볼륨의 처리량으로, 작업당 최대 0.25MiB입니다. 125를 넘는 만큼 요금을 냅니다. gp2 볼륨은 170 GiB까지 초당 128 MiB, 그보다 크면 250 MiB입니다.";
    VolumeLatency:
        "What an operation takes where nothing is in its way. AWS says single-digit milliseconds.",
        "방해하는 것이 없을 때 작업 하나가 걸리는 시간입니다. AWS는 한 자릿수 밀리초라고 합니다.";
    VolumeUsed:
        "How full the root volume is at the start. The application's writes fail where it is full.",
        "시작할 때 루트 볼륨이 찬 정도입니다. 가득 차면 애플리케이션의 쓰기가 실패합니다.";
    NetworkBurst:
        "How long a rested network interface carries its burst bandwidth. AWS says 5 to 60 minutes; then the type's baseline is left.",
        "쉬던 네트워크 인터페이스가 버스트 대역폭을 내는 시간입니다. AWS는 5~60분이라고 하며, 그 뒤에는 유형의 기준 대역폭이 남습니다.";
    ReadDisk:
        "Operations of an API read on the instance's root volume. They hold its thread until they are done.",
        "API 읽기 하나가 인스턴스의 루트 볼륨에서 하는 작업 수입니다. 끝날 때까지 스레드를 점유합니다.";
    WriteDisk:
        "Operations of an API write on the instance's root volume. Where that is full, the write fails.",
        "API 쓰기 하나가 인스턴스의 루트 볼륨에서 하는 작업 수입니다. 볼륨이 가득 차면 쓰기가 실패합니다.";
    AssetDisk:
        "Operations of a static file on the instance's root volume.",
        "정적 파일 하나가 인스턴스의 루트 볼륨에서 하는 작업 수입니다.";
    DiskOperationSize:
        "Bytes of each operation, which count against the volume's throughput.",
        "작업 하나의 크기이며, 볼륨의 처리량에 포함됩니다.";
    ServerMemory:
        "Memory that the operating system and the application take without requests.",
        "요청이 없을 때 운영 체제와 애플리케이션이 차지하는 메모리입니다.";
    RequestMemory:
        "Memory that each request takes while it is on the instance. When the instance's memory runs out, the kernel kills the process.",
        "요청이 인스턴스에 있는 동안 차지하는 메모리입니다. 인스턴스의 메모리가 모자라면 커널이 프로세스를 종료합니다.";
    ServerRestart:
        "How long a process that the kernel killed takes to run again.",
        "커널이 종료한 프로세스가 다시 실행되기까지 걸리는 시간입니다.";
}
