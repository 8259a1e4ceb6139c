// What the stories about the SDK's operations are told with. They name operations as the official document does and
// write bodies and answers as plain JSON, because the versions of the SDK differ in their methods and types: each table
// of operations reads a body into its version's type, and shows what that version's type has kept of an answer.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"
)

// call is what an operation is given: whatever its path names, and its body.
type call struct {
	org, project, user, team, key, client, secret, event, name, address string
	body                                                                any
}

type operation func(at call) (any, error)

// operations has each operation of one version under its official name.
type operations map[string]operation

type list = []any

func merged(tables ...operations) operations {
	all := operations{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}

// shown is an answer as plain JSON.
func shown[T any](answer T, _ *http.Response, err error) (any, error) { return plain(answer), err }

// done is the outcome of an operation that answers nothing.
func done(_ *http.Response, err error) (any, error) { return nil, err }

func plain(value any) any {
	var decoded any
	if err := json.NewDecoder(toJSON(value)).Decode(&decoded); err != nil {
		panic(err)
	}
	return decoded
}

// into reads a body into a type of the SDK. A property that the type lacks is a mistake of the story.
func into[T any](body any) *T {
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	read := new(T)
	if err := decoder.Decode(read); err != nil {
		panic(err)
	}
	return read
}

// story is a sequence of calls that ends with the first surprise.
type story struct {
	api *sdk
	// label keeps apart what the clients leave behind.
	label string
	err   error
}

var called = map[string]bool{}

func (s *story) fail(operation, format string, parameters ...any) {
	if s.err == nil {
		s.err = fmt.Errorf("%s: %s", operation, fmt.Sprintf(format, parameters...))
	}
}

// calls answers what the operation shows; the story goes on only if the service accepted it.
func (s *story) calls(operation string, at call) any {
	if s.err != nil {
		return nil
	}
	answer, err := s.attempt(operation, at)
	if err != nil {
		s.fail(operation, "%v", err)
	}
	return answer
}

func (s *story) attempt(operation string, at call) (any, error) {
	run, exists := s.api.operations[operation]
	if !exists {
		return nil, fmt.Errorf("the SDK has no %s", operation)
	}
	called[operation] = true
	return run(at)
}

// shows is for an answer that has at least these properties with these values.
func (s *story) shows(operation string, at call, want any) any {
	answer := s.calls(operation, at)
	if s.err == nil && !holds(answer, plain(want)) {
		s.fail(operation, "%v does not show %v", answer, want)
	}
	return answer
}

// makes answers the id of what was made.
func (s *story) makes(operation string, at call, want object) string {
	return text(s.shows(operation, at, want), "id")
}

// lists is for an answer one of whose entries has at least these properties with these values.
func (s *story) lists(operation string, at call, want object) any {
	answer := s.calls(operation, at)
	for _, entry := range entries(answer) {
		if holds(entry, plain(want)) {
			return entry
		}
	}
	s.fail(operation, "%v does not list %v", answer, want)
	return nil
}

// omits is for an answer none of whose entries has all of these properties with these values.
func (s *story) omits(operation string, at call, unwanted object) {
	for _, entry := range entries(s.calls(operation, at)) {
		if holds(entry, plain(unwanted)) {
			s.fail(operation, "lists %v", entry)
		}
	}
}

// refuses is for a call that the service turns down, in words that the SDK understands.
func (s *story) refuses(operation string, at call, code string) {
	if s.err != nil {
		return
	}
	_, err := s.attempt(operation, at)
	if err := s.api.refused(err, code); err != nil {
		s.fail(operation, "%v", err)
	}
}

// entries are those of a page or of a bare list.
func entries(answer any) list {
	if page, isPage := answer.(object); isPage {
		answer = page["results"]
	}
	found, _ := answer.(list)
	return found
}

// holds says whether everything wanted is there: properties beside it are allowed, further entries of a list are not.
func holds(got, want any) bool {
	switch wanted := want.(type) {
	case object:
		found, isObject := got.(object)
		return isObject && !slices.ContainsFunc(slices.Collect(maps.Keys(wanted)), func(name string) bool {
			return !holds(found[name], wanted[name])
		})
	case list:
		found, isList := got.(list)
		return isList && slices.EqualFunc(found, wanted, holds)
	default:
		return reflect.DeepEqual(got, want)
	}
}

// at follows names through objects, and numbers through lists; nil where there is nothing.
func at(value any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			within, _ := value.(object)
			value = within[step]
		case int:
			within, _ := value.(list)
			if step >= len(within) {
				return nil
			}
			value = within[step]
		}
	}
	return value
}

func text(value any, path ...any) string {
	found, _ := at(value, path...).(string)
	return found
}
