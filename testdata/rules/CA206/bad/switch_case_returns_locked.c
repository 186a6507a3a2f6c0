// why: one case of the switch returns without releasing what all the others release
#include <pthread.h>

struct device {
    pthread_mutex_t lock;
    int state, speed;
};

int device_control(struct device *d, int what, int value)
{
    pthread_mutex_lock(&d->lock);
    switch (what) {
    case 0:
        d->state = value;
        break;
    case 1:
        if (value < 0) {
            pthread_mutex_unlock(&d->lock);
            return -1;
        }
        d->speed = value;
        break;
    case 2:
        return d->state; // expect: CA206
    default:
        break;
    }
    pthread_mutex_unlock(&d->lock);
    return 0;
}
