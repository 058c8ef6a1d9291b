# shellcheck shell=bash
# The invented world: which names there are, where they live, which of them move and which are broken. All chosen by the seed.
# Writes $work/names: name, owner, IPv4 address, IPv6 address, fate (moves | stays | always), fault over IPv6 or "-".
# RANDOM follows the seed only in the main shell, so nothing here rolls inside $(…) or a pipe.

words=(asagiri botan chidori donguri enoki fubuki garasu hasu inaho jakago kasumi leno minamo nagisa oboro ponzu rindo sazanami tsubaki usagi yamabuki zakuro)
endings=(example.net example.org example.com)
faults=(dropped refused icmp-error large-packets-lost)
update_names=(aus5.mozilla.org security.debian.org)

sites=()          # the sites of this world; a page is www.<site> plus things from cdn.<site> and perhaps img.<other>
declare -A parts  # site -> the names its page is made of
declare -A fault_of

shuffle() {
    local -n items=$1
    local i j kept
    for ((i = ${#items[@]} - 1; i > 0; i--)); do
        j=$((RANDOM % (i + 1)))
        kept=${items[i]} items[i]=${items[j]} items[j]=$kept
    done
}

invent_sites() {
    local count=5 i site
    shuffle words
    for ((i = 0; i < count; i++)); do
        site=${words[i]}.${endings[RANDOM % 3]}
        sites+=("$site")
        parts[$site]="www.$site cdn.$site"
    done
    # Two sites share a picture store, as sites do.
    local store=img.${words[count]}.${endings[RANDOM % 3]}
    parts[${sites[0]}]+=" $store"
    parts[${sites[1]}]+=" $store"
    # The last site's second name stays with IPv4: not everybody took part. The site before it had IPv6 all the time.
    staying=cdn.${sites[4]}
    always=${sites[3]}
}

choose_faults() {
    local i=0 name
    shuffle faults
    shuffle update_names
    for name in "cdn.${sites[0]}" "cdn.${sites[1]}" "www.${sites[2]}" "${update_names[0]}"; do
        fault_of[$name]=${faults[i]}
        i=$((i + 1))
    done
}

list_names() {
    local owner name stays site fate listed=" "
    while read -r owner name stays; do
        [[ $owner == "#" ]] || echo "$owner $name ${stays:-moves}"
    done <"$here/services.txt"
    for site in "${sites[@]}"; do
        for name in ${parts[$site]}; do
            [[ $listed != *" $name "* ]] || continue
            listed+="$name "
            fate=moves
            [[ $name != "$staying" ]] || fate=stays
            [[ $site != "$always" ]] || fate=always
            echo "$site $name $fate"
        done
    done
}

# Every name has an address of each family for itself, so that an address tells the name. Names of one owner share a prefix.
give_addresses() {
    local owner name fate n=10 group="" last=""
    while read -r owner name fate; do
        [[ $owner == "$last" ]] || printf -v group %x $((0x1000 + RANDOM % 0xe000))
        last=$owner
        n=$((n + 1 + RANDOM % 2))
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$owner" "198.51.100.$n" "2001:db8:$group::$(printf '%x' $((1 + n * 7)))" "$fate" "${fault_of[$name]:--}"
    done
}

make_world() {
    RANDOM=$seed
    invent_sites
    [[ $breakage == no ]] || choose_faults
    list_names >"$work/listed"
    give_addresses <"$work/listed" >"$work/names"
    printf -v home_prefix 2001:db8:%x $((0x100 + RANDOM % 0xe00))
    short_lived=$((5 + RANDOM % 4))
}
