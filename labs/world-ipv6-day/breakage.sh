# shellcheck shell=bash
# What is broken over IPv6 during the day. IPv4 to the same names always works, and so does DNS.

break_names() {
    local name owner four six fate fault rules="" refused=""
    while IFS=$'\t' read -r name owner four six fate fault; do
        case $fault in
            dropped) rules+="ip6 daddr $six drop"$'\n' ;;
            # By the server itself: a reset of the router would leave past the bridge, where nothing captures it.
            refused) refused+="ip6 daddr $six meta l4proto tcp reject with tcp reset"$'\n' ;;
            icmp-error) rules+="ip6 daddr $six reject with icmpv6 type admin-prohibited"$'\n' ;;
            # The handshake fits, the page does not, and no Packet Too Big tells the sender.
            large-packets-lost) rules+="ip6 saddr $six meta length > 1280 drop"$'\n' ;;
        esac
    done <"$work/names"
    [[ -z $rules ]] || in_router nft -f - <<RULES
table inet breakage {
    chain forward {
        type filter hook forward priority 0;
        $rules
    }
}
RULES
    [[ -z $refused ]] || in_internet nft -f - <<RULES
table inet breakage {
    chain input {
        type filter hook input priority 0;
        $refused
    }
}
RULES
}

mend_names() {
    in_router nft delete table inet breakage 2>/dev/null || true
    in_internet nft delete table inet breakage 2>/dev/null || true
}
