// why: two files, two habits: users before rooms here, rooms before users there
#include "state.h"

void *join_room(void *arg)
{
    pthread_mutex_lock(&users_lock);
    users++;
    pthread_mutex_lock(&rooms_lock);
    rooms++;
    pthread_mutex_unlock(&rooms_lock);
    pthread_mutex_unlock(&users_lock);
    return arg;
}
