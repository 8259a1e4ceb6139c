// The SDK's major version v20241113005.
package main

import (
	"net/http"

	"go.mongodb.org/atlas-sdk/v20241113005/admin"
	"go.mongodb.org/atlas-sdk/v20241113005/auth/clientcredentials"
	"golang.org/x/oauth2"
)

func open20241113(as credentials) (*sdk, error) {
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
		operations:  operations20241113(client),
		isErrorCode: admin.IsErrorCode,
		ofOrg:       orgInvitations20241113(orgs),
		ofProject:   projectInvitations20241113(projects),
		orgs: func(pageNum, itemsPerPage int) ([]string, int, error) {
			page, _, err := orgs.ListOrganizations(background).PageNum(pageNum).ItemsPerPage(itemsPerPage).Execute()
			return idsOf(page.GetResults()), page.GetTotalCount(), err
		},
		oneOrg: func(id string) (sdkNamed, error) { return aNamed(orgs.GetOrganization(background, id).Execute()) },
		projects: func(pageNum, itemsPerPage int) ([]string, int, error) {
			page, _, err := projects.ListProjects(background).PageNum(pageNum).ItemsPerPage(itemsPerPage).Execute()
			return idsOf(page.GetResults()), page.GetTotalCount(), err
		},
		createProject: func(name string) (sdkNamed, error) {
			return aNamed(projects.CreateProject(background, &admin.Group{Name: name, OrgId: org}).Execute())
		},
		oneProject: func(id string) (sdkNamed, error) { return aNamed(projects.GetProject(background, id).Execute()) },
		projectByName: func(name string) (sdkNamed, error) {
			return aNamed(projects.GetProjectByName(background, name).Execute())
		},
		deleteProject: func(id string) error {
			_, _, err := projects.DeleteProject(background, id).Execute()
			return err
		},
		userByName: func(username string) (sdkPerson, error) {
			return person20241113(users.GetUserByUsername(background, username).Execute())
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

func orgInvitations20241113(api admin.OrganizationsApi) sdkInvitations {
	return sdkInvitations{
		create: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.CreateOrganizationInvitation(background, parent, request).Execute())
		},
		list: func(parent string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListOrganizationInvitations(background, parent).Execute())
		},
		listByName: func(parent, username string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListOrganizationInvitations(background, parent).Username(username).Execute())
		},
		get: func(parent, id string) (sdkInvitation, error) {
			return anInvitation(api.GetOrganizationInvitation(background, parent, id).Execute())
		},
		updateByID: func(parent, id, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationUpdateRequest{Roles: &[]string{role}}
			return anInvitation(api.UpdateOrganizationInvitationById(background, parent, id, request).Execute())
		},
		updateByName: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.OrganizationInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.UpdateOrganizationInvitation(background, parent, request).Execute())
		},
		remove: func(parent, id string) (*http.Response, error) {
			_, answer, err := api.DeleteOrganizationInvitation(background, parent, id).Execute()
			return answer, err
		},
	}
}

func projectInvitations20241113(api admin.ProjectsApi) sdkInvitations {
	return sdkInvitations{
		create: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.CreateProjectInvitation(background, parent, request).Execute())
		},
		list: func(parent string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListProjectInvitations(background, parent).Execute())
		},
		listByName: func(parent, username string) ([]sdkInvitation, error) {
			return invitationsOf(api.ListProjectInvitations(background, parent).Username(username).Execute())
		},
		get: func(parent, id string) (sdkInvitation, error) {
			return anInvitation(api.GetProjectInvitation(background, parent, id).Execute())
		},
		updateByID: func(parent, id, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationUpdateRequest{Roles: &[]string{role}}
			return anInvitation(api.UpdateProjectInvitationById(background, parent, id, request).Execute())
		},
		updateByName: func(parent, username, role string) (sdkInvitation, error) {
			request := &admin.GroupInvitationRequest{Username: &username, Roles: &[]string{role}}
			return anInvitation(api.UpdateProjectInvitation(background, parent, request).Execute())
		},
		remove: func(parent, id string) (*http.Response, error) {
			_, answer, err := api.DeleteProjectInvitation(background, parent, id).Execute()
			return answer, err
		},
	}
}

func person20241113(user *admin.CloudAppUser, _ *http.Response, err error) (sdkPerson, error) {
	return personOf(user.GetUsername(), user.GetRoles()), err
}
