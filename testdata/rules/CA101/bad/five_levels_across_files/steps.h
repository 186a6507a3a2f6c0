#ifndef STEPS_H
#define STEPS_H
struct session {
    const char *log;
    int fd;
    int state;
};
void session_expire(struct session *s);   /* session.c */
int account_close(struct session *s);     /* account.c */
int journal_append(int fd, int state);    /* journal.c */
int storage_commit(int fd);               /* storage.c */
#endif
