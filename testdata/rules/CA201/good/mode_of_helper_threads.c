// why: helper threads only run in a mode in which the commands are left to the main thread
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

enum mode { MODE_IDLE, MODE_READ, MODE_WRITE };

static enum mode mode;
static sem_t work, done;
static long commands, last_key;
static int stop;

static void execute(long key)
{
    commands++;
    last_key = key;
}

static void process_input(long key, int *pending)
{
    if (mode != MODE_IDLE) {
        *pending = 1; /* the main thread executes it */
        return;
    }
    execute(key);
}

static void read_query(long key, int *pending)
{
    process_input(key * 2, pending);
}

static void *helper(void *arg)
{
    for (;;) {
        sem_wait(&work);
        if (stop)
            return NULL;
        int *pending = arg;
        if (mode == MODE_WRITE)
            *pending = 0;
        else if (mode == MODE_READ)
            read_query(1, pending);
        sem_post(&done);
    }
}

static void handle_client(long key)
{
    int ignored;

    read_query(key, &ignored);
}

static void handle_event(long key)
{
    handle_client(key + 1);
}

static void turn_of_loop(int turn)
{
    handle_event(turn);
}

static void run_loop(void)
{
    for (int turn = 0; turn < 20; turn++) {
        mode = turn % 2 ? MODE_READ : MODE_WRITE;
        sem_post(&work);
        sem_post(&work);
        sem_wait(&done);
        sem_wait(&done);
        mode = MODE_IDLE;
        turn_of_loop(turn);
    }
}

int main(void)
{
    int pending[2] = {0, 0};
    pthread_t t[2];

    sem_init(&work, 0, 0);
    sem_init(&done, 0, 0);
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, helper, &pending[i]);
    run_loop();
    stop = 1;
    sem_post(&work);
    sem_post(&work);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%ld %ld\n", commands, last_key);
    return 0;
}
