"""Which names lead to which source, and which must not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from provenance.errors import NotFound
from provenance.model.source import KnownSource, SourceKind
from provenance.registry import is_guarded, load_registry

APRIL_2019 = date(2019, 4, 23)


@pytest.fixture(scope="module")
def registry():
    return load_registry()


KNOWN = [
    ("KCNA", "kcna"),
    ("the official KCNA news agency", "kcna"),
    ("Korean Central News Agency", "kcna"),
    ("조선중앙통신", "kcna"),
    ("Yonhap", "yonhap"),
    ("South Korea's Yonhap news agency", "yonhap"),
    ("the South Korean news agency Yonhap", "yonhap"),
    ("연합뉴스", "yonhap"),
    ("ТАСС", "tass"),
    ("Tass", "tass"),
    ("the Russian state news agency TASS", "tass"),
    ("新华社", "xinhua"),
    ("state-run Xinhua", "xinhua"),
    ("AP", "ap"),
    ("The Associated Press", "ap"),
    ("Agence France-Presse", "afp"),
    ("Коммерсантъ", "kommersant"),
    ("the Russian newspaper Kommersant", "kommersant"),
    ("Komersant", "kommersant"),
    ("NK News", "nk-news"),
    ("The New York Times", "nyt"),
    ("New York Times", "nyt"),
    ("the Independent", "independent-uk"),
    ("Süddeutsche Zeitung", "sueddeutsche"),
    ("Sueddeutsche Zeitung", "sueddeutsche"),
    ("Al-Jazeera", "al-jazeera"),
    ("Кремль", "kremlin"),
    ("the Kremlin", "kremlin"),
    ("Kremlin's", "kremlin"),
    ("Elysee", "elysee"),
    ("North Korea", "north-korea"),
    ("DPRK", "north-korea"),
    ("Pyongyang", "north-korea"),
    ("U.S.", "united-states"),
    ("Washington", "united-states"),
    ("the Trump administration", "united-states"),
    ("U.S. President Donald Trump's administration", "united-states"),
    ("the U.S. State Department", "state-department"),
    ("Russia's Foreign Ministry", "russia-foreign-ministry"),
    ("the Russian Defence Ministry", "russia-defence-ministry"),
    ("Ministry of Foreign Affairs of Ukraine", "ukraine-foreign-ministry"),
    ("World Health Organisation", "who"),
    ("the U.N.", "united-nations"),
    ("President Vladimir Putin", "russian-president"),
    ("Владимир Путин", "russian-president"),
    ("U.S. President Donald Trump", "us-president"),
    ("North Korean leader Kim Jong Un", "north-korean-leader"),
    ("Kim Jong-un", "north-korean-leader"),
    ("Secretary of State Mike Pompeo", "us-secretary-of-state"),
    ("U.S. Special Representative for North Korea Stephen Biegun", "us-special-representative-north-korea"),
    ("Kremlin spokesman Dmitry Peskov", "kremlin-spokesman"),
    ("Dmitriy Peskov", "kremlin-spokesman"),
]


@pytest.mark.parametrize(("name", "source"), KNOWN)
def test_names_lead_to_their_source(registry, name, source):
    found = registry.resolve(name, APRIL_2019)
    assert found is not None
    assert found.source.id == source


UNRESOLVED = [
    # several may be meant
    "The Times",
    "the Post",
    "the Daily Star",
    "ABC",
    "CNA",
    "Korea",
    "Georgia",
    "the Foreign Ministry",
    "the ministry",
    "the Supreme Court",
    "state media",
    "Russian state television",
    "the state news agency",
    "the president",
    # ordinary words
    "us",
    "who",
    "it",
    "the diplomat",
    "The diplomat",
    "time",
    "an observer",
    "the guardian of the treasure",
    "nature",
    # a guard word stands between
    "Norh Korea",
    "former President Donald Trump",
    "ex-President Vladimir Putin",
    "deputy Russian foreign minister",
    "the Deputy Secretary of State Mike Pompeo",
    "acting US Secretary of State",
    "anti-Kremlin",
    "the pro-Kremlin",
    "Vice President Vladimir Putin",
    "East Russia",
    "Southern Ukraine",
    "New Russia",
    # part of a name, or a name inside another
    "Putin",
    "Kim",
    "Kim Jong",
    "Dmitry",
    "Kremlin critics",
    "a Kremlin source",
    "sources close to the Kremlin",
    "an aide to Vladimir Putin",
    "the wife of Vladimir Putin",
    "Reuters photographer",
    "White House official",
    "Chief of the Russian General Staff",
    "the New York Times bestseller list",
    "Kommersant and Interfax",
    # another one of nearly that name
    "Kim Jong Nam",
    "Kim Yong Un",
    "Mike Pompey",
    "Kyodo Steel",
    "Interflux",
    "Yonhab",
    "Irak",
    # the country is another
    "French President Vladimir Putin",
    "the American newspaper Kommersant",
    "Japan's Yonhap",
    # no name
    "",
    "   ",
    "…",
    "'s",
    "x" * 5000,
]


@pytest.mark.parametrize("name", UNRESOLVED, ids=[name[:40] or "empty" for name in UNRESOLVED])
def test_what_is_not_surely_one_source_stays_unresolved(registry, name):
    assert registry.resolve(name, APRIL_2019) is None


NEVER_ONE = [
    ("North Korea", "South Korea"),
    ("North Korean Foreign Ministry", "South Korean Foreign Ministry"),
    ("Austrian Foreign Ministry", "Australian Foreign Ministry"),
    ("Sudan", "South Sudan"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Slovakia", "Slovenia"),
    ("Democratic Republic of the Congo", "Republic of the Congo"),
    ("Republic of Korea", "Democratic People's Republic of Korea"),
    ("US Secretary of State", "US Deputy Secretary of State"),
    ("US President", "US Vice President"),
    ("Novaya Gazeta", "Novaya Gazeta Europe"),
    ("Korea Times", "Korea Herald"),
    ("Channel 4 News", "Channel 12 (Israel)"),
    ("Interfax", "Interfax-Ukraine"),
    ("Moscow Times", "Kyiv Post"),
    ("The Washington Post", "The Washington Times"),
    ("Guardian", "The Guardian (Nigeria)"),
    ("RBC", "RBC-Ukraine"),
    ("China Daily", "China News Service"),
]


@pytest.mark.parametrize(("one", "other"), NEVER_ONE)
def test_two_that_look_alike_are_two(registry, one, other):
    left, right = registry.resolve(one), registry.resolve(other)
    assert left is not None
    assert right is not None
    assert left.source.id != right.source.id


GUARDED = [
    ("North Korea", "South Korea", True),
    ("northern Syria", "southern Syria", True),
    ("North Korea", "Korea", True),
    ("minister", "deputy minister", True),
    ("president", "former president", True),
    ("ex-president", "former president", False),
    ("pro-Russian", "anti-Russian", True),
    ("the 7th Fleet", "the Fifth Fleet", True),
    ("the Fifth Fleet", "the 5 Fleet", False),
    ("Channel 4", "Channel 12", True),
    ("acting director", "director", True),
    ("TASS", "Tass", False),
    ("the Kremlin", "Kremlin's", False),
]


@pytest.mark.parametrize(("one", "other", "guarded"), GUARDED)
def test_guard_words(one, other, guarded):
    assert is_guarded(one, other) is guarded


def test_the_registry_knows_that_two_guarded_names_are_one(registry):
    assert is_guarded("North Korea", "DPRK")
    assert not registry.is_guarded("North Korea", "DPRK")
    assert registry.is_guarded("North Korea", "South Korea")


HELD = [
    ("US President", date(2016, 5, 1), "Barack Obama"),
    ("the U.S. president", APRIL_2019, "Donald Trump"),
    ("US President", date(2022, 5, 1), "Joe Biden"),
    ("US President", date(2021, 1, 20), "Joe Biden"),
    ("South Korea's president", APRIL_2019, "Moon Jae-in"),
    ("Russian Prime Minister", APRIL_2019, "Dmitry Medvedev"),
    ("US President", None, None),
    ("US President", date(1950, 1, 1), None),
]


@pytest.mark.parametrize(("title", "on", "holder"), HELD)
def test_a_title_names_who_held_the_post_that_day(registry, title, on, holder):
    found = registry.resolve(title, on)
    assert (found.holder.name if found.holder else None) == holder


POSTS = [
    ("Dmitry Medvedev", date(2010, 1, 1), "russian-president"),
    ("Dmitry Medvedev", APRIL_2019, "russian-prime-minister"),
    ("Dmitry Medvedev", date(2023, 1, 1), None),
    ("Joe Biden", date(2012, 1, 1), "us-vice-president"),
    ("Joe Biden", date(2022, 1, 1), "us-president"),
    ("Mike Pompeo", date(2017, 6, 1), "cia-director"),
    ("Donald Trump", date(2022, 1, 1), None),
    ("Vladimir Putin", None, "russian-president"),
    ("Barack Obama", None, "us-president"),
    ("Mike Pompeo", None, None),
]


@pytest.mark.parametrize(("name", "on", "post"), POSTS)
def test_a_person_is_known_by_the_post_held_that_day(registry, name, on, post):
    found = registry.resolve(name, on)
    assert (found.source.id if found else None) == post


def test_a_government_is_not_called_after_who_leads_it(registry):
    assert registry.resolve("United States", APRIL_2019).holder is None
    assert registry.resolve("the Trump administration", APRIL_2019).holder.name == "Trump administration"
    assert registry.resolve("the Biden administration", APRIL_2019) is None


def test_the_score_tells_a_name_from_a_misspelling(registry):
    assert registry.resolve("Kommersant").score == 1.0
    assert 0.9 <= registry.resolve("Komersant").score < 1.0


HOSTS = [
    ("www.kcna.kp", "kcna"),
    ("edition.cnn.com", "cnn"),
    ("WWW.BBC.CO.UK", "bbc"),
    ("www.bbc.com:443", "bbc"),
    ("asia.nikkei.com", "nikkei-asia"),
    ("www.rferl.org", "rferl"),
    ("kremlin.ru", "kremlin"),
    ("notcnn.com", None),
    ("cnn.com.example.net", None),
    ("blog.kremlin.ru", None),
    ("com", None),
    ("", None),
]


@pytest.mark.parametrize(("host", "source"), HOSTS)
def test_home_domains(registry, host, source):
    found = registry.by_domain(host)
    assert (found.id if found else None) == source


def test_an_alias_of_the_user_wins_also_over_an_ambiguous_name(registry):
    changed = registry.with_changes(aliases={"The Times": "nyt"})
    assert changed.resolve("the Times").source.id == "nyt"
    assert "The Times" in changed.get("nyt").aliases
    assert registry.resolve("the Times") is None


def test_a_merged_source_is_found_as_the_one_it_was_merged_into(registry):
    changed = registry.with_changes(merges={"rt": "sputnik"})
    assert changed.resolve("Russia Today").source.id == "sputnik"
    assert changed.get("rt").id == "sputnik"
    assert changed.by_domain("rt.com").id == "sputnik"
    assert "rt" not in {source.id for source in changed.entries}
    assert "RT" in changed.get("sputnik").aliases


def test_a_source_of_the_user_can_be_given_names_and_merged(registry):
    office = KnownSource("harbour", "Norvik harbour office", SourceKind.ORGANIZATION, domain="harbour.example")
    changed = registry.with_changes({"the pilots": "harbour"}, added=[office])
    assert changed.resolve("Norvik Harbour Office").source.id == "harbour"
    assert changed.resolve("the pilots").source.id == "harbour"
    assert changed.by_domain("www.harbour.example").id == "harbour"


def test_changes_about_what_is_not_there_are_refused(registry):
    with pytest.raises(NotFound):
        registry.with_changes(aliases={"Someone": "no-such-id"})
    with pytest.raises(ValueError, match="circle"):
        registry.with_changes(merges={"rt": "sputnik", "sputnik": "rt"})


def test_reading_the_registry_does_not_load_the_matcher():
    code = (
        "import sys; from provenance.registry import load_registry; load_registry().resolve('KCNA'); "
        "sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
