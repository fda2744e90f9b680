# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./bolt and ./mvnw. POSIX sh.

jdk_major() { # directory -> major version of the JDK in it, or nothing
    [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
    fi
}

jdk_find() { # exports JAVA_HOME, or says how to get a JDK and returns 3
    jdk_on_path=$(command -v javac 2>/dev/null)
    if [ -n "$jdk_on_path" ]; then
        jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null || echo "$jdk_on_path")
        jdk_on_path=$(dirname "$(dirname "$jdk_on_path")")
    fi
    for jdk_dir in "${JAVA_HOME:-}" "$jdk_on_path" \
        ${BOLT_JDK_ROOTS:-/usr/lib/jvm /Library/Java/JavaVirtualMachines "$HOME/.sdkman/candidates/java" "$HOME/.jdks" /opt /opt/homebrew/opt}; do
        [ -n "$jdk_dir" ] || continue
        for jdk_candidate in "$jdk_dir" "$jdk_dir"/*25*/Contents/Home "$jdk_dir"/*25* "$jdk_dir"/openjdk*/libexec/openjdk.jdk/Contents/Home; do
            jdk_version=$(jdk_major "$jdk_candidate")
            if [ -n "$jdk_version" ] && [ "$jdk_version" -ge 25 ]; then
                JAVA_HOME=$jdk_candidate
                export JAVA_HOME
                return 0
            fi
        done
    done
    cat >&2 <<'EOF'
Bolt needs a JDK 25, and found none (looked at JAVA_HOME, the PATH and the usual folders).
Install one, beside any other Java you have:
  macOS          brew install --cask temurin@25
  Debian/Ubuntu  apt install temurin-25-jdk   (from Adoptium's repository; or openjdk-25-jdk)
  any            sdk install java 25-tem      (with SDKMAN)
or unpack one from https://adoptium.net and set JAVA_HOME to it.
EOF
    return 3
}
