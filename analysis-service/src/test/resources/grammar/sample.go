// Package sample is documented.
package sample

import "fmt"
import (
	"net/http"
	str "strings"
	_ "embed"
	. "math"
	"example.org/x/tool/v2"
)

// Limit bounds it.
const Limit = 10

const (
	Red = iota // first
	Green
	_
)

var a, b = 1, "é😀"

// Session holds state.
// And more.
type Session[T any] struct {
	http.Client
	*Base
	name, title string
	inner struct {
		deep int
	}
	fn func(int) error
}

type Reader interface {
	fmt.Stringer
	Read(p []byte) (n int, err error)
}

type Alias = Session[int]
type Kind int

// Send sends.
func (s *Session[T]) Send(ctx Context, urls ...string) (*http.Response, error) {
	var local int
	const inner = 3
	type hidden struct{ x int }
	f := func() { s.close() }
	f()
	return http.Get(str.ToUpper(urls[local]))
}

func (s Session[T]) close() {}

func Generic[K comparable, V any](m map[K]V) []K {
	return Map[K](m, func(k K) K { return tool.Run(k) })
}

func broken( {

func AfterBroken() {}
