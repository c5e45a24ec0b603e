"""The findings: small functions, one a code, and the table of them."""

from paired_readouts.divergence.findings.table import ACCOUNT_FINDINGS, LINK_FINDINGS

__all__ = ["ACCOUNT_FINDINGS", "LINK_FINDINGS"]
