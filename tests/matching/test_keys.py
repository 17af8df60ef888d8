from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import provenance
from provenance.matching import keys_of
from provenance.model.claim import SourcedClaim

_ROOT = str(Path(provenance.__file__).parents[1])
Make = Callable[..., SourcedClaim]


def shared(a: SourcedClaim, b: SourcedClaim) -> int:
    return len(set(keys_of(a)) & set(keys_of(b)))


def test_keys_are_sorted_63_bit_numbers_without_doubles(claim: Make) -> None:
    keys = keys_of(claim("Kim Jong Un will meet Vladimir Putin in Vladivostok.", who=("Kim Jong Un", "Vladimir Putin")))
    assert keys == tuple(sorted(set(keys)))
    assert all(0 <= key < 2**63 for key in keys)


def test_keys_are_the_same_on_every_run() -> None:
    """Python's own hash changes with every start of the interpreter, which would empty a stored index."""
    program = "from provenance.matching.keys import _hash; print(_hash('name\\x1fkim jong un'))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": _ROOT},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert outputs == {"2689888756364302520"}


def test_a_claim_finds_its_denial(claim: Make) -> None:
    assert shared(claim("Petrova signed the contract."), claim("Petrova did not sign the contract.")) >= 2


def test_not_is_no_key(claim: Make) -> None:
    assert shared(claim("Petrova did not sign."), claim("The ferry did not arrive.")) == 0


def test_the_two_koreas_share_no_key(claim: Make) -> None:
    assert shared(claim("North Korea", who=("North Korea",)), claim("South Korea", who=("South Korea",))) == 0


def test_a_pair_of_names_is_a_key_in_any_order(claim: Make) -> None:
    one = claim("They met.", who=("Kim Jong Un", "Vladimir Putin"))
    other = claim("Talks began.", who=("Vladimir Putin", "Kim Jong Un"))
    assert shared(one, other) == 3  # the pair, and each name


def test_a_rounded_figure_finds_the_exact_one(claim: Make) -> None:
    one, other = claim("It paid.", count=(44_000_000, "dollar")), claim("It gave.", count=(43_885_310, "dollar"))
    assert shared(one, other) >= 1


def test_days_find_each_other(claim: Make) -> None:
    forum = claim("A forum.", days=("2019-04-26", "2019-04-27"))
    assert shared(forum, claim("Talks.", days=("2019-04-27", "2019-04-27"))) == 1
    assert shared(forum, claim("Talks.", days=("2019-04-28", "2019-04-28"))) == 0


def test_a_very_long_claim_has_few_keys(claim: Make) -> None:
    text = " ".join(
        f"Wordnumber{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyz'[n % 6]}" for n in range(900)
    )
    assert len(keys_of(claim(text))) == 96


@given(text=st.text(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_has_keys_or_none_but_never_fails(claim: Make, text: str) -> None:
    assert all(0 <= key < 2**63 for key in keys_of(claim(text)))
