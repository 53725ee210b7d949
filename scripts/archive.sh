# Makes the server start faster: an archive of its classes, as the JVM has them in memory. Sourced by the scripts of the top level.

# How the JVM manages its memory, which an archive depends on beside the jars.
jvm_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders)

# use_archive RELEASE COMMAND: adds to jvm_options what makes the JVM use the archive of the jars in the folder; makes it before the
# first run when there is none. The folder's jars never change, so the archive is of the classes that run, and the JVM itself compares
# the times and sizes of the jars. Without an archive the server just starts more slowly.
use_archive() {
    local archive="$1/classes.jsa"
    if [ "$2" = run ] && [ ! -f "$archive" ]; then
        echo "Archiving the classes, so that the next starts are faster." >&2
        if train "$1" "$archive.$$" >/dev/null 2>&1; then
            mv "$archive.$$" "$archive"
        fi
    fi
    if [ -f "$archive" ]; then
        jvm_options+=(-XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off)
    fi
}

# train RELEASE ARCHIVE: runs a server until it answers, and ends it; on its way out it writes the archive. It knows nothing of how the
# real one is configured.
train() {
    local release=$1 archive=$2 folder server port=""
    folder=$(mktemp -d)
    (unset "${!HIRUNDO_@}" && cd "$folder" && exec "$JAVA_HOME/bin/java" "${jvm_options[@]}" -XX:ArchiveClassesAtExit="$archive" \
        --enable-native-access=ALL-UNNAMED -cp "$release/*" org.hirundo.bootstrap.Main run \
        --server.port=0 --data.directory="$folder/data" >"$folder/log" 2>&1) &
    server=$!
    for _ in $(seq 600); do
        port=$(sed -n 's|.* at http://127.0.0.1:\([0-9]*\).*|\1|p' "$folder/log")
        if [ -n "$port" ] || ! kill -0 "$server" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    if [ -n "$port" ]; then
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
        head -n 1 <&3
        exec 3<&-
    fi
    kill "$server" 2>/dev/null
    wait "$server"
    rm -rf "$folder"
    [ -f "$archive" ]
}
