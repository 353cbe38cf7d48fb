"""The shop's plan: how many clients, users and registers it admits, and which features it has."""

from kioskifly_desktop.core.plan.current import (
    PlanStatus,
    Use,
    current_plan,
    feature_missing,
    install_plan,
    limit_missing,
    plan_status,
    plan_uses,
    require_feature,
    require_room,
)
from kioskifly_desktop.core.plan.keys import VENDOR_KEY, PlanKey, make_key, read_key
from kioskifly_desktop.core.plan.plans import (
    FEATURE_NAMES,
    FREE,
    LIMIT_NAMES,
    PLANS,
    Feature,
    Limit,
    Plan,
)

__all__ = [
    "FEATURE_NAMES",
    "FREE",
    "LIMIT_NAMES",
    "PLANS",
    "VENDOR_KEY",
    "Feature",
    "Limit",
    "Plan",
    "PlanKey",
    "PlanStatus",
    "Use",
    "current_plan",
    "feature_missing",
    "install_plan",
    "limit_missing",
    "make_key",
    "plan_status",
    "plan_uses",
    "read_key",
    "require_feature",
    "require_room",
]
