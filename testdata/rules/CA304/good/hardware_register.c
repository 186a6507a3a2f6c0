// why: a device register is changed by the device; nothing in the program writes it
#include <stdint.h>

struct uart {
    volatile uint32_t data;
    volatile uint32_t status;
};
enum { TX_READY = 1 << 5 };

void uart_puts(struct uart *u, const char *s)
{
    for (; *s; s++) {
        while (!(u->status & TX_READY))
            ;
        u->data = (uint32_t)*s;
    }
}
