#include <stdio.h>
#include "lib/util.h"
#define GUARD
#define LIMIT 10
#define MAX(a, b) ((a) > (b) ? (a) : (b))

extern int elsewhere;
static int counter = 0, *pointer, table[3];
int prototype(int a);

/* A point. */
struct point {
	int x, y;
	struct { int deep; } inner;
	int (*compare)(const void *, const void *);
};

typedef struct {
	char *name;
} person_t;

typedef struct point point_t;
typedef int (*handler)(int);

enum color { RED, GREEN = 2 };
union value { int i; float f; };

/*
 * Adds two.
 */
static inline int add(int a, int b)
{
	struct point p = { 1, 2 };
	int local = MAX(a, b);
	return p.compare(&a, &b) + helper(local);
}

struct point *make(void) { return NULL; }

#ifdef CONFIG_X
int configured(void) { return 1; }
#else
int configured(void) { return 0; }
#endif

int (*choose(int which))(int) { return 0; }

int broken( {

int after_broken(void) { return 0; }
