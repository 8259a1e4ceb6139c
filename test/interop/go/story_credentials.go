// API keys and service accounts: made, assigned, limited to addresses, used and taken away.
package main

import "strings"

func (s *story) managesAPIKey(open openSDK) {
	made := s.shows("createOrgApiKey", call{org: org, body: object{"desc": "made by " + s.label, "roles": list{"ORG_MEMBER"}}}, object{
		"desc": "made by " + s.label, "roles": list{object{"orgId": org, "roleName": "ORG_MEMBER"}},
	})
	id, public, private := text(made, "id"), text(made, "publicKey"), text(made, "privateKey")
	key := call{org: org, key: id}
	one := object{"id": id, "publicKey": public, "desc": "made by " + s.label}
	kept := s.shows("getOrgApiKey", key, one)
	if s.err == nil && (strings.Contains(private, "*") || !strings.HasPrefix(text(kept, "privateKey"), "********-")) {
		s.fail("the private key", "%s, then %s", private, text(kept, "privateKey"))
	}
	s.lists("listOrgApiKeys", key, one)
	s.asWhoMay(open, credentials{"digest", public, private}, func(its *story) {
		its.shows("getOrg", call{org: org}, object{"id": org})
		its.refuses("updateOrg", call{org: org, body: object{"name": "Mine"}}, "USER_UNAUTHORIZED")
	})
	s.shows("updateOrgApiKey", call{org: org, key: id, body: object{"desc": "changed", "roles": list{"ORG_READ_ONLY"}}}, object{
		"desc": "changed", "roles": list{object{"orgId": org, "roleName": "ORG_READ_ONLY"}},
	})
	s.limitsAPIKey(id)
	s.calls("deleteOrgApiKey", key)
	s.refuses("getOrgApiKey", key, "API_KEY_NOT_FOUND")
	s.asWhoMay(open, credentials{"digest", public, private}, func(its *story) {
		its.refuses("getOrg", call{org: org}, "UNEXPECTED_ERROR")
	})
}

func (s *story) limitsAPIKey(id string) {
	key, entry := call{org: org, key: id}, call{org: org, key: id, address: "192.0.2.9"}
	entries := list{object{"ipAddress": "192.0.2.9"}, object{"cidrBlock": "198.51.100.0/24"}}
	s.lists("createOrgApiKeyAccessListEntry", call{org: org, key: id, body: entries}, object{
		"ipAddress": "192.0.2.9", "cidrBlock": "192.0.2.9/32", "count": 0,
	})
	s.lists("listOrgApiKeyAccessListEntries", key, object{"cidrBlock": "198.51.100.0/24"})
	s.shows("getOrgApiKeyAccessListEntry", entry, object{"cidrBlock": "192.0.2.9/32"})
	s.calls("deleteOrgApiKeyAccessListEntry", entry)
	s.refuses("getOrgApiKeyAccessListEntry", entry, "API_KEY_ACCESS_LIST_NOT_FOUND")
}

func (s *story) assignsAPIKey() {
	inside := s.makes("createGroup", call{body: object{"name": "Lock " + s.label, "orgId": org}}, object{})
	own := s.makes("createGroupApiKey", call{project: inside, body: object{"desc": "the lock's", "roles": list{"GROUP_READ_ONLY"}}}, object{
		"desc": "the lock's",
	})
	s.lists("listGroupApiKeys", call{project: inside}, object{"id": own, "roles": list{
		object{"orgId": org, "roleName": "ORG_MEMBER"}, object{"groupId": inside, "roleName": "GROUP_READ_ONLY"},
	}})
	lent := s.makes("createOrgApiKey", call{org: org, body: object{"desc": "lent", "roles": list{"ORG_MEMBER"}}}, object{})
	s.calls("addGroupApiKey", call{project: inside, key: lent, body: list{object{"roles": list{"GROUP_READ_ONLY"}}}})
	s.lists("listGroupApiKeys", call{project: inside}, object{"id": lent, "desc": "lent"})
	s.shows("updateGroupApiKeyRoles", call{project: inside, key: lent, body: object{"roles": list{"GROUP_OWNER"}}}, object{
		"id": lent, "roles": list{object{"orgId": org, "roleName": "ORG_MEMBER"}, object{"groupId": inside, "roleName": "GROUP_OWNER"}},
	})
	s.calls("removeGroupApiKey", call{project: inside, key: lent})
	s.omits("listGroupApiKeys", call{project: inside}, object{"id": lent})
	s.shows("getOrgApiKey", call{org: org, key: lent}, object{"roles": list{object{"orgId": org, "roleName": "ORG_MEMBER"}}})
	s.calls("deleteOrgApiKey", call{org: org, key: lent})
	s.calls("deleteOrgApiKey", call{org: org, key: own})
	s.calls("deleteGroup", call{project: inside})
}

// atLevel names the operations on service accounts of an organization or of a project.
type atLevel struct{ in, role string }

func (s *story) managesServiceAccount(open openSDK) {
	s.managesAccount(open, atLevel{"Org", "ORG_READ_ONLY"}, call{org: org})
}

func (s *story) managesServiceAccountOfProject(open openSDK) {
	inside := s.makes("createGroup", call{body: object{"name": "Crane " + s.label, "orgId": org}}, object{})
	s.managesAccount(open, atLevel{"Group", "GROUP_READ_ONLY"}, call{org: org, project: inside})
	s.calls("deleteGroup", call{project: inside})
}

func (s *story) managesAccount(open openSDK, level atLevel, place call) {
	with := func(body any) call { asked := place; asked.body = body; return asked }
	made := s.shows("create"+level.in+"ServiceAccount", with(object{
		"name": "robot " + s.label, "description": "a machine", "roles": list{level.role}, "secretExpiresAfterHours": 24,
	}), object{"name": "robot " + s.label, "description": "a machine", "roles": list{level.role}})
	place.client = text(made, "clientId")
	secret := text(made, "secrets", 0, "secret")
	s.asWhoMay(open, credentials{"oauth", place.client, secret}, func(its *story) {
		its.shows("getOrg", call{org: org}, object{"id": org})
	})
	s.lists("list"+level.in+"ServiceAccounts", place, object{"clientId": place.client, "name": "robot " + s.label})
	s.shows("update"+level.in+"ServiceAccount", with(object{"name": "crane"}), object{"name": "crane", "description": "a machine"})
	kept := s.shows("get"+level.in+"ServiceAccount", place, object{"clientId": place.client, "name": "crane", "roles": list{level.role}})
	if s.err == nil && (secret == "" || text(kept, "secrets", 0, "secret") != "" || text(kept, "secrets", 0, "maskedSecretValue") == "") {
		s.fail("the secret", "%v", kept)
	}
	s.rotates(level, place)
	s.limitsAccount(level, place)
	s.calls("delete"+level.in+"ServiceAccount", place)
	s.refuses("get"+level.in+"ServiceAccount", place, "SERVICE_ACCOUNT_NOT_FOUND")
}

func (s *story) rotates(level atLevel, place call) {
	first := text(s.calls("get"+level.in+"ServiceAccount", place), "secrets", 0, "id")
	place.body = object{"secretExpiresAfterHours": 8}
	second := s.makes("create"+level.in+"ServiceAccountSecret", place, object{})
	place.secret = first
	s.calls("delete"+level.in+"ServiceAccountSecret", place)
	s.shows("get"+level.in+"ServiceAccount", place, object{"secrets": list{object{"id": second}}})
	s.refuses("delete"+level.in+"ServiceAccountSecret", place, "SERVICE_ACCOUNT_SECRET_NOT_FOUND")
	place.body = object{"secretExpiresAfterHours": 1}
	s.refuses("create"+level.in+"ServiceAccountSecret", place, "INVALID_ATTRIBUTE")
}

func (s *story) limitsAccount(level atLevel, place call) {
	place.body = list{object{"ipAddress": "192.0.2.1"}, object{"cidrBlock": "10.0.0.0/8"}}
	s.lists("create"+level.in+"ServiceAccountAccessList", place, object{"ipAddress": "192.0.2.1", "cidrBlock": "192.0.2.1/32"})
	place.address = "10.0.0.0/8"
	s.calls("delete"+level.in+"ServiceAccountAccessListEntry", place)
	s.shows("list"+level.in+"ServiceAccountAccessList", place, object{"results": list{object{"ipAddress": "192.0.2.1"}}})
}

// invitesServiceAccount gives an account of the organization roles in a project; how the body is written, the versions
// disagree.
func (s *story) invitesServiceAccount(body any) {
	inside := s.makes("createGroup", call{body: object{"name": "Buoy " + s.label, "orgId": org}}, object{})
	made := s.calls("createOrgServiceAccount", call{org: org, body: object{
		"name": "buoy", "description": "a machine", "roles": list{"ORG_MEMBER"}, "secretExpiresAfterHours": 8,
	}})
	account := call{org: org, project: inside, client: text(made, "clientId"), body: body}
	if _, isList := body.(list); isList {
		s.refuses("inviteGroupServiceAccount", account, "INVALID_JSON")
		s.shows("getOrgServiceAccountGroups", account, object{"results": list{}})
	} else {
		s.shows("inviteGroupServiceAccount", account, object{"clientId": account.client, "roles": list{"GROUP_READ_ONLY"}})
		s.shows("getOrgServiceAccountGroups", account, object{"results": list{object{"groupId": inside}}})
		s.refuses("inviteGroupServiceAccount", account, "INVALID_ROLE_ASSIGNMENT")
	}
	s.calls("deleteOrgServiceAccount", account)
	s.calls("deleteGroup", account)
}
