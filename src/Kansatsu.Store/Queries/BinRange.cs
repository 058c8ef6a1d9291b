using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A range as whole bins of a tier: rounded outwards.</summary>
/// <param name="Last">Is in.</param>
readonly record struct BinRange(Tier Tier, long First, long Last)
{
    /// <summary>A span is answered by hours when it has at least so many of them, by days likewise: ends are then off by a few percent at most.</summary>
    const int Enough = 28;

    public long Length => Times.LengthOf(Tier);

    public Timestamp From => new(First * Length);

    public Timestamp To => new((Last + 1) * Length);

    /// <summary>The bins that a table has rows of, in order: found one by one, because a clock that went wrong may have left centuries between two.</summary>
    public IEnumerable<long> Used(Database database, string table)
    {
        for (var next = First; next <= Last;)
        {
            var bin = database.Scalar($"SELECT ifnull(min(t), ?3) FROM {table} WHERE t BETWEEN ?1 AND ?2", next, Last, long.MaxValue);
            if (bin == long.MaxValue) yield break;
            yield return bin;
            next = bin + 1;
        }
    }

    public static BinRange Of(Database database, StoreRange range, Tier tier)
    {
        var (from, to) = EndsOf(database, range);
        var length = Times.LengthOf(tier);
        return new BinRange(tier, Times.BinOf(from, length), Times.BinOf(to.Add(-1), length));
    }

    /// <summary>In the coarsest tier whose bins fit the span: exactly, or nearly.</summary>
    /// <param name="finest">What there is.</param>
    public static BinRange Coarsest(Database database, StoreRange range, Tier finest)
    {
        var (from, to) = EndsOf(database, range);
        finest = FinestAt(database, from, finest);
        var span = to.Since(from);
        foreach (var tier in (ReadOnlySpan<Tier>)[Tier.Day, Tier.Hour])
        {
            var length = Times.LengthOf(tier);
            var isExact = Fits(database, range.From, length, isBegin: true) && Fits(database, range.To, length, isBegin: false);
            if (tier <= finest || isExact || span / length >= Enough) return Of(database, range, tier);
        }

        return Of(database, range, finest);
    }

    /// <summary>Minutes are not kept for ever.</summary>
    public static Tier FinestAt(Database database, Timestamp from, Tier finest) =>
        finest == Tier.Minute && Meta.Find(database, Meta.MinutesFrom) is { } begin && Times.Microseconds(from) < begin ? Tier.Hour : finest;

    /// <summary>Both ends; where none is given, those of the store.</summary>
    public static (Timestamp From, Timestamp To) EndsOf(Database database, StoreRange range)
    {
        var from = range.From ?? Times.OfMicroseconds(Meta.Get(database, Meta.First));
        var to = range.To ?? Times.OfMicroseconds(Meta.Get(database, Meta.Last)).Add(1000);
        return (from, to > from ? to : from.Add(1));
    }

    static bool Fits(Database database, Timestamp? end, long length, bool isBegin)
    {
        if (end is not { } time || time.Nanoseconds % length == 0) return true;
        // Beyond what the store has, any edge fits.
        return isBegin ? Times.Microseconds(time) <= Meta.Get(database, Meta.First) : Times.Microseconds(time) > Meta.Get(database, Meta.Last);
    }
}
