"""Python requests with HTTPDigestAuth: keeps its nonce and counts on, and quotes what others leave bare."""

import os
import re
import sys
import traceback
from urllib.parse import quote

import requests
from requests.auth import HTTPDigestAuth

URL = os.environ["ATRIUM_URL"]
ORG = os.environ["ATRIUM_ORG"]
PROJECT = os.environ["ATRIUM_PROJECT"]
KEY = (os.environ["ATRIUM_PUBLIC_KEY"], os.environ["ATRIUM_PRIVATE_KEY"])
WRONG_KEY = (KEY[0], "00000000-0000-4000-8000-000000000000")
V2 = ("v2", "/api/atlas/v2", "application/vnd.atlas.2025-03-12+json", 200)
DIALECTS = [
    ("v1.0", "/api/atlas/v1.0", "application/json", 200),
    V2,
    ("Cloud Manager", "/api/public/v1.0", "application/json", 201),
]
LEVELS = [
    ("organization invitations", f"/orgs/{ORG}/invites", "ORG_MEMBER", "ORG_READ_ONLY"),
    ("project invitations", f"/groups/{PROJECT}/invites", "GROUP_READ_ONLY", "GROUP_OWNER"),
]
failures = 0


def flow(name, run, *args):
    """Runs one flow and prints one line for it."""
    global failures
    try:
        run(*args)
        print(f"{name}\tok", flush=True)
    except Exception:  # Whatever went wrong is the flow's result.
        failures += 1
        lines = traceback.format_exc().strip().splitlines()
        print(f"{name}\tFAILED: {lines[-1]} ({lines[-3].strip()})", flush=True)


def same(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} instead of {expected!r}")


class Api:
    """One session, one nonce."""

    def __init__(self, dialect=V2, auth=None, headers=None):
        _, self.prefix, accept, self.created = dialect
        self.session = requests.Session()
        self.session.headers.update({"Accept": accept, **(headers or {})})
        self.session.auth = auth

    def call(self, method, path, expected, body=None):
        answer = self.session.request(method, f"{URL}{self.prefix}{path}", json=body, timeout=20)
        if answer.status_code != expected:
            raise AssertionError(f"{answer.status_code} instead of {expected}: {answer.text}")
        return answer.json() if answer.content else None

    def refused(self, method, path, status, code, body=None):
        error = self.call(method, path, status, body)
        same((error["error"], error["errorCode"]), (status, code))


def digest(dialect=V2, key=KEY):
    return Api(dialect, HTTPDigestAuth(*key))


def reset():
    requests.post(f"{URL}/__tally/reset", timeout=20)


def tally():
    return requests.get(f"{URL}/__tally", timeout=20).json()


def lifecycle(dialect, level):
    name, path, role, other = level
    api = digest(dialect)
    username = re.sub("[^a-z0-9]+", "-", f"requests-{dialect[0]}-{name}".lower()) + "@example.com"
    made = api.call("POST", path, api.created, {"roles": [role], "username": username})
    same((made["username"], made["roles"], made["inviterUsername"]), (username, [role], KEY[0]))
    one = f"{path}/{made['id']}"
    same(made in api.call("GET", path, 200), True)
    same(api.call("GET", f"{path}?username={quote(username)}", 200), [made])
    same(api.call("GET", one, 200), made)
    same(api.call("PATCH", one, 200, {"roles": [other]}), {**made, "roles": [other]})
    same(api.call("PATCH", path, 200, {"roles": [role], "username": username}), made)
    same(api.call("DELETE", one, 204), None)
    api.refused("GET", one, 404, "INVALID_INVITATION_ID")


def accepted():
    api = digest()
    path = f"/orgs/{ORG}/invites"
    body = {"roles": ["ORG_MEMBER"], "username": "requests-accepts@example.com"}
    made = api.call("POST", path, 200, body)
    api.refused("POST", path, 409, "USER_ALREADY_IN_ORG", body)
    same(requests.post(f"{URL}/_atrium/invitations/{made['id']}:accept", timeout=20).status_code, 200)
    api.refused("GET", f"{path}/{made['id']}", 404, "INVALID_INVITATION_ID")
    api.refused("POST", path, 409, "USER_ALREADY_IN_ORG", body)


def wrong_credentials():
    reset()
    digest(key=WRONG_KEY).refused("GET", f"/orgs/{ORG}", 401, "UNEXPECTED_ERROR")
    same(tally(), {"stale": [False, False], "statuses": [401, 401]})


def another_tenant():
    digest().refused("GET", f"/orgs/{os.environ['ATRIUM_OTHER_ORG']}/invites", 404, "ORG_NOT_FOUND")


def escaped_path():
    name = quote(os.environ["ATRIUM_PROJECT_NAME"])
    same("%20" in name, True)
    same(digest().call("GET", f"/groups/byName/{name}", 200)["id"], PROJECT)


def query():
    page = digest().call("GET", "/groups?itemsPerPage=1&pageNum=1&includeCount=false", 200)
    same((len(page["results"]), page["totalCount"]), (1, 0))


def three_calls():
    api = digest()
    reset()
    for path in (f"/orgs/{ORG}", "/groups?pageNum=1", f"/orgs/{ORG}/invites"):
        api.call("GET", path, 200)
    same(tally()["statuses"], [401, 200, 200, 200])


def expired_nonce():
    api = digest()
    api.call("GET", f"/orgs/{ORG}", 200)
    requests.post(f"{URL}/__tally/advance?minutes=6", timeout=20)
    reset()
    api.call("GET", f"/orgs/{ORG}", 200)
    same(tally(), {"stale": [True], "statuses": [401, 200]})


def bearer():
    client = (os.environ["ATRIUM_CLIENT_ID"], os.environ["ATRIUM_CLIENT_SECRET"])
    grant = {"grant_type": "client_credentials"}
    answer = requests.post(f"{URL}/api/oauth/token", auth=client, data=grant, timeout=20).json()
    same((answer["expires_in"], answer["token_type"]), (3600, "Bearer"))
    token = answer["access_token"]
    api = Api(headers={"Authorization": f"Bearer {token}"})
    same(isinstance(api.call("GET", f"/orgs/{ORG}/invites", 200), list), True)
    revoked = requests.post(f"{URL}/api/oauth/revoke", auth=client, data={"token": token}, timeout=20)
    same((revoked.status_code, revoked.content), (200, b""))
    same(api.call("GET", f"/orgs/{ORG}/invites", 401), None)


for each_dialect in DIALECTS:
    for each_level in LEVELS:
        flow(f"{each_level[0]}, {each_dialect[0]}", lifecycle, each_dialect, each_level)
flow("accepted, then gone", accepted)
flow("wrong credentials", wrong_credentials)
flow("another tenant's organization", another_tenant)
flow("a path with %20", escaped_path)
flow("a GET with a query", query)
flow("three calls on one client", three_calls)
flow("an expired nonce", expired_nonce)
flow("a bearer token, and revoking it", bearer)
sys.exit(1 if failures else 0)
