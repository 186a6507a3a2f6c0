#!/bin/sh
# Configures and builds one package of the corpus in the current directory, and leaves its real
# compile_commands.json at the top: `build.sh NAME`, called by fetch.sh. JOBS: how many at once.
set -eu

# ---- one function for each way to build ----
by_cmake() {
    cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=Debug "$@"
    cmake --build build -j "${JOBS:-1}"
    cp build/compile_commands.json compile_commands.json
}
by_meson() {
    meson setup build "$@"
    ninja -C build -j "${JOBS:-1}"
    cp build/compile_commands.json compile_commands.json
}
by_make() { bear -- make -j "${JOBS:-1}" "$@"; }

build_memcached() {
    ./configure --enable-seccomp=no --disable-docs && by_make
}
build_lighttpd() {
    by_meson -Dwith_openssl=true -Dwith_zlib=enabled -Dwith_pcre=pcre2 -Dwith_brotli=enabled \
        -Dwith_ldap=enabled -Dwith_lua=true -Dwith_webdav_props=enabled -Dwith_maxminddb=enabled \
        -Dwith_dbi=disabled -Dwith_mysql=enabled -Dwith_pgsql=enabled -Dwith_sasl=disabled
}
build_tinyproxy() {
    [ -x configure ] || autoreconf -fi
    ./configure --disable-manpage_support && by_make
}
build_mosquitto() {
    by_cmake -DDOCUMENTATION=OFF -DWITH_WEBSOCKETS=ON -DWITH_SRV=ON -DWITH_SYSTEMD=ON \
        -DWITH_BUNDLED_DEPS=OFF -DWITH_CJSON=ON -DWITH_LIB_CPP=OFF
}
build_beanstalkd() { by_make USE_SYSTEMD=yes; }
build_i3_wm() { by_meson -Ddocs=false -Dmans=false; }
build_libuv1() {
    by_cmake -DLIBUV_BUILD_TESTS=ON -DLIBUV_BUILD_BENCH=OFF
    # the guide's examples have no build of their own that Debian runs: one entry for each of them
    python3 - <<'PY'
import glob, json, os
root = os.getcwd()
db = json.load(open("compile_commands.json"))
for path in sorted(glob.glob("docs/code/*/*.c")):
    db.append({"directory": root, "file": os.path.join(root, path),
               "arguments": ["cc", "-std=gnu11", "-I" + os.path.join(root, "include"), "-c", path]})
json.dump(db, open("compile_commands.json", "w"), indent=1)
PY
}
build_libevent() {
    by_cmake -DEVENT__DISABLE_SAMPLES=OFF -DEVENT__DISABLE_TESTS=ON \
        -DEVENT__DISABLE_MBEDTLS=ON
}
build_nginx() {
    ./configure --with-threads --with-http_ssl_module --with-http_v2_module --with-stream \
        --with-mail --with-http_realip_module --with-file-aio && by_make
}
build_pigz() { by_make; }
build_axel() { ./configure --disable-Werror && by_make; }
build_lrzip() { autoreconf -fi && ./configure && by_make; }
build_stunnel4() {
    [ -x configure ] || autoreconf -fi
    ./configure --with-threads=pthread && by_make
}
build_silversearcher_ag() { autoreconf -fi && ./configure CFLAGS="-O2 -fcommon" && by_make; }
build_libzstd() { by_make -C programs HAVE_LZMA=0 HAVE_LZ4=0; }

"build_$(printf '%s' "${1:?name of a package}" | tr - _)"
