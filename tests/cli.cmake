# The program as users run it: tests/cli/test_*.py, each with the standard library's unittest.
if(TARGET concadvise)
  file(GLOB cli_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/test_*.py)
  list(REMOVE_ITEM cli_tests ${CMAKE_CURRENT_SOURCE_DIR}/cli/test_sample.py) # has arguments: CMakeLists.txt
  foreach(test ${cli_tests})
    get_filename_component(module ${test} NAME_WE)
    string(REGEX REPLACE "^test_" "" name ${module})
    add_test(NAME cli/${name} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/cli
      COMMAND Python3::Interpreter -B -m unittest ${module})
    set_tests_properties(cli/${name} PROPERTIES TIMEOUT 900
      ENVIRONMENT "CONCADVISE=$<TARGET_FILE:concadvise>;CONCADVISE_SLOW=${CONCADVISE_SANITIZE};CMAKE_COMMAND=${CMAKE_COMMAND};CONCADVISE_BUILD=${CMAKE_BINARY_DIR}")
  endforeach()
  # Fetches a validator from the package registry, which not every machine reaches.
  set_tests_properties(cli/sarif_multitool PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED: ")
  # Measures: other tests beside it would be in its figures, and it in their times.
  set_tests_properties(cli/bench_quick PROPERTIES RUN_SERIAL ON)
endif()
