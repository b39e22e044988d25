//! The presets in Korean.

use ninepins_model::presets::Preset;

use super::{ExperimentTexts, PresetTexts, experiment};

pub(super) const fn texts(preset: Preset) -> &'static PresetTexts {
    match preset {
        Preset::SingleInstance => &PresetTexts {
            name: "서버 한 대",
            teaches: "EC2 인스턴스 한 대뿐입니다. 부하를 나눌 곳도, 대신할 것도 없습니다.",
            experiments: &[
                experiment!("서버 종료", "서버가 완전히 사라집니다. 알아채는 것도, 교체하는 것도 없습니다."),
                experiment!("2분 동안 트래픽 4배", "CPU가 몇 초 만에 포화되고, 몰림이 끝난 뒤에도 대기열이 남습니다."),
            ],
        },
        Preset::TwoTierOneAz => &PresetTexts {
            name: "한 가용 영역의 2계층",
            teaches: "로드 밸런서, 인스턴스 두 대, 데이터베이스가 모두 가용 영역 하나에서 일합니다.",
            experiments: &[
                experiment!(
                    "5분 동안 가용 영역 전원 끄기",
                    "모든 요청이 실패하고, 전원이 돌아온 뒤에도 정상화까지 몇 분이 더 걸립니다.",
                ),
                experiment!(
                    "데이터베이스 장애",
                    "예비 인스턴스가 없어 복구에 3분이 걸리고, 기다리는 스레드가 페이지까지 멈추게 합니다.",
                ),
            ],
        },
        Preset::StaticSite => &PresetTexts {
            name: "정적 웹사이트",
            teaches: "Route 53, CloudFront, S3 버킷입니다. 캐시가 부하를 덜고, 인증서가 HTTPS를 가능하게 합니다.",
            experiments: &[
                experiment!("캐시 비우기", "버킷이 모든 객체를 한 번씩 다시 내줍니다. 잠시 느려질 뿐 실패는 없습니다."),
                experiment!(
                    "3분 동안 인증서 만료",
                    "열린 연결은 계속되지만 새로 연결하는 사용자는 막히고, 곧 모두가 그렇게 됩니다.",
                ),
            ],
        },
        Preset::SpaErrorMapping => &PresetTexts {
            name: "단일 페이지 앱: 오류 페이지가 있을 때와 없을 때",
            teaches: "딥 링크는 버킷의 키가 아닙니다. 배포 하나는 403 대신 앱을 돌려주고, 다른 하나는 403을 그대로 돌려줍니다.",
            experiments: &[
                experiment!(
                    "5분 동안 버킷 정책 오류",
                    "캐시된 객체는 계속 제공됩니다. 나머지는 오류 페이지가 상태 200으로 가려 아무도 알아채지 못합니다.",
                ),
                experiment!(
                    "배포 후 전체 무효화",
                    "로케이션마다 차례로 다시 가져오며 1분 넘게 걸리기도 합니다. 실패는 없습니다.",
                ),
            ],
        },
        Preset::SeedArchitecture => &PresetTexts {
            name: "Spring API와 React 앱",
            teaches: "Multi-AZ, 읽기 전용 복제본, Auto Scaling을 갖춘 두 가용 영역의 완전한 웹 애플리케이션입니다.",
            experiments: &[
                experiment!("가용 영역 전원 끄기", "첫 번째 가용 영역의 모든 것이 10분 동안 사라집니다."),
                experiment!(
                    "데이터베이스 기본 인스턴스 장애",
                    "호스트가 멈춥니다. 예비 인스턴스가 넘겨받을 때까지 쓰기가 얼마나 실패하는지 보십시오.",
                ),
            ],
        },
        Preset::ThreeAz => &PresetTexts {
            name: "정적 안정성을 갖춘 세 가용 영역",
            teaches: "네 대면 될 곳에 여섯 대를 둡니다. 가용 영역을 잃어도 새로 시작할 것이 없습니다.",
            experiments: &[
                experiment!(
                    "c 영역 전원 끄기",
                    "DNS와 상태 확인이 알아챌 때까지 2분이 안 되는 동안 요청의 10분의 1이 실패하고, 남은 인스턴스가 그대로 부하를 받습니다.",
                ),
                experiment!(
                    "기본 인스턴스가 있는 a 영역 전원 끄기",
                    "옮겨야 하는 것은 데이터베이스입니다. 읽기와 쓰기는 예비 인스턴스를 기다리고 페이지는 대부분 계속됩니다.",
                ),
            ],
        },
        Preset::StaticStability => &PresetTexts {
            name: "정적 안정성이 있을 때와 없을 때",
            teaches: "같은 부하를 받는 두 서비스입니다. 하나는 인스턴스가 꼭 맞고, 다른 하나는 가용 영역 하나 없이도 충분합니다.",
            experiments: &[
                experiment!(
                    "b 영역 전원 끄기",
                    "DNS가 따라오는 1분 30초 동안은 둘 다 실패합니다. 그 뒤 한쪽은 정상이고, 다른 쪽은 인스턴스가 교체될 때까지 요청 다섯 중 둘을 돌려보냅니다.",
                ),
                experiment!(
                    "30분 동안 a 영역의 용량 없애기",
                    "이것만으로는 아무 일도 없습니다. 이어서 b 영역의 전원을 끄면 시작할 수 있는 인스턴스가 없어 장애가 끝날 때까지 차이가 이어집니다.",
                ),
            ],
        },
        Preset::TwoRegions => &PresetTexts {
            name: "DNS 장애 조치를 갖춘 두 리전",
            teaches: "첫 리전의 상태 확인이 실패하면 Route 53이 모두를 둘째 리전으로 보냅니다. 속도는 캐시가 정합니다.",
            experiments: &[
                experiment!(
                    "서울 리전 장애",
                    "30여 초 뒤 상태 확인기 대부분이 동의할 때까지 모두 실패하고, 이어 1분 안에 캐시가 만료되어 도쿄가 응답합니다.",
                ),
                experiment!(
                    "서울의 인증서 만료",
                    "새 연결이 실패하지만 상태 확인기는 인증서를 검증하지 않으므로 장애 조치가 일어나지 않습니다.",
                ),
            ],
        },
        Preset::OneNatGateway => &PresetTexts {
            name: "모든 영역에 NAT 게이트웨이 하나",
            teaches: "두 가용 영역이 인터넷으로 나가는 길 하나를 함께 쓰므로, 한 영역이 잃으면 다른 영역도 잃습니다.",
            experiments: &[
                experiment!(
                    "게이트웨이가 있는 영역 전원 끄기",
                    "남은 영역의 인스턴스로 충분하지만, 인터넷으로 나가야 하는 결제는 모두 실패합니다.",
                ),
                experiment!(
                    "5분 동안 NAT 게이트웨이 장애",
                    "모든 인스턴스가 정상이고 상태 확인도 통과하지만, 두 영역의 결제가 모두 실패합니다.",
                ),
            ],
        },
        Preset::ConnectionPoolTrap => &PresetTexts {
            name: "커넥션 풀의 함정",
            teaches: "느린 쿼리가 풀의 모든 연결을 붙잡습니다. CPU는 한가하므로 아무것도 확장되지 않습니다.",
            experiments: &[
                experiment!(
                    "5분 동안 트래픽 3배",
                    "요청이 연결을 기다리다 실패합니다. CPU는 어디서도 40 %에 닿지 않아 경보도 울리지 않습니다.",
                ),
                experiment!(
                    "인스턴스 두 배로 늘리기",
                    "당연해 보이는 처방이지만, 열 개짜리 풀 여덟 개는 데이터베이스의 연결 50개를 넘습니다.",
                ),
            ],
        },
        Preset::RetryStormTrap => &PresetTexts {
            name: "재시도 폭풍의 함정",
            teaches: "1초 만에 포기하고 바로 재시도하는 클라이언트는 과부하를 스스로 이어 갑니다.",
            experiments: &[
                experiment!(
                    "20초 동안 트래픽 2배",
                    "몰림은 끝나도 장애는 끝나지 않습니다. 재시도 때문에 인스턴스가 아무도 기다리지 않는 일을 합니다.",
                ),
                experiment!(
                    "2분 동안 사용자 열에 아홉 돌려보내기",
                    "폭풍이 한창일 때 이것으로 끝낼 수 있습니다. 폭풍이 없을 때는 조용한 시간일 뿐입니다.",
                ),
            ],
        },
        Preset::CreditsTrap => &PresetTexts {
            name: "CPU 크레딧의 함정",
            teaches: "늘 절반쯤 바쁜 버스트 가능 인스턴스는 크레딧을 다 쓸 때까지만 빠릅니다.",
            experiments: &[
                experiment!(
                    "트래픽을 unlimited 모드의 t3로 옮기기",
                    "제한되지 않습니다. 크레딧을 넘겨 쓴 만큼은 하루치를 넘게 빌리거나 인스턴스가 종료될 때 청구됩니다.",
                ),
                experiment!(
                    "트래픽을 m6i.large로 옮기기",
                    "소진될 크레딧이 없어 같은 부하를 같은 요금으로 언제까지나 처리합니다.",
                ),
            ],
        },
        Preset::CacheLossTrap => &PresetTexts {
            name: "캐시 상실의 함정",
            teaches: "데이터베이스가 감당하지 못할 읽기를 캐시가 대신 처리하는데, 캐시를 대신할 것은 없습니다.",
            experiments: &[
                experiment!("캐시 노드 장애", "아무 문제 없는 데이터베이스에서 3분 동안 읽기 대부분이 실패합니다.",),
                experiment!(
                    "캐시 내용 모두 삭제",
                    "노드는 멀쩡합니다. 인기 있는 항목부터 다시 채워져 더 빨리 끝납니다.",
                ),
            ],
        },
        Preset::Wordpress => &PresetTexts {
            name: "두 가용 영역의 WordPress",
            teaches: "파일은 엣지에서, 페이지는 메모리에서 나가므로 데이터베이스에 남는 일이 적습니다.",
            experiments: &[
                experiment!(
                    "데이터베이스 호스트 장애",
                    "Aurora 복제본이 이어받는 30초 남짓 동안에도 캐시에 있는 페이지는 제공됩니다.",
                ),
                experiment!(
                    "두 기본 노드가 있는 가용 영역 전원 10분 차단",
                    "캐시의 복제본은 몇 초, 데이터베이스의 복제본은 30초 남짓 만에 이어받습니다.",
                ),
            ],
        },
        Preset::QueueAndWorkers => &PresetTexts {
            name: "웹과 작업자 사이의 대기열",
            teaches: "사용자는 주문의 처리가 아니라 대기열이 주문을 받기까지만 기다립니다.",
            experiments: &[
                experiment!(
                    "5분 동안 주문 5배",
                    "사용자는 알아채지 못합니다. 대기 메시지가 쌓이고, 그에 따라 작업자가 늘어 모두 처리합니다.",
                ),
                experiment!(
                    "데이터베이스 호스트 장애",
                    "작업자는 실패해도 사용자는 실패하지 않습니다. 주문은 기다렸다가 다시 처리됩니다.",
                ),
            ],
        },
        Preset::EmptyCanvas => &PresetTexts {
            name: "빈 캔버스",
            teaches: "아직 아무것도 없습니다. 팔레트에서 블록을 끌어다 놓고 연결하십시오.",
            experiments: &[],
        },
    }
}
