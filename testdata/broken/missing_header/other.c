#include "generated_config.h"

int other(void)
{
    return 0;
}
