// Package store keeps what is sold.
package store

import (
	"fmt"
	"sync"
)

const Limit = 10

// Store is safe for many readers.
type Store struct {
	sync.Mutex
	items map[string]int
}

type Taker interface{ Take(name string) (int, error) }

func New[T any](first ...T) *Store { return &Store{items: make(map[string]int)} }

func (s *Store) Take(name string) (int, error) {
	defer s.Unlock()
	switch count, found := s.items[name]; {
	case !found:
		return 0, fmt.Errorf("no %s", name)
	default:
		go func() { s.items[name] = count - 1 }()
		return count, nil
	}
}
