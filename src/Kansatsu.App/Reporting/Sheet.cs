using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>What every section writes to and reads from.</summary>
sealed record Sheet(Html Html, ReportFacts Facts, Request Request)
{
    public Clock Clock => Request.Clock;

    public bool IsOneDay => Clock.Date(Facts.First) == Clock.Date(Facts.Last);

    public string Say(string english, string japanese) => Request.Say(english, japanese);

    /// <summary>A section with its heading and, below it, what it answers; close it with <see cref="End"/>.</summary>
    public void Begin(string id, string heading, string lead = "")
    {
        Html.Open("section", ("id", id)).Element("h2", heading);
        if (lead.Length > 0) Html.Element("p", lead, ("class", "lead"));
    }

    public void End() => Html.Close().Line();

    /// <summary>The head of a table with its columns; those that hold numbers begin with a hash.</summary>
    public void BeginTable(params ReadOnlySpan<string> columns)
    {
        Html.Open("table").Open("thead").Open("tr");
        foreach (var column in columns)
        {
            if (column.StartsWith('#')) Html.Element("th", column[1..], ("class", "n"), ("scope", "col"));
            else Html.Element("th", column, ("scope", "col"));
        }

        Html.Close().Close().Open("tbody");
    }

    public void EndTable() => Html.Close().Close();

    public void Cell(string text) => Html.Element("td", text);

    public void NumberCell(string text) => Html.Element("td", text, ("class", "n"));

    public void TimeCell(Timestamp? time) => Html.Element("td", time is { } known ? Time(known) : "", ("class", "t"));

    /// <summary>A moment, as short as the report allows.</summary>
    public string Time(Timestamp time) => IsOneDay ? Clock.DateAndTime(time)[11..] : Clock.DateAndTime(time)[..16];

    /// <summary>From – to, or the one moment that both are.</summary>
    public string Span(Timestamp from, Timestamp to) => Time(from) == Time(to) ? Time(from) : $"{Time(from)} – {Time(to)}";

    public string Duration(long nanoseconds) => Quantity.Duration(nanoseconds, Request.Language);

    /// <summary>The chip of a cause: its colour and its stable name.</summary>
    public void Chip(string kind) => Html.Open("span", ("class", "chip c-" + kind)).Raw("<i></i>").Text(kind).Close();
}
