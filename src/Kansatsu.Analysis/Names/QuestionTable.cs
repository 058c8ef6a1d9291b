namespace Kansatsu.Analysis;

/// <summary>Questions counted by name, type and protocol. At <see cref="MaxQuestions"/> new ones are refused and counted.</summary>
sealed class QuestionTable
{
    public const int MaxQuestions = 1 << 18;

    readonly RecordList<Question> _questions = new();
    readonly SlotIndex _index = new();

    public int Count => _questions.Count;

    public long Refused { get; private set; }

    public ref readonly Question this[int index] => ref _questions[index];

    public void Add(int name, ushort type, NameSource via)
    {
        var hash = _index.Hash.Of(((ulong)name << 24) | ((ulong)type << 8) | (byte)via);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
        {
            ref var known = ref _questions[candidates.Current];
            if (known.Name != name || known.Type != type || known.Via != via) continue;
            known.Times++;
            return;
        }

        if (_questions.Count >= MaxQuestions)
        {
            Refused++;
            return;
        }

        var position = _questions.Add();
        _questions[position] = new Question { Name = name, Type = type, Via = via, Times = 1 };
        _index.Add(hash, position);
    }
}

struct Question
{
    public int Name;
    public ushort Type;
    public NameSource Via;
    public long Times;
}
