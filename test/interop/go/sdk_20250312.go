// The SDK's major version v20250312010.
package main

import (
	"net/http"

	"go.mongodb.org/atlas-sdk/v20250312010/admin"
	"go.mongodb.org/atlas-sdk/v20250312010/auth/clientcredentials"
	"golang.org/x/oauth2"
)

func open20250312(as credentials) (*sdk, error) {
	use := admin.UseDigestAuth(as.id, as.secret)
	if as.how == "oauth" {
		use = admin.UseOAuthAuth(background, as.id, as.secret)
	}
	client, err := admin.NewClient(admin.UseBaseURL(baseURL), use)
	if err != nil {
		return nil, err
	}
	orgs, projects, users := client.OrganizationsApi, client.ProjectsApi, client.MongoDBCloudUsersApi
	return &sdk{
		operations:  operations20250312(client),
		isErrorCode: admin.IsErrorCode,
		ofOrg:       orgInvitations20250312(orgs),
		ofProject:   projectInvitations20250312(projects),
		orgs: func(pageNum, itemsPerPage int) ([]string, int, error) {
			page, _, err := orgs.ListOrgs(background).PageNum(pageNum).ItemsPerPage(itemsPerPage).Execute()
			return idsOf(page.GetResults()), page.GetTotalCount(), err
		},
		oneOrg: func(id string) (sdkNamed, error) { return aNamed(orgs.GetOrg(background, id).Execute()) },
		projects: func(pageNum, itemsPerPage int) ([]string, int, error) {
			page, _, err := projects.ListGroups(background).PageNum(pageNum).ItemsPerPage(itemsPerPage).Execute()
			return idsOf(page.GetResults()), page.GetTotalCount(), err
		},
		createProject: func(name string) (sdkNamed, error) {
			return aNamed(projects.CreateGroup(background, &admin.Group{Name: name, OrgId: org}).Execute())
		},
		oneProject: func(id string) (sdkNamed, error) { return aNamed(projects.GetGroup(background, id).Execute()) },
		projectByName: func(name string) (sdkNamed, error) {
			return aNamed(projects.GetGroupByName(background, name).Execute())
		},
		deleteProject: func(id string) error {
			_, err := projects.DeleteGroup(background, id).Execute()
			return err
		},
		userByName: func(username string) (sdkPerson, error) {
			return person20250312(users.GetUserByName(background, username).Execute())
		},
		root: func() (string, string, error) {
			status, _, err := client.RootApi.GetSystemStatus(background).Execute()
			key := status.GetApiKey()
			return status.GetAppName(), key.GetPublicKey(), err
		},
		revokeToken: func(token *oauth2.Token) error {
			config := clientcredentials.NewConfig(clientID, clientSecret)
			config.RevokeURL = baseURL + clientcredentials.RevokeAPIPath
			return config.RevokeToken(background, token)
		},
	}, nil
}

func orgInvitations20250312(api admin.OrganizationsApi) sdkInvitations {
	return sdkInvitations{
		create: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.CreateOrgInvite(background, parent, request).Execute())
		},
		list: func(parent string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListOrgInvites(background, parent).Execute())
		},
		listByName: func(parent, username string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListOrgInvites(background, parent).Username(username).Execute())
		},
		get: func(parent, id string) (sdkInvitation, error) {
			return anInvitation(api.GetOrgInvite(background, parent, id).Execute())
		},
		updateByID: func(parent, id, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationUpdateRequest{Roles: &[]string{role}}
			return anInvitation(api.UpdateOrgInviteById(background, parent, id, request).Execute())
		},
		updateByName: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.UpdateOrgInvites(background, parent, request).Execute())
		},
		remove: func(parent, id string) (*http.Response, error) {
			return api.DeleteOrgInvite(background, parent, id).Execute()
		},
	}
}

func projectInvitations20250312(api admin.ProjectsApi) sdkInvitations {
	return sdkInvitations{
		create: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.CreateGroupInvite(background, parent, request).Execute())
		},
		list: func(parent string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListGroupInvites(background, parent).Execute())
		},
		listByName: func(parent, username string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListGroupInvites(background, parent).Username(username).Execute())
		},
		get: func(parent, id string) (sdkInvitation, error) {
			return anInvitation(api.GetGroupInvite(background, parent, id).Execute())
		},
		updateByID: func(parent, id, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationUpdateRequest{Roles: &[]string{role}}
			return anInvitation(api.UpdateInviteById(background, parent, id, request).Execute())
		},
		updateByName: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.UpdateGroupInvites(background, parent, request).Execute())
		},
		remove: func(parent, id string) (*http.Response, error) {
			return api.DeleteGroupInvite(background, parent, id).Execute()
		},
	}
}

func person20250312(user *admin.CloudAppUser, _ *http.Response, err error) (sdkPerson, error) {
	return personOf(user.GetUsername(), user.GetRoles()), err
}
