"""Gives Schemathesis what it cannot know: what exists, so that its requests reach past the 404, and what may be deleted.

Most requests are sent to things that the sandbox was seeded with, and their bodies name such things in turn; the rest go
out as they were generated. What is deleted is a spare thing of the seed, or something that the run made itself: the
caller, its organization and the main project survive. Each answer is counted, by operation and status.
"""

import atexit
import json
import os
import random
from collections import Counter, defaultdict
from urllib.parse import quote, unquote

import schemathesis

with open(os.environ["ATRIUM_FUZZ"], encoding="utf-8") as file:
    KNOWN = json.load(file)

MAIN = KNOWN["main"]
chance = random.Random(1)
calls = Counter()
answers = defaultdict(Counter)
spare = defaultdict(list, KNOWN["spare"])

# Where something else than the main thing has to be named, since that one has what is being asked for.
BORROWED = {
    "inviteGroupServiceAccount": ("clientId", "accounts"),
    "addGroupApiKey": ("apiUserId", "keys"),
    "migrateGroup": ("groupId", "/groups"),
    "resendOrgUser": ("userId", "invitedUsers"),
    "resendGroupUser": ("userId", "invitedUsers"),
}
# What the caller must not change of its own organization, or can only be given together with something else.
DROPPED = {"apiAccessListRequired", "withoutInitialSecret", "awsSecurityGroup"}


def operation_of(case):
    return case.operation.definition.raw["operationId"]


def parent_of(path):
    return path.rsplit("/", 1)[0]


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = operation_of(case)
    calls[operation] += 1
    # Schemathesis also tries what it saw in answers: such an id is never deleted, nor is the caller changed.
    as_generated = calls[operation] % 8 == 0 and case.method.upper() != "DELETE"
    if not as_generated or KNOWN["caller"] in case.path_parameters.values():
        for name in case.path_parameters:
            case.path_parameters[name] = quote(path_value(case, operation, name), safe="")
    if isinstance(case.body, (dict, list)) and calls[operation] % 4 != 0:
        case.body = tamed(case.body, case.path, operation)


def path_value(case, operation, name):
    borrowed, pool = BORROWED.get(operation, (None, None))
    if name == borrowed:
        return chance.choice(spare[pool] or ["0" * 24])
    if case.method.upper() == "DELETE" and case.path.endswith("{" + name + "}"):
        pool = spare[parent_of(case.path)]
        if pool:
            return pool.pop(0)
        if name not in ("orgId", "limitName"):
            return "0" * 24
    level = "group" if case.path.startswith("/groups/") else "org"
    return MAIN.get(f"{level}.{name}", MAIN.get(name, "unknown"))


def tamed(body, path, operation):
    """The body with real names and values where it has names that are known; what it lacks stays lacking."""
    if isinstance(body, list):
        return [tamed(each, path, operation) if isinstance(each, (dict, list)) else each for each in body[:3]]
    kept = {name: value for name, value in body.items() if name not in DROPPED}
    if "cidrBlock" in kept:
        kept.pop("ipAddress", None)
    if operation == "createOrg" and "apiKey" in kept:
        kept.pop("serviceAccount", None)
    if "roleName" in kept and "orgId" in kept:
        kept.pop("groupId", None)
    return {name: known(name, value, path, operation, kept) for name, value in kept.items()}


def known(name, value, path, operation, beside):
    of_project = path.startswith("/groups")
    members = spare["members"]
    some = {
        "name": lambda: f"Fuzz {chance.randrange(10**9)}",
        "desc": lambda: "fuzz",
        "description": lambda: "fuzz",
        "orgId": lambda: MAIN["orgId"],
        "groupId": lambda: MAIN["groupId"],
        "destinationOrgId": lambda: MAIN["destinationOrgId"],
        "destinationOrgPublicApiKey": lambda: MAIN["destinationOrgPublicApiKey"],
        "destinationOrgPrivateApiKey": lambda: MAIN["destinationOrgPrivateApiKey"],
        "orgOwnerId": lambda: MAIN["orgOwnerId"],
        "teamId": lambda: MAIN["teamId"] if "{teamId}" in path else chance.choice(spare["/orgs/{orgId}/teams"] or ["?"]),
        "teamIds": lambda: [MAIN["teamId"]],
        # The first of them is in the team, and is deleted by nobody.
        "id": lambda: (members[0] if path.endswith(":removeUser") else chance.choice(members))["id"],
        "username": lambda: username(of_project, operation, members),
        "usernames": lambda: [chance.choice(members)["username"]],
        "emailAddress": lambda: "fuzz@example.com",
        "country": lambda: "NO",
        "password": lambda: "correct-horse-battery",
        "roleName": lambda: "GROUP_READ_ONLY" if of_project or "orgId" not in beside else "ORG_MEMBER",
        "roleNames": lambda: ["GROUP_READ_ONLY"],
        "groupRoles": lambda: ["GROUP_READ_ONLY", "GROUP_OWNER"],
        "groupRole": lambda: chance.choice(["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN"]),
        "orgRoles": lambda: ["ORG_MEMBER", "ORG_READ_ONLY"],
        "orgRole": lambda: chance.choice(["ORG_MEMBER", "ORG_BILLING_ADMIN"]),
        "secretExpiresAfterHours": lambda: 24,
        "maxServiceAccountSecretValidityInHours": lambda: 24,
        "value": lambda: 20 if "limits" in path else "fuzz",
        "key": lambda: f"key{chance.randrange(10**9)}",
        "cidrBlock": lambda: f"10.{chance.randrange(256)}.{chance.randrange(256)}.0/24",
        "ipAddress": lambda: f"192.0.2.{chance.randrange(2, 255)}",
        "deleteAfterDate": lambda: "2099-01-01T00:00:00Z",
        "comment": lambda: "fuzz",
        "operationsContact": lambda: "fuzz@example.com",
        "securityContact": lambda: "fuzz@example.com",
    }
    if name == "roles" and isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        return ["GROUP_READ_ONLY"] if of_project else ["ORG_MEMBER"]
    if isinstance(value, (dict, list)) and name not in some:
        return tamed(value, path, operation)
    return some[name]() if name in some else value


def username(of_project, operation, members):
    if operation in ("updateOrgInvites", "updateGroupInvites"):
        return MAIN["group.invited" if of_project else "org.invited"]
    if of_project and chance.random() < 0.5:
        return chance.choice(members)["username"]
    return f"fuzz-{chance.randrange(10**12)}@example.com"


@schemathesis.hook
def after_call(context, case, response):
    operation = operation_of(case)
    answers[operation][response.status_code] += 1
    if case.method.upper() == "DELETE" and response.status_code == 400 and case.path.endswith("}"):
        # What was turned down for its query is still there to be deleted.
        last = case.path.rsplit("{", 1)[1][:-1]
        spare[parent_of(case.path)].append(unquote(str(case.path_parameters[last])))
    if case.method.upper() != "POST" or not 200 <= response.status_code < 300 or ":" in case.path:
        return
    try:
        body = response.json()
    except ValueError:
        return
    pool = spare[case.path]
    for made in ids_in(body):
        if made not in pool and made not in KNOWN["kept"]:
            pool.append(made)


def ids_in(body):
    """The ids of what a creation answers, alone, in a page or in an envelope."""
    if isinstance(body, list):
        return [each for entry in body for each in ids_in(entry)]
    if not isinstance(body, dict):
        return []
    if isinstance(body.get("content"), (dict, list)):
        return ids_in(body["content"])
    if "results" in body:
        return ids_in(body["results"])
    found = [body[name] for name in ("clientId", "teamId", "id", "cidrBlock") if name in body]
    return found[:1]


@atexit.register
def write_answers():
    with open(os.environ["ATRIUM_FUZZ_ANSWERS"], "w", encoding="utf-8") as file:
        json.dump(answers, file)
