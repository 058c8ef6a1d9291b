# The truth about the day: what moved and when, what was broken and how, who met it, and whether IPv4 saved them.
BEGIN { patience = 20 }

FILENAME ~ /names$/ {
    names++
    name_of[names] = $1; four[names] = $3; six[names] = $4; fate[names] = $5; fault[names] = $6
    next
}

$4 == "tcp" { flows++; at[flows] = $1; pot_of[flows] = $2; uid_of[flows] = $3; remote_of[flows] = $5 }

function saved(uid, address, since,    i) {
    for (i = 1; i <= flows; i++)
        if (uid_of[i] == uid && remote_of[i] == address && at[i] >= since && at[i] <= since + patience && at[i] <= back + 1) return 1
    return 0
}

function meetings(n,    i, uid, out, first, tries, lucky, order, users) {
    for (i = 1; i <= flows; i++) {
        if (remote_of[i] != six[n] || at[i] < moved || at[i] > back) continue
        uid = uid_of[i]
        if (!(uid in first)) { first[uid] = at[i]; where[uid] = pot_of[i]; order[++users] = uid }
        tries[uid]++
        if (saved(uid, four[n], at[i])) lucky[uid]++
    }
    for (i = 1; i <= users; i++) {
        uid = order[i]
        out = out (i > 1 ? "," : "") sprintf("\n      {\"program\":%s,\"process\":%s,\"uid\":%d,\"host\":%s,\"first\":%s,\"attempts\":%d,\"attempts_followed_by_ipv4\":%d,\"saved_by_fallback\":%s}",
            text(program[uid]), text(process[uid]), uid, text(host[where[uid]]), text(moment(first[uid])), tries[uid], lucky[uid] + 0, (lucky[uid] > 0 ? "true" : "false"))
    }
    return "[" out "]"
}

function used(n,    i) {
    for (i = 1; i <= flows; i++) if (remote_of[i] == six[n] && at[i] >= moved) return text(moment(at[i]))
    return "null"
}

END {
    printf "{\n  \"window\":{\"name\":\"day\",\"from\":%s,\"to\":%s},\n", text(moment(moved)), text(moment(back))
    printf "  \"began\":%s,\"ended\":%s,\"seed\":%d,\"home\":%s,\"ttl\":%d,\n  \"hosts\":{", text(moment(began)), text(moment(ended)), seed, text(home), lifetime
    for (i = 1; i <= 4; i++) printf "%s\"pot%d\":{\"mac\":\"00:00:5e:00:53:1%d\",\"ipv4\":%s}", (i > 1 ? "," : ""), i, i, text(host["pot" i])
    printf "},\n  \"names\":["
    for (i = 1; i <= names; i++) {
        printf "%s\n    {\"name\":%s,\"fate\":\"%s\",\"ipv4\":\"%s\"", (i > 1 ? "," : ""), text(name_of[i]), fate[i], four[i]
        if (fate[i] != "stays") printf ",\"ipv6\":\"%s\"", six[i]
        if (fate[i] == "moves") printf ",\"aaaa_appears\":%s,\"aaaa_vanishes\":%s,\"first_ipv6_flow\":%s", text(moment(moved)), text(moment(back)), used(i)
        printf "}"
    }
    printf "\n  ],\n  \"broken\":["
    for (i = 1; i <= names; i++) if (fault[i] != "-")
        printf "%s\n    {\"name\":%s,\"ipv6\":\"%s\",\"way\":\"%s\",\"from\":%s,\"to\":%s,\"met_by\":%s}", (count++ ? "," : ""), text(name_of[i]), six[i], fault[i],
            text(moment(moved)), text(moment(back)), meetings(i)
    print "\n  ]\n}"
}
