// Every operation of the SDK's major version v20250312010 but the invitations, under its official name.
package main

import "go.mongodb.org/atlas-sdk/v20250312010/admin"

func operations20250312(client *admin.APIClient) operations {
	return merged(
		organizationOperations20250312(client.OrganizationsApi),
		projectOperations20250312(client.ProjectsApi),
		userOperations20250312(client.MongoDBCloudUsersApi),
		teamOperations20250312(client.TeamsApi),
		apiKeyOperations20250312(client.ProgrammaticAPIKeysApi),
		serviceAccountOperations20250312(client.ServiceAccountsApi),
		eventOperations20250312(client.EventsApi),
		accessListOperations20250312(client.ProjectIPAccessListApi),
		otherOperations20250312(client),
	)
}

func organizationOperations20250312(api admin.OrganizationsApi) operations {
	return operations{
		"createOrg": func(at call) (any, error) {
			return shown(api.CreateOrg(background, into[admin.CreateOrganizationRequest](at.body)).Execute())
		},
		"deleteOrg":      func(at call) (any, error) { return done(api.DeleteOrg(background, at.org).Execute()) },
		"getOrg":         func(at call) (any, error) { return shown(api.GetOrg(background, at.org).Execute()) },
		"getOrgGroups":   func(at call) (any, error) { return shown(api.GetOrgGroups(background, at.org).Execute()) },
		"getOrgSettings": func(at call) (any, error) { return shown(api.GetOrgSettings(background, at.org).Execute()) },
		"listOrgs":       func(at call) (any, error) { return shown(api.ListOrgs(background).Execute()) },
		"updateOrg": func(at call) (any, error) {
			return shown(api.UpdateOrg(background, at.org, into[admin.AtlasOrganization](at.body)).Execute())
		},
		"updateOrgSettings": func(at call) (any, error) {
			return shown(api.UpdateOrgSettings(background, at.org, into[admin.OrganizationSettings](at.body)).Execute())
		},
		"updateOrgUserRoles": func(at call) (any, error) {
			return shown(api.UpdateOrgUserRoles(background, at.org, at.user, into[admin.UpdateOrgRolesForUser](at.body)).Execute())
		},
	}
}

func projectOperations20250312(api admin.ProjectsApi) operations {
	return operations{
		"addGroupAccessUser": func(at call) (any, error) {
			return shown(api.AddGroupUser(background, at.project, into[admin.GroupInvitationRequest](at.body)).Execute())
		},
		"createGroup": func(at call) (any, error) {
			return shown(api.CreateGroup(background, into[admin.Group](at.body)).Execute())
		},
		"deleteGroup": func(at call) (any, error) { return done(api.DeleteGroup(background, at.project).Execute()) },
		"deleteGroupLimit": func(at call) (any, error) {
			return done(api.DeleteGroupLimit(background, at.name, at.project).Execute())
		},
		"getGroup":            func(at call) (any, error) { return shown(api.GetGroup(background, at.project).Execute()) },
		"getGroupByName":      func(at call) (any, error) { return shown(api.GetGroupByName(background, at.name).Execute()) },
		"getGroupIpAddresses": func(at call) (any, error) { return shown(api.GetGroupIpAddresses(background, at.project).Execute()) },
		"getGroupLimit":       func(at call) (any, error) { return shown(api.GetGroupLimit(background, at.name, at.project).Execute()) },
		"getGroupSettings":    func(at call) (any, error) { return shown(api.GetGroupSettings(background, at.project).Execute()) },
		"listGroupLimits":     func(at call) (any, error) { return shown(api.ListGroupLimits(background, at.project).Execute()) },
		"listGroups":          func(at call) (any, error) { return shown(api.ListGroups(background).Execute()) },
		"migrateGroup": func(at call) (any, error) {
			return shown(api.MigrateGroup(background, at.project, into[admin.GroupMigrationRequest](at.body)).Execute())
		},
		"setGroupLimit": func(at call) (any, error) {
			return shown(api.SetGroupLimit(background, at.name, at.project, into[admin.DataFederationLimit](at.body)).Execute())
		},
		"updateGroup": func(at call) (any, error) {
			return shown(api.UpdateGroup(background, at.project, into[admin.GroupUpdate](at.body)).Execute())
		},
		"updateGroupSettings": func(at call) (any, error) {
			return shown(api.UpdateGroupSettings(background, at.project, into[admin.GroupSettings](at.body)).Execute())
		},
		"updateGroupUserRoles": func(at call) (any, error) {
			return shown(api.UpdateGroupUserRoles(background, at.project, at.user, into[admin.UpdateGroupRolesForUser](at.body)).Execute())
		},
	}
}

func userOperations20250312(api admin.MongoDBCloudUsersApi) operations {
	return operations{
		"addGroupUserRole": func(at call) (any, error) {
			return shown(api.AddGroupUserRole(background, at.project, at.user, into[admin.AddOrRemoveGroupRole](at.body)).Execute())
		},
		"addGroupUsers": func(at call) (any, error) {
			return shown(api.AddGroupUsers(background, at.project, into[admin.GroupUserRequest](at.body)).Execute())
		},
		"addOrgUserRole": func(at call) (any, error) {
			return shown(api.AddOrgRole(background, at.org, at.user, into[admin.AddOrRemoveOrgRole](at.body)).Execute())
		},
		"addOrgTeamUser": func(at call) (any, error) {
			return shown(api.AddOrgTeamUser(background, at.org, at.team, into[admin.AddOrRemoveUserFromTeam](at.body)).Execute())
		},
		"createOrgUser": func(at call) (any, error) {
			return shown(api.CreateOrgUser(background, at.org, into[admin.OrgUserRequest](at.body)).Execute())
		},
		"createUser": func(at call) (any, error) {
			return shown(api.CreateUser(background, into[admin.CloudAppUser](at.body)).Execute())
		},
		"getGroupUser":     func(at call) (any, error) { return shown(api.GetGroupUser(background, at.project, at.user).Execute()) },
		"getOrgUser":       func(at call) (any, error) { return shown(api.GetOrgUser(background, at.org, at.user).Execute()) },
		"getUser":          func(at call) (any, error) { return shown(api.GetUser(background, at.user).Execute()) },
		"getUserByName":    func(at call) (any, error) { return shown(api.GetUserByName(background, at.name).Execute()) },
		"listGroupUsers":   func(at call) (any, error) { return shown(api.ListGroupUsers(background, at.project).Execute()) },
		"listOrgUsers":     func(at call) (any, error) { return shown(api.ListOrgUsers(background, at.org).Execute()) },
		"listOrgTeamUsers": func(at call) (any, error) { return shown(api.ListTeamUsers(background, at.org, at.team).Execute()) },
		"removeGroupUser": func(at call) (any, error) {
			return done(api.RemoveGroupUser(background, at.project, at.user).Execute())
		},
		"removeGroupUserRole": func(at call) (any, error) {
			return shown(api.RemoveGroupUserRole(background, at.project, at.user, into[admin.AddOrRemoveGroupRole](at.body)).Execute())
		},
		"removeOrgUserRole": func(at call) (any, error) {
			return shown(api.RemoveOrgRole(background, at.org, at.user, into[admin.AddOrRemoveOrgRole](at.body)).Execute())
		},
		"removeOrgTeamUser": func(at call) (any, error) {
			return shown(api.RemoveOrgTeamUser(background, at.org, at.team, into[admin.AddOrRemoveUserFromTeam](at.body)).Execute())
		},
		"removeOrgUser": func(at call) (any, error) { return done(api.RemoveOrgUser(background, at.org, at.user).Execute()) },
		"updateOrgUser": func(at call) (any, error) {
			return shown(api.UpdateOrgUser(background, at.org, at.user, into[admin.OrgUserUpdateRequest](at.body)).Execute())
		},
	}
}

func teamOperations20250312(api admin.TeamsApi) operations {
	return operations{
		"addGroupTeams": func(at call) (any, error) {
			return shown(api.AddGroupTeams(background, at.project, into[[]admin.TeamRole](at.body)).Execute())
		},
		"addOrgTeamUsers": func(at call) (any, error) {
			return shown(api.AddTeamUsers(background, at.org, at.team, into[[]admin.AddUserToTeam](at.body)).Execute())
		},
		"createOrgTeam": func(at call) (any, error) {
			return shown(api.CreateOrgTeam(background, at.org, into[admin.Team](at.body)).Execute())
		},
		"deleteOrgTeam":    func(at call) (any, error) { return done(api.DeleteOrgTeam(background, at.org, at.team).Execute()) },
		"getGroupTeam":     func(at call) (any, error) { return shown(api.GetGroupTeam(background, at.project, at.team).Execute()) },
		"getOrgTeam":       func(at call) (any, error) { return shown(api.GetOrgTeam(background, at.org, at.team).Execute()) },
		"getOrgTeamByName": func(at call) (any, error) { return shown(api.GetTeamByName(background, at.org, at.name).Execute()) },
		"listGroupTeams":   func(at call) (any, error) { return shown(api.ListGroupTeams(background, at.project).Execute()) },
		"listOrgTeams":     func(at call) (any, error) { return shown(api.ListOrgTeams(background, at.org).Execute()) },
		"removeGroupTeam": func(at call) (any, error) {
			return done(api.RemoveGroupTeam(background, at.project, at.team).Execute())
		},
		"removeOrgTeamUserFromTeam": func(at call) (any, error) {
			return done(api.RemoveUserFromTeam(background, at.org, at.team, at.user).Execute())
		},
		"renameOrgTeam": func(at call) (any, error) {
			return shown(api.RenameOrgTeam(background, at.org, at.team, into[admin.TeamUpdate](at.body)).Execute())
		},
		"updateGroupTeam": func(at call) (any, error) {
			return shown(api.UpdateGroupTeam(background, at.project, at.team, into[admin.TeamRole](at.body)).Execute())
		},
	}
}

func apiKeyOperations20250312(api admin.ProgrammaticAPIKeysApi) operations {
	return operations{
		"addGroupApiKey": func(at call) (any, error) {
			return done(api.AddGroupApiKey(background, at.project, at.key, into[[]admin.UserAccessRoleAssignment](at.body)).Execute())
		},
		"createGroupApiKey": func(at call) (any, error) {
			return shown(api.CreateGroupApiKey(background, at.project, into[admin.CreateAtlasProjectApiKey](at.body)).Execute())
		},
		"createOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return shown(api.CreateOrgAccessEntry(background, at.org, at.key, into[[]admin.UserAccessListRequest](at.body)).Execute())
		},
		"createOrgApiKey": func(at call) (any, error) {
			return shown(api.CreateOrgApiKey(background, at.org, into[admin.CreateAtlasOrganizationApiKey](at.body)).Execute())
		},
		"deleteOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteAccessEntry(background, at.org, at.key, at.address).Execute())
		},
		"deleteOrgApiKey": func(at call) (any, error) { return done(api.DeleteOrgApiKey(background, at.org, at.key).Execute()) },
		"getOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return shown(api.GetOrgAccessEntry(background, at.org, at.address, at.key).Execute())
		},
		"getOrgApiKey":     func(at call) (any, error) { return shown(api.GetOrgApiKey(background, at.org, at.key).Execute()) },
		"listGroupApiKeys": func(at call) (any, error) { return shown(api.ListGroupApiKeys(background, at.project).Execute()) },
		"listOrgApiKeyAccessListEntries": func(at call) (any, error) {
			return shown(api.ListOrgAccessEntries(background, at.org, at.key).Execute())
		},
		"listOrgApiKeys": func(at call) (any, error) { return shown(api.ListOrgApiKeys(background, at.org).Execute()) },
		"removeGroupApiKey": func(at call) (any, error) {
			return done(api.RemoveGroupApiKey(background, at.project, at.key).Execute())
		},
		"updateGroupApiKeyRoles": func(at call) (any, error) {
			return shown(api.UpdateApiKeyRoles(background, at.project, at.key, into[admin.UpdateAtlasProjectApiKey](at.body)).Execute())
		},
		"updateOrgApiKey": func(at call) (any, error) {
			return shown(api.UpdateOrgApiKey(background, at.org, at.key, into[admin.UpdateAtlasOrganizationApiKey](at.body)).Execute())
		},
	}
}

func serviceAccountOperations20250312(api admin.ServiceAccountsApi) operations {
	return operations{
		"createGroupServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.CreateAccessList(background, at.project, at.client, into[[]admin.ServiceAccountIPAccessListEntry](at.body)).Execute())
		},
		"createGroupServiceAccountSecret": func(at call) (any, error) {
			return shown(api.CreateGroupSecret(background, at.project, at.client, into[admin.ServiceAccountSecretRequest](at.body)).Execute())
		},
		"createGroupServiceAccount": func(at call) (any, error) {
			return shown(api.CreateGroupServiceAccount(background, at.project, into[admin.GroupServiceAccountRequest](at.body)).Execute())
		},
		"createOrgServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.CreateOrgAccessList(background, at.org, at.client, into[[]admin.ServiceAccountIPAccessListEntry](at.body)).Execute())
		},
		"createOrgServiceAccountSecret": func(at call) (any, error) {
			return shown(api.CreateOrgSecret(background, at.org, at.client, into[admin.ServiceAccountSecretRequest](at.body)).Execute())
		},
		"createOrgServiceAccount": func(at call) (any, error) {
			return shown(api.CreateOrgServiceAccount(background, at.org, into[admin.OrgServiceAccountRequest](at.body)).Execute())
		},
		"deleteGroupServiceAccountAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteGroupAccessEntry(background, at.project, at.client, at.address).Execute())
		},
		"deleteGroupServiceAccountSecret": func(at call) (any, error) {
			return done(api.DeleteGroupSecret(background, at.client, at.secret, at.project).Execute())
		},
		"deleteGroupServiceAccount": func(at call) (any, error) {
			return done(api.DeleteGroupServiceAccount(background, at.client, at.project).Execute())
		},
		"deleteOrgServiceAccountAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteOrgAccessEntry(background, at.org, at.client, at.address).Execute())
		},
		"deleteOrgServiceAccountSecret": func(at call) (any, error) {
			return done(api.DeleteOrgSecret(background, at.client, at.secret, at.org).Execute())
		},
		"deleteOrgServiceAccount": func(at call) (any, error) {
			return done(api.DeleteOrgServiceAccount(background, at.client, at.org).Execute())
		},
		"getGroupServiceAccount": func(at call) (any, error) {
			return shown(api.GetGroupServiceAccount(background, at.project, at.client).Execute())
		},
		"getOrgServiceAccount": func(at call) (any, error) {
			return shown(api.GetOrgServiceAccount(background, at.org, at.client).Execute())
		},
		"getOrgServiceAccountGroups": func(at call) (any, error) {
			return shown(api.GetServiceAccountGroups(background, at.org, at.client).Execute())
		},
		"inviteGroupServiceAccount": func(at call) (any, error) {
			return shown(api.InviteGroupServiceAccount(background, at.client, at.project, into[admin.GroupServiceAccountRoleAssignment](at.body)).Execute())
		},
		"listGroupServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.ListAccessList(background, at.project, at.client).Execute())
		},
		"listGroupServiceAccounts": func(at call) (any, error) {
			return shown(api.ListGroupServiceAccounts(background, at.project).Execute())
		},
		"listOrgServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.ListOrgAccessList(background, at.org, at.client).Execute())
		},
		"listOrgServiceAccounts": func(at call) (any, error) { return shown(api.ListOrgServiceAccounts(background, at.org).Execute()) },
		"updateGroupServiceAccount": func(at call) (any, error) {
			return shown(api.UpdateGroupServiceAccount(background, at.client, at.project, into[admin.GroupServiceAccountUpdateRequest](at.body)).Execute())
		},
		"updateOrgServiceAccount": func(at call) (any, error) {
			return shown(api.UpdateOrgServiceAccount(background, at.client, at.org, into[admin.OrgServiceAccountUpdateRequest](at.body)).Execute())
		},
	}
}

func eventOperations20250312(api admin.EventsApi) operations {
	return operations{
		"getGroupEvent": func(at call) (any, error) {
			return shown(api.GetGroupEvent(background, at.project, at.event).Execute())
		},
		"getOrgEvent":    func(at call) (any, error) { return shown(api.GetOrgEvent(background, at.org, at.event).Execute()) },
		"listEventTypes": func(at call) (any, error) { return shown(api.ListEventTypes(background).Execute()) },
		"listGroupEvents": func(at call) (any, error) {
			return shown(api.ListGroupEvents(background, at.project).EventType([]string{at.name}).Execute())
		},
		"listOrgEvents": func(at call) (any, error) {
			return shown(api.ListOrgEvents(background, at.org).EventType([]string{at.name}).Execute())
		},
	}
}

func accessListOperations20250312(api admin.ProjectIPAccessListApi) operations {
	return operations{
		"createGroupAccessListEntry": func(at call) (any, error) {
			return shown(api.CreateAccessListEntry(background, at.project, into[[]admin.NetworkPermissionEntry](at.body)).Execute())
		},
		"deleteGroupAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteAccessListEntry(background, at.project, at.address).Execute())
		},
		"getGroupAccessListEntry": func(at call) (any, error) {
			return shown(api.GetAccessListEntry(background, at.project, at.address).Execute())
		},
		"getGroupAccessListStatus": func(at call) (any, error) {
			return shown(api.GetAccessListStatus(background, at.project, at.address).Execute())
		},
		"listGroupAccessListEntries": func(at call) (any, error) { return shown(api.ListAccessListEntries(background, at.project).Execute()) },
	}
}

func otherOperations20250312(client *admin.APIClient) operations {
	return operations{
		"getSystemStatus": func(at call) (any, error) { return shown(client.RootApi.GetSystemStatus(background).Execute()) },
		"listControlPlaneIpAddresses": func(at call) (any, error) {
			return shown(client.RootApi.ListControlPlaneAddresses(background).Execute())
		},
		"disableGroupManagedSlowMs": func(at call) (any, error) {
			return done(client.PerformanceAdvisorApi.DisableManagedSlowMs(background, at.project).Execute())
		},
		"enableGroupManagedSlowMs": func(at call) (any, error) {
			return done(client.PerformanceAdvisorApi.EnableManagedSlowMs(background, at.project).Execute())
		},
		"getGroupManagedSlowMs": func(at call) (any, error) {
			return shown(client.PerformanceAdvisorApi.GetManagedSlowMs(background, at.project).Execute())
		},
		"listClusters": func(at call) (any, error) {
			return shown(client.ClustersApi.ListClusters(background, at.project).Execute())
		},
	}
}
