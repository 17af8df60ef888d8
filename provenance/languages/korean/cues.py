"""Verbs and nouns that credit somebody in Korean, as stems, and what each does with its content."""

from __future__ import annotations

from provenance.languages.words import words
from provenance.model.attribution import Stance

# Stem -> the verb as a step of a chain. A noun with 하다 stands without its 하: 발표 for 발표하다.
SAYING = {
    "밝히": "said", "말": "said", "말씀": "said", "강조": "stressed", "덧붙이": "added", "설명": "explained",
    "주장": "claimed", "지적": "pointed out", "언급": "mentioned", "발표": "announced", "보도": "reported",
    "알리": "announced", "답": "answered", "답변": "answered", "대답": "answered", "응답": "answered",
    "비판": "criticised", "비난": "accused", "호소": "complained", "토로": "complained", "증언": "testified",
    "진술": "testified", "회고": "recalled", "회상": "recalled", "경고": "warned", "우려": "worried",
    "평가": "judged", "진단": "judged", "분석": "judged", "전망": "predicted", "예상": "predicted",
    "예측": "predicted",
    "내다보": "predicted", "관측": "predicted", "추정": "estimated", "추산": "estimated", "판단": "judged",
    "해명": "explained", "귀띔": "said", "털어놓": "said", "꼬집": "criticised", "적시": "wrote", "선언": "declared",
    "단언": "declared", "자평": "judged", "자신": "declared", "고백": "confessed", "자백": "confessed",
    "해석": "judged",
    "규정": "declared", "보고": "reported", "공지": "announced", "통보": "informed", "통지": "informed",
    "공개": "disclosed", "시사": "hinted", "암시": "hinted", "내비치": "hinted", "외치": "shouted",
    "되풀이": "repeated", "반복": "repeated", "거듭": "repeated", "술회": "recalled", "성토": "criticised",
    "질타": "criticised", "규탄": "condemned", "맞서": "replied", "맞받": "replied", "맞받아치": "replied",
    "하소연": "complained", "항변": "protested", "항의": "protested", "반발": "protested", "피력": "said",
    "폭로": "revealed", "전하": "said", "전": "said", "소개": "said", "표현": "said", "부연": "added",
    "당부": "urged",
    "쏘아붙이": "replied", "말씀드리": "said", "호언": "declared", "장담": "declared", "단정": "declared",
    "판결": "ruled", "판시": "ruled", "결론": "concluded", "결론짓": "concluded", "파악": "found",
    "게재": "published",
    "논평": "commented", "일갈": "said", "자책": "said", "탄식": "said", "한탄": "said", "고집": "insisted",
    "지목": "called", "묘사": "called", "정의": "called", "지칭": "called", "간주": "judged", "비유": "called",
    "요약": "said", "재확인": "confirmed", "못박": "stressed", "역설": "stressed", "명시": "stated",
    "기술": "wrote", "서술": "wrote", "타전": "reported", "방송": "reported",
    "속보": "reported", "주목": "noted", "환기": "noted", "안내": "announced", "신고": "reported", "제보": "said",
    "확신": "believed", "믿": "believed", "생각": "thought", "여기": "thought", "의심": "doubted",
    "확인": "confirmed", "인정": "admitted", "시인": "admitted", "부인": "denied", "반박": "denied",
    "일축": "dismissed", "부정": "denied", "반론": "denied", "약속": "promised", "다짐": "promised",
    "공언": "promised", "예고": "announced", "위협": "threatened", "협박": "threatened", "맹세": "swore",
    "공약": "promised", "요구": "demanded", "촉구": "urged", "요청": "asked", "주문": "demanded", "제안": "proposed",
    "제의": "proposed", "권고": "recommended", "권유": "recommended", "명령": "ordered", "지시": "ordered",
    "독려": "urged", "건의": "proposed", "권하": "recommended", "묻": "asked", "질문": "asked", "되묻": "asked",
    "반문": "asked", "질의": "asked", "캐묻": "asked", "따지": "asked", "추궁": "asked",
}  # fmt: skip

# Everyday verbs: they credit only where they follow the quoted words at once.
AT_ONCE = {"하": "said", "쓰": "wrote", "적": "wrote", "보": "judged", "읽": "read", "잇": "said", "이어가": "said"}
# A noun with its particle and a verb that together say: 입을 모으다, "to agree".
IDIOMS = {
    ("입", "모으"): "said", ("목소리", "높이"): "said", ("목소리", "내"): "said", ("선", "긋"): "denied",
    ("말문", "열"): "said", ("입", "열"): "said", ("말", "하"): "said", ("말", "잇"): "said", ("말",
    "이어가"): "said",
    ("운", "떼"): "said", ("볼멘소리", "하"): "said", ("말", "건네"): "said", ("말", "남기"): "said",
    ("글", "올리"): "wrote", ("글", "쓰"): "wrote", ("글", "남기"): "wrote", ("쐐기", "박"): "said",
}  # fmt: skip

STANCES: tuple[tuple[Stance, frozenset[str]], ...] = (
    (Stance.CONFIRMS, words("확인 재확인 인정 시인")),
    (Stance.DENIES, words("부인 반박 일축 부정 반론 선_긋")),
    (Stance.DOUBTS, words("의심")),
    (Stance.PLANS, words("약속 다짐 공언 예고 위협 협박 맹세 공약")),
    (Stance.DEMANDS, words("요구 촉구 요청 주문 제안 제의 권고 권유 명령 지시 독려 건의 권하 당부")),
    (Stance.ASKS, words("묻 질문 되묻 반문 질의 캐묻")),
)
# What they take without a clause of its own: 혐의를 부인하다, "to deny the charge".
WITH_OBJECT = words("부인 일축 반박 부정 요구 촉구 요청 제안 제의 권고 건의 시인 인정 약속 예고")
ESTIMATING = words("전망 예상 예측 내다보 관측 추정 추산 파악 판단 보 분석 기대 해석 의심 여기 평가 확인 집계 진단")
# Verbs that show a noun of content to others: 입장을 밝히다, "to make a position known".
SHOWING = words(
    "밝히 내놓 표명 전하 보이 강조 피력 제기 내비치 고수 되풀이 반복 거듭 드러내 나타내 발표 표시 표하 펴 "
    "펼치 쏟아내 시사 "
    "부인 일축 반박 인정 시인 확인 공개 알리 재확인 설명 굽히 견지 하 털어놓 전달 말 남기 듣 보도 굳히 이어가"
)
CALLING = words("지목 규정 평가 표현 묘사 정의 지칭 간주 진단 해석 비유 요약")  # with what somebody calls a thing
NOT_SAID = words("듣 굳히")  # 말을 듣다, "to hear it said": whose words these are is not told
ARISING = words("나오 제기 잇따르 이어지 있 높 커지 우세 지배적 많 확산 쏟아지 적지 대두 일 흘러나오 끊이 팽배 나돌")

# Nouns whose content stands before them: "-다는 주장", the claim that ...
CONTENT_NOUNS = words(
    "입장 주장 뜻 견해 의견 방침 점 생각 설명 계획 지적 보도 관측 전망 소식 반응 평가 우려 의혹 분석 판단 "
    "비판 해명 의지 의향 "
    "사실 진술 증언 답변 대답 말 발언 경고 메시지 구상 결론 목소리 불만 호소 제안 요구 논리 인식 기대 확신 "
    "약속 소문 이야기 얘기 "
    "추측 해석 진단 주문 여론 시각 질문 물음 질의 혐의 내용 글 성명 요청 취지 원칙 소견 심경 소감 각오 포부 "
    "예상 예측 추정 제보 첩보"
)
REFERRED = words("혐의 의혹 소문 질문 물음 질의 보도 주장 지적 비판 우려 관측")  # what a speaker answers to
PLANS = words("계획 방침 의지 의향 구상 뜻 포부")

REPLIES = words(
    "언급 논평 답변 대답 답 확답 설명 코멘트 즉답 질문 질의 물음 요청 취재 문의 평가 발언 공개 확인 해명 인터뷰 반응"
)
REFUSING = words("거부 거절 사양 피하 회피 삼가 자제 아끼 침묵 함구 꺼리 유보 일관")
UNANSWERED = words("답변 답 답하 대답 응답 응하 응 언급 밝히 말 논평 설명 공개 확인 내놓 해명 반응 알리 거론 대응")

CITING = words("인용 빌리 인용하")
REPORTED_NOUNS = words("말 발표 보도 설명 발언 주장 전언 성명 진술 증언 분석 집계 추산 소식 기사 언급 이야기 얘기 통계")
FOLLOWING = words("따르 의하")


def stance_of(stem: str) -> Stance:
    """Return what a verb does with its content; asserts where nothing more is known."""
    return next((stance for stance, stems in STANCES if stem in stems), Stance.ASSERTS)
