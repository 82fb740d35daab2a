"""What every worker needs, loaded before it is forked: a form is scored, checked and written up once, for nothing.

Each worker would load it for itself otherwise, which takes as long as twenty files.
"""

from jxbook.bureau import reading
from jxbook.checks import check
from jxbook.document import render
from jxbook.policy import load_policy
from jxbook.report import compose
from jxbook.samples import DEFAULT_SAMPLE, load_sample
from jxbook.scoring import score

__all__ = ["reading"]

_form = load_sample(DEFAULT_SAMPLE).form
_policy = load_policy(_form.policy_id)
_scoring = score(_form, _policy)
render(compose(_form, _policy, _scoring, check(_form, _policy, _scoring)))
