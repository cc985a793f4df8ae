using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// Which words may begin a cue, by their tags, what the lexicon of reporting calls them, whether they are quoted and what the words at and about them
/// say one by one: learned, so that nine tokens in ten need not be looked at more closely.
/// </summary>
internal sealed class CueOpeners
{
    private const string Section = "cue.openers";

    // Rarer than one in so many that such words begin a cue: none of them does.
    private const int Rare = 60;

    // How much the words speak against a cue's beginning, in halves of a unit of log-odds, from less than -1/2 to 5/2 and more.
    private const int Steps = 8, Below = 2;

    private static readonly int Classes = Enum.GetValues<SpeechClass>().Length;

    private readonly byte[] _mayOpen;
    private readonly int _step;

    private CueOpeners(byte[] mayOpen, int step) => (_mayOpen, _step) = (mayOpen, step);

    /// <summary>Kinds of words.</summary>
    public static int Kinds => PennTags.Names.Length * Classes * 2 * Steps;

    /// <param name="words">What the words say one by one.</param>
    public bool Allow(in TokenFacts token, CueScores words) => _mayOpen[KindOf(token, words, _step)] != 0;

    /// <param name="words">What the words say one by one.</param>
    /// <param name="step">See <see cref="StepOf"/>.</param>
    public static int KindOf(in TokenFacts token, CueScores words, int step)
    {
        int against = Math.Clamp((words.Outside - words.Begin + Below * step) / step, 0, Steps - 1);
        return ((token.Tag * Classes + (int)token.Cue) * 2 + (token.Quote >= 0 ? 1 : 0)) * Steps + against;
    }

    /// <summary>Half a unit of log-odds in scores.</summary>
    /// <param name="scale">Steps of the scores to one unit.</param>
    public static int StepOf(float scale) => Math.Max(1, (int)(scale / 2));

    /// <param name="scale">Steps of the scores to one unit of log-odds.</param>
    /// <exception cref="InvalidModelException">The section is missing or of another size.</exception>
    public static CueOpeners Read(ModelFile file, float scale) => new(file.Array<byte>(Section, Kinds), StepOf(scale));

    /// <param name="tokens">For each kind how many words of it there are.</param>
    /// <param name="openers">How many of them begin a cue.</param>
    public static void Write(ModelFile file, ReadOnlySpan<int> tokens, ReadOnlySpan<int> openers)
    {
        byte[] mayOpen = new byte[Kinds];
        for (int kind = 0; kind < Kinds; kind++)
        {
            // With those a step less against it: the tagger knows these articles, so that in others words speak less clearly. One opener more, for what was not seen.
            int before = kind % Steps == 0 ? kind : kind - 1;
            mayOpen[kind] = (byte)((openers[kind] + openers[before] + 1) * (long)Rare >= tokens[kind] + tokens[before] ? 1 : 0);
        }
        file.Set<byte>(Section, mayOpen);
    }
}
