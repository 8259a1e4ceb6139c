// Plain net/http, with the digest transport of the official clients or with OAuth tokens, on every face of the service.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/mongodb-forks/digest"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// face is one of the services, as far as calling them differs.
type face struct {
	name, prefix, accept string
	created              int
}

var (
	v2    = face{"v2", "/api/atlas/v2", "application/vnd.atlas.2023-01-01+json", 200}
	faces = []face{
		{"v1.0", "/api/atlas/v1.0", "application/json", 200},
		v2,
		{"Cloud Manager", "/api/public/v1.0", "application/json", 201},
	}
)

// wire calls one face over a client of net/http.
type wire struct {
	face
	client *http.Client
}

type object = map[string]any

// call is an error unless the status is the expected one; it answers the decoded body.
func (w wire) call(method, path string, body any, want int) (any, error) {
	var content io.Reader
	if body != nil {
		content = toJSON(body)
	}
	request, err := http.NewRequest(method, baseURL+w.prefix+path, content)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", w.accept)
	if body != nil {
		request.Header.Set("Content-Type", w.accept)
	}
	answer, err := w.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != want {
		return nil, fmt.Errorf("%s %s: %d instead of %d: %s", method, path, answer.StatusCode, want, text)
	}
	if len(text) == 0 {
		return nil, nil
	}
	var decoded any
	err = json.Unmarshal(text, &decoded)
	return decoded, err
}

func (w wire) refused(method, path string, body any, status int, code string) error {
	answer, err := w.call(method, path, body, status)
	if err != nil {
		return err
	}
	fault, _ := answer.(object)
	return same("error code", fault["errorCode"], code)
}

func (w wire) lifecycle(path, username, role, otherRole string) error {
	answer, err := w.call("POST", path, object{"roles": []string{role}, "username": username}, w.created)
	made, _ := answer.(object)
	if err != nil {
		return err
	}
	one := fmt.Sprintf("%s/%v", path, made["id"])
	changed := object{}
	for name, value := range made {
		changed[name] = value
	}
	changed["roles"] = []any{otherRole}
	steps := []struct {
		method, path string
		body         any
		want         any
	}{
		{"GET", path + "?username=" + url.QueryEscape(username), nil, []any{made}},
		{"GET", one, nil, made},
		{"PATCH", one, object{"roles": []string{otherRole}}, changed},
		{"PATCH", path, object{"roles": []string{role}, "username": username}, made},
	}
	for _, step := range steps {
		got, err := w.call(step.method, step.path, step.body, http.StatusOK)
		if err := errors.Join(err, same(step.method+" "+step.path, got, step.want)); err != nil {
			return err
		}
	}
	removed, err := w.call("DELETE", one, nil, http.StatusNoContent)
	if err := errors.Join(err, same("delete", removed, nil)); err != nil {
		return err
	}
	return w.refused("GET", one, nil, http.StatusNotFound, "INVALID_INVITATION_ID")
}

func openDigest(key string) (*http.Client, error) { return digest.NewTransport(public, key).Client() }

// runDigest is what most Go programs are made of: net/http and the digest transport of the official clients.
func runDigest() error {
	client, err := openDigest(private)
	if err != nil {
		return err
	}
	for _, each := range faces {
		w := wire{each, client}
		slug := strings.ToLower(strings.ReplaceAll(each.name, " ", "-"))
		flow("organization invitations, "+each.name, func() error {
			return w.lifecycle("/orgs/"+org+"/invites", "go-org-"+slug+"@example.com", "ORG_MEMBER", "ORG_READ_ONLY")
		})
		flow("project invitations, "+each.name, func() error {
			return w.lifecycle("/groups/"+project+"/invites", "go-project-"+slug+"@example.com", "GROUP_READ_ONLY", "GROUP_OWNER")
		})
	}
	w := wire{v2, client}
	flow("a path with %20", func() error {
		found, err := w.call("GET", "/groups/byName/North%20Pier", nil, http.StatusOK)
		if err != nil {
			return err
		}
		named, _ := found.(object)
		return same("project", named["id"], any(project))
	})
	flow("another tenant's organization", func() error {
		return w.refused("GET", "/orgs/"+other+"/invites", nil, http.StatusNotFound, "ORG_NOT_FOUND")
	})
	flow("wrong credentials", func() error {
		stranger, err := openDigest(wrongKey)
		if err != nil {
			return err
		}
		if err := resetTally(); err != nil {
			return err
		}
		return errors.Join(
			wire{v2, stranger}.refused("GET", "/orgs/"+org, nil, http.StatusUnauthorized, "UNEXPECTED_ERROR"), answered(401, 401),
		)
	})
	return nil
}

// tokensFor asks for tokens of the service account.
func tokensFor(secret string) clientcredentials.Config {
	return clientcredentials.Config{
		ClientID:     clientID,
		ClientSecret: secret,
		TokenURL:     baseURL + "/api/oauth/token",
		AuthStyle:    oauth2.AuthStyleInHeader,
	}
}

// runOAuth is net/http with the token source that the official SDK uses.
func runOAuth() error {
	config := tokensFor(clientSecret)
	w := wire{v2, config.Client(background)}
	flow("organization invitations", func() error {
		return w.lifecycle("/orgs/"+org+"/invites", "go-oauth@example.com", "ORG_MEMBER", "ORG_READ_ONLY")
	})
	flow("three calls, one token", func() error {
		fresh := wire{v2, config.Client(background)}
		if err := resetTally(); err != nil {
			return err
		}
		for range 3 {
			if _, err := fresh.call("GET", "/orgs/"+org, nil, http.StatusOK); err != nil {
				return err
			}
		}
		return answered(200, 200, 200, 200)
	})
	flow("wrong credentials", func() error {
		config := tokensFor(wrongClientSecret)
		_, err := config.Token(background)
		var refusal *oauth2.RetrieveError
		if !errors.As(err, &refusal) {
			return fmt.Errorf("no refusal: %w", err)
		}
		return errors.Join(same("status", refusal.Response.StatusCode, 401), same("error", refusal.ErrorCode, "invalid_client"))
	})
	return nil
}
