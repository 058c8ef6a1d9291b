using static Kansatsu.Wire.EewPatterns;

namespace Kansatsu.Wire;

/// <summary>
/// Reads a telegram word by word, so both written forms, indented lines and broken lines read alike. Each word must fit its field; where one does
/// not, it is kept as a fault and reading goes on with the next field that fits.
/// </summary>
sealed partial class EewDecoder
{
    const int MaxWords = 4096;
    const int MaxFaults = 32;
    const int MaxAreas = 1024;

    /// <summary>So many words may stand before a mark that is searched for.</summary>
    const int MaxSkipped = 12;

    readonly string[] _words;
    readonly EewTelegram _to;
    readonly List<EewFault> _faults = [];
    int _at;

    EewDecoder(string[] words, EewTelegram to) => (_words, _to) = (words, to);

    public static EewTelegram Decode(ReadOnlySpan<byte> bytes)
    {
        var isTooLong = bytes.Length > EewFrame.MaxLength;
        var text = WireText.Decode(isTooLong ? bytes[..EewFrame.MaxLength] : bytes);
        var words = text.Split([' ', '\n', '\r', '\t', '\v', '\f'], MaxWords + 1, StringSplitOptions.RemoveEmptyEntries);
        var telegram = new EewTelegram(text);
        var decoder = new EewDecoder(words.Length > MaxWords ? words[..MaxWords] : words, telegram);
        if (isTooLong || words.Length > MaxWords) decoder.Blame(EewFaultKind.TooLong, "text", "");
        decoder.Read();
        telegram.Faults = decoder._faults;
        return telegram;
    }

    /// <summary>01 to 99, then A0 = 100 to Z9 = 359; null for anything else.</summary>
    public static int? Serial(string text)
    {
        if (text.Length != 2 || !char.IsAsciiDigit(text[1])) return null;
        var ones = text[1] - '0';
        return text[0] switch
        {
            >= '0' and <= '9' => ((text[0] - '0') * 10) + ones,
            >= 'A' and <= 'Z' => ((text[0] - 'A') * 10) + ones + 100,
            _ => null,
        };
    }

    void Read()
    {
        ReadHead();
        _to.HasPlainHead = _faults.Count == 0;
        if (_to.Kind == "61" || (EewTables.Kind(_to.Kind) is null && IndexOf("ND", MaxSkipped) < 0)) LeaveBody();
        else ReadBody();
        ReadEnd();
    }

    void ReadHead()
    {
        var end = IndexOf("ND", MaxSkipped);
        if (end < 0) end = Math.Min(6, _words.Length);
        Align(end,
            new("kind", IsTwoDigits, w => _to.Kind = w), new("office", IsTwoDigits, w => _to.Office = w), new("flag", IsTwoDigits, w => _to.Flag = w),
            new("issue time", IsTime, w => _to.IssuedText = w), new("command", IsCommand, w => _to.Command = w), new("time of quake", IsTime, w => _to.OriginText = w));
    }

    void ReadBody()
    {
        var isDescribed = _to.Kind is "35" or "36" or "37" or "39" or "47";
        if (!isDescribed && !(_at < _words.Length && IsEvent(_words[_at])))
        {
            LeaveBody();
            return;
        }

        Mark("ND", "event", IsEvent, w => _to.EventId = w.Length > 2 ? w[2..] : "");
        if (IndexOf("NCPN", 3) >= 0 || _to.Kind == "47") ReadWarning();
        if (!isDescribed && IndexOf("NCN", 3) < 0) LeaveBody();
        else ReadForecast();
    }

    void ReadForecast()
    {
        if (_at < _words.Length && IsForecastSerial(_words[_at])) TakeSerial(_words[_at++]);
        else Mark("NC", "serial", IsForecastSerial, TakeSerial);
        Mark("JD", "JD", IsJd, w => _to.Jd = w[2..]);
        Mark("JN", "JN", IsJn, w => _to.Jn = w[2..]);
        var end = _at;
        while (end < _words.Length && end - _at < MaxSkipped && !Begins(end, "RK") && !Begins(end, "RT") && !Begins(end, "RC") && _words[end] is not ("EBI" or End)) end++;
        Align(end,
            new("epicentre", IsPlace, w => _to.EpicentreCode = w), new("latitude", IsLatitude, w => _to.LatitudeText = w),
            new("longitude", IsLongitude, w => _to.LongitudeText = w), new("depth", IsDepth, w => _to.DepthText = w),
            new("magnitude", IsMagnitude, w => _to.MagnitudeText = w), new("intensity", IsIntensity, w => _to.MaxIntensity = w));
        Mark("RK", "RK", IsRk, w => _to.Rk = w[2..]);
        Mark("RT", "RT", IsRt, w => _to.Rt = w[2..]);
        Mark("RC", "RC", IsRc, w => _to.Rc = w[2..]);
        ReadLists();
    }

    void TakeSerial(string word)
    {
        if (word.Length < 3) return;
        _to.Marker = word[..3];
        if (word.Length != 6) return;
        _to.Status = word[3];
        _to.SerialText = word[4..];
    }

    /// <summary>A body that nobody has described is kept as it is.</summary>
    void LeaveBody()
    {
        var end = Array.IndexOf(_words, End, _at);
        if (end < 0) end = _words.Length;
        _to.Undecoded = string.Join(' ', _words[_at..end]);
        _at = end;
    }

    void ReadEnd()
    {
        var end = Array.IndexOf(_words, End, _at);
        if (end < 0)
        {
            for (; _at < _words.Length; _at++) Blame(EewFaultKind.Unread, "text", _words[_at]);
            Blame(EewFaultKind.NoEnd, "end", "");
            return;
        }

        for (; _at < end; _at++) Blame(EewFaultKind.Unread, "text", _words[_at]);
        _to.HasEnd = true;
        if (end + 1 < _words.Length) Blame(EewFaultKind.AfterEnd, "end", string.Join(' ', _words.AsSpan(end + 1, Math.Min(8, _words.Length - end - 1))!));
    }

    void Blame(EewFaultKind kind, string field, string found)
    {
        if (_faults.Count < MaxFaults) _faults.Add(new EewFault(kind, field, found));
    }
}
