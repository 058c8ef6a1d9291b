# shellcheck shell=bash
# The hosts of home and the programs on them. Every program has a user of its own, so that the kernel can say whose a packet is.
# Writes $work/users: uid, pot, process, program, user.

declare -A uid=([pot1]=61011 [pot2]=61012 [pot3]=61013 [curl]=61021 [wget]=61022 [cron-curl]=61023 [cron-wget]=61024 [curl-6]=61025 [apt]=61026 [chronyd]=61027)
declare -A browser  # pot -> process number of its browser

list_users() {
    local user pot process program
    while read -r user pot process program; do
        printf '%s\t%s\t%s\t%s\t%s\n' "${uid[$user]}" "$pot" "$process" "$program" "$user"
    done <<'USERS'
pot1 pot1 firefox-esr Firefox
pot2 pot2 firefox-esr Firefox
pot3 pot3 chromium Chromium
curl pot4 curl curl
wget pot4 wget wget
curl-6 pot4 curl curl
cron-curl pot4 curl curl
cron-wget pot4 wget wget
apt pot4 apt APT
chronyd pot4 chronyd chrony
USERS
}

# as USER POT COMMAND…: a program of a pot, with a home folder of its own.
as() {
    local user=$1 pot=$2
    shift 2
    in_pot "$pot" setpriv --reuid "${uid[$user]}" --regid "${uid[$user]}" --clear-groups \
        env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 HOME="$work/home/$user" TMPDIR="$work/home/$user" "$@"
}

furnish() {
    local user store
    for user in "${!uid[@]}"; do
        mkdir -p "$work/home/$user/profile"
        # Both browsers trust the lab's authority through their own stores.
        for store in "$work/home/$user/profile" "$work/home/$user/.pki/nssdb" "$work/home/$user/.local/share/pki/nssdb"; do
            [[ $user == pot? ]] || continue
            mkdir -p "$store"
            certutil -N -d "sql:$store" --empty-password
            certutil -A -d "sql:$store" -n lab -t C,, -i "$work/authority.pem"
        done
        cp "$here/firefox-user.js" "$work/home/$user/profile/user.js"
        chown -R "${uid[$user]}:${uid[$user]}" "$work/home/$user"
    done
    local apt=$work/home/apt
    mkdir -p "$apt"/{state/lists/partial,cache/archives/partial,etc}
    local mirror security
    mirror=$(awk '$1 == "debian" && $2 ~ /^deb\./ { print $2 }' "$here/services.txt")
    security=$(awk '$1 == "debian" && $2 ~ /^security\./ { print $2 }' "$here/services.txt")
    {
        echo "deb [trusted=yes] http://$mirror/debian stable main"
        echo "deb [trusted=yes] http://$mirror/debian stable-updates main"
        echo "deb [trusted=yes] http://$security/debian-security stable-security main"
    } >"$apt/etc/sources.list"
    sed "s,@apt@,$apt,g" "$here/apt.conf" >"$apt/etc/apt.conf"
    chown -R "${uid[apt]}:${uid[apt]}" "$apt"
}

# The first packet of every flow that a pot starts goes to a group that tcpdump listens to, with its user (NFULA_UID).
witness_pot() {
    local pot=$1
    in_pot "$pot" nft -f - <<'RULES'
table inet witness {
    chain out {
        type filter hook output priority 0;
        oifname eth0 ct state { new, related, untracked } log group 7 snaplen 400 queue-threshold 1
    }
}
RULES
    in_pot "$pot" tcpdump -i nflog:7 -U -Z root -w "$work/$pot.nflog" 2>"$work/$pot.nflog.log" &
}

# The interfaces come up one after another, each asks for an IPv4 address.
bring_up() {
    local pot
    for pot in "${pots[@]}"; do
        ip -n "$prefix-$pot" link set eth0 up
        in_pot "$pot" udhcpc -i eth0 -s "$here/udhcpc-script" -n -q -f -t 8 >"$work/$pot.dhcp" 2>&1 &
        sleep 0.4
    done
    sleep 4
}

start_firefox() {
    local pot=$1
    shift
    as "$pot" "$pot" firefox-esr --headless --no-remote --profile "$work/home/$pot/profile" "$@" >>"$work/$pot.log" 2>&1 &
    browser[$pot]=$!
}

# A new profile each time, because much of what this browser does by itself it does once. The flags only let it live without a screen.
start_chromium() {
    local pot=$1
    rm -rf "$work/home/$pot/chromium"
    as "$pot" "$pot" chromium --headless=new --no-sandbox --no-first-run --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/home/$pot/chromium" \
        --remote-debugging-port=9222 about:blank >>"$work/$pot.log" 2>&1 &
    browser[$pot]=$!
}

# It asks the pool's names anew at each start.
start_chronyd() {
    [[ ! -s $work/home/chronyd/pid ]] || { kill "$(cat "$work/home/chronyd/pid")"; sleep 0.3; }
    sed "s,@pidfile@,$work/home/chronyd/pid," "$here/chrony-pot.conf" >"$work/chrony-pot.conf"
    as chronyd pot4 chronyd -x -U -n -f "$work/chrony-pot.conf" >>"$work/chronyd.log" 2>&1 &
}

stop_browser() {
    local pot=$1
    # shellcheck disable=SC2046
    kill $(ip netns pids "$prefix-$pot" | xargs -r ps -o pid=,uid= -p | awk -v uid="${uid[$pot]}" '$2 == uid { print $1 }') 2>/dev/null || true
    wait "${browser[$pot]}" 2>/dev/null || true
}

start_pots() {
    start_firefox pot1 --marionette
    start_firefox pot2
    start_chromium pot3
    start_chronyd
}

# These start anew in each phase: what they do by themselves, they do soon after their start.
restart_programs() {
    stop_browser pot2
    stop_browser pot3
    start_firefox pot2
    start_chromium pot3
    start_chronyd
}
