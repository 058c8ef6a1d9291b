# shellcheck shell=bash
# Writes down what was true: the journal, a label for each flow of home, and the truth about the day.

write_journal() {
    touch "$work/actions"
    sort -n "$work/actions" | awk -F'\t' -f "$here/common.awk" -f "$here/journal.awk" "$work/users" - >"$output/actions.jsonl"
}

# The witnesses' first packets as lines: pot, time, uid, addresses, ports, name asked, ICMP type.
list_flows() {
    local pot
    for pot in "${pots[@]}"; do
        tshark -r "$work/$pot.nflog" -n -T fields -E occurrence=f -e frame.time_epoch -e nflog.uid -e ip.src -e ipv6.src -e ip.dst -e ipv6.dst \
            -e tcp.srcport -e tcp.dstport -e udp.srcport -e udp.dstport -e icmpv6.type -e icmp.type -e dns.qry.name 2>/dev/null | sed "s/^/$pot\t/"
    done
    # DHCP speaks before there is an address, below the place where packets are witnessed.
    tshark -r "$work/capture.pcap" -n -Y 'dhcp.type == 1' -T fields -e frame.time_epoch -e ip.src -e ip.dst -e eth.src 2>/dev/null |
        awk -F'\t' '{ printf "pot%s\t%s\t0\t%s\t\t%s\t\t\t\t68\t67\t\t\t\n", substr($4, 17), $1, $2, $3 }'
}

write_labels() {
    list_flows | sort -t $'\t' -k 2,2n >"$work/flows"
    awk -F'\t' -v table="$work/labelled" -f "$here/common.awk" -f "$here/labels.awk" "$work/users" "$work/names" "$work/actions" "$work/flows" >"$output/labels.jsonl"
}

write_truth() {
    awk -F'\t' -v began="$began" -v moved="$moved" -v back="$moved_back" -v ended="$(now)" -v seed="$seed" -v home="$home_prefix::/64" -v lifetime="$short_lived" \
        -f "$here/common.awk" -f "$here/truth.awk" "$work/users" "$work/names" "$work/labelled" >"$output/truth.json"
}
