// Every resource of the service through one version of the SDK, and the check that none of its operations was left out.
package main

import (
	"fmt"
	"maps"
	"slices"
)

// tellStories runs one flow for each family of operations.
func tellStories(api *sdk, open openSDK, owner credentials, label string) {
	tell := func(name string, run func(s *story)) {
		flow(name, func() error {
			s := &story{api: api, label: label}
			run(s)
			return s.err
		})
	}
	tell("an organization with an API key", func(s *story) { s.organizationWithKey(open) })
	tell("a project", (*story).managesProject)
	tell("a project's limits", (*story).limitsProject)
	tell("a project moves", func(s *story) { s.migratesProject(open) })
	tell("a project's IP access list", (*story).keepsNetworkAccess)
	tell("users, all roles anew", (*story).replacesRoles)
	tell("a team", (*story).managesTeam)
	tell("a team in a project", (*story).assignsTeam)
	tell("an API key", func(s *story) { s.managesAPIKey(open) })
	tell("an API key in a project", (*story).assignsAPIKey)
	tell("a service account", func(s *story) { s.managesServiceAccount(open) })
	tell("a project's service account", func(s *story) { s.managesServiceAccountOfProject(open) })
	tell("events", func(s *story) { s.readsEvents(owner) })
	tell("the service itself", (*story).readsService)
	if api.has("createOrgUser") {
		tell("a member, invited", (*story).invitesMember)
		tell("a project's users", (*story).addsToProject)
		tell("a team's users", (*story).usersOfTeam)
		tell("an organization with a service account", func(s *story) { s.organizationWithServiceAccount(open) })
		tell("a service account, invited", func(s *story) { s.invitesServiceAccount(object{"roles": list{"GROUP_READ_ONLY"}}) })
	} else {
		tell("users with flat roles", (*story).listsFlatRoles)
		tell("a service account, not invited by a list", func(s *story) {
			s.invitesServiceAccount(list{object{"roles": list{"GROUP_READ_ONLY"}}})
		})
	}
	flow("no operation left out", func() error {
		left := slices.DeleteFunc(slices.Sorted(maps.Keys(api.operations)), func(name string) bool { return called[name] })
		if len(left) > 0 {
			return fmt.Errorf("never called: %v", left)
		}
		return nil
	})
}

func (api *sdk) has(operation string) bool { return api.operations[operation] != nil }
