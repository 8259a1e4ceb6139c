// The Go clients: `go-clients atlas` or another name in `main` runs one of them and prints a line for each flow.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strings"
)

const (
	wrongKey          = "00000000-0000-4000-8000-000000000000"
	wrongClientSecret = "mdb_sa_sk_wrong"
)

var (
	baseURL      = os.Getenv("ATRIUM_URL")
	org          = os.Getenv("ATRIUM_ORG")
	project      = os.Getenv("ATRIUM_PROJECT")
	other        = os.Getenv("ATRIUM_OTHER_ORG")
	public       = os.Getenv("ATRIUM_PUBLIC_KEY")
	private      = os.Getenv("ATRIUM_PRIVATE_KEY")
	clientID     = os.Getenv("ATRIUM_CLIENT_ID")
	clientSecret = os.Getenv("ATRIUM_CLIENT_SECRET")
	failed       bool
)

// flow runs one flow and prints its name, a tab, and "ok" or what went wrong.
func flow(name string, run func() error) {
	err := run()
	if err == nil {
		fmt.Printf("%s\tok\n", name)
		return
	}
	failed = true
	fmt.Printf("%s\tFAILED: %s\n", name, strings.Join(strings.Fields(err.Error()), " "))
}

// same is an error unless both are deeply equal.
func same(what string, got, want any) error {
	if reflect.DeepEqual(got, want) {
		return nil
	}
	return fmt.Errorf("%s: %v instead of %v", what, got, want)
}

// accept accepts an invitation as the person invited.
func accept(id string) error {
	answer, err := http.Post(baseURL+"/_atrium/invitations/"+id+":accept", "", nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return same("accepting", answer.StatusCode, http.StatusOK)
}

func resetTally() error {
	answer, err := http.Post(baseURL+"/__tally/reset", "", nil)
	if err == nil {
		err = answer.Body.Close()
	}
	return err
}

// answered is an error unless the answers since the last reset had these statuses.
func answered(want ...int) error {
	answer, err := http.Get(baseURL + "/__tally")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var tally struct{ Statuses []int }
	if err := json.NewDecoder(answer.Body).Decode(&tally); err != nil {
		return err
	}
	if slices.Equal(tally.Statuses, want) {
		return nil
	}
	return fmt.Errorf("answers %v instead of %v", tally.Statuses, want)
}

func toJSON(body any) *bytes.Reader {
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return bytes.NewReader(text)
}

func main() {
	clients := map[string]func() error{
		"atlas":               runAtlas,
		"digest":              runDigest,
		"oauth":               runOAuth,
		"sdk-20241113 digest": func() error { return runSDK("20241113", "digest", open20241113) },
		"sdk-20241113 oauth":  func() error { return runSDK("20241113", "oauth", open20241113) },
		"sdk-20250312 digest": func() error { return runSDK("20250312", "digest", open20250312) },
		"sdk-20250312 oauth":  func() error { return runSDK("20250312", "oauth", open20250312) },
	}
	run, known := clients[strings.Join(os.Args[1:], " ")]
	err := fmt.Errorf("which client: %s?", strings.Join(slices.Sorted(maps.Keys(clients)), ", "))
	if known {
		err = run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	if err != nil || failed {
		os.Exit(1)
	}
}
