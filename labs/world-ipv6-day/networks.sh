# shellcheck shell=bash
# The namespaces and the wires between them:  pots — br0 [router] wan0 — eth0 [internet]
# Addresses of the documentation ranges (RFC 3849, RFC 5737), hardware addresses of RFC 7042 §2.1.

pots=(pot1 pot2 pot3 pot4)
prefix=kansatsu-w6d
spaces=("$prefix-router" "$prefix-internet")
for pot in "${pots[@]}"; do spaces+=("$prefix-$pot"); done

in_router() { ip netns exec $prefix-router "$@"; }
in_internet() { ip netns exec $prefix-internet "$@"; }
in_pot() { local pot=$1; shift; ip netns exec "$prefix-$pot" nice -n 10 "$@"; }

# The card computes nothing for us: checksums and segments on the wire are as on a real cable.
plain_card() { ip netns exec "$prefix-$1" ethtool -K "$2" tx off tso off gso off gro off >/dev/null 2>&1 || true; }

build_networks() {
    local space pot n=0
    for space in "${spaces[@]}"; do
        ip netns add "$space"
        ip -n "$space" link set lo up
    done
    ip -n $prefix-router link add br0 address 00:00:5e:00:53:01 type bridge mcast_snooping 0
    ip -n $prefix-router link add wan0 address 00:00:5e:00:53:02 type veth peer name eth0 address 00:00:5e:00:53:80 netns $prefix-internet
    in_router sysctl -qw net.ipv6.conf.all.forwarding=1 net.ipv4.ip_forward=1
    for pot in "${pots[@]}"; do
        n=$((n + 1))
        ip -n $prefix-router link add "to-$pot" type veth peer name eth0 address "00:00:5e:00:53:1$n" netns "$prefix-$pot"
        # A port of a bridge has no addresses of its own.
        in_router sysctl -qw "net.ipv6.conf.to-$pot.disable_ipv6=1"
        plain_card router "to-$pot"
        plain_card "$pot" eth0
        ip -n $prefix-router link set "to-$pot" master br0 up
        mkdir -p "/etc/netns/$prefix-$pot"
        printf 'nameserver %s::1\nnameserver 192.0.2.1\n' "$home_prefix" >"/etc/netns/$prefix-$pot/resolv.conf"
        echo 'hosts: files dns' >"/etc/netns/$prefix-$pot/nsswitch.conf"
    done
    for pot in pot1 pot2 pot3; do in_pot $pot sysctl -qw net.ipv6.conf.eth0.use_tempaddr=2; done
    plain_card router br0
    plain_card router wan0
    plain_card internet eth0
    address_router_and_internet
}

address_router_and_internet() {
    ip -n $prefix-router address add "$home_prefix::1/64" dev br0 nodad
    ip -n $prefix-router address add 192.0.2.1/24 dev br0
    ip -n $prefix-router link set br0 up
    ip -n $prefix-router address add 203.0.113.1/30 dev wan0
    ip -n $prefix-router address add 2001:db8:ffff::1/64 dev wan0 nodad
    ip -n $prefix-router link set wan0 up
    ip -n $prefix-internet address add 203.0.113.2/30 dev eth0
    ip -n $prefix-internet address add 2001:db8:ffff::2/64 dev eth0 nodad
    ip -n $prefix-internet link set eth0 up
    ip -n $prefix-internet route add default via 203.0.113.1
    ip -n $prefix-internet route add default via 2001:db8:ffff::1
    ip -n $prefix-router route add default via 203.0.113.2
    ip -n $prefix-router route add default via 2001:db8:ffff::2
    # The internet answers at every address it has given away.
    ip -n $prefix-internet route add local 198.51.100.0/24 dev lo
    ip -n $prefix-internet route add local 2001:db8:1000::/36 dev lo
    local block
    for block in 2000::/35 4000::/34 8000::/34 c000::/35 e000::/36; do ip -n $prefix-internet route add local "2001:db8:$block" dev lo; done
}

remove_networks() {
    local space
    for space in "${spaces[@]}"; do
        [[ -e /run/netns/$space ]] || continue
        # shellcheck disable=SC2046
        kill $(ip netns pids "$space") 2>/dev/null || true
    done
    sleep 0.5
    for space in "${spaces[@]}"; do
        [[ -e /run/netns/$space ]] || continue
        # shellcheck disable=SC2046
        kill -9 $(ip netns pids "$space") 2>/dev/null || true
        ip netns delete "$space"
        rm -rf "/etc/netns/${space:?}"
    done
    rmdir /etc/netns 2>/dev/null || true
}
