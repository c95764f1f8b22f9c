"""Every malformed pack."""

from __future__ import annotations

from tests.robustness.malformed.brief_cases import BRIEF_CASES
from tests.robustness.malformed.cases import CASES, Case
from tests.robustness.malformed.geography_cases import GEOGRAPHY_CASES
from tests.robustness.malformed.odd_cases import ODD_CASES
from tests.robustness.malformed.quiz_cases import QUIZ_CASES

ALL_CASES: tuple[Case, ...] = (*CASES, *BRIEF_CASES, *GEOGRAPHY_CASES, *QUIZ_CASES, *ODD_CASES)
