# shellcheck shell=bash
# The internet: names, pages, the mirror, the time. And the home's router, which relays and advertises.

# A certificate of the lab's authority: file, names…
certify() {
    local file=$1 names="" name
    shift
    for name in "$@"; do names+=",DNS:$name"; done
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 300 -subj "/CN=$file" -CA "$work/authority.pem" -CAkey "$work/authority.key" \
        -addext "subjectAltName=${names#,}" -addext basicConstraints=critical,CA:FALSE -addext extendedKeyUsage=serverAuth \
        -keyout "$work/nginx/$file.key" -out "$work/nginx/$file.pem" 2>/dev/null
}

make_certificates() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 300 -subj "/CN=Authority of the laboratory" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$work/authority.key" -out "$work/authority.pem" 2>/dev/null
    certify google '*.google.com' '*.youtube.com' '*.clients.google.com' '*.googleapis.com' '*.googleusercontent.com' '*.gstatic.com' '*.gvt1.com' '*.me.gvt1.com'
    certify mozilla '*.mozilla.org' '*.mozilla.com' '*.services.mozilla.com' '*.settings.services.mozilla.com' '*.cdn.mozilla.net' '*.telemetry.mozilla.org' '*.addons.mozilla.org' \
        '*.firefox.com' '*.prod.webservices.mozgcp.net'
    local site
    # shellcheck disable=SC2086
    for site in "${sites[@]}"; do certify "$site" ${parts[$site]}; done
    chmod a+r "$work/authority.pem"
}

# Pages are small, but none fits into a packet of 1280 bytes.
make_pages() {
    local site www rest name n
    mkdir -p "$work/nginx/web"
    n=$(for ((n = 0; n < 90; n++)); do printf '/* %05d%05d */ ' $RANDOM $RANDOM; done)
    printf '%s\n' "$n" >"$work/nginx/web/style.css"
    printf '%s\n' "$n" >"$work/nginx/web/code.js"
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- %s --></svg>\n' "$n" >"$work/nginx/web/picture.svg"
    printf '<?xml version="1.0"?>\n<updates><!-- %s --></updates>\n' "$n" >"$work/nginx/web/updates.xml"
    for site in "${sites[@]}"; do
        read -r www rest <<<"${parts[$site]}"
        {
            echo "<!doctype html><title>$site</title>"
            for name in $rest; do
                echo "<link rel=stylesheet href=https://$name/style.css><img src=https://$name/picture.svg><script src=https://$name/code.js></script>"
            done
            printf '<p>A line of %s.\n' "$site"{1..45}
        } >"$work/nginx/web/$www.html"
    done
}

# A mirror of nothing: four suites, unsigned, for http.
make_mirror() {
    local suite folder
    for suite in debian/dists/stable debian/dists/stable-updates debian-security/dists/stable-security; do
        folder=$work/nginx/mirror/$suite
        mkdir -p "$folder/main/binary-amd64"
        : >"$folder/main/binary-amd64/Packages"
        {
            printf 'Origin: Debian\nSuite: %s\nCodename: %s\nDate: %s\nArchitectures: amd64\nComponents: main\n' "${suite##*/}" "${suite##*/}" "$(LC_ALL=C date -uR | sed 's/+0000/UTC/')"
            printf 'Description:'
            printf ' invented for the laboratory %d,' {1..80}
            printf '\nSHA256:\n %s 0 main/binary-amd64/Packages\n' "$(sha256sum </dev/null | cut -d' ' -f1)"
        } >"$folder/Release"
    done
}

write_nginx() {
    local site name names served=""
    cat "$here/nginx.conf"
    for site in "${sites[@]}"; do
        # A shared name belongs to the site that names it first.
        names=""
        for name in ${parts[$site]}; do
            [[ " $served " != *" $name "* ]] || continue
            names+=" $name"
        done
        served+=$names
        echo "server { include listen.conf; server_name$names; ssl_certificate $site.pem; ssl_certificate_key $site.key; include page.conf; }"
    done
    echo "}"
}

start_internet() {
    mkdir -p "$work/nginx"
    make_certificates
    make_pages
    make_mirror
    write_nginx >"$work/nginx/nginx.conf"
    cp "$here/nginx-listen.conf" "$work/nginx/listen.conf"
    cp "$here/nginx-page.conf" "$work/nginx/page.conf"
    in_internet nginx -p "$work/nginx" -e "$work/nginx.log" -c "$work/nginx/nginx.conf"
    write_addresses no
    in_internet dnsmasq --conf-file="$here/dnsmasq-internet.conf" --user=root --pid-file="$work/authority.pid" --local-ttl="$short_lived" --addn-hosts="$work/hosts" --listen-address=198.51.100.2
    sed "s,@pidfile@,$work/time.pid," "$here/chrony-internet.conf" >"$work/chrony-internet.conf"
    in_internet chronyd -x -f "$work/chrony-internet.conf"
}

start_router() {
    sed "s/@home@/$home_prefix/g" "$here/radvd.conf" >"$work/radvd.conf"
    in_router radvd -C "$work/radvd.conf" -p "$work/radvd.pid" -m stderr -u root 2>"$work/radvd.log"
    in_router dnsmasq --conf-file="$here/dnsmasq-router.conf" --user=root --pid-file="$work/router.pid" --dhcp-leasefile="$work/leases"
}

# Who has AAAA: those that always had, and (argument yes) everybody who takes part in the day.
write_addresses() {
    awk -F'\t' -v day="$1" '{ print $3, $1 } $5 == "always" || ($5 == "moves" && day == "yes") { print $4, $1 }' "$work/names" >"$work/hosts.new"
    mv "$work/hosts.new" "$work/hosts"
}

move_names() {
    write_addresses "$1"
    kill -HUP "$(cat "$work/authority.pid")"
}
