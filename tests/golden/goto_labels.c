int try(void);
void undo(void);
int f(int n)
{
again:
    if (try())
        goto fail;
    if (n--)
        goto again;
    return 0;
fail:
    undo();
    return -1;
}
void unused(void)
{
    goto end;
    undo();
end:;
}
