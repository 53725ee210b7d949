# Keeps what servers run from apart from what builds write to. Sourced by the scripts of the top level.

# release_of APP RELEASES: prints the folder from which this process, whose program is about to become the server, runs what lies
# in APP: a copy in RELEASES that is named by its content and whose jars are never written to again. So a build, or a command that
# builds, never changes what a running server reads its classes from.
release_of() {
    local app=$1 releases=$2 release
    if [ ! "$app/.release" -nt "$app/.built" ]; then
        cat "$app"/*.jar | sha256 >"$app/.release"
    fi
    release="$releases/$(cat "$app/.release")"
    if [ ! -d "$release" ]; then
        mkdir -p "$releases"
        remove_unused "$releases"
        cp -R "$app" "$releases/.unfinished-$$"
        mv "$releases/.unfinished-$$" "$release"
    fi
    touch "$release/.runs-$$"
    echo "$release"
}

# remove_unused RELEASES: removes those from which no process runs any more.
remove_unused() {
    local release process used
    for release in "$1"/*; do
        used=""
        for process in "$release"/.runs-*; do
            if ps -p "${process##*-}" >/dev/null 2>&1; then
                used=yes
            fi
        done
        if [ -z "$used" ]; then
            rm -rf "$release"
        fi
    done
}

# The SHA-256 of the standard input, with whichever program this system has for it.
sha256() {
    if command -v sha256sum >/dev/null; then
        sha256sum | cut -d ' ' -f 1
    else
        shasum -a 256 | cut -d ' ' -f 1
    fi
}
