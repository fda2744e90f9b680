#ifndef QUEUE_H
#define QUEUE_H
struct queue { int size; struct node *first; };
int queue_push(struct queue *queue, void *value);
#endif
