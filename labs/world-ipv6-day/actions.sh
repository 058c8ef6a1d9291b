# shellcheck shell=bash
# What home's operator does on purpose, and writes down; and what cron does, which nobody writes down.
# Writes $work/actions: start, end, what, pot, user, names.

now() { echo "$EPOCHREALTIME"; }

# act POT USER WHAT NAMES COMMAND…
act() {
    local pot=$1 user=$2 what=$3 names=$4 start
    shift 4
    start=$(now)
    "$@" >>"$work/$pot.actions.log" 2>&1 || true
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$start" "$(now)" "$what" "$pot" "$user" "$names" >>"$work/actions"
    say "$pot: $what"
}

# Between two actions: a while that the seed decides.
pause() { sleep "$(($1 + RANDOM % $2)).$((RANDOM % 10))"; }

browse() {
    local pot=$1 program=$2 end=$3 first=("${sites[@]:0:3}") rest=("${sites[@]:3}") order site
    # The sites with broken parts come first in a round, so that a short day has them too.
    while :; do
        shuffle first
        shuffle rest
        order=("${first[@]}" "${rest[@]}")
        for site in "${order[@]}"; do
            pause 2 4
            ((SECONDS < end - 7)) || return 0
            act "$pot" "$pot" "open https://www.$site/" "${parts[$site]}" in_pot "$pot" "$here/open-in-$program" "https://www.$site/"
        done
    done
}

fetch() {
    local user=$1 name=$2 what command=()
    case $user in
        curl | cron-curl) command=(curl -sS -o /dev/null --max-time 8 --cacert "$work/authority.pem") what=curl ;;
        curl-6) command=(curl -6 -sS -o /dev/null --max-time 5 --cacert "$work/authority.pem") what="curl -6" ;;
        wget | cron-wget) command=(wget -q -O /dev/null --tries=1 --timeout=4 "--ca-certificate=$work/authority.pem") what=wget ;;
    esac
    case $user in
        cron-*) as "$user" pot4 "${command[@]}" "https://$name/" >>"$work/pot4.actions.log" 2>&1 || true ;;
        *) act pot4 "$user" "$what https://$name/" "$name" as "$user" pot4 "${command[@]}" "https://$name/" ;;
    esac
}

# curl and wget take the broken names first, so that each meets them even in a short day.
fetch_names() {
    local phase=$1 end=$2 offset=$3 names=() broken=() users=(curl wget curl-6) name i=0
    shift 3
    mapfile -t broken < <(awk -F'\t' '$6 != "-" && $2 ~ /example/ { print $1 }' "$work/names")
    mapfile -t names < <(awk -F'\t' '$6 == "-" && $2 ~ /example/ { print $1 }' "$work/names")
    [[ $phase != day ]] || for name in "${broken[@]}"; do
        fetch "${users[offset]}" "$name"
        pause 1 2
    done
    # Only the day is for those who speak IPv6 alone.
    [[ $phase == day || $offset -lt 2 ]] || return 0
    shuffle names
    names=("${broken[@]:offset % 2:1}" "${names[@]}")
    for name in "${names[@]}"; do
        pause 4 5
        ((SECONDS < end - 8)) || return 0
        fetch "${users[offset]}" "$name"
    done
}

run_cron() {
    local end=$1 names=("www.${sites[4]}" "www.${sites[3]}" "cdn.${sites[2]}")
    pause 2 4
    update_apt
    while ((SECONDS < end - 8)); do
        shuffle names
        fetch cron-curl "${names[0]}"
        pause 5 5
        ((SECONDS < end - 8)) || return 0
        fetch cron-wget "${names[1]}"
        pause 5 5
        ((SECONDS < end - 15)) || return 0
        update_apt
    done
}

update_apt() {
    local apt=$work/home/apt
    rm -f "$apt"/state/lists/*_dists_*
    as apt pot4 env APT_CONFIG="$apt/etc/apt.conf" apt-get update >>"$work/apt.log" 2>&1 || true
}

# act_phase PHASE LENGTH: everybody acts at once; each has its own dice.
act_phase() {
    local phase=$1 end=$((SECONDS + $2)) number i=0
    for job in "browse pot1 firefox $end" "browse pot3 chromium $end" "fetch_names $phase $end 0" "fetch_names $phase $end 1" "fetch_names $phase $end 2" "run_cron $end"; do
        i=$((i + 1))
        number=$((seed * 100 + ${#phase} * 10 + i))
        # shellcheck disable=SC2086
        (trap - EXIT; RANDOM=$number; $job) &
        loops+=($!)
    done
    wait "${loops[@]}" || true
    loops=()
    while ((SECONDS < end)); do sleep 0.5; done
}
