// The official Go SDK of v2, go.mongodb.org/atlas-sdk, as far as it is the same in every major version. What each version
// names differently stands in the file that has its name.
package main

import (
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

// sdk is one client of one major version.
type sdk struct {
	operations    operations
	isErrorCode   func(err error, code string) bool
	ofOrg         sdkInvitations
	ofProject     sdkInvitations
	orgs          sdkPages
	oneOrg        func(id string) (sdkNamed, error)
	projects      sdkPages
	createProject func(name string) (sdkNamed, error)
	oneProject    func(id string) (sdkNamed, error)
	projectByName func(name string) (sdkNamed, error)
	deleteProject func(id string) error
	userByName    func(username string) (sdkPerson, error)
	root          func() (appName, publicKey string, err error)
	revokeToken   func(token *oauth2.Token) error
}

// sdkInvitations is what the SDK offers alike for organizations and for projects; each is given its parent's id first.
type sdkInvitations struct {
	create       func(parent, username, role string) (sdkInvitation, error)
	list         func(parent string) ([]sdkInvitation, error)
	listByName   func(parent, username string) ([]sdkInvitation, error)
	get          func(parent, id string) (sdkInvitation, error)
	updateByID   func(parent, id, role string) (sdkInvitation, error)
	updateByName func(parent, username, role string) (sdkInvitation, error)
	remove       func(parent, id string) (*http.Response, error)
}

// sdkPages answers the ids on a page, and how many there are on all pages.
type sdkPages func(pageNum, itemsPerPage int) (ids []string, total int, err error)

// sdkPerson is a user, with the roles in the organization only.
type sdkPerson struct {
	username string
	orgRoles []string
}

type sdkIdentified interface{ GetId() string }

type sdkNamed interface {
	sdkIdentified
	GetName() string
}

type sdkInvitation interface {
	sdkIdentified
	GetUsername() string
	GetInviterUsername() string
	GetCreatedAt() time.Time
	GetExpiresAt() time.Time
	GetRoles() []string
	SetRoles([]string)
}

// credentials are an API key, for digest, or a service account, for OAuth; `how` says which.
type credentials struct{ how, id, secret string }

// openSDK opens a client of one major version.
type openSDK func(as credentials) (*sdk, error)

func anInvitation[T sdkInvitation](found T, _ *http.Response, err error) (sdkInvitation, error) {
	return found, err
}

func invitationsOf[T any, P interface {
	*T
	sdkInvitation
}](found []T, _ *http.Response, err error) ([]sdkInvitation, error) {
	all := []sdkInvitation{}
	for index := range found {
		all = append(all, P(&found[index]))
	}
	return all, err
}

func aNamed[T sdkNamed](found T, _ *http.Response, err error) (sdkNamed, error) { return found, err }

func idsOf[T any, P interface {
	*T
	sdkIdentified
}](found []T) []string {
	ids := []string{}
	for index := range found {
		ids = append(ids, P(&found[index]).GetId())
	}
	return ids
}

func personOf[T any, P interface {
	*T
	GetOrgId() string
	GetRoleName() string
}](username string, roles []T) sdkPerson {
	person := sdkPerson{username: username}
	for index := range roles {
		if role := P(&roles[index]); role.GetOrgId() == org {
			person.orgRoles = append(person.orgRoles, role.GetRoleName())
		}
	}
	return person
}
