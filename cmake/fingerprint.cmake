# The sources that decide what a unit holds, as one hash, so that units cached by an older build of the
# same version are not used. Written into parse: parse_fingerprint() in parse/parse.h.
function(fingerprint room)
  foreach(dir ${ARGN})
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/analyzer/${dir}/*.[ch])
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/fingerprint.c)
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/cmake/fingerprint_files.cmake)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} "-DFILES=${files}" -P ${script}
    DEPENDS ${files} ${script} VERBATIM)
  target_sources(${room} PRIVATE ${out})
endfunction()

fingerprint(parse base unit extract parse)
