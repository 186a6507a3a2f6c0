/* The constraint solver and the component search by themselves, on made-up graphs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "link/scc.h"
#include "link/solver.h"

static bool holds(struct solver *s, uint32_t node, uint32_t obj)
{
    const struct solver_set *set = solver_get(s, node);

    for (uint32_t i = 0; i < set->n; i++) {
        if (set->v[i].obj == obj) {
            return true;
        }
    }
    return false;
}

static uint32_t address_of(struct solver *s, uint32_t node)
{
    return solver_obj(s, &(struct flow_obj){.kind = OBJ_ADDR, .node = {node}});
}

static void loads_and_stores(void **state)
{
    struct arena a;
    struct solver s;
    uint32_t p, x, y, from, to, f;

    (void)state;
    arena_init(&a);
    solver_init(&s, &a);
    p = solver_node(&s);
    x = solver_node(&s);
    y = solver_node(&s);
    from = solver_node(&s);
    to = solver_node(&s);
    f = solver_obj(&s, &(struct flow_obj){.kind = OBJ_FUNC});
    solver_base(&s, p, address_of(&s, x), 1);
    solver_base(&s, from, f, 2);
    solver_store(&s, p, from, 3);
    solver_load(&s, to, p, 4);
    solver_run(&s);
    assert_true(holds(&s, x, f));
    assert_true(holds(&s, to, f));
    assert_false(holds(&s, y, f));
    solver_base(&s, p, address_of(&s, y), 5); /* known later: all of it goes through again */
    solver_run(&s);
    assert_true(holds(&s, y, f));
    arena_release(&a);
}

static void a_ring_becomes_one_node(void **state)
{
    enum { N = 50000 };
    struct arena a;
    struct solver s;
    uint32_t first, f, g;

    (void)state;
    arena_init(&a);
    solver_init(&s, &a);
    first = s.nodes.n;
    solver_nodes(&s, N);
    f = solver_obj(&s, &(struct flow_obj){.kind = OBJ_FUNC});
    g = solver_obj(&s, &(struct flow_obj){.kind = OBJ_FUNC});
    for (uint32_t i = 0; i < N; i++) {
        solver_copy(&s, first + i, first + (i + 1) % N, 0);
    }
    solver_base(&s, first, f, 1);
    solver_base(&s, first + N / 2, g, 2);
    solver_run(&s);
    assert_int_equal(solver_find(&s, first), solver_find(&s, first + N - 1));
    assert_true(holds(&s, first + 7, f) && holds(&s, first + 7, g));
    assert_int_equal(solver_get(&s, first)->n, 2);
    arena_release(&a);
}

/* From every element a way of smaller and smaller stamps leads to a base, whatever was merged. */
static void the_way_back_ends(void **state)
{
    enum { N = 40 };
    struct arena a;
    struct solver s;
    uint32_t first, obj, rnd = 12345;

    (void)state;
    arena_init(&a);
    solver_init(&s, &a);
    first = s.nodes.n;
    solver_nodes(&s, N);
    obj = solver_obj(&s, &(struct flow_obj){.kind = OBJ_FUNC});
    solver_base(&s, first, obj, 1);
    for (int round = 0; round < 60; round++) {
        rnd = rnd * 1103515245u + 12345u;
        solver_copy(&s, first + (rnd >> 8) % N, first + (rnd >> 20) % N, 0);
        solver_run(&s);
        for (uint32_t i = 0; i < N; i++) {
            uint32_t node = first + i, stamp = UINT32_MAX;

            while (holds(&s, node, obj)) {
                const struct solver_elem *e = &solver_get(&s, node)->v[0];

                assert_true(e->stamp < stamp);
                stamp = e->stamp;
                if (e->via & VIA_BASE) {
                    break;
                }
                node = s.edges.v[e->via].src;
                assert_true(holds(&s, node, obj));
            }
        }
    }
    arena_release(&a);
}

static void constants_are_bounded(void **state)
{
    struct arena a;
    struct solver s;
    uint32_t x, y;

    (void)state;
    arena_init(&a);
    solver_init(&s, &a);
    x = solver_node(&s);
    y = solver_node(&s);
    for (int i = 0; i < 20; i++) {
        solver_base(&s, x, solver_obj(&s, &(struct flow_obj){.kind = OBJ_INT, .num = i}), 0);
    }
    solver_copy(&s, x, y, 0);
    solver_run(&s);
    assert_int_equal(solver_get(&s, y)->n, MAX_INTS + 1);
    assert_true(holds(&s, y, OPEN_OBJ));
    arena_release(&a);
}

/* Components of random graphs against plain reachability. */
static void components_of_random_graphs(void **state)
{
    enum { N = 30 };
    uint32_t rnd = 7;

    (void)state;
    for (uint32_t edges = 0; edges < 70; edges++) {
        static bool reach[N][N];
        uint32_t first[N + 1] = {0}, to[70], from_list[70], to_list[70], n = 0;
        struct arena a;
        struct scc scc;

        arena_init(&a);
        for (uint32_t i = 0; i < N; i++) {
            for (uint32_t k = 0; k < N; k++) {
                reach[i][k] = i == k;
            }
        }
        for (uint32_t i = 0; i < edges; i++) {
            rnd = rnd * 1103515245u + 12345u;
            from_list[i] = (rnd >> 8) % N;
            to_list[i] = (rnd >> 20) % N;
            reach[from_list[i]][to_list[i]] = true;
        }
        for (uint32_t node = 0; node < N; node++) {
            for (uint32_t i = 0; i < edges; i++) {
                if (from_list[i] == node) {
                    to[n++] = to_list[i];
                }
            }
            first[node + 1] = n;
        }
        for (uint32_t m = 0; m < N; m++) {
            for (uint32_t i = 0; i < N; i++) {
                for (uint32_t k = 0; k < N; k++) {
                    reach[i][k] |= reach[i][m] && reach[m][k];
                }
            }
        }
        scc_find(&a, N, first, to, &scc);
        for (uint32_t i = 0; i < N; i++) {
            for (uint32_t k = 0; k < N; k++) {
                assert_int_equal(scc.comp[i] == scc.comp[k], reach[i][k] && reach[k][i]);
                assert_true(!reach[i][k] || scc.comp[i] >= scc.comp[k]);
            }
        }
        assert_int_equal(scc.first[scc.n], N);
        arena_release(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_and_stores),
        cmocka_unit_test(a_ring_becomes_one_node),
        cmocka_unit_test(the_way_back_ends),
        cmocka_unit_test(constants_are_bounded),
        cmocka_unit_test(components_of_random_graphs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
