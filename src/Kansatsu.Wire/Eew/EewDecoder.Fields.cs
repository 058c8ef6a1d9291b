using static Kansatsu.Wire.EewPatterns;

namespace Kansatsu.Wire;

/// <summary>Bringing words and fields together.</summary>
sealed partial class EewDecoder
{
    sealed record Field(string Name, Pattern Fits, Action<string> Take);

    /// <summary>
    /// Gives the words up to an end to the fields in their order. With as many words as fields, each word is its field's, well-formed or not; with
    /// fewer, a field whose word does not fit is missing; with more, a word that does not fit is left over.
    /// </summary>
    void Align(int end, params ReadOnlySpan<Field> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            while (_at < end && !fields[i].Fits(_words[_at]) && end - _at > fields.Length - i) Blame(EewFaultKind.Unread, "text", _words[_at++]);
            if (_at < end && fields[i].Fits(_words[_at])) fields[i].Take(_words[_at++]);
            else if (_at < end && end - _at == fields.Length - i)
            {
                fields[i].Take(_words[_at]);
                Blame(EewFaultKind.Malformed, fields[i].Name, _words[_at++]);
            }
            else Blame(EewFaultKind.Missing, fields[i].Name, "");
        }

        for (; _at < end; _at++) Blame(EewFaultKind.Unread, "text", _words[_at]);
    }

    /// <summary>A word with a mark of its own: it is looked for a little further on too.</summary>
    void Mark(string prefix, string name, Pattern fits, Action<string> take)
    {
        var at = IndexOf(prefix, 3);
        if (at < 0)
        {
            Blame(EewFaultKind.Missing, name, "");
            return;
        }

        for (; _at < at; _at++) Blame(EewFaultKind.Unread, "text", _words[_at]);
        var word = _words[_at++];
        take(word);
        if (!fits(word)) Blame(EewFaultKind.Malformed, name, word);
    }

    int IndexOf(string prefix, int within)
    {
        var last = Math.Min(_words.Length, _at + within + 1);
        for (var i = _at; i < last; i++)
            if (Begins(i, prefix)) return i;
        return -1;
    }

    bool Begins(int at, string prefix) => _words[at].StartsWith(prefix, StringComparison.Ordinal);

    bool IsListEnd(int at) => at >= _words.Length || _words[at] == End || IsListName(_words[at]);

    /// <summary>EBI, and lists that nobody has described, up to 9999=.</summary>
    void ReadLists()
    {
        var others = new List<(string, string)>();
        while (_at < _words.Length && IsListName(_words[_at]))
        {
            var name = _words[_at++];
            if (name == "EBI")
            {
                ReadAreas();
                continue;
            }

            var begin = _at;
            while (!IsListEnd(_at)) _at++;
            others.Add((name, string.Join(' ', _words[begin.._at])));
            if (name is not ("ECI" or "EII")) Blame(EewFaultKind.Unread, "list", name);
        }

        _to.OtherLists = others;
    }

    void ReadAreas()
    {
        if (_to.HasAreaList) Blame(EewFaultKind.Unread, "list", "EBI");
        _to.HasAreaList = true;
        var areas = new List<EewArea>(_to.Areas);
        while (!IsListEnd(_at))
        {
            if (areas.Count < MaxAreas && _at + 3 < _words.Length && IsAreaCode(_words[_at]) && IsAreaIntensity(_words[_at + 1]) && IsAreaTime(_words[_at + 2]) && IsAreaFlags(_words[_at + 3]))
            {
                var (intensity, flags) = (_words[_at + 1], _words[_at + 3]);
                areas.Add(new EewArea(_words[_at], intensity[1..3], intensity[3..], _words[_at + 2], flags[0], flags[1]));
                _at += 4;
                continue;
            }

            // One broken entry does not cost the others: the next begins with three digits and an intensity.
            var begin = _at++;
            while (!IsListEnd(_at) && !(IsAreaCode(_words[_at]) && _at + 1 < _words.Length && _words[_at + 1].StartsWith('S'))) _at++;
            Blame(EewFaultKind.Malformed, "area", string.Join(' ', _words[begin..Math.Min(_at, begin + 8)]));
        }

        _to.Areas = areas;
    }

    void ReadWarning()
    {
        var part = new EewWarningPart();
        _to.Warning = part;
        Mark("NCPN", "warning serial", IsWarningSerial, w => part.SerialText = w.Length > 4 ? w[4..] : "");
        var end = _at;
        while (end < _words.Length && end - _at < MaxSkipped && !Begins(end, "PRC") && !IsListName(_words[end]) && _words[end] != End && !Begins(end, "ND")) end++;
        Align(end,
            new("warning epicentre", IsShortPlace, w => part.EpicentreCode = w), new("warning latitude", IsLatitude, w => part.LatitudeText = w),
            new("warning longitude", IsLongitude, w => part.LongitudeText = w), new("warning depth", IsDepth, w => part.DepthText = w));
        if (_at < _words.Length && Begins(_at, "PRC")) Mark("PRC", "PRC", IsPrc, w => part.Prc = w[3..]);
        else Blame(EewFaultKind.Missing, "PRC", "");
        while (_at < _words.Length && IsListName(_words[_at]) && _words[_at] is not ("NCP" or "EBI")) ReadCodes(part);
        if (_at < _words.Length && _words[_at] == "NCP") _at++;
        else Blame(EewFaultKind.Missing, "NCP", "");
        var before = _to.EventId;
        if (_at < _words.Length && Begins(_at, "ND")) Mark("ND", "event", IsEvent, w => _to.EventId = w[2..]);
        if (before.Length > 0 && before != _to.EventId) Blame(EewFaultKind.Malformed, "event", before);
    }

    void ReadCodes(EewWarningPart part)
    {
        var name = _words[_at++];
        var codes = new List<string>();
        while (!IsListEnd(_at) && !Begins(_at, "ND") && codes.Count < MaxAreas) codes.Add(_words[_at++]);
        var isArea = name is "CBI" or "PBI";
        foreach (var code in codes)
            if (!(isArea ? IsAreaCode(code) : IsShortPlace(code))) Blame(EewFaultKind.Malformed, name, code);
        // 0000 and 000 mean: none.
        codes.RemoveAll(static code => code is "0000" or "000");
        switch (name)
        {
            case "CAI": part.AddedRegions = codes; break;
            case "CPI": part.AddedPrefectures = codes; break;
            case "CBI": part.AddedAreas = codes; break;
            case "PAI": part.Regions = codes; break;
            case "PPI": part.Prefectures = codes; break;
            case "PBI": part.Areas = codes; break;
            default: Blame(EewFaultKind.Unread, "list", name); break;
        }
    }
}
