namespace Kansatsu.App.Text;

/// <summary>The same thing said in English and in Japanese.</summary>
readonly record struct Phrase(string English, string Japanese)
{
    public string In(Language language) => language == Language.Japanese ? Japanese : English;

    public static implicit operator Phrase((string English, string Japanese) both) => new(both.English, both.Japanese);
}

enum Language
{
    English,
    Japanese,
}
