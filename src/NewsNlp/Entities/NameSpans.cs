using NewsNlp.Drafts;

namespace NewsNlp.Entities;

/// <summary>Labels to names.</summary>
internal static class NameSpans
{
    public static void Collect(ReadOnlySpan<byte> labels, int firstToken, List<NameData> names)
    {
        for (int i = 0; i < labels.Length;)
        {
            if (labels[i] == NameLabels.Outside)
            {
                i++;
                continue;
            }
            EntityType type = NameLabels.TypeOf(labels[i]);
            int end = i + 1;
            while (end < labels.Length && labels[end] == NameLabels.Inside(type)) end++;
            names.Add(new NameData(firstToken + i, firstToken + end, type, Confidence: 1));
            i = end;
        }
    }
}
