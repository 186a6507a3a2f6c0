// row: constraint/shared-state --shared
// advice: process-pool
// advice: sequential --shared
extern void add_to_index(const char *file);

/* concadvise: cpu=400ms lock-share=0.95 concurrency=16 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        add_to_index(argv[i]);
    return 0;
}
