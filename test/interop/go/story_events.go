// What happened, as the feeds tell it, and what the service says of itself.
package main

func (s *story) readsEvents(owner credentials) {
	username := s.address("herald")
	inside := s.makes("createGroup", call{body: object{"name": "Horn " + s.label, "orgId": org}}, object{})
	s.person(username)
	s.calls("addGroupAccessUser", call{project: inside, body: object{"username": username, "roles": list{"GROUP_READ_ONLY"}}})
	invited := object{"eventTypeName": "INVITED_TO_ORG", "orgId": org, "targetUsername": username}
	if owner.how == "digest" {
		invited["publicKey"] = owner.id
	}
	inOrg := s.lists("listOrgEvents", call{org: org, name: "INVITED_TO_ORG"}, invited)
	s.shows("getOrgEvent", call{org: org, event: text(inOrg, "id")}, invited)
	s.omits("listOrgEvents", call{org: org, name: "ORG_CREATED"}, object{"eventTypeName": "JOINED_ORG"})
	added := object{"groupId": inside, "eventTypeName": "JOINED_GROUP", "targetUsername": username}
	inProject := s.lists("listGroupEvents", call{project: inside, name: "JOINED_GROUP"}, added)
	s.shows("getGroupEvent", call{project: inside, event: text(inProject, "id")}, added)
	s.refuses("getGroupEvent", call{project: inside, event: "000000000000000000000000"}, "EVENT_NOT_FOUND")
	s.lists("listEventTypes", call{}, object{"eventType": "JOINED_ORG"})
	s.calls("deleteGroup", call{project: inside})
}

func (s *story) readsService() {
	s.shows("getSystemStatus", call{}, object{"appName": "MongoDB Atlas", "throttling": false})
	s.shows("listControlPlaneIpAddresses", call{}, object{"inbound": object{"aws": object{}}})
}
