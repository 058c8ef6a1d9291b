# Sourced by the scripts of the root, after dotnet.sh, when something must be built.

# The build needs a home it can write to; without one it makes its own inside artifacts/.
build_environment() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false MSBUILDDISABLENODEREUSE=1
    if [[ -z ${HOME:-} || ! -d $HOME || ! -w $HOME ]]; then
        mkdir -p "$root/artifacts/home" || return 1
        export HOME=$root/artifacts/home
    fi
}

# Something that goes into the program is newer than the last build.
is_stale() {
    [[ ! -f $built/.stamp ]] || [[ -n $(find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
        \( -name obj -o -name bin \) -prune -o -type f -newer "$built/.stamp" -print -quit 2>/dev/null) ]]
}

# One build at a time: who comes second waits, and then finds everything built.
take_lock() {
    local lock=$root/artifacts/.lock said= owner
    mkdir -p "$root/artifacts" || return 1
    until mkdir "$lock" 2>/dev/null; do
        owner=
        { read -r owner <"$lock/pid"; } 2>/dev/null
        if [[ -n $owner ]] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$lock"
            continue
        fi
        [[ -n $said ]] || printf 'kansatsu: another call is building; waiting …\n' >&2
        said=1
        sleep 0.3
    done
    printf '%s\n' "$$" >"$lock/pid"
    trap 'rm -rf "$root/artifacts/.lock"' EXIT
}

release_lock() {
    rm -rf "$root/artifacts/.lock"
    trap - EXIT
}

# What the processor of this machine understands, as far as the ahead-of-time compiler should make use of it; nothing when in doubt.
instruction_set() {
    local flag flags
    flags=$(grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null) || return 0
    for flag in avx2 bmi1 bmi2 fma movbe f16c abm; do [[ $flags == *" $flag"* ]] || return 0; done
    printf 'x86-64-v3'
}

publish() {
    "$dotnet" publish "$root/src/Kansatsu.App/Kansatsu.App.csproj" -c Release --use-current-runtime --self-contained false -nologo -v quiet \
        --artifacts-path "$root/artifacts/build" -o "$new" "$@" >"$log" 2>&1
}

# Publishes the program into $built. Says one line before, and the errors when it fails.
build_kansatsu() {
    local new=$root/artifacts/kansatsu.new log=$root/artifacts/build.log first=', the first call takes about a minute'
    find_dotnet sdk && build_environment && take_lock || return 1
    if ! is_stale; then
        release_lock
        return 0
    fi

    [[ -f $built/kansatsu.dll ]] && first=
    printf 'kansatsu: building%s …\n' "$first" >&2
    rm -rf "$new"
    : >"$root/artifacts/.began"
    # Code of one room is inlined into others, so all are compiled again when one changed.
    rm -rf "$root/artifacts/build/obj/Kansatsu.App/release/R2R"
    if ! publish -p:PublishReadyToRun=true -p:InstructionSet="$(instruction_set)"; then
        if grep -qiE 'crossgen|NETSDK1094|NU1101|NU1301' "$log" && publish -p:PublishReadyToRun=false; then
            printf 'kansatsu: the ahead-of-time compiler (crossgen) could not be had, so each start takes about 0.2 s longer\n' >&2
        else
            grep -E ': error ' "$log" | sort -u | head -20 >&2 || tail -20 "$log" >&2
            printf 'kansatsu: the build failed; its log is %s\n' "$log" >&2
            release_lock
            return 1
        fi
    fi

    mv "$root/artifacts/.began" "$new/.stamp"
    rm -rf "$built.old"
    [[ -d $built ]] && mv "$built" "$built.old"
    mv "$new" "$built"
    rm -rf "$built.old"
    release_lock
}

# A source of the pages is newer than what was built of them.
web_is_stale() {
    [[ ! -f $root/artifacts/web/.stamp ]] || [[ -n $(find "$root/web" \( -name node_modules -o -name dist -o -name map -path "$root/web/map" \) -prune \
        -o -type f -newer "$root/artifacts/web/.stamp" -print -quit 2>/dev/null) ]]
}

find_node() {
    type -P npm >/dev/null && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null
}

# What package-lock.json names is there already.
has_packages() {
    [[ -f $root/web/node_modules/.package-lock.json && ! $root/web/package-lock.json -nt $root/web/node_modules/.package-lock.json ]]
}

# The pages of the dashboard, into artifacts/web, where the program finds them. Without them only the API answers, so nothing here is fatal.
build_web() {
    local new=$root/artifacts/web.new log=$root/artifacts/web.log
    web_is_stale || return 0
    if ! find_node; then
        printf 'kansatsu: the pages of the dashboard need Node.js 20 or newer to be built (Debian, Ubuntu: apt install nodejs npm); without it only the API answers\n' >&2
        return 0
    fi
    build_environment && take_lock || return 0
    if web_is_stale; then
        printf 'kansatsu: building the pages …\n' >&2
        rm -rf "$new"
        : >"$root/artifacts/.web-began"
        if (cd "$root/web" && { has_packages || npm ci --no-audit --no-fund; } && npm run build -- --outDir "$new" --emptyOutDir) >"$log" 2>&1; then
            mv "$root/artifacts/.web-began" "$new/.stamp"
            rm -rf "$root/artifacts/web"
            mv "$new" "$root/artifacts/web"
        else
            tail -5 "$log" >&2
            printf 'kansatsu: the pages could not be built; its log is %s\n' "$log" >&2
        fi
    fi
    release_lock
}
