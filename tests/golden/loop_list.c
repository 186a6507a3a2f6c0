struct node { struct node *next; int v; };
int sum(struct node *list)
{
    int s = 0;
    for (struct node *p = list; p; p = p->next)
        s += p->v;
    while (list != 0)
        list = list->next;
    return s;
}
