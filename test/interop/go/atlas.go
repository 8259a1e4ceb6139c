// The official Go client of v1.0, go.mongodb.org/atlas.
package main

import (
	"context"
	"errors"

	"github.com/mongodb-forks/digest"
	"go.mongodb.org/atlas/mongodbatlas"
)

var background = context.Background()

// invitations is what the client offers alike for organizations and for projects.
type invitations struct {
	create     func(context.Context, string, *mongodbatlas.Invitation) (*mongodbatlas.Invitation, *mongodbatlas.Response, error)
	list       func(context.Context, string, *mongodbatlas.InvitationOptions) ([]*mongodbatlas.Invitation, *mongodbatlas.Response, error)
	get        func(context.Context, string, string) (*mongodbatlas.Invitation, *mongodbatlas.Response, error)
	update     func(context.Context, string, *mongodbatlas.Invitation) (*mongodbatlas.Invitation, *mongodbatlas.Response, error)
	updateByID func(context.Context, string, string, *mongodbatlas.Invitation) (*mongodbatlas.Invitation, *mongodbatlas.Response, error)
	remove     func(context.Context, string, string) (*mongodbatlas.Response, error)
}

func openAtlas(key string) (*mongodbatlas.Client, error) {
	transport, err := digest.NewTransport(public, key).Client()
	if err != nil {
		return nil, err
	}
	return mongodbatlas.New(transport, mongodbatlas.SetBaseURL(baseURL+"/"))
}

// runAtlas is the official client of v1.0.
func runAtlas() error {
	client, err := openAtlas(private)
	if err != nil {
		return err
	}
	orgs, projects := client.Organizations, client.Projects
	ofOrg := invitations{orgs.InviteUser, orgs.Invitations, orgs.Invitation, orgs.UpdateInvitation, orgs.UpdateInvitationByID, orgs.DeleteInvitation}
	ofProject := invitations{projects.InviteUser, projects.Invitations, projects.Invitation, projects.UpdateInvitation, projects.UpdateInvitationByID, projects.DeleteInvitation}
	flow("organization invitations", func() error {
		return ofOrg.lifecycle(org, "go-atlas-org@example.com", "ORG_MEMBER", "ORG_READ_ONLY")
	})
	flow("project invitations", func() error {
		return ofProject.lifecycle(project, "go-atlas-project@example.com", "GROUP_READ_ONLY", "GROUP_OWNER")
	})
	flow("accepted, then gone", func() error { return acceptedInAtlas(ofOrg) })
	flow("projects", func() error { return projectsInAtlas(projects) })
	flow("another tenant's organization", func() error {
		_, _, err := ofOrg.list(background, other, nil)
		return refused(err, "ORG_NOT_FOUND")
	})
	flow("a path with %20", func() error {
		found, _, err := projects.GetOneProjectByName(background, "North Pier")
		if err != nil {
			return err
		}
		return same("project", found.ID, project)
	})
	flow("wrong credentials", func() error {
		stranger, err := openAtlas(wrongKey)
		if err != nil {
			return err
		}
		if err := resetTally(); err != nil {
			return err
		}
		_, _, err = stranger.Organizations.Get(background, org)
		return errors.Join(refused(err, "UNEXPECTED_ERROR"), answered(401, 401))
	})
	flow("three calls on one client", func() error { return threeCallsInAtlas(client) })
	return nil
}

func (api invitations) lifecycle(parent, username, role, otherRole string) error {
	made, _, err := api.create(background, parent, &mongodbatlas.Invitation{Username: username, Roles: []string{role}})
	if err != nil {
		return err
	}
	list, _, err := api.list(background, parent, &mongodbatlas.InvitationOptions{Username: username})
	if err := errors.Join(err, same("list", list, []*mongodbatlas.Invitation{made})); err != nil {
		return err
	}
	got, _, err := api.get(background, parent, made.ID)
	if err := errors.Join(err, same("get", got, made)); err != nil {
		return err
	}
	changed, _, err := api.updateByID(background, parent, made.ID, &mongodbatlas.Invitation{Roles: []string{otherRole}})
	want := *made
	want.Roles = []string{otherRole}
	if err := errors.Join(err, same("update by id", changed, &want)); err != nil {
		return err
	}
	back, _, err := api.update(background, parent, &mongodbatlas.Invitation{Username: username, Roles: []string{role}})
	if err := errors.Join(err, same("update by name", back, made)); err != nil {
		return err
	}
	answer, err := api.remove(background, parent, made.ID)
	if err != nil {
		return err
	}
	_, _, err = api.get(background, parent, made.ID)
	return errors.Join(same("delete", answer.StatusCode, 204), refused(err, "INVALID_INVITATION_ID"))
}

func acceptedInAtlas(api invitations) error {
	invitation := &mongodbatlas.Invitation{Username: "go-atlas-accepts@example.com", Roles: []string{"ORG_MEMBER"}}
	made, _, err := api.create(background, org, invitation)
	if err != nil {
		return err
	}
	_, _, twice := api.create(background, org, invitation)
	if err := errors.Join(refused(twice, "USER_ALREADY_IN_ORG"), accept(made.ID)); err != nil {
		return err
	}
	_, _, gone := api.get(background, org, made.ID)
	_, _, again := api.create(background, org, invitation)
	return errors.Join(refused(gone, "INVALID_INVITATION_ID"), refused(again, "USER_ALREADY_IN_ORG"))
}

func projectsInAtlas(api mongodbatlas.ProjectsService) error {
	made, _, err := api.Create(background, &mongodbatlas.Project{Name: "West Pier", OrgID: org}, nil)
	if err != nil {
		return err
	}
	_, _, twice := api.Create(background, &mongodbatlas.Project{Name: "West Pier", OrgID: org}, nil)
	page, _, err := api.GetAllProjects(background, &mongodbatlas.ListOptions{PageNum: 1, ItemsPerPage: 1})
	if err != nil {
		return err
	}
	_, removed := api.Delete(background, made.ID)
	_, _, gone := api.GetOneProject(background, made.ID)
	return errors.Join(
		refused(twice, "GROUP_ALREADY_EXISTS"), same("page", len(page.Results), 1), removed, refused(gone, "GROUP_NOT_FOUND"),
	)
}

func threeCallsInAtlas(client *mongodbatlas.Client) error {
	if err := resetTally(); err != nil {
		return err
	}
	_, _, first := client.Organizations.Get(background, org)
	_, _, second := client.Projects.GetAllProjects(background, &mongodbatlas.ListOptions{PageNum: 1})
	_, _, third := client.Organizations.Invitations(background, org, nil)
	return errors.Join(first, second, third, answered(401, 200, 401, 200, 401, 200))
}

// refused is an error unless the client understood the refusal by its code.
func refused(err error, code string) error {
	var response *mongodbatlas.ErrorResponse
	if !errors.As(err, &response) {
		return errors.Join(errors.New("no refusal where "+code+" was due"), err)
	}
	return same("error code", response.ErrorCode, code)
}
