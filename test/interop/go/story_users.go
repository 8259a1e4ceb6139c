// The people of an organization and of its projects, in the shapes of both generations.
package main

import "errors"

// replacesRoles is what both generations have for members: all roles anew, and an end.
func (s *story) replacesRoles() {
	username := s.address("rower")
	id := s.person(username)
	inside := s.makes("createGroup", call{body: object{"name": "Raft " + s.label, "orgId": org}}, object{})
	rower := call{org: org, project: inside, user: id, name: username}
	s.refuses("createUser", call{body: object{
		"username": username, "emailAddress": username, "firstName": "Ada", "lastName": "Hand", "country": "NO",
		"mobileNumber": "5550100", "password": "correct-horse-battery",
	}}, "USER_ALREADY_EXISTS")
	s.shows("addGroupAccessUser", call{project: inside, body: object{"username": username, "roles": list{"GROUP_READ_ONLY"}}}, nil)
	s.shows("updateGroupUserRoles", call{project: inside, user: id, body: object{"groupRoles": list{"GROUP_DATA_ACCESS_ADMIN", "GROUP_OWNER"}}},
		object{"groupRoles": list{"GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"}})
	s.shows("updateOrgUserRoles", call{org: org, user: id, body: object{"orgRoles": list{"ORG_READ_ONLY"}}},
		object{"orgRoles": list{"ORG_READ_ONLY"}})
	roles := list{
		object{"orgId": org, "roleName": "ORG_READ_ONLY"}, object{"groupId": inside, "roleName": "GROUP_OWNER"},
		object{"groupId": inside, "roleName": "GROUP_DATA_ACCESS_ADMIN"},
	}
	s.shows("getUser", rower, object{"id": id, "username": username, "emailAddress": username, "roles": roles})
	s.shows("getUserByName", rower, object{"id": id, "roles": roles})
	s.lists("listGroupUsers", rower, object{"id": id, "username": username})
	s.lists("listOrgUsers", rower, object{"id": id, "username": username})
	s.calls("removeGroupUser", rower)
	s.omits("listGroupUsers", rower, object{"id": id})
	s.calls("removeOrgUser", rower)
	s.omits("listOrgUsers", rower, object{"id": id})
	s.refuses("getUser", rower, "USER_NOT_FOUND")
	s.calls("deleteGroup", rower)
}

// listsFlatRoles is the first shape: one entry for each role, with where it is held.
func (s *story) listsFlatRoles() {
	username := s.address("clerk")
	id := s.person(username)
	inside := s.makes("createGroup", call{body: object{"name": "Desk " + s.label, "orgId": org}}, object{})
	clerk := call{org: org, project: inside, user: id}
	s.calls("addGroupAccessUser", call{project: inside, body: object{"username": username, "roles": list{"GROUP_READ_ONLY"}}})
	both := object{"id": id, "country": "NO", "roles": list{
		object{"orgId": org, "roleName": "ORG_MEMBER"}, object{"groupId": inside, "roleName": "GROUP_READ_ONLY"},
	}}
	s.lists("listOrgUsers", clerk, both)
	s.lists("listGroupUsers", clerk, both)
	s.calls("removeOrgUser", clerk)
	s.omits("listGroupUsers", clerk, object{"id": id})
	s.calls("deleteGroup", clerk)
}

// invitesMember is the later shape: somebody is pending, then active, with the same id.
func (s *story) invitesMember() {
	username := s.address("purser")
	inside := s.makes("createGroup", call{body: object{"name": "Purse " + s.label, "orgId": org}}, object{})
	wanted := object{"username": username, "roles": object{
		"orgRoles":             list{"ORG_MEMBER"},
		"groupRoleAssignments": list{object{"groupId": inside, "groupRoles": list{"GROUP_READ_ONLY"}}},
	}}
	id := s.makes("createOrgUser", call{org: org, body: wanted}, object{
		"username": username, "orgMembershipStatus": "PENDING", "roles": wanted["roles"],
	})
	purser := call{org: org, project: inside, user: id}
	s.refuses("createOrgUser", call{org: org, body: wanted}, "USER_ALREADY_IN_ORG")
	s.shows("addOrgUserRole", call{org: org, user: id, body: object{"orgRole": "ORG_BILLING_ADMIN"}}, object{
		"id": id, "roles": object{"orgRoles": list{"ORG_MEMBER", "ORG_BILLING_ADMIN"}},
	})
	s.joins(username)
	s.shows("getOrgUser", purser, object{"id": id, "username": username, "orgMembershipStatus": "ACTIVE"})
	s.shows("removeOrgUserRole", call{org: org, user: id, body: object{"orgRole": "ORG_BILLING_ADMIN"}}, object{
		"orgMembershipStatus": "ACTIVE", "roles": object{
			"orgRoles": list{"ORG_MEMBER"}, "groupRoleAssignments": at(wanted, "roles", "groupRoleAssignments"),
		},
	})
	s.refuses("removeOrgUserRole", call{org: org, user: id, body: object{"orgRole": "ORG_MEMBER"}}, "NO_ROLES_IN_ASSIGNMENT")
	s.shows("updateOrgUser", call{org: org, user: id, body: object{"roles": object{"orgRoles": list{"ORG_READ_ONLY"}}}}, object{
		"roles": object{"orgRoles": list{"ORG_READ_ONLY"}},
	})
	s.lists("listOrgUsers", purser, object{"id": id, "roles": object{"orgRoles": list{"ORG_READ_ONLY"}}})
	s.calls("removeOrgUser", purser)
	s.refuses("getOrgUser", purser, "USER_NOT_IN_ORG")
	s.calls("deleteGroup", purser)
}

// joins lets the person accept, who is pending under that address.
func (s *story) joins(username string) {
	if s.err != nil {
		return
	}
	waiting, err := s.api.ofOrg.listByName(org, username)
	if err == nil && len(waiting) != 1 {
		err = errors.New("the invitation is not in the list")
	}
	if err == nil {
		err = accept(waiting[0].GetId())
	}
	if err != nil {
		s.fail("accepting", "%v", err)
	}
}

// addsToProject is for a member, and for somebody whom nobody knew.
func (s *story) addsToProject() {
	username, stranger := s.address("mason"), s.address("stranger")
	id := s.person(username)
	inside := s.makes("createGroup", call{body: object{"name": "Wall " + s.label, "orgId": org}}, object{})
	mason := call{org: org, project: inside, user: id}
	s.shows("addGroupUsers", call{project: inside, body: object{"username": username, "roles": list{"GROUP_READ_ONLY"}}}, object{
		"id": id, "username": username, "orgMembershipStatus": "ACTIVE", "roles": list{"GROUP_READ_ONLY"},
	})
	s.refuses("addGroupUsers", call{project: inside, body: object{"username": username, "roles": list{"GROUP_READ_ONLY"}}}, "USER_ALREADY_IN_GROUP")
	s.shows("addGroupUserRole", call{project: inside, user: id, body: object{"groupRole": "GROUP_OWNER"}}, object{
		"roles": list{"GROUP_OWNER", "GROUP_READ_ONLY"},
	})
	s.shows("removeGroupUserRole", call{project: inside, user: id, body: object{"groupRole": "GROUP_READ_ONLY"}}, object{
		"roles": list{"GROUP_OWNER"},
	})
	s.shows("getGroupUser", mason, object{"id": id, "roles": list{"GROUP_OWNER"}})
	waiting := s.makes("addGroupUsers", call{project: inside, body: object{"username": stranger, "roles": list{"GROUP_READ_ONLY"}}}, object{
		"username": stranger, "orgMembershipStatus": "PENDING",
	})
	s.lists("listGroupUsers", mason, object{"id": waiting, "username": stranger, "orgMembershipStatus": "PENDING"})
	s.calls("removeGroupUser", call{project: inside, user: waiting})
	s.calls("removeGroupUser", mason)
	s.refuses("getGroupUser", mason, "USER_NOT_IN_GROUP")
	s.calls("deleteGroup", mason)
}
