// row: constraint/single-core --cores=1
// advice: sequential --cores=1
// advice: thread-pool --cores=8
extern void encode(const char *file);

/* concadvise: cpu=500ms concurrency=8 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        encode(argv[i]);
    return 0;
}
