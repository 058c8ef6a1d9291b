# The action journal: start, end, what, pot, user, names.
{
    printf "{\"start\":%s,\"end\":%s,\"what\":%s,\"process\":%s,\"host\":%s,\"names\":%s}\n", text(moment($1)), text(moment($2)), text($3),
        text(process[by_user[$5]]), text(host[$4]), list($6)
}
