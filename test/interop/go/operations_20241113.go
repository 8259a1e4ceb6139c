// Every operation of the SDK's major version v20241113005 but the invitations, under its official name.
package main

import "go.mongodb.org/atlas-sdk/v20241113005/admin"

func operations20241113(client *admin.APIClient) operations {
	return merged(
		organizationOperations20241113(client.OrganizationsApi),
		projectOperations20241113(client.ProjectsApi),
		userOperations20241113(client.MongoDBCloudUsersApi),
		teamOperations20241113(client.TeamsApi),
		apiKeyOperations20241113(client.ProgrammaticAPIKeysApi),
		serviceAccountOperations20241113(client.ServiceAccountsApi),
		eventOperations20241113(client.EventsApi),
		accessListOperations20241113(client.ProjectIPAccessListApi),
		otherOperations20241113(client),
	)
}

func organizationOperations20241113(api admin.OrganizationsApi) operations {
	return operations{
		"createOrg": func(at call) (any, error) {
			return shown(api.CreateOrganization(background, into[admin.CreateOrganizationRequest](at.body)).Execute())
		},
		"deleteOrg":      func(at call) (any, error) { return shown(api.DeleteOrganization(background, at.org).Execute()) },
		"getOrg":         func(at call) (any, error) { return shown(api.GetOrganization(background, at.org).Execute()) },
		"getOrgSettings": func(at call) (any, error) { return shown(api.GetOrganizationSettings(background, at.org).Execute()) },
		"getOrgGroups":   func(at call) (any, error) { return shown(api.ListOrganizationProjects(background, at.org).Execute()) },
		"listOrgUsers":   func(at call) (any, error) { return shown(api.ListOrganizationUsers(background, at.org).Execute()) },
		"listOrgs":       func(at call) (any, error) { return shown(api.ListOrganizations(background).Execute()) },
		"removeOrgUser": func(at call) (any, error) {
			return shown(api.RemoveOrganizationUser(background, at.org, at.user).Execute())
		},
		"updateOrg": func(at call) (any, error) {
			return shown(api.UpdateOrganization(background, at.org, into[admin.AtlasOrganization](at.body)).Execute())
		},
		"updateOrgUserRoles": func(at call) (any, error) {
			return shown(api.UpdateOrganizationRoles(background, at.org, at.user, into[admin.UpdateOrgRolesForUser](at.body)).Execute())
		},
		"updateOrgSettings": func(at call) (any, error) {
			return shown(api.UpdateOrganizationSettings(background, at.org, into[admin.OrganizationSettings](at.body)).Execute())
		},
	}
}

func projectOperations20241113(api admin.ProjectsApi) operations {
	return operations{
		"addGroupAccessUser": func(at call) (any, error) {
			return shown(api.AddUserToProject(background, at.project, into[admin.GroupInvitationRequest](at.body)).Execute())
		},
		"createGroup": func(at call) (any, error) {
			return shown(api.CreateProject(background, into[admin.Group](at.body)).Execute())
		},
		"deleteGroup": func(at call) (any, error) { return shown(api.DeleteProject(background, at.project).Execute()) },
		"deleteGroupLimit": func(at call) (any, error) {
			return shown(api.DeleteProjectLimit(background, at.name, at.project).Execute())
		},
		"getGroup":       func(at call) (any, error) { return shown(api.GetProject(background, at.project).Execute()) },
		"getGroupByName": func(at call) (any, error) { return shown(api.GetProjectByName(background, at.name).Execute()) },
		"getGroupLimit": func(at call) (any, error) {
			return shown(api.GetProjectLimit(background, at.name, at.project).Execute())
		},
		"getGroupSettings": func(at call) (any, error) { return shown(api.GetProjectSettings(background, at.project).Execute()) },
		"listGroupLimits":  func(at call) (any, error) { return shown(api.ListProjectLimits(background, at.project).Execute()) },
		"listGroupUsers":   func(at call) (any, error) { return shown(api.ListProjectUsers(background, at.project).Execute()) },
		"listGroups":       func(at call) (any, error) { return shown(api.ListProjects(background).Execute()) },
		"migrateGroup": func(at call) (any, error) {
			return shown(api.MigrateProjectToAnotherOrg(background, at.project, into[admin.GroupMigrationRequest](at.body)).Execute())
		},
		"removeGroupUser": func(at call) (any, error) {
			return done(api.RemoveProjectUser(background, at.project, at.user).Execute())
		},
		"getGroupIpAddresses": func(at call) (any, error) { return shown(api.ReturnAllIpAddresses(background, at.project).Execute()) },
		"setGroupLimit": func(at call) (any, error) {
			return shown(api.SetProjectLimit(background, at.name, at.project, into[admin.DataFederationLimit](at.body)).Execute())
		},
		"updateGroup": func(at call) (any, error) {
			return shown(api.UpdateProject(background, at.project, into[admin.GroupUpdate](at.body)).Execute())
		},
		"updateGroupUserRoles": func(at call) (any, error) {
			return shown(api.UpdateProjectRoles(background, at.project, at.user, into[admin.UpdateGroupRolesForUser](at.body)).Execute())
		},
		"updateGroupSettings": func(at call) (any, error) {
			return shown(api.UpdateProjectSettings(background, at.project, into[admin.GroupSettings](at.body)).Execute())
		},
	}
}

func userOperations20241113(api admin.MongoDBCloudUsersApi) operations {
	return operations{
		"createUser": func(at call) (any, error) {
			return shown(api.CreateUser(background, into[admin.CloudAppUser](at.body)).Execute())
		},
		"getUser":       func(at call) (any, error) { return shown(api.GetUser(background, at.user).Execute()) },
		"getUserByName": func(at call) (any, error) { return shown(api.GetUserByUsername(background, at.name).Execute()) },
	}
}

func teamOperations20241113(api admin.TeamsApi) operations {
	return operations{
		"addGroupTeams": func(at call) (any, error) {
			return shown(api.AddAllTeamsToProject(background, at.project, into[[]admin.TeamRole](at.body)).Execute())
		},
		"addOrgTeamUsers": func(at call) (any, error) {
			return shown(api.AddTeamUser(background, at.org, at.team, into[[]admin.AddUserToTeam](at.body)).Execute())
		},
		"createOrgTeam": func(at call) (any, error) {
			return shown(api.CreateTeam(background, at.org, into[admin.Team](at.body)).Execute())
		},
		"deleteOrgTeam":    func(at call) (any, error) { return shown(api.DeleteTeam(background, at.org, at.team).Execute()) },
		"getOrgTeam":       func(at call) (any, error) { return shown(api.GetTeamById(background, at.org, at.team).Execute()) },
		"getOrgTeamByName": func(at call) (any, error) { return shown(api.GetTeamByName(background, at.org, at.name).Execute()) },
		"listOrgTeams":     func(at call) (any, error) { return shown(api.ListOrganizationTeams(background, at.org).Execute()) },
		"listGroupTeams":   func(at call) (any, error) { return shown(api.ListProjectTeams(background, at.project).Execute()) },
		"listOrgTeamUsers": func(at call) (any, error) { return shown(api.ListTeamUsers(background, at.org, at.team).Execute()) },
		"removeGroupTeam": func(at call) (any, error) {
			return done(api.RemoveProjectTeam(background, at.project, at.team).Execute())
		},
		"removeOrgTeamUserFromTeam": func(at call) (any, error) {
			return done(api.RemoveTeamUser(background, at.org, at.team, at.user).Execute())
		},
		"renameOrgTeam": func(at call) (any, error) {
			return shown(api.RenameTeam(background, at.org, at.team, into[admin.TeamUpdate](at.body)).Execute())
		},
		"updateGroupTeam": func(at call) (any, error) {
			return shown(api.UpdateTeamRoles(background, at.project, at.team, into[admin.TeamRole](at.body)).Execute())
		},
	}
}

func apiKeyOperations20241113(api admin.ProgrammaticAPIKeysApi) operations {
	return operations{
		"addGroupApiKey": func(at call) (any, error) {
			return shown(api.AddProjectApiKey(background, at.project, at.key, into[[]admin.UserAccessRoleAssignment](at.body)).Execute())
		},
		"createOrgApiKey": func(at call) (any, error) {
			return shown(api.CreateApiKey(background, at.org, into[admin.CreateAtlasOrganizationApiKey](at.body)).Execute())
		},
		"createOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return shown(api.CreateApiKeyAccessList(background, at.org, at.key, into[[]admin.UserAccessListRequest](at.body)).Execute())
		},
		"createGroupApiKey": func(at call) (any, error) {
			return shown(api.CreateProjectApiKey(background, at.project, into[admin.CreateAtlasProjectApiKey](at.body)).Execute())
		},
		"deleteOrgApiKey": func(at call) (any, error) { return shown(api.DeleteApiKey(background, at.org, at.key).Execute()) },
		"deleteOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return shown(api.DeleteApiKeyAccessListEntry(background, at.org, at.key, at.address).Execute())
		},
		"getOrgApiKey": func(at call) (any, error) { return shown(api.GetApiKey(background, at.org, at.key).Execute()) },
		"getOrgApiKeyAccessListEntry": func(at call) (any, error) {
			return shown(api.GetApiKeyAccessList(background, at.org, at.address, at.key).Execute())
		},
		"listOrgApiKeyAccessListEntries": func(at call) (any, error) {
			return shown(api.ListApiKeyAccessListsEntries(background, at.org, at.key).Execute())
		},
		"listOrgApiKeys":   func(at call) (any, error) { return shown(api.ListApiKeys(background, at.org).Execute()) },
		"listGroupApiKeys": func(at call) (any, error) { return shown(api.ListProjectApiKeys(background, at.project).Execute()) },
		"removeGroupApiKey": func(at call) (any, error) {
			return shown(api.RemoveProjectApiKey(background, at.project, at.key).Execute())
		},
		"updateOrgApiKey": func(at call) (any, error) {
			return shown(api.UpdateApiKey(background, at.org, at.key, into[admin.UpdateAtlasOrganizationApiKey](at.body)).Execute())
		},
		"updateGroupApiKeyRoles": func(at call) (any, error) {
			return shown(api.UpdateApiKeyRoles(background, at.project, at.key, into[admin.UpdateAtlasProjectApiKey](at.body)).Execute())
		},
	}
}

func serviceAccountOperations20241113(api admin.ServiceAccountsApi) operations {
	return operations{
		"inviteGroupServiceAccount": func(at call) (any, error) {
			return shown(api.AddProjectServiceAccount(background, at.client, at.project, into[[]admin.GroupServiceAccountRoleAssignment](at.body)).Execute())
		},
		"createGroupServiceAccount": func(at call) (any, error) {
			return shown(api.CreateProjectServiceAccount(background, at.project, into[admin.GroupServiceAccountRequest](at.body)).Execute())
		},
		"createGroupServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.CreateProjectServiceAccountAccessList(background, at.project, at.client, into[[]admin.ServiceAccountIPAccessListEntry](at.body)).Execute())
		},
		"createGroupServiceAccountSecret": func(at call) (any, error) {
			return shown(api.CreateProjectServiceAccountSecret(background, at.project, at.client, into[admin.ServiceAccountSecretRequest](at.body)).Execute())
		},
		"createOrgServiceAccount": func(at call) (any, error) {
			return shown(api.CreateServiceAccount(background, at.org, into[admin.OrgServiceAccountRequest](at.body)).Execute())
		},
		"createOrgServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.CreateServiceAccountAccessList(background, at.org, at.client, into[[]admin.ServiceAccountIPAccessListEntry](at.body)).Execute())
		},
		"createOrgServiceAccountSecret": func(at call) (any, error) {
			return shown(api.CreateServiceAccountSecret(background, at.org, at.client, into[admin.ServiceAccountSecretRequest](at.body)).Execute())
		},
		"deleteGroupServiceAccount": func(at call) (any, error) {
			return shown(api.DeleteProjectServiceAccount(background, at.client, at.project).Execute())
		},
		"deleteGroupServiceAccountAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteProjectServiceAccountAccessListEntry(background, at.project, at.client, at.address).Execute())
		},
		"deleteGroupServiceAccountSecret": func(at call) (any, error) {
			return done(api.DeleteProjectServiceAccountSecret(background, at.client, at.secret, at.project).Execute())
		},
		"deleteOrgServiceAccount": func(at call) (any, error) {
			return done(api.DeleteServiceAccount(background, at.client, at.org).Execute())
		},
		"deleteOrgServiceAccountAccessListEntry": func(at call) (any, error) {
			return done(api.DeleteServiceAccountAccessListEntry(background, at.org, at.client, at.address).Execute())
		},
		"deleteOrgServiceAccountSecret": func(at call) (any, error) {
			return done(api.DeleteServiceAccountSecret(background, at.client, at.secret, at.org).Execute())
		},
		"getGroupServiceAccount": func(at call) (any, error) {
			return shown(api.GetProjectServiceAccount(background, at.project, at.client).Execute())
		},
		"getOrgServiceAccount": func(at call) (any, error) {
			return shown(api.GetServiceAccount(background, at.org, at.client).Execute())
		},
		"listGroupServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.ListProjectServiceAccountAccessList(background, at.project, at.client).Execute())
		},
		"listGroupServiceAccounts": func(at call) (any, error) {
			return shown(api.ListProjectServiceAccounts(background, at.project).Execute())
		},
		"listOrgServiceAccountAccessList": func(at call) (any, error) {
			return shown(api.ListServiceAccountAccessList(background, at.org, at.client).Execute())
		},
		"getOrgServiceAccountGroups": func(at call) (any, error) {
			return shown(api.ListServiceAccountProjects(background, at.org, at.client).Execute())
		},
		"listOrgServiceAccounts": func(at call) (any, error) { return shown(api.ListServiceAccounts(background, at.org).Execute()) },
		"updateGroupServiceAccount": func(at call) (any, error) {
			return shown(api.UpdateProjectServiceAccount(background, at.client, at.project, into[admin.GroupServiceAccountUpdateRequest](at.body)).Execute())
		},
		"updateOrgServiceAccount": func(at call) (any, error) {
			return shown(api.UpdateServiceAccount(background, at.client, at.org, into[admin.OrgServiceAccountUpdateRequest](at.body)).Execute())
		},
	}
}

func eventOperations20241113(api admin.EventsApi) operations {
	return operations{
		"getOrgEvent": func(at call) (any, error) {
			return shown(api.GetOrganizationEvent(background, at.org, at.event).Execute())
		},
		"getGroupEvent": func(at call) (any, error) {
			return shown(api.GetProjectEvent(background, at.project, at.event).Execute())
		},
		"listEventTypes": func(at call) (any, error) { return shown(api.ListEventTypes(background).Execute()) },
		"listOrgEvents": func(at call) (any, error) {
			return shown(api.ListOrganizationEvents(background, at.org).EventType([]string{at.name}).Execute())
		},
		"listGroupEvents": func(at call) (any, error) {
			return shown(api.ListProjectEvents(background, at.project).EventType([]string{at.name}).Execute())
		},
	}
}

func accessListOperations20241113(api admin.ProjectIPAccessListApi) operations {
	return operations{
		"createGroupAccessListEntry": func(at call) (any, error) {
			return shown(api.CreateProjectIpAccessList(background, at.project, into[[]admin.NetworkPermissionEntry](at.body)).Execute())
		},
		"deleteGroupAccessListEntry": func(at call) (any, error) {
			return shown(api.DeleteProjectIpAccessList(background, at.project, at.address).Execute())
		},
		"getGroupAccessListStatus": func(at call) (any, error) {
			return shown(api.GetProjectIpAccessListStatus(background, at.project, at.address).Execute())
		},
		"getGroupAccessListEntry": func(at call) (any, error) {
			return shown(api.GetProjectIpList(background, at.project, at.address).Execute())
		},
		"listGroupAccessListEntries": func(at call) (any, error) {
			return shown(api.ListProjectIpAccessLists(background, at.project).Execute())
		},
	}
}

func otherOperations20241113(client *admin.APIClient) operations {
	return operations{
		"getSystemStatus": func(at call) (any, error) { return shown(client.RootApi.GetSystemStatus(background).Execute()) },
		"listControlPlaneIpAddresses": func(at call) (any, error) {
			return shown(client.RootApi.ReturnAllControlPlaneIpAddresses(background).Execute())
		},
		"disableGroupManagedSlowMs": func(at call) (any, error) {
			return done(client.PerformanceAdvisorApi.DisableSlowOperationThresholding(background, at.project).Execute())
		},
		"enableGroupManagedSlowMs": func(at call) (any, error) {
			return done(client.PerformanceAdvisorApi.EnableSlowOperationThresholding(background, at.project).Execute())
		},
		"getGroupManagedSlowMs": func(at call) (any, error) {
			return shown(client.PerformanceAdvisorApi.GetManagedSlowMs(background, at.project).Execute())
		},
		"listClusters": func(at call) (any, error) {
			return shown(client.ClustersApi.ListClusters(background, at.project).Execute())
		},
	}
}
