using NewsNlp.Models;

namespace NewsNlp.Coreference;

/// <summary>How people with a given name are spoken of: known names by count, others by their last letters.</summary>
internal sealed class GivenNames
{
    public const string KeySection = "given-names", LeanSection = "given-name-leans", EndingSection = "name-endings";
    public const int EndingBuckets = 4096;

    private const int MaxEnding = 4;

    private readonly Dictionary<ulong, sbyte> _leans;
    private readonly float[] _endings;

    public GivenNames(ModelFile file)
    {
        ulong[] keys = file.Array<ulong>(KeySection);
        sbyte[] leans = file.Array<sbyte>(LeanSection, keys.Length);
        if (leans.AsSpan().ContainsAnyExceptInRange<sbyte>(-100, 100)) throw ModelFile.Error(file.Name, $"section '{LeanSection}' is out of bounds");
        _leans = new Dictionary<ulong, sbyte>(keys.Length);
        for (int i = 0; i < keys.Length; i++) _leans[keys[i]] = leans[i];
        _endings = file.Array<float>(EndingSection, EndingBuckets);
    }

    /// <summary>-1 always he, 1 always she; what endings tell is never above a half.</summary>
    public float Lean(ReadOnlySpan<char> name)
    {
        ulong key = NameWords.WordKey(name);
        if (CoreferenceLexicon.English.GivenNames.TryGetValue(key, out bool she)) return she ? 1 : -1;
        return _leans.TryGetValue(key, out sbyte lean) ? lean / 100f : 0.5f * MathF.Tanh(EndingScore(name, _endings));
    }

    /// <summary>The sum of the weights of a name's last one to four letters.</summary>
    public static float EndingScore(ReadOnlySpan<char> name, ReadOnlySpan<float> weights)
    {
        float score = weights[0];
        for (int length = 1; length <= Math.Min(MaxEnding, name.Length); length++) score += weights[EndingBucket(name[^length..])];
        return score;
    }

    public static int EndingBucket(ReadOnlySpan<char> ending) => 1 + (int)((NameWords.WordKey(ending) >> 20) % (EndingBuckets - 1));
}
