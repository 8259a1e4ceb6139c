// Teams: who is in them, and what they may do in projects.
package main

import "strings"

// person makes an account, which joins the organization, and answers its id.
func (s *story) person(username string) string {
	id := s.makes("createUser", call{body: object{
		"username": username, "emailAddress": username, "firstName": "Ada", "lastName": "Hand", "country": "NO",
		"mobileNumber": "5550100", "password": "correct-horse-battery", "roles": list{object{"orgId": org, "roleName": "ORG_MEMBER"}},
	}}, object{"username": username, "country": "NO", "roles": list{}})
	s.joins(username)
	return id
}

// address is one of example.com that no other run uses.
func (s *story) address(purpose string) string {
	return purpose + "-" + strings.ReplaceAll(s.label, " ", "-") + "@example.com"
}

func (s *story) managesTeam() {
	name, mate := "Crew "+s.label, s.address("mate")
	mateID, cookID := s.person(mate), s.person(s.address("cook"))
	id := s.makes("createOrgTeam", call{org: org, body: object{"name": name, "usernames": list{mate}}}, object{
		"name": name, "usernames": list{mate},
	})
	team := call{org: org, team: id}
	s.refuses("createOrgTeam", call{org: org, body: object{"name": name, "usernames": list{mate}}}, "TEAM_NAME_NOT_AVAILABLE")
	s.shows("getOrgTeam", team, object{"id": id, "name": name})
	s.shows("getOrgTeamByName", call{org: org, name: name}, object{"id": id})
	s.lists("listOrgTeams", call{org: org}, object{"id": id, "name": name})
	s.shows("renameOrgTeam", call{org: org, team: id, body: object{"name": name + " 2"}}, object{"id": id, "name": name + " 2"})
	s.refuses("getOrgTeamByName", call{org: org, name: name}, "TEAM_NAME_NOT_FOUND")
	s.lists("addOrgTeamUsers", call{org: org, team: id, body: list{object{"id": cookID}}}, object{"id": cookID, "teamIds": list{id}})
	s.lists("listOrgTeamUsers", team, object{"id": cookID, "teamIds": list{id}})
	s.shows("getUser", call{user: cookID}, object{"teamIds": list{id}})
	s.calls("removeOrgTeamUserFromTeam", call{org: org, team: id, user: cookID})
	s.refuses("removeOrgTeamUserFromTeam", call{org: org, team: id, user: cookID}, "USER_NOT_IN_TEAM")
	s.shows("listOrgTeamUsers", team, object{"results": list{object{"id": mateID, "username": mate}}, "totalCount": 1})
	s.calls("deleteOrgTeam", team)
	s.refuses("getOrgTeam", team, "TEAM_NOT_FOUND")
}

func (s *story) assignsTeam() {
	bosun := s.address("bosun")
	s.person(bosun)
	team := s.makes("createOrgTeam", call{org: org, body: object{"name": "Deck " + s.label, "usernames": list{bosun}}}, object{})
	inside := s.makes("createGroup", call{body: object{"name": "Deck " + s.label, "orgId": org}}, object{})
	both := call{org: org, project: inside, team: team}
	s.refuses("addGroupTeams", call{project: inside, body: list{object{"teamId": team, "roleNames": list{"ORG_OWNER"}}}}, "CANNOT_ADD_ORG_ROLE")
	s.lists("addGroupTeams", call{project: inside, body: list{object{"teamId": team, "roleNames": list{"GROUP_READ_ONLY"}}}}, object{
		"teamId": team, "roleNames": list{"GROUP_READ_ONLY"},
	})
	s.lists("updateGroupTeam", call{project: inside, team: team, body: object{"roleNames": list{"GROUP_OWNER"}}}, object{
		"teamId": team, "roleNames": list{"GROUP_OWNER"},
	})
	s.shows("listGroupTeams", both, object{"results": list{object{"teamId": team, "roleNames": list{"GROUP_OWNER"}}}, "totalCount": 1})
	if s.api.has("getGroupTeam") {
		s.shows("getGroupTeam", both, object{"teamId": team, "roleNames": list{"GROUP_OWNER"}})
	}
	s.refuses("deleteOrgTeam", both, "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT")
	s.calls("removeGroupTeam", both)
	s.shows("listGroupTeams", both, object{"results": list{}})
	s.refuses("removeGroupTeam", both, "TEAM_NOT_IN_GROUP")
	s.calls("deleteOrgTeam", both)
	s.calls("deleteGroup", both)
}

// usersOfTeam is what the later shape of users can do with a team.
func (s *story) usersOfTeam() {
	pilot := s.address("pilot")
	pilotID, stokerID := s.person(pilot), s.person(s.address("stoker"))
	id := s.makes("createOrgTeam", call{org: org, body: object{"name": "Bridge " + s.label, "usernames": list{pilot}}}, object{})
	stoker := call{org: org, team: id, body: object{"id": stokerID}}
	s.shows("addOrgTeamUser", stoker, object{"id": stokerID, "orgMembershipStatus": "ACTIVE", "teamIds": list{id}})
	s.refuses("addOrgTeamUser", stoker, "USER_ALREADY_IN_TEAM")
	s.lists("listOrgTeamUsers", stoker, object{"id": pilotID, "username": pilot, "roles": object{"orgRoles": list{"ORG_MEMBER"}}})
	s.shows("removeOrgTeamUser", stoker, object{"id": stokerID, "teamIds": list{}})
	s.refuses("removeOrgTeamUser", stoker, "USER_NOT_IN_TEAM")
	s.calls("deleteOrgTeam", stoker)
}
