# Shared by run, test and .ci/run: packages and the build. Sourced, not run.

say() { printf '== %s\n' "$*" >&2; }

# Debian package names by purpose, from .ci/packages.txt.
packages_for() {
  local purpose line
  for purpose in "$@"; do
    while read -r line; do
      line=${line%%#*}
      case $line in "$purpose:"*) printf '%s\n' ${line#*:} ;; esac
    done < "$root/.ci/packages.txt"
  done
}

install_packages() {
  local missing=() name sudo=()
  if ! command -v dpkg-query > /dev/null; then
    say "not a Debian system: please install the packages of .ci/packages.txt by other means"
    return 0
  fi
  for name in $(packages_for "$@"); do
    dpkg-query -W -f='${Status}' "$name" 2> /dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" > /dev/null
}

# build_product ROOT BUILD_FOLDER [cmake options]
build_product() {
  local source=$1 folder=$2 log
  shift 2
  # Another clone of the same sources finds what this one compiled.
  export CCACHE_BASEDIR=$source CCACHE_NOHASHDIR=1
  say "building in ${folder#"$source"/} (quick when nothing changed)"
  log=$(mktemp)
  if ! { cmake -S "$source" -B "$folder" -G Ninja "$@" && cmake --build "$folder"; } > "$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
