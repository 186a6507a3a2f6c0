# Every tests/fuzz/fuzz_<name>.c has LLVMFuzzerTestOneInput and a corpus in tests/fuzz/corpus/<name>/. Normally
# it becomes a plain test that runs over the corpus (standalone.c); with -DCONCADVISE_FUZZ=ON and clang
# it is a libFuzzer program, and its test is a short run that starts from the corpus.
if(CONCADVISE_FUZZ)
  if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "CONCADVISE_FUZZ needs clang: pass -DCMAKE_C_COMPILER=clang")
  endif()
  target_compile_options(house INTERFACE -fsanitize=fuzzer-no-link)
endif()
file(GLOB fuzz_targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.c)
foreach(source ${fuzz_targets})
  get_filename_component(program ${source} NAME_WE)
  string(REGEX REPLACE "^fuzz_" "" name ${program})
  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  add_executable(${program} ${source})
  target_link_libraries(${program} PRIVATE house test_support everything)
  # libFuzzer fixes the name of the entry point and declares it nowhere.
  target_compile_options(${program} PRIVATE -Wno-missing-prototypes)
  if(CONCADVISE_FUZZ)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fault.c)
    target_link_options(${program} PRIVATE -fsanitize=fuzzer -Wl,--wrap=_exit)
    set(found ${CMAKE_CURRENT_BINARY_DIR}/fuzz-found/${name})
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz/${name} COMMAND ${program} -runs=20000 -max_total_time=20 -seed=1 -max_len=65536
      -artifact_prefix=${found}/ ${found} ${corpus})
  else()
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/standalone.c)
    add_test(NAME fuzz/${name} COMMAND ${program} ${corpus})
  endif()
  set_tests_properties(fuzz/${name} PROPERTIES TIMEOUT 300)
endforeach()
# C source: a few files of testdata, damaged in many ways. The longer run: docs/fuzzing.md.
if(TARGET concadvise)
  add_test(NAME fuzz/chop COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/chop.py
    --binary $<TARGET_FILE:concadvise> --variants 12 --every 60 ${CMAKE_SOURCE_DIR}/testdata)
  set_tests_properties(fuzz/chop PROPERTIES TIMEOUT 900)
endif()
