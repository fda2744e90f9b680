#include <stdlib.h>
#include "queue.h"
#define LIMIT 10
typedef struct node { void *value; struct node *next; } node_t;
enum state { EMPTY, FULL };
/* Puts one in. */
int queue_push(struct queue *queue, void *value) {
    node_t *node = malloc(sizeof *node);
    if (!node || queue->size >= LIMIT) return FULL;
    *node = (node_t){.value = value, .next = queue->first};
    queue->first = node;
    return queue->size++ ? 0 : EMPTY;
}
