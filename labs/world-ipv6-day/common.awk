# What the three tables below share. Programs: user id -> pot, process, program.
BEGIN { host["pot1"] = "192.0.2.111"; host["pot2"] = "192.0.2.112"; host["pot3"] = "192.0.2.113"; host["pot4"] = "192.0.2.114" }

function moment(seconds,    whole) {
    whole = int(seconds)
    return strftime("%Y-%m-%dT%H:%M:%S", whole, 1) sprintf(".%06dZ", (seconds - whole) * 1000000)
}

function text(value) {
    gsub(/["\\]/, "\\\\&", value)
    return "\"" value "\""
}

function list(values,    parts, n, i, out) {
    n = split(values, parts, " ")
    for (i = 1; i <= n; i++) out = out (i > 1 ? "," : "") text(parts[i])
    return "[" out "]"
}

FILENAME ~ /users$/ {
    process[$1] = $3
    program[$1] = $4
    by_user[$5] = $1
    next
}
