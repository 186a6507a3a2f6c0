/* Block order and loop nesting on graphs whose answer is known, and on large ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/loops.h"

struct edge {
    uint32_t from, to;
};
struct result {
    struct cfg_order order;
    struct cfg_loops loops;
};

static struct result run(struct arena *a, uint32_t n, const struct edge *edges, uint32_t n_edges)
{
    uint32_t *first = arena_array(a, uint32_t, n + 1);
    uint32_t *succs = arena_array(a, uint32_t, n_edges + 1);
    uint32_t at = 0;
    struct cfg g = {n, first, succs};
    struct result r;

    for (uint32_t i = 0; i < n_edges; i++)
        first[edges[i].from + 1]++;
    for (uint32_t i = 0; i < n; i++)
        first[i + 1] += first[i];
    for (uint32_t b = 0; b < n; b++)
        for (uint32_t i = 0; i < n_edges; i++)
            if (edges[i].from == b)
                succs[at++] = edges[i].to;
    cfg_order_make(a, &g, &r.order);
    cfg_loops_find(a, &g, &r.order, &r.loops);
    return r;
}
#define RUN(a, n, edges) run(a, n, edges, sizeof(edges) / sizeof *(edges))

static void test_straight_line_has_no_loop(void **state)
{
    static const struct edge edges[] = {{0, 1}, {1, 2}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 3, edges);
    assert_int_equal(r.order.n, 3);
    assert_int_equal(r.loops.n, 0);
    assert_int_equal(r.loops.of_block[1], CFG_NONE);
    arena_release(&a);
}

static void test_unreachable_blocks_have_no_position(void **state)
{
    static const struct edge edges[] = {{0, 2}, {1, 2}, {1, 1}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 3, edges);
    assert_int_equal(r.order.n, 2);
    assert_int_equal(r.order.pos[1], CFG_NONE);
    assert_int_equal(r.order.rpo[1], 2);
    assert_int_equal(r.loops.n, 0);
    arena_release(&a);
}

static void test_first_successor_follows_in_the_order(void **state)
{
    static const struct edge edges[] = {{0, 2}, {0, 1}, {1, 3}, {2, 3}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 4, edges);
    assert_int_equal(r.order.rpo[0], 0);
    assert_int_equal(r.order.rpo[1], 2);
    assert_int_equal(r.order.rpo[2], 1);
    assert_int_equal(r.order.rpo[3], 3);
    arena_release(&a);
}

static void test_nested_loops(void **state)
{
    /* 0 > 1 outer { 2 inner { 3 } 4 } 5 */
    static const struct edge edges[] = {{0, 1}, {1, 2}, {1, 5}, {2, 3}, {2, 4}, {3, 2}, {4, 1}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 6, edges);
    assert_int_equal(r.loops.n, 2);
    assert_int_equal(r.loops.loops[0].header, 1);
    assert_int_equal(r.loops.loops[0].depth, 1);
    assert_int_equal(r.loops.loops[0].n_blocks, 4);
    assert_int_equal(r.loops.loops[1].header, 2);
    assert_int_equal(r.loops.loops[1].parent, 0);
    assert_int_equal(r.loops.loops[1].depth, 2);
    assert_int_equal(r.loops.loops[1].n_blocks, 2);
    assert_int_equal(r.loops.of_block[3], 1);
    assert_int_equal(r.loops.of_block[4], 0);
    assert_int_equal(r.loops.of_block[5], CFG_NONE);
    assert_false(r.loops.loops[0].irreducible);
    assert_false(r.loops.loops[1].irreducible);
    arena_release(&a);
}

static void test_self_loop_and_shared_header(void **state)
{
    /* 1 is its own successor; 2 has two back edges (continue and the end of the body) */
    static const struct edge edges[] = {{0, 1}, {1, 1}, {1, 2}, {2, 3}, {2, 5},
                                        {3, 2}, {3, 4}, {4, 2}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 6, edges);
    assert_int_equal(r.loops.n, 2);
    assert_int_equal(r.loops.loops[0].header, 1);
    assert_int_equal(r.loops.loops[0].n_blocks, 1);
    assert_int_equal(r.loops.loops[1].header, 2);
    assert_int_equal(r.loops.loops[1].n_blocks, 3);
    assert_int_equal(r.loops.loops[1].parent, CFG_NONE);
    arena_release(&a);
}

static void test_loop_around_the_entry(void **state)
{
    static const struct edge edges[] = {{0, 1}, {1, 0}, {1, 2}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 3, edges);
    assert_int_equal(r.loops.n, 1);
    assert_int_equal(r.loops.loops[0].header, 0);
    assert_int_equal(r.loops.loops[0].n_blocks, 2);
    arena_release(&a);
}

static void test_goto_into_a_loop_is_irreducible(void **state)
{
    /* 1 and 2 form a cycle that is entered at both */
    static const struct edge edges[] = {{0, 1}, {0, 2}, {1, 2}, {2, 1}, {2, 3}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 4, edges);
    assert_int_equal(r.loops.n, 1);
    assert_true(r.loops.loops[0].irreducible);
    assert_int_equal(r.loops.loops[0].n_blocks, 2);
    assert_int_equal(r.loops.of_block[0], CFG_NONE);
    assert_int_equal(r.loops.of_block[3], CFG_NONE);
    arena_release(&a);
}

static void test_irreducible_cycle_inside_a_good_loop(void **state)
{
    static const struct edge edges[] = {{0, 1}, {1, 2}, {1, 3}, {2, 3}, {3, 2}, {3, 4}, {4, 1}};
    struct arena a;

    (void)state;
    arena_init(&a);
    struct result r = RUN(&a, 5, edges);
    assert_int_equal(r.loops.n, 2);
    assert_int_equal(r.loops.loops[0].header, 1);
    assert_false(r.loops.loops[0].irreducible);
    assert_int_equal(r.loops.loops[0].n_blocks, 4);
    assert_true(r.loops.loops[1].irreducible);
    assert_int_equal(r.loops.loops[1].parent, 0);
    arena_release(&a);
}

/* n nested loops: header i leads to header i + 1, the tail of loop i back to header i. */
static void test_deep_nesting_is_fast_and_without_recursion(void **state)
{
    enum { DEPTH = 100000, N = 2 * DEPTH };
    struct arena a;

    (void)state;
    arena_init(&a);
    uint32_t *first = arena_array(&a, uint32_t, N + 1);
    uint32_t *succs = arena_array(&a, uint32_t, 2 * N);
    uint32_t n = 0;
    for (uint32_t i = 0; i < N; i++) {
        first[i] = n;
        if (i + 1 < N)
            succs[n++] = i + 1;
        if (i >= DEPTH)
            succs[n++] = N - 1 - i;
    }
    first[N] = n;
    struct cfg g = {N, first, succs};
    struct result r;
    cfg_order_make(&a, &g, &r.order);
    cfg_loops_find(&a, &g, &r.order, &r.loops);
    assert_int_equal(r.order.n, N);
    assert_int_equal(r.loops.n, DEPTH);
    for (uint32_t i = 0; i < DEPTH; i++) {
        assert_int_equal(r.loops.loops[i].header, i);
        assert_int_equal(r.loops.loops[i].depth, i + 1);
        assert_int_equal(r.loops.loops[i].n_blocks, N - 2 * i);
    }
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_straight_line_has_no_loop),
        cmocka_unit_test(test_unreachable_blocks_have_no_position),
        cmocka_unit_test(test_first_successor_follows_in_the_order),
        cmocka_unit_test(test_nested_loops),
        cmocka_unit_test(test_self_loop_and_shared_header),
        cmocka_unit_test(test_loop_around_the_entry),
        cmocka_unit_test(test_goto_into_a_loop_is_irreducible),
        cmocka_unit_test(test_irreducible_cycle_inside_a_good_loop),
        cmocka_unit_test(test_deep_nesting_is_fast_and_without_recursion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
