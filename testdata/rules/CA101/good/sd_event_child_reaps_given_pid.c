// why: the child source says which child has ended: waiting for exactly that one returns at once
#include <sys/wait.h>
#include <systemd/sd-event.h>
#include <unistd.h>

static int on_child(sd_event_source *source, const siginfo_t *si, void *userdata)
{
    int status;

    (void)userdata;
    waitpid(si->si_pid, &status, WNOHANG);
    return sd_event_exit(sd_event_source_get_event(source), status);
}

int main(void)
{
    sd_event *event = NULL;
    pid_t pid = fork();

    if (pid == 0) {
        sleep(5);
        _exit(0);
    }
    if (pid < 0 || sd_event_default(&event) < 0)
        return 1;
    sd_event_add_child(event, NULL, pid, WEXITED, on_child, NULL);
    return sd_event_loop(event);
}
