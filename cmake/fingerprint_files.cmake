# Script: writes OUT with the hash of the contents of FILES (see fingerprint.cmake).
set(all "")
foreach(file ${FILES})
  file(SHA256 ${file} hash)
  get_filename_component(name ${file} NAME)
  string(APPEND all "${name} ${hash}\n")
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 32 hash)
file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT
"#include \"parse/parse.h\"

const char *parse_fingerprint(void)
{
    return \"@hash@\";
}
")
