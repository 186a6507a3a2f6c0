// why: an ivykis work item's work function runs on a pool thread, its completion on the loop
#include <iv.h>
#include <iv_work.h>
#include <unistd.h>

static struct iv_work_pool pool;
static struct iv_work_item item;

static void do_sync(void *cookie)
{
    fsync(*(int *)cookie);
}

static void sync_done(void *cookie)
{
    (void)cookie;
    iv_quit();
}

int main(void)
{
    static int fd = 1;

    iv_init();
    IV_WORK_POOL_INIT(&pool);
    pool.max_threads = 2;
    iv_work_pool_create(&pool);
    IV_WORK_ITEM_INIT(&item);
    item.cookie = &fd;
    item.work = do_sync;
    item.completion = sync_done;
    iv_work_pool_submit_work(&pool, &item);
    iv_main();
    return 0;
}
