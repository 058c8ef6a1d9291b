# One line for each flow of home's hosts, from its first packet, with its cause.
BEGIN { grace = 4 }

FILENAME ~ /names$/ { name_at[$3] = $1; name_at[$4] = $1; next }

FILENAME ~ /actions$/ {
    actions++
    starts[actions] = $1; ends[actions] = $2; actor[actions] = by_user[$5]; wanted[actions] = " " $6 " "
    next
}

function in_action(uid, name, time,    i) {
    for (i = 1; i <= actions; i++)
        if (actor[i] == uid && time >= starts[i] - 0.1 && time <= ends[i] + grace && index(wanted[i], " " name " ")) return 1
    return 0
}

{
    pot = $1; time = $2; uid = $3
    local = $4 != "" ? $4 : $5
    remote = $6 != "" ? $6 : $7
    if ($8 != "") { protocol = "tcp"; from = $8; to = $9 }
    else if ($10 != "") { protocol = "udp"; from = $10; to = $11 }
    else if ($12 != "") { protocol = "icmpv6"; from = 0; to = 0 }
    else { protocol = "icmp"; from = 0; to = 0 }
    type = $12 != "" ? $12 : $13
    key = protocol SUBSEP local SUBSEP from SUBSEP remote SUBSEP to SUBSEP type
    if (key in seen) next
    seen[key] = 1
    name = to == 53 ? $14 : name_at[remote]
    known = uid in program
    if (known && name != "" && in_action(uid, name, time)) kind = "own-action"
    else if (!known || to == 53 || to == 123 || to == 67 || protocol ~ /^icmp/) kind = "own-housekeeping"
    else kind = "own-software"
    printf "{\"first\":%s,\"protocol\":\"%s\",\"local\":\"%s\",\"local_port\":%d,\"remote\":\"%s\",\"remote_port\":%d", text(moment(time)), protocol, local, from, remote, to
    if (protocol ~ /^icmp/) printf ",\"icmp_type\":%d", type
    printf ",\"host\":\"%s\",\"process\":%s,\"uid\":%s,\"kind\":\"%s\",\"program\":%s", host[pot], known ? text(process[uid]) : "null", uid == "" ? "null" : uid, kind, known ? text(program[uid]) : "null"
    if (name != "") printf ",\"name\":%s", text(name)
    print "}"
    printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", time, pot, uid, protocol, remote, to, name > table
}
