# The program as users run it: tests/cli/test_*.py, each with the standard library's unittest.
if(TARGET concadvise)
  foreach(name check baseline config narrow hook cache broken broken_parts man_page fingerprint formats advise
      html output completion rules schemas determinism
      bench bench_quick valgrind command_line)
    add_test(NAME cli/${name} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/cli
      COMMAND Python3::Interpreter -B -m unittest test_${name})
    set_tests_properties(cli/${name} PROPERTIES TIMEOUT 900
      ENVIRONMENT "CONCADVISE=$<TARGET_FILE:concadvise>;CONCADVISE_SLOW=${CONCADVISE_SANITIZE};CMAKE_COMMAND=${CMAKE_COMMAND}")
  endforeach()
  # Measures: other tests beside it would be in its figures, and it in their times.
  set_tests_properties(cli/bench_quick PROPERTIES RUN_SERIAL ON)
endif()
