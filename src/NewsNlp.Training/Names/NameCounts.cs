namespace NewsNlp.Training.Names;

/// <summary>Names right, found and gold, by type.</summary>
internal sealed class NameCounts
{
    private readonly Dictionary<string, (int Right, int Found, int Gold)> _counts = [];

    public void Add(HashSet<(TextSpan, string Type)> gold, HashSet<(TextSpan, string Type)> found)
    {
        foreach ((TextSpan _, string type) in gold) Count(type, 0, 0, 1);
        foreach ((TextSpan span, string type) in found) Count(type, gold.Contains((span, type)) ? 1 : 0, 1, 0);
    }

    /// <summary>In percent; of all types together where <paramref name="type"/> is null.</summary>
    public double F1(string? type = null)
    {
        int right = 0, both = 0;
        foreach ((string key, (int r, int f, int g)) in _counts)
        {
            if (type is not null && key != type) continue;
            right += r;
            both += f + g;
        }
        return both == 0 ? 0 : 200.0 * right / both;
    }

    private void Count(string type, int right, int found, int gold)
    {
        (int r, int f, int g) = _counts.GetValueOrDefault(type);
        _counts[type] = (r + right, f + found, g + gold);
    }
}
