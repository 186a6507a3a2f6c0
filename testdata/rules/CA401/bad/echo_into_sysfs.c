// why: a value is written to a kernel file through a shell's echo
#include <stdio.h>
#include <stdlib.h>

struct led {
    char name[32];
    int on;
};

static void led_apply(const struct led *led)
{
    char cmd[128];
    sprintf(cmd, "echo %d > /sys/class/leds/%s/brightness", led->on, led->name);
    if (system(cmd)) // expect: CA401
        perror(led->name);
}

void leds_off(struct led *leds, int n)
{
    for (int i = 0; i < n; i++) {
        leds[i].on = 0;
        led_apply(&leds[i]);
    }
}
