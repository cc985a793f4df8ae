using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// Which words may begin a cue, by their tags and what the lexicon of reporting calls them: learned, so that names, articles and commas, seven
/// tokens in ten, need not be looked at more closely.
/// </summary>
internal sealed class CueOpeners
{
    private const string Section = "cue.openers";

    // Rarer than one in so many that such words begin a cue: none of them does. Of few nothing is known.
    private const int Rare = 200, Few = 100;

    private static readonly int Classes = Enum.GetValues<SpeechClass>().Length;

    private readonly byte[] _mayOpen;

    private CueOpeners(byte[] mayOpen) => _mayOpen = mayOpen;

    /// <summary>Kinds of words.</summary>
    public static int Kinds => PennTags.Names.Length * Classes;

    public bool Allow(in TokenFacts token) => _mayOpen[KindOf(token)] != 0;

    public static int KindOf(in TokenFacts token) => token.Tag * Classes + (int)token.Cue;

    /// <exception cref="InvalidModelException">The section is missing or of another size.</exception>
    public static CueOpeners Read(ModelFile file) => new(file.Array<byte>(Section, Kinds));

    /// <param name="tokens">For each kind how many words of it there are.</param>
    /// <param name="openers">How many of them begin a cue.</param>
    public static void Write(ModelFile file, ReadOnlySpan<int> tokens, ReadOnlySpan<int> openers)
    {
        byte[] mayOpen = new byte[Kinds];
        for (int kind = 0; kind < Kinds; kind++) mayOpen[kind] = (byte)(tokens[kind] < Few || openers[kind] * (long)Rare >= tokens[kind] ? 1 : 0);
        file.Set<byte>(Section, mayOpen);
    }
}
