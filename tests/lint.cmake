# House rules as tests (scripts/lint/), and the tests of those checks themselves.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
if(CONCADVISE_SANITIZE) # they read sources, not the build
  return()
endif()
foreach(name layers banned sizes rules words requirements)
  add_test(NAME lint/${name} COMMAND Python3::Interpreter -B
    ${PROJECT_SOURCE_DIR}/scripts/lint/${name}.py)
endforeach()
add_test(NAME lint/selftest COMMAND Python3::Interpreter -B
  ${CMAKE_CURRENT_SOURCE_DIR}/lint/test_lint.py)
