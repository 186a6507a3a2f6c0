// why: the lock is taken for each turn; the return inside the loop leaves with it held
#include <pthread.h>

struct slot {
    int id, used;
};
static pthread_mutex_t slots_lock = PTHREAD_MUTEX_INITIALIZER;
static struct slot slots[32];

static int find_slot(int id)
{
    for (int i = 0; i < 32; i++) {
        pthread_mutex_lock(&slots_lock);
        if (slots[i].used && slots[i].id == id) {
            int used = slots[i].used;
            return used; // expect: CA206
        }
        pthread_mutex_unlock(&slots_lock);
    }
    return 0;
}

int is_used(int id)
{
    return find_slot(id) > 0;
}
