# What is measured is printed, never asserted: these tests fail when a program does not compile, end,
# or do its work.
if(NOT CONCADVISE_SANITIZE)
  add_test(NAME perf/antipatterns COMMAND Python3::Interpreter -B
    ${CMAKE_CURRENT_SOURCE_DIR}/perf/antipatterns.py --rounds 1 --cc ${CMAKE_C_COMPILER})
  set_tests_properties(perf/antipatterns PROPERTIES TIMEOUT 300)
endif()
