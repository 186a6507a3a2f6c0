#!/bin/sh
# Fetches and builds the corpus: Debian source packages of real C servers and libraries, each with the
# compile_commands.json of its own build. The machine's package lists stay as they are: apt works on a
# private configuration inside the cache folder. Only build dependencies are installed (needs root;
# --no-deps leaves that out).
#
#   tests/corpus/fetch.sh [--no-deps] [--only NAME] [CACHE]
#
# CACHE defaults to ${XDG_CACHE_HOME:-~/.cache}/concadvise-corpus. A package that was built before, in
# the same version, is left alone. Versions are compared with packages.tsv: judged.tsv speaks of those.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
deps=yes
only=
cache=
while [ $# -gt 0 ]; do
    case $1 in
    --no-deps) deps=no ;;
    --only)
        [ $# -ge 2 ] || { echo "fetch.sh: --only needs a name" >&2; exit 2; }
        only=$2
        shift
        ;;
    -*) echo "fetch.sh: unknown option $1" >&2; exit 2 ;;
    *) cache=$1 ;;
    esac
    shift
done
cache=${cache:-${XDG_CACHE_HOME:-$HOME/.cache}/concadvise-corpus}
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
jobs=${JOBS:-$(nproc)}
niceness=${NICE:-10}

say() { printf 'corpus: %s\n' "$*"; }

# ---- a private apt: own lists and cache, the system's keys and package status ----
private_apt() {
    mkdir -p "$cache/apt/lists/partial" "$cache/apt/cache/archives/partial"
    . /etc/os-release
    keys=/usr/share/keyrings/debian-archive-keyring.gpg
    {
        for kind in deb deb-src; do
            echo "$kind [signed-by=$keys] http://deb.debian.org/debian $VERSION_CODENAME main"
            echo "$kind [signed-by=$keys] http://deb.debian.org/debian-security $VERSION_CODENAME-security main"
        done
        # sources only: judged versions that the release itself lacks
        echo "deb-src [signed-by=$keys] http://deb.debian.org/debian trixie main"
    } >"$cache/apt/sources.list"
    {
        echo "Dir::State::Lists \"$cache/apt/lists\";"
        echo "Dir::Cache \"$cache/apt/cache\";"
        echo "Dir::Etc::SourceList \"$cache/apt/sources.list\";"
        echo "Dir::Etc::SourceParts \"/dev/null\";"
        echo "APT::Sandbox::User \"root\";"
        echo "APT::Install-Recommends \"false\";"
        echo "DPkg::Lock::Timeout \"600\";"
    } >"$cache/apt/apt.conf"
    export APT_CONFIG="$cache/apt/apt.conf"
    apt-get -qq update
}

install_deps() {
    [ $deps = yes ] || return 0
    # word splitting of the list is wanted
    # shellcheck disable=SC2046
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install \
        $(sed 's/#.*//' "$here/build-deps.txt") >"$cache/install.log" 2>&1 || {
        tail -20 "$cache/install.log" >&2
        say "cannot install the build dependencies (see $cache/install.log)"
        exit 2
    }
}

# fetch NAME VERSION: the source, unpacked as $cache/NAME, and a copy that nobody configures or builds
fetch() {
    rm -rf "${cache:?}/$1" "$cache/dl/$1" "$cache/bare/$1"
    mkdir -p "$cache/dl/$1" "$cache/bare"
    (
        cd "$cache/dl/$1" || exit
        if apt-get -qq source --download-only "$1=$2"; then
            dpkg-source --no-check --no-copy -x ./*.dsc "$cache/$1"
        else # a mirror without Debian's part of it: upstream's tarball as it is
            apt-get -qq source --download-only --tar-only "$1=$2" && mkdir "$cache/$1" &&
                tar -x --strip-components=1 -C "$cache/$1" -f ./*.orig.tar.*z
        fi && cp -a "$cache/$1" "$cache/bare/$1"
    ) >"$cache/$1.fetch.log" 2>&1
}

# build NAME: fails also when the build left no compile database
build() {
    (cd "$cache/$1" && JOBS=$jobs nice -n "$niceness" sh "$here/build.sh" "$1" &&
        [ -s compile_commands.json ]) >"$cache/$1.build.log" 2>&1 </dev/null
}

# versions NAME: what the archive offers, newest first
versions() { apt-cache showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort -Vru; }

# make_one NAME VERSION: false when that version cannot be fetched or built
make_one() {
    stamp=$cache/$1/.built-version
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$2" ]; then
        say "$1 $2: already built"
        return 0
    fi
    say "$1 $2: fetching and building"
    step=fetch
    if fetch "$1" "$2" && step=build && build "$1"; then
        printf '%s\n' "$2" >"$stamp"
        return 0
    fi
    tail -5 "$cache/$1.$step.log" >&2
    say "$1 $2: $step failed, see $cache/$1.$step.log"
    return 1
}

private_apt
install_deps
failed=
while IFS="$(printf '\t')" read -r name wanted; do
    case $name in '' | '#'*) continue ;; esac
    [ -z "$only" ] || [ "$only" = "$name" ] || continue
    # an archive may name a version that its mirror has dropped: the next older one will do
    for version in $wanted $(versions "$name" | grep -vxF "$wanted"); do
        make_one "$name" "$version" && break
    done
    if [ "$(cat "$cache/$name/.built-version" 2>/dev/null)" != "$version" ]; then
        failed="$failed $name"
    elif [ "$version" != "$wanted" ]; then
        say "$name: built $version, the judgements speak of $wanted"
    fi
done <"$here/packages.tsv"
[ -z "$failed" ] || { say "failed:$failed"; exit 2; }
say "ready in $cache"
