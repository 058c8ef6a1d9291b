# Sourced by the scripts of the root. Uses builtins only where it can: it runs before every call of kansatsu.

# Sets $dotnet to a .NET that has a runtime (or, with "sdk", an SDK) of version 10 or later; else says what to install.
find_dotnet() {
    local wanted=$1 place candidate version path_dotnet
    # The shell's own table of commands (of bash 4) is asked first: whatever runs in a shell of its own takes a millisecond.
    path_dotnet=
    ((BASH_VERSINFO[0] > 3)) && hash dotnet 2>/dev/null && path_dotnet=${BASH_CMDS[dotnet]:-}
    [[ -n $path_dotnet ]] || path_dotnet=$(type -P dotnet)
    for place in "${DOTNET_ROOT:-}" "${path_dotnet%/dotnet}" "${HOME:-/nonexistent}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet \
        /usr/local/share/dotnet /opt/homebrew/opt/dotnet/libexec /snap/dotnet-sdk/current "/c/Program Files/dotnet"; do
        [[ -n $place && -x $place/dotnet ]] || continue
        for candidate in "$place"/shared/Microsoft.NETCore.App/[1-9][0-9].*; do
            [[ -d $candidate ]] || continue
            [[ $wanted == sdk ]] && { has_sdk "$place" || continue; }
            dotnet=$place/dotnet
            return 0
        done
    done

    # A dotnet on the path whose files lie elsewhere (a wrapper): ask it.
    if [[ -n $path_dotnet ]]; then
        version=$(DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 "$path_dotnet" --version 2>/dev/null)
        if [[ ${version%%.*} =~ ^[0-9]+$ ]] && ((${version%%.*} >= 10)); then
            dotnet=$path_dotnet
            return 0
        fi
    fi

    printf 'kansatsu: needs the .NET 10 SDK%s: Debian, Ubuntu: apt install dotnet-sdk-10.0; macOS: brew install dotnet; Windows: winget install Microsoft.DotNet.SDK.10; others: https://dot.net\n' \
        "${path_dotnet:+ (older than that: $path_dotnet)}" >&2
    return 1
}

has_sdk() {
    local candidate
    for candidate in "$1"/sdk/[1-9][0-9].*; do
        [[ -d $candidate ]] && return 0
    done
    return 1
}
