// What the official Go SDK is put through, alike for every major version and both kinds of credentials.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"golang.org/x/oauth2"
)

// runSDK is every flow over one major version. The name keeps apart what the clients leave behind.
func runSDK(name, how string, open openSDK) error {
	owner, wrongSecret := credentials{how, public, private}, wrongKey
	if how == "oauth" {
		owner, wrongSecret = credentials{how, clientID, clientSecret}, wrongClientSecret
	}
	api, err := open(owner)
	if err != nil {
		return err
	}
	address := func(purpose string) string { return fmt.Sprintf("go-%s-%s-%s@example.com", name, how, purpose) }
	flow("organization invitations", func() error {
		return api.lifecycle(api.ofOrg, org, address("org"), owner.id, "ORG_MEMBER", "ORG_READ_ONLY")
	})
	flow("project invitations", func() error {
		return api.lifecycle(api.ofProject, project, address("project"), owner.id, "GROUP_READ_ONLY", "GROUP_OWNER")
	})
	flow("accepted, then gone", func() error { return api.accepted(address("accepts")) })
	flow("projects", func() error { return api.managesProjects("Pier " + name + " " + how) })
	flow("organizations", api.readsOrganizations)
	flow("a user by name", api.readsUser)
	flow("the root", func() error { return api.readsRoot(how) })
	flow("another tenant's organization", func() error {
		_, listing := api.ofOrg.list(other)
		_, reading := api.oneOrg(other)
		return errors.Join(api.refused(listing, "ORG_NOT_FOUND"), api.refused(reading, "ORG_NOT_FOUND"))
	})
	tellStories(api, open, owner, name+" "+how)
	if how == "oauth" {
		flow("wrong credentials", func() error { return wrongSecretInSDK(open, wrongSecret) })
		flow("three calls, one token", func() error { return threeCallsInSDK(open, owner, 200, 200, 200, 200) })
		flow("a revoked token", api.revokes)
		return nil
	}
	flow("wrong credentials", func() error { return wrongKeyInSDK(open, wrongSecret) })
	flow("three calls on one client", func() error {
		return threeCallsInSDK(open, owner, 401, 200, 401, 200, 401, 200)
	})
	return nil
}

// refused is an error unless the SDK understood the refusal by its code.
func (api *sdk) refused(err error, code string) error {
	if api.isErrorCode(err, code) {
		return nil
	}
	return fmt.Errorf("no refusal where %s was due: %v", code, err)
}

func (api *sdk) lifecycle(of sdkInvitations, parent, username, inviter, role, otherRole string) error {
	made, err := of.create(parent, username, role)
	if err != nil {
		return err
	}
	all, err := of.list(parent)
	listed := slices.ContainsFunc(all, func(each sdkInvitation) bool { return each.GetId() == made.GetId() })
	if err := errors.Join(
		err, same("username", made.GetUsername(), username), same("inviter", made.GetInviterUsername(), inviter),
		same("roles", made.GetRoles(), []string{role}), same("in the list", listed, true),
		same("life", made.GetExpiresAt().Sub(made.GetCreatedAt()), 30*24*time.Hour),
	); err != nil {
		return err
	}
	byName, err := of.listByName(parent, username)
	if err := errors.Join(err, same("list by name", byName, []sdkInvitation{made})); err != nil {
		return err
	}
	got, err := of.get(parent, made.GetId())
	if err := errors.Join(err, same("get", got, made)); err != nil {
		return err
	}
	changed, err := of.updateByID(parent, made.GetId(), otherRole)
	made.SetRoles([]string{otherRole})
	if err := errors.Join(err, same("update by id", changed, made)); err != nil {
		return err
	}
	back, err := of.updateByName(parent, username, role)
	made.SetRoles([]string{role})
	if err := errors.Join(err, same("update by name", back, made)); err != nil {
		return err
	}
	answer, err := of.remove(parent, made.GetId())
	if err != nil {
		return err
	}
	_, gone := of.get(parent, made.GetId())
	return errors.Join(same("delete", answer.StatusCode, 204), api.refused(gone, "INVALID_INVITATION_ID"))
}

func (api *sdk) accepted(username string) error {
	made, err := api.ofOrg.create(org, username, "ORG_READ_ONLY")
	if err != nil {
		return err
	}
	_, twice := api.ofOrg.create(org, username, "ORG_READ_ONLY")
	if err := errors.Join(api.refused(twice, "USER_ALREADY_IN_ORG"), accept(made.GetId())); err != nil {
		return err
	}
	_, gone := api.ofOrg.get(org, made.GetId())
	_, again := api.ofOrg.create(org, username, "ORG_READ_ONLY")
	if err := errors.Join(
		api.refused(gone, "INVALID_INVITATION_ID"), api.refused(again, "USER_ALREADY_IN_ORG"),
	); err != nil {
		return err
	}
	person, err := api.userByName(username)
	return errors.Join(err, same("the person", person, sdkPerson{username, []string{"ORG_READ_ONLY"}}))
}

// managesProjects is given a name with spaces, and reads pages of one.
func (api *sdk) managesProjects(name string) error {
	made, err := api.createProject(name)
	if err != nil {
		return err
	}
	_, twice := api.createProject(name)
	got, getting := api.oneProject(made.GetId())
	named, naming := api.projectByName(name)
	if err := errors.Join(
		api.refused(twice, "GROUP_ALREADY_EXISTS"), getting, naming,
		same("name", made.GetName(), name), same("get", got, made), same("get by name", named, made),
	); err != nil {
		return err
	}
	listed, err := readAll(api.projects)
	if err != nil {
		return err
	}
	if !slices.Contains(listed, project) || !slices.Contains(listed, made.GetId()) {
		return fmt.Errorf("projects %v instead of %s, %s and others", listed, project, made.GetId())
	}
	removed := api.deleteProject(made.GetId())
	_, gone := api.oneProject(made.GetId())
	return errors.Join(removed, api.refused(gone, "GROUP_NOT_FOUND"))
}

// readAll reads pages of one; each id is on one page only.
func readAll(pages sdkPages) ([]string, error) {
	all := []string{}
	for {
		ids, total, err := pages(len(all)+1, 1)
		if err := errors.Join(err, same("ids on a page", len(ids), 1)); err != nil {
			return nil, err
		}
		if slices.Contains(all, ids[0]) {
			return nil, fmt.Errorf("%s is on two pages", ids[0])
		}
		all = append(all, ids[0])
		if len(all) >= total {
			return all, same("total", total, len(all))
		}
	}
}

func (api *sdk) readsOrganizations() error {
	ids, err := readAll(api.orgs)
	if err := errors.Join(err, same("organizations", ids, []string{org})); err != nil {
		return err
	}
	one, err := api.oneOrg(org)
	if err != nil {
		return err
	}
	return errors.Join(same("id", one.GetId(), org), same("name", one.GetName(), "Lighthouse"))
}

func (api *sdk) readsUser() error {
	keeper, err := api.userByName("keeper@example.com")
	_, unknown := api.userByName("nobody@example.com")
	return errors.Join(
		err, same("user", keeper, sdkPerson{"keeper@example.com", []string{"ORG_OWNER"}}),
		api.refused(unknown, "USERNAME_NOT_FOUND"),
	)
}

func (api *sdk) readsRoot(how string) error {
	appName, publicKey, err := api.root()
	key := public
	if how == "oauth" {
		key = ""
	}
	return errors.Join(err, same("appName", appName, "MongoDB Atlas"), same("public key", publicKey, key))
}

// wrongKeyInSDK sees one challenge and one refusal, then gives up.
func wrongKeyInSDK(open openSDK, key string) error {
	stranger, err := open(credentials{"digest", public, key})
	if err != nil {
		return err
	}
	if err := resetTally(); err != nil {
		return err
	}
	_, err = stranger.oneOrg(org)
	return errors.Join(stranger.refused(err, "UNEXPECTED_ERROR"), answered(401, 401))
}

// wrongSecretInSDK gets no token, so that no call follows.
func wrongSecretInSDK(open openSDK, secret string) error {
	stranger, err := open(credentials{"oauth", clientID, secret})
	if err != nil {
		return err
	}
	if err := resetTally(); err != nil {
		return err
	}
	_, err = stranger.oneOrg(org)
	var refusal *oauth2.RetrieveError
	if !errors.As(err, &refusal) {
		return fmt.Errorf("no refusal: %w", err)
	}
	return errors.Join(same("error", refusal.ErrorCode, "invalid_client"), answered(401))
}

func threeCallsInSDK(open openSDK, owner credentials, statuses ...int) error {
	api, err := open(owner)
	if err != nil {
		return err
	}
	if err := resetTally(); err != nil {
		return err
	}
	_, first := api.oneOrg(org)
	_, _, second := api.projects(1, 1)
	_, third := api.ofOrg.list(org)
	return errors.Join(first, second, third, answered(statuses...))
}

// revokes lets the SDK revoke a token, which was good until then.
func (api *sdk) revokes() error {
	config := tokensFor(clientSecret)
	token, err := config.Token(background)
	if err != nil {
		return err
	}
	holder := wire{v2, oauth2.NewClient(background, oauth2.StaticTokenSource(token))}
	if _, err := holder.call("GET", "/orgs/"+org, nil, http.StatusOK); err != nil {
		return err
	}
	if err := api.revokeToken(token); err != nil {
		return err
	}
	_, err = holder.call("GET", "/orgs/"+org, nil, http.StatusUnauthorized)
	return err
}
