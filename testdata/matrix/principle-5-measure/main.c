// row: principle/5
// advice: thread-pool --cores=4
// advice: sequential --cpu=2us
extern void compress_block(const char *file);

/* concadvise: cpu=5ms concurrency=32 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        compress_block(argv[i]);
    return 0;
}
