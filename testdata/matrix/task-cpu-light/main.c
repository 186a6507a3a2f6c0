// row: task/cpu-light
// advice: sequential
// advice: thread-pool --cpu=300ms
extern void count_words(const char *line);

/* concadvise: cpu=3us concurrency=16 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        count_words(argv[i]);
    return 0;
}
