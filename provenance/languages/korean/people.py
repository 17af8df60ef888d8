"""What people are, by the Korean noun that they are called by, and where posts are posted."""

from __future__ import annotations

from provenance.languages.words import words
from provenance.model.source import PersonKind

PERSON_KINDS: tuple[tuple[PersonKind, frozenset[str]], ...] = (
    (PersonKind.SOURCE, words("소식통 제보자 내부자 외교소식통")),
    (PersonKind.OFFICIAL, words(
        "관계자 당국자 관리 간부 실무자 담당자 책임자 국장 과장 실장 청장 차관 차관보 공무원"
    )),
    (PersonKind.DIPLOMAT, words("외교관 대사 총영사 특사 협상가")),
    (PersonKind.SPOKESPERSON, words("대변인 부대변인 수석대변인 공보관 홍보관")),
    (PersonKind.POLITICIAN, words(
        "대통령 총리 부총리 장관 시장 지사 도지사 군수 구청장 후보 당대표 원내대표 정치인 국무위원장 주석"
    )),
    (PersonKind.LAWMAKER, words("의원 의원들 시의원 도의원 국회의원")),
    (PersonKind.AIDE, words("측근 보좌관 보좌진 참모 비서 비서관 수석")),
    (PersonKind.WITNESS, words("목격자")),
    (PersonKind.VICTIM, words("피해자 생존자 환자 승객 이재민")),
    (PersonKind.RELATIVE, words(
        "유족 유가족 가족 아버지 어머니 부모 아들 딸 남편 아내 형 동생 누나 언니 친구 지인 보호자 학부모"
    )),
    (PersonKind.RESIDENT, words("주민 시민 입주민 이웃 교민 도민 군민 구민")),
    (PersonKind.PROTESTER, words("시위대 활동가")),
    (PersonKind.CRITIC, words("비판론자 반대자")),
    (PersonKind.SUPPORTER, words("지지자 팬")),
    (PersonKind.VOTER, words("유권자")),
    (PersonKind.LAWYER, words("변호사 변호인 변호인단")),
    (PersonKind.PROSECUTOR, words("검사 부장검사 검찰총장 지검장")),
    (PersonKind.JUDGE, words("판사 재판장 대법원장")),
    (PersonKind.POLICE, words("경찰관 경감 경위 경정 총경 서장 경찰서장 수사관")),
    (PersonKind.MILITARY, words("장병 병사 군인 사령관 참모총장 합참의장 장군 대령 중령 소령 준장 중장 대장")),
    (PersonKind.ANALYST, words("전문가 애널리스트 경제학자 이코노미스트 연구위원 선임연구원 수석연구원")),
    (PersonKind.SCIENTIST, words("교수 부교수 조교수 박사 학자 연구원 연구자 과학자")),
    (PersonKind.MEDIC, words("의사 간호사 의료진")),
    (PersonKind.TEACHER, words("교사 교장")),
    (PersonKind.STUDENT, words("학생")),
    (PersonKind.EXECUTIVE, words("사장 부사장 회장 부회장 전무 상무 이사 임원 최고경영자 창업자 업주 점주 선주")),
    (PersonKind.EMPLOYEE, words("직원 노동자 근로자 조합원 종사자 작업자 인부 승무원 선원 기사 운전자")),
    (PersonKind.JOURNALIST, words("기자 특파원 언론인 앵커 편집장")),
)  # fmt: skip

PLATFORMS = {
    "트위터": "Twitter", "엑스": "X", "페이스북": "Facebook", "인스타그램": "Instagram", "텔레그램": "Telegram",
    "유튜브": "YouTube", "틱톡": "TikTok", "블로그": "blog",
}  # fmt: skip


def kind_of_person(noun: str) -> PersonKind | None:
    """Return what a person is who is called so; None where the noun does not tell."""
    return next((kind for kind, nouns in PERSON_KINDS if noun in nouns), None)
