# Cases of races and lock orders, as ThreadSanitizer sees them: what is one is not only this
# project's opinion.
if(CONCADVISE_SANITIZE) # it looks at the cases, not at this build
  return()
endif()
add_test(NAME truth/races COMMAND Python3::Interpreter -B
  ${CMAKE_CURRENT_SOURCE_DIR}/truth/run.py)
set_tests_properties(truth/races PROPERTIES LABELS truth TIMEOUT 600 SKIP_RETURN_CODE 77
  PROCESSORS 2)
