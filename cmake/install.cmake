# What is installed beside the program: the manual page, and completion for bash and zsh, which the
# program writes from its own tables.
include(GNUInstallDirs)
install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/docs/concadvise.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
if(NOT CMAKE_CROSSCOMPILING)
  foreach(shell bash zsh)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/completion.${shell})
    add_custom_command(OUTPUT ${out} COMMAND concadvise --completion ${shell} > ${out}
      DEPENDS concadvise VERBATIM)
    list(APPEND COMPLETIONS ${out})
  endforeach()
  add_custom_target(completions ALL DEPENDS ${COMPLETIONS})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion.bash RENAME concadvise
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion.zsh RENAME _concadvise
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endif()
