"""What is told: the parts of a decision, one file a part, in the order of the decision."""

from ssrules.parts.activation import ACTIVATION
from ssrules.parts.application import APPLICATION
from ssrules.parts.insurance import INSURANCE
from ssrules.parts.loss_report import LOSS_REPORT
from ssrules.parts.medical_benefit import MEDICAL_BENEFIT
from ssrules.parts.rights import RIGHTS

PARTS = (LOSS_REPORT, ACTIVATION, APPLICATION, INSURANCE, MEDICAL_BENEFIT, RIGHTS)
"""The kinds of part that the built-in book tells."""
