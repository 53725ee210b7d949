# Finds the tools that the build needs. Sourced by the scripts of the top level.

# Sets JAVA_HOME to a JDK of version 25, wherever one is.
find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" \
        "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /nowhere/bin/javac)")")")" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -x "$candidate/bin/javac" ] && "$candidate/bin/javac" -version 2>&1 | grep -q '^javac 25'; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            PATH="$JAVA_HOME/bin:$PATH"
            export PATH
            return 0
        fi
    done
    echo "Hirundo needs a JDK of version 25, and there is none where it looks: JAVA_HOME, the path, /usr/lib/jvm," >&2
    echo "SDKMAN. Install one, such as Eclipse Temurin 25, or set JAVA_HOME to it." >&2
    exit 1
}

# Maven 3.8 or later.
require_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        echo "Hirundo is built with Maven 3.8 or later, and there is no mvn on the path. Install Maven." >&2
        exit 1
    fi
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
}
