// Organizations: made beside the caller's own, set up and ended with their first credential.
package main

import "strings"

const keeper = "4888442a3354817a7320eb70"

// newOrganization asks for one with an API key, which is all that an organization can begin with in every version.
func newOrganization(name string) object {
	return object{
		"name": name, "orgOwnerId": keeper, "skipDefaultAlertsSettings": true,
		"apiKey": object{"desc": "first", "roles": list{"ORG_OWNER"}},
	}
}

func (s *story) organizationWithKey(open openSDK) {
	name := "Skerry " + s.label
	s.refuses("createOrg", call{body: object{"name": name, "orgOwnerId": "000000000000000000000000"}}, "USER_NOT_FOUND")
	made := s.shows("createOrg", call{body: newOrganization(name)}, object{
		"organization": object{"name": name, "isDeleted": false}, "orgOwnerId": keeper, "skipDefaultAlertsSettings": true,
		"apiKey": object{"desc": "first", "roles": list{object{"roleName": "ORG_OWNER"}}},
	})
	id := text(made, "organization", "id")
	s.refuses("getOrg", call{org: id}, "ORG_NOT_FOUND")
	s.asWhoMay(open, credentials{"digest", text(made, "apiKey", "publicKey"), text(made, "apiKey", "privateKey")}, func(its *story) {
		its.managesOrganization(id, name)
	})
}

// organizationWithServiceAccount needs a version that knows of service accounts there.
func (s *story) organizationWithServiceAccount(open openSDK) {
	name := "Holm " + s.label
	made := s.shows("createOrg", call{body: object{
		"name": name, "orgOwnerId": keeper,
		"serviceAccount": object{
			"name": "first", "description": "the first", "roles": list{"ORG_OWNER"}, "secretExpiresAfterHours": 8,
		},
	}}, object{
		"organization":   object{"name": name},
		"serviceAccount": object{"name": "first", "description": "the first", "roles": list{"ORG_OWNER"}},
	})
	id, account := text(made, "organization", "id"), at(made, "serviceAccount")
	s.asWhoMay(open, credentials{"oauth", text(account, "clientId"), text(account, "secrets", 0, "secret")}, func(its *story) {
		its.managesOrganization(id, name)
	})
}

// asWhoMay goes on with another credential.
func (s *story) asWhoMay(open openSDK, as credentials, goOn func(its *story)) {
	if s.err != nil {
		return
	}
	api, err := open(as)
	if err != nil {
		s.fail(as.how, "%v", err)
		return
	}
	its := &story{api: api, label: s.label}
	goOn(its)
	s.err = its.err
}

func (s *story) managesOrganization(id, name string) {
	s.lists("listOrgs", call{}, object{"id": id, "name": name})
	s.omits("listOrgs", call{}, object{"id": org})
	s.shows("updateOrg", call{org: id, body: object{"name": name + " renamed"}}, object{"id": id, "name": name + " renamed"})
	s.shows("getOrg", call{org: id}, object{"id": id, "name": name + " renamed", "isDeleted": false})
	s.refuses("updateOrg", call{org: id, body: object{"name": "<" + name + ">"}}, "INVALID_ORG_NAME")
	s.shows("getOrgSettings", call{org: id}, object{"apiAccessListRequired": false, "multiFactorAuthRequired": false})
	s.shows("updateOrgSettings", call{org: id, body: object{
		"multiFactorAuthRequired": true, "securityContact": "watch@example.com", "maxServiceAccountSecretValidityInHours": 24,
	}}, object{"multiFactorAuthRequired": true, "securityContact": "watch@example.com"})
	s.shows("getOrgSettings", call{org: id}, object{
		"apiAccessListRequired": false, "multiFactorAuthRequired": true, "securityContact": "watch@example.com",
		"maxServiceAccountSecretValidityInHours": 24,
	})
	inside := s.makes("createGroup", call{body: object{"name": "Inside", "orgId": id}}, object{"orgId": id})
	s.lists("getOrgGroups", call{org: id}, object{"id": inside, "name": "Inside", "orgId": id})
	s.refuses("deleteOrg", call{org: id}, "ORG_NOT_EMPTY")
	s.calls("deleteGroup", call{project: inside})
	s.shows("getOrgGroups", call{org: id}, object{"totalCount": 0})
	s.calls("deleteOrg", call{org: id})
	s.endsWithIt(call{org: id})
}

// endsWithIt is for a credential whose organization is gone. The SDK finds no code in the answer to a token.
func (s *story) endsWithIt(place call) {
	if s.err != nil {
		return
	}
	if _, err := s.attempt("getOrg", place); err == nil || !strings.Contains(err.Error(), "HTTP 401 Unauthorized") {
		s.fail("getOrg", "answered, though the organization is gone: %v", err)
	}
}
