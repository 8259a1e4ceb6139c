// Projects: their names and tags, and what they set for themselves.
package main

func (s *story) managesProject() {
	name := "Mole " + s.label
	tags := list{object{"key": "env", "value": "test"}}
	id := s.makes("createGroup", call{body: object{"name": name, "orgId": org, "tags": tags}}, object{
		"name": name, "orgId": org, "clusterCount": 0, "tags": tags,
	})
	s.shows("getGroup", call{project: id}, object{"id": id, "name": name, "tags": tags})
	s.shows("getGroupByName", call{name: name}, object{"id": id})
	s.lists("listGroups", call{}, object{"id": id, "name": name})
	s.lists("getOrgGroups", call{org: org}, object{"id": id, "name": name})
	s.shows("updateGroup", call{project: id, body: object{"name": name + " renamed"}}, object{
		"id": id, "name": name + " renamed", "tags": tags,
	})
	others := list{object{"key": "owner", "value": "harbour"}}
	s.shows("updateGroup", call{project: id, body: object{"tags": others}}, object{"name": name + " renamed", "tags": others})
	s.refuses("getGroupByName", call{name: name}, "GROUP_NAME_NOT_FOUND")
	s.refuses("updateGroup", call{project: id, body: object{"name": "North Pier"}}, "GROUP_ALREADY_EXISTS")
	s.refuses("createGroup", call{body: object{"name": name, "orgId": other}}, "ORG_NOT_FOUND")
	s.hasNoClusters(id)
	s.shows("getGroupSettings", call{project: id}, object{"isDataExplorerEnabled": true, "isSchemaAdvisorEnabled": true})
	s.shows("updateGroupSettings", call{project: id, body: object{"isDataExplorerEnabled": false}}, object{
		"isDataExplorerEnabled": false, "isSchemaAdvisorEnabled": true,
	})
	s.shows("getGroupSettings", call{project: id}, object{"isDataExplorerEnabled": false})
	s.calls("deleteGroup", call{project: id})
	s.refuses("getGroup", call{project: id}, "GROUP_NOT_FOUND")
}

func (s *story) hasNoClusters(id string) {
	s.shows("getGroupIpAddresses", call{project: id}, object{"groupId": id, "services": object{"clusters": list{}}})
	s.shows("listClusters", call{project: id}, object{"results": list{}, "totalCount": 0})
	s.shows("getGroupManagedSlowMs", call{project: id}, true)
	s.calls("disableGroupManagedSlowMs", call{project: id})
	s.shows("getGroupManagedSlowMs", call{project: id}, false)
	s.calls("enableGroupManagedSlowMs", call{project: id})
	s.shows("getGroupManagedSlowMs", call{project: id}, true)
}

const limit = "atlas.project.security.databaseAccess.users"

func (s *story) limitsProject() {
	id := s.makes("createGroup", call{body: object{"name": "Quay " + s.label, "orgId": org}}, object{})
	usual := s.lists("listGroupLimits", call{project: id}, object{"name": limit})
	s.shows("getGroupLimit", call{project: id, name: limit}, usual)
	s.shows("setGroupLimit", call{project: id, name: limit, body: object{"name": limit, "value": 30}}, object{
		"name": limit, "value": 30, "defaultLimit": at(usual, "defaultLimit"),
	})
	s.lists("listGroupLimits", call{project: id}, object{"name": limit, "value": 30})
	s.refuses("setGroupLimit", call{project: id, name: limit, body: object{"name": limit, "value": 1000000}}, "INVALID_ATTRIBUTE")
	s.refuses("getGroupLimit", call{project: id, name: "atlas.project.unknown"}, "RESOURCE_NOT_FOUND")
	s.calls("deleteGroupLimit", call{project: id, name: limit})
	s.shows("getGroupLimit", call{project: id, name: limit}, object{"value": at(usual, "value")})
	s.calls("deleteGroup", call{project: id})
}

// migratesProject moves a project into an organization made for it, which is asked for by its own key.
func (s *story) migratesProject(open openSDK) {
	made := s.calls("createOrg", call{body: newOrganization("Haven " + s.label)})
	destination, key := text(made, "organization", "id"), at(made, "apiKey")
	id := s.makes("createGroup", call{body: object{"name": "Ferry " + s.label, "orgId": org}}, object{"orgId": org})
	move := object{
		"destinationOrgId":            destination,
		"destinationOrgPublicApiKey":  text(key, "publicKey"),
		"destinationOrgPrivateApiKey": text(key, "privateKey"),
	}
	s.shows("migrateGroup", call{project: id, body: move}, object{"id": id, "orgId": destination})
	s.refuses("getGroup", call{project: id}, "GROUP_NOT_FOUND")
	s.asWhoMay(open, credentials{"digest", text(key, "publicKey"), text(key, "privateKey")}, func(its *story) {
		its.shows("getGroup", call{project: id}, object{"orgId": destination})
	})
}

func (s *story) keepsNetworkAccess() {
	id := s.makes("createGroup", call{body: object{"name": "Groyne " + s.label, "orgId": org}}, object{})
	s.shows("listGroupAccessListEntries", call{project: id}, object{"results": list{}})
	s.lists("createGroupAccessListEntry", call{project: id, body: list{
		object{"ipAddress": "192.0.2.7", "comment": "office"}, object{"cidrBlock": "10.0.0.0/8"},
	}}, object{"ipAddress": "192.0.2.7", "cidrBlock": "192.0.2.7/32", "comment": "office", "groupId": id})
	s.shows("getGroupAccessListEntry", call{project: id, address: "10.0.0.0/8"}, object{"cidrBlock": "10.0.0.0/8", "groupId": id})
	s.shows("getGroupAccessListStatus", call{project: id, address: "192.0.2.7"}, object{"STATUS": "ACTIVE"})
	s.calls("deleteGroupAccessListEntry", call{project: id, address: "10.0.0.0/8"})
	s.refuses("getGroupAccessListEntry", call{project: id, address: "10.0.0.0/8"}, "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND")
	s.shows("listGroupAccessListEntries", call{project: id}, object{"results": list{object{"ipAddress": "192.0.2.7"}}})
	s.calls("deleteGroup", call{project: id})
}
