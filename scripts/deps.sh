# shellcheck shell=bash
# What concadvise needs, how to see whether it is there, and how to install it. Sourced by run.sh and
# test.sh. Something is installed only when its probe fails, so a machine that has everything by other
# means (another distribution, an own prefix) is left alone.

LLVM_WANTED="19 18 20 21 22 17" # tried in this order when libclang has to be installed
MISSING=()

say() { printf '%s\n' "$*" >&2; }

has_cmd() { command -v "$1" >/dev/null 2>&1; }
has_python() { python3 -c "import $1" >/dev/null 2>&1; }
has_pc() { has_cmd pkg-config && pkg-config --exists "$1"; }
has_header() { echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1; }
has_package() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

has_cmake() {
    local version
    has_cmd cmake || return 1
    version=$(cmake --version | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p')
    [ "$(printf '3.25\n%s\n' "$version" | sort -V | head -n 1)" = 3.25 ]
}

# Prints the directory of a libclang that is new enough and has its header. Debian's llvm-N is looked
# at by name, anything else through llvm-config.
libclang_dir() {
    local dir version
    for dir in ${LIBCLANG_ROOT:-} /usr/lib/llvm-{22,21,20,19,18,17} /usr/local/lib/llvm-{22,21,20,19,18,17}; do
        if [ -e "$dir/include/clang-c/Index.h" ] && compgen -G "$dir/lib*/libclang*.so*" >/dev/null; then
            echo "$dir"
            return 0
        fi
    done
    has_cmd llvm-config || return 1
    version=$(llvm-config --version | sed 's/[^0-9].*//')
    dir=$(llvm-config --prefix)
    [ "${version:-0}" -ge 17 ] && [ -e "$dir/include/clang-c/Index.h" ] && echo "$dir"
}

# Prints a clang that can build the fuzz targets: the sanitized build is made with it.
fuzzing_clang() {
    local clang
    for clang in clang-{19,18,20,21,22,17} clang; do
        if has_cmd "$clang" && echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
            "$clang" -fsanitize=fuzzer,address,undefined -x c - -o /dev/null 2>/dev/null; then
            echo "$clang"
            return 0
        fi
    done
    return 1
}

# need PROBE ARG PACKAGE: remembers PACKAGE when the probe fails.
need() {
    "$1" "$2" || MISSING+=("$3")
}

need_build() {
    need has_cmd cc gcc
    need has_header stdio.h libc6-dev
    need has_cmake "" cmake
    need has_cmd ninja ninja-build
    need has_cmd pkg-config pkg-config
    need has_pc sqlite3 libsqlite3-dev
    need has_pc jansson libjansson-dev
    need has_pc libxxhash libxxhash-dev
    need has_pc libuv libuv1-dev
    need has_pc libmd libmd-dev
    libclang_dir >/dev/null || MISSING+=(libclang)
}

# The framework headers are what the test programs include; without one its cases cannot be parsed.
need_tests() {
    need has_cmd python3 python3
    need has_cmd ccache ccache
    need has_cmd git git
    need has_cmd valgrind valgrind
    need has_pc cmocka libcmocka-dev
    need has_pc libevent libevent-dev
    need has_header ev.h libev-dev
    need has_pc glib-2.0 libglib2.0-dev
    need has_pc libsystemd libsystemd-dev
    need has_pc wayland-server libwayland-dev
    need has_pc ivykis libivykis-dev
    need has_pc libwebsockets libwebsockets-dev
    need has_pc liburing liburing-dev
    need has_pc libpq libpq-dev
    need has_header curl/curl.h libcurl4-openssl-dev
    need has_python jsonschema python3-jsonschema
    need has_python yaml python3-yaml
    need has_cmd pre-commit pre-commit
    need has_cmd npm npm
    fuzzing_clang >/dev/null || MISSING+=(clang)
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif ! has_cmd sudo; then
        say "concadvise: these have to be installed by root (there is no sudo): ${MISSING[*]}"
        return 1
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

apt_quiet() {
    as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}

has_candidate() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# Prints the best version of libclang there is.
choose_llvm() {
    local version
    for version in $LLVM_WANTED; do
        if has_candidate "libclang-$version-dev"; then
            echo "$version"
            return 0
        fi
    done
    say "concadvise: apt offers no libclang-N-dev with N >= 17 here; Debian 12 and 13 and Ubuntu 24.04"
    say "concadvise: have one, for older systems see https://apt.llvm.org"
    return 1
}

explain_by_hand() {
    say "concadvise: missing: ${MISSING[*]}"
    say "concadvise: there is no apt-get on this machine; install these (Debian's names; libclang must be"
    say "concadvise: 17 or newer), for instance:"
    say "  Fedora:     dnf install gcc cmake ninja-build pkgconf clang-devel sqlite-devel jansson-devel xxhash-devel libuv-devel libmd-devel"
    say "  Arch:       pacman -S gcc cmake ninja pkgconf clang sqlite jansson xxhash libuv libmd"
    say "  Alpine:     apk add build-base cmake ninja pkgconf clang-dev sqlite-dev jansson-dev xxhash-dev libuv-dev libmd-dev bash"
    say "and for the tests: cmocka, valgrind, python3, ccache, git and the headers of libevent, libev,"
    say "glib, systemd, wayland, ivykis, libwebsockets, liburing."
}

# Installs what need_* found missing; says nothing when that is nothing.
install_missing() {
    local package llvm
    local packages=()
    [ ${#MISSING[@]} -eq 0 ] && return 0
    if ! has_cmd apt-get; then
        explain_by_hand
        return 1
    fi
    say "concadvise: installing ${MISSING[*]}"
    apt_quiet update || return 1
    llvm=$(choose_llvm) || return 1
    for package in "${MISSING[@]}"; do
        if [ "$package" = libclang ]; then
            package=libclang-$llvm-dev
        elif [ "$package" = clang ]; then
            packages+=("libclang-rt-$llvm-dev")
            package=clang-$llvm
        elif ! has_candidate "$package"; then
            say "concadvise: apt does not offer $package here; going on without it"
            continue
        fi
        has_package "$package" || packages+=("$package")
    done
    [ ${#packages[@]} -eq 0 ] || apt_quiet install --no-install-recommends "${packages[@]}" || return 1
    if ! has_cmake; then
        say "concadvise: CMake 3.25 or newer is needed (Debian 12, Ubuntu 24.04, or pip install cmake)"
        return 1
    fi
}

launcher() {
    if has_cmd ccache; then
        echo "-DCMAKE_C_COMPILER_LAUNCHER=ccache"
    fi
}
