#include "state.h"

void *close_room(void *arg)
{
    pthread_mutex_lock(&rooms_lock);
    rooms--;
    pthread_mutex_lock(&users_lock); // expect: CA205
    users--;
    pthread_mutex_unlock(&users_lock);
    pthread_mutex_unlock(&rooms_lock);
    return arg;
}
