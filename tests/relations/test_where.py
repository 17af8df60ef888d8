from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

PLAN = {"modality": "plan", "tense": "future"}
SUMMIT = {"do": "meet", "agent": "Kim Jong Un*", "patient": "Vladimir Putin*", **PLAN}
RULE = "where.place"

CASES = [
    Case(
        "one meeting in two cities",
        claim("Kim Jong Un will meet Vladimir Putin in Vladivostok.", where="Vladivostok/RU", **SUMMIT),
        claim("Kim Jong Un will meet Vladimir Putin in Moscow.", where="Moscow/RU", **SUMMIT),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "one summit in two countries",
        claim(
            "The summit of Trump and Kim took place in Vietnam.",
            "take place",
            agent="summit",
            who="Trump*; Kim*",
            where="Vietnam/VN",
        ),
        claim(
            "The summit of Trump and Kim took place in Mongolia.",
            "take place",
            agent="summit",
            who="Trump*; Kim*",
            where="Mongolia/MN",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a city inside its country",
        claim("Kim Jong Un will meet Vladimir Putin in Vladivostok.", where="Vladivostok/RU", **SUMMIT),
        claim("Kim Jong Un will meet Vladimir Putin in Russia.", where="Russia/RU", **SUMMIT),
        "refines",
        RULE,
        "narrows",
    ),
    Case(
        "a district whose country is not known may lie in the city",
        claim("The ferry Orla sank near Brattholm.", "sink", agent="ferry Orla", who="Orla", where="Brattholm"),
        claim("The ferry Orla sank near Oslo.", "sink", agent="ferry Orla", who="Orla", where="Oslo/NO"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "attacks in two cities",
        claim("Gunmen attacked a hotel in Kabul.", "attack", agent="gunmen|gunman", patient="hotel", where="Kabul/AF"),
        claim("Gunmen attacked a hotel in Herat.", "attack", agent="gunmen|gunman", patient="hotel", where="Herat/AF"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "a tour has several stops",
        claim("Pope Leo will visit Lima and Quito.", "visit", agent="Pope Leo", where="Lima/PE; Quito/EC", **PLAN),
        claim("Pope Leo will visit Bogota.", "visit", agent="Pope Leo", where="Bogota/CO", **PLAN),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "two meetings on two days in two cities",
        claim(
            "Kim Jong Un met Donald Trump in Singapore in June 2018.",
            "meet",
            agent="Kim Jong Un*",
            patient="Donald Trump*",
            where="Singapore/SG",
            when="June 2018=2018-06-01..2018-06-30",
        ),
        claim(
            "Kim Jong Un met Donald Trump in Hanoi in February 2019.",
            "meet",
            agent="Kim Jong Un*",
            patient="Donald Trump*",
            where="Hanoi/VN",
            when="February 2019=2019-02-01..2019-02-28",
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "people live in many places",
        claim("Refugees from Berria live in Poland.", "live", agent="refugees|refugee", where="Poland/PL"),
        claim("Refugees from Berria live in Germany.", "live", agent="refugees|refugee", where="Germany/DE"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "born in two cities",
        claim("The singer Ana Ruiz was born in Porto.", "bear", patient="Ana Ruiz*", where="Porto/PT"),
        claim("The singer Ana Ruiz was born in Lisbon.", "bear", patient="Ana Ruiz*", where="Lisbon/PT"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "the same city",
        claim("The singer Ana Ruiz was born in Porto.", "bear", patient="Ana Ruiz*", where="Porto/PT"),
        claim("Ana Ruiz was born in Porto.", "bear", patient="Ana Ruiz*", where="Porto/PT"),
        "corroborates",
        RULE,
        "agrees",
    ),
    Case(
        "a possible place",
        claim(
            "Kim Jong Un may meet Vladimir Putin in Moscow.",
            "meet",
            agent="Kim Jong Un*",
            patient="Vladimir Putin*",
            where="Moscow/RU",
            modality="possibility",
        ),
        claim("Kim Jong Un will meet Vladimir Putin in Vladivostok.", where="Vladivostok/RU", **SUMMIT),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "not there leaves the other place standing",
        claim("Kim Jong Un will not meet Vladimir Putin in Moscow.", where="Moscow/RU", negative=True, **SUMMIT),
        claim("Kim Jong Un will meet Vladimir Putin in Vladivostok.", where="Vladivostok/RU", **SUMMIT),
        "related",
        RULE,
        "abstains",
    ),
]


@parametrized(CASES)
def test_places(case: Case) -> None:
    check(case)
