using Kansatsu.Analysis;
using Kansatsu.App.Api;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>What the user asked for, checked.</summary>
sealed record Request
{
    public required Verb Verb { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public bool Json { get; init; }

    public IReadOnlyList<Ipv6Prefix> Home { get; init; } = [];

    public Clock Clock { get; init; } = new(TimeZoneInfo.Utc);

    public Language Language { get; init; }

    public bool Color { get; init; }

    public bool Quiet { get; init; }

    public Moment? Since { get; init; }

    public Moment? Until { get; init; }

    /// <summary>What the operator declared; null without --actions.</summary>
    public ActionJournal? Actions { get; init; }

    /// <summary>With files of one's own; null without --catalogue.</summary>
    public SoftwareCatalogue? Catalogue { get; init; }

    /// <summary>causes --labels: the truth to compare with; null without it.</summary>
    public Labels? Labels { get; init; }

    /// <summary>Details of causes in the user's language.</summary>
    public DetailWords DetailWords => field ??= new DetailWords(Language, Catalogue);

    /// <summary>Marked spans of time.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Who owns which network; null without --owners.</summary>
    public OwnerTable? Owners { get; init; }

    /// <summary>Names and addresses to flag; null without --blocklist.</summary>
    public Blocklist? Blocklist { get; init; }

    /// <summary>Lines of the user's own files that could not be read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Most entries of a list; null = all.</summary>
    public long? Limit { get; init; }

    /// <summary>packets -x: layers and hex dump.</summary>
    public bool Detailed { get; init; }

    /// <summary>packets --one-pass: causes from what is known so far.</summary>
    public bool OnePass { get; init; }

    /// <summary>peers --without-own: flows that the operator declared are left out.</summary>
    public bool WithoutOwn { get; init; }

    /// <summary>peers --reverse: the system's resolver may be asked for names.</summary>
    public bool Reverse { get; init; }

    /// <summary>How timeline divides time; null for other verbs.</summary>
    public Bins? Bins { get; init; }

    /// <summary>diary --week: seven days.</summary>
    public bool Week { get; init; }

    /// <summary>diary --form.</summary>
    public Diary.DiaryForm Form { get; init; }

    /// <summary>eew send: where to, and what; null for other verbs.</summary>
    public SendingOptions? Sending { get; init; }

    /// <summary>Where observations are kept; null without --store.</summary>
    public string? Store { get; init; }

    /// <summary>What is asked of the store, not of captures.</summary>
    public bool AsksStore => Store is not null && Files.Count == 0;

    /// <summary>store --days, --bytes: null = as it is.</summary>
    public int? BudgetDays { get; init; }

    public long? BudgetBytes { get; init; }

    /// <summary>serve, demo: where to listen; null for other verbs.</summary>
    public Listening? Listen { get; init; }

    /// <summary>serve, demo: for how long; null = until stopped.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>-o: where to write; null or - = the terminal's output.</summary>
    public string? Output { get; init; }

    public FlowFilter Filter { get; init; } = FlowFilter.Everything;

    /// <summary>The program as it was called, for commands that the user can copy.</summary>
    public string CalledAs { get; init; } = "kansatsu";

    /// <summary>Options of this call that a further call needs to show the same thing, with a space before each.</summary>
    public string Again { get; init; } = "";

    public string Say(string english, string japanese) => Language == Language.Japanese ? japanese : english;
}
