// why: walks and searches change nothing but their own variables, and wait for nobody
#include <stddef.h>
#include <string.h>

struct node {
    struct node *next, *left, *right;
    int key;
};
extern struct node *head;
extern int sorted[1000];

struct node *find(int key)
{
    struct node *n = head;
    while (n && n->key != key)
        n = n->next;
    return n;
}

struct node *tree_find(struct node *n, int key)
{
    while (n != NULL) {
        if (n->key == key)
            break;
        n = key < n->key ? n->left : n->right;
    }
    return n;
}

int search(int key)
{
    int low = 0, high = 1000;
    while (low < high) {
        int middle = (low + high) / 2;
        if (sorted[middle] == key)
            return middle;
        if (sorted[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

size_t skip(const char *text)
{
    const char *p = text;
    while (*p == ' ' || strchr("\t\n", *p))
        p = p + 1;
    return (size_t)(p - text);
}
