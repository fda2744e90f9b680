# Gives a UTF-8 locale where there is none; sourced by ./bolt. POSIX sh.

locale_utf8() { # Java names files as the locale says, and in the C locale cannot name those beyond ASCII at all
    [ "$(uname -s)" = Darwin ] && return 0 # there Java always uses UTF-8
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] && return 0 # "ANSI_…" too where a locale is named that is not there
    LC_ALL=C.UTF-8
    export LC_ALL
}
