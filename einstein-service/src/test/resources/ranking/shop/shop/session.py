"""Who is logged in."""
import secrets
import time

SESSION_LIFETIME = 30 * 60
_sessions = {}


def open_session(user):
    """Log a user in and hand out a random token."""
    token = secrets.token_hex(16)
    _sessions[token] = (user, time.time() + SESSION_LIFETIME)
    return token


def expire_sessions(now):
    """Forget sessions whose time has run out."""
    for token, (_, deadline) in list(_sessions.items()):
        if deadline < now:
            del _sessions[token]


async def renew(token):
    """Prolong a session that is still in use."""
    user, _ = _sessions[token]
    _sessions[token] = (user, time.time() + SESSION_LIFETIME)
