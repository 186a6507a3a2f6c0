void work(void);
int cond(void);
void step(void), init(void);
void none(void) { for (;;) work(); }
void only_init(void) { for (init();;) work(); }
void only_cond(void) { for (; cond();) work(); }
void only_inc(void) { for (;; step()) work(); }
void no_inc(void) { for (init(); cond();) work(); }
void no_cond(void) { for (init();; step()) work(); }
void no_init(void) { for (; cond(); step()) work(); }
void all(void) { for (init(); cond(); step()) work(); }
void comments(void) { for (/* ; */; /* ; */ cond() /* x */; /* ( */) work(); }
void decl_only(void) { for (int i = 0;;) if (i++ > 3) break; }
void decl_inc(void) { for (int i = 0;; i++) if (i > 3) break; }
void decl_cond(void) { for (int i = 0; i < 3;) i++; }
#define EACH(p, h) for (; (p) != (h); (p)++)
#define FOREVER for (;;)
void in_macros(int *p, int *h) { EACH(p, h) work(); FOREVER { work(); } }
