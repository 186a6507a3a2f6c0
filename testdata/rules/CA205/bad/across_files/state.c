#include "state.h"

pthread_mutex_t users_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_mutex_t rooms_lock = PTHREAD_MUTEX_INITIALIZER;
int users, rooms;

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, join_room, NULL);
    pthread_create(&u, NULL, close_room, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
