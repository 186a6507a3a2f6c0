#include <pthread.h>

extern pthread_mutex_t users_lock, rooms_lock;
extern int users, rooms;
void *join_room(void *arg);
void *close_room(void *arg);
