#!/usr/bin/env bash
# Installs what building, running and testing need on Debian 12, where it is missing. Sourced by start.sh and run.sh.
# The Debian packages, each with its reason:
packages=(
    g++ cmake ninja-build ccache pkg-config  # build
    qt6-base-dev libgl-dev                   # Qt: Core, Gui, Widgets, Network, PrintSupport, Test
    qt6-svg-dev libqt6svg6                   # icons
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools # lupdate, lrelease
    qt6-translations-l10n                    # Qt's own dialogs in Japanese
    libssh2-1-dev libssl-dev                 # the way to the nodes
    libxlsxwriter-dev                        # Excel
    fonts-morisawa-bizud-gothic              # Japanese on paper and in the window; its PDF text can be searched
)
test_packages=(
    busybox                                  # another shell for the survey's script
    poppler-utils                            # reads printed PDFs back
    unzip                                    # looks into Excel files
    libreoffice-calc-nogui                   # opens them and prints them on A4 (82 MB to fetch, 260 MB on disk)
    xvfb xauth                               # a screen for the screenshots
    openssh-server openssh-client sudo       # real peers for the SSH tests
    nftables iptables iproute2               # the block is tried for real, in namespaces
    systemd procps                           # the lab's nodes boot it; sysctl and pgrep show that nothing is left
)

# ensure_packages NAME...: installs those that are missing; says what it does, does nothing where all is there.
ensure_packages() {
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "These Debian packages are needed and this is no Debian system: ${missing[*]}" >&2
        return 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing: ${missing[*]}" >&2
            echo "Install them as root (apt-get install ${missing[*]}), then run this again." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    # A package may start a service when it is installed (sshd): not here, the tests start their own.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Reads ninja's lines and says at each tenth how far it is: a first build takes minutes, and silence looks like a hang.
tell_progress() {
    local line tenths told=0
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        tenths=$((10 * BASH_REMATCH[1] / BASH_REMATCH[2]))
        [ "$tenths" -gt "$told" ] || continue
        told=$tenths
        echo "  ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    done
}

# configure_and_build SOURCE BUILD [CMAKE OPTIONS] -- [TARGETS]: says how far it is; the compiler's lines only where something is wrong.
configure_and_build() {
    local source=$1 build=$2
    shift 2
    local options=() targets=()
    while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
    [ $# -eq 0 ] || shift
    [ $# -eq 0 ] || targets=(--target "$@")
    echo "Building in $build (some minutes the first time) ..."
    (
        set -o pipefail
        cmake -S "$source" -B "$build" -G Ninja "${options[@]}" >"$build.log" 2>&1 &&
            cmake --build "$build" "${targets[@]}" 2>&1 | tee -a "$build.log" | tell_progress
    ) || {
        tail -n 60 "$build.log" >&2
        echo "The build failed. The whole log: $build.log" >&2
        return 1
    }
}
