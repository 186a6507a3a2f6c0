# Turns data files into C arrays, so that the program stands alone: embedded_<set>[] of
# struct embedded_file (base/embedded.h), sorted by name.
function(embed set room)
  if(NOT TARGET ${room})
    return()
  endif()
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  list(SORT files)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${set}.c)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DSET=${set} "-DFILES=${files}"
            -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${files} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_files.cmake VERBATIM)
  target_sources(${room} PRIVATE ${out})
endfunction()

embed(catalogs catalog ${CMAKE_CURRENT_SOURCE_DIR}/rules/catalog/*.json)
embed(matrix decide ${CMAKE_CURRENT_SOURCE_DIR}/rules/matrix.json)
embed(rule_docs rules ${CMAKE_CURRENT_SOURCE_DIR}/rules/docs/*.md)
embed(html report ${CMAKE_CURRENT_SOURCE_DIR}/analyzer/report/html/*)
embed(reference decide ${CMAKE_CURRENT_SOURCE_DIR}/rules/reference.json)
