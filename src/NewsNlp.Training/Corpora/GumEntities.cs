using NewsNlp.Drafts;

namespace NewsNlp.Training.Corpora;

/// <summary>A mention as GUM annotates it: tokens <c>[First, End)</c>.</summary>
/// <param name="Head">The token of the mention whose head lies outside.</param>
/// <param name="Type">GUM's own: person, organization, place, event, object, abstract, time …</param>
/// <param name="Entity">Number of the entity within the document.</param>
internal readonly record struct GumMention(int First, int End, int Head, string Type, int Entity);

/// <summary>Reads the entities of a GUM document from the <c>Entity=</c> of its last column.</summary>
internal static class GumEntities
{
    public static List<GumMention> Read(CorpusDocument document)
    {
        List<GumMention> mentions = [];
        Dictionary<int, Stack<(int First, string Type)>> open = [];
        for (int token = 0; token < document.Tokens.Length; token++)
        {
            string? value = document.Tokens[token].Misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            if (value is not null) ReadMarks(document, value["Entity=".Length..], token, open, mentions);
        }
        return mentions;
    }

    /// <summary>The entity of each mention by its head; where two mentions share a head, of the longer one. -1 elsewhere.</summary>
    public static int[] ByHead(CorpusDocument document, IEnumerable<GumMention> mentions)
    {
        int[] entities = new int[document.Tokens.Length];
        entities.AsSpan().Fill(-1);
        foreach (GumMention mention in mentions.OrderBy(m => m.End - m.First)) entities[mention.Head] = mention.Entity;
        return entities;
    }

    /// <summary>The names among the mentions: runs of proper nouns around a head that is one, without titles; as a tagger would give them.</summary>
    public static List<NameData> Names(CorpusDocument document, IEnumerable<GumMention> mentions)
    {
        bool[] taken = new bool[document.Tokens.Length];
        List<NameData> names = [];
        foreach (GumMention mention in mentions.OrderBy(m => m.End - m.First).ThenBy(m => m.First))
        {
            EntityType type = TypeOf(document, mention);
            if (type == EntityType.None || document.Tokens[mention.Head].Pos != PartOfSpeech.ProperNoun || taken[mention.Head]) continue;
            (int first, int end) = Run(document, mention, type);
            if (taken.AsSpan(first, end - first).Contains(true) || IsTitle(document, first, end, type)) continue;
            taken.AsSpan(first, end - first).Fill(true);
            names.Add(new NameData(first, end, type, 1));
        }
        names.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return names;
    }

    private static (int First, int End) Run(CorpusDocument document, GumMention mention, EntityType type)
    {
        int first = mention.Head, end = mention.Head + 1;
        while (end < mention.End && IsName(document, end, mention.End, type)) end++;
        while (first > mention.First && IsBefore(document, first - 1)) first--;
        if (type == EntityType.Person)
            while (first < mention.Head && NewsNlp.Coreference.CoreferenceLexicon.English.TryTitle(document.Tokens[first].Form, out _)) first++;
        return (first, end);
    }

    // "United" of "United States" is an adjective there.
    private static bool IsBefore(CorpusDocument document, int token) =>
        document.Tokens[token].Pos == PartOfSpeech.ProperNoun
        || (document.Tokens[token].Pos == PartOfSpeech.Adjective && char.IsUpper(document.Tokens[token].Form[0]) && document.Tokens[token].Relation == "amod");

    // "University of Oslo" goes on; "Ann of" does not.
    private static bool IsName(CorpusDocument document, int token, int end, EntityType type) =>
        document.Tokens[token].Pos == PartOfSpeech.ProperNoun
        || (document.Tokens[token].Form is "-" && token + 1 < end && document.Tokens[token + 1].Pos == PartOfSpeech.ProperNoun)
        || (type != EntityType.Person && document.Tokens[token].Form is "of" or "and" && token + 1 < end && document.Tokens[token + 1].Pos == PartOfSpeech.ProperNoun);

    // "the President": a noun phrase, whatever its capital letter.
    private static bool IsTitle(CorpusDocument document, int first, int end, EntityType type) =>
        type == EntityType.Person && end - first == 1 && NewsNlp.Coreference.CoreferenceLexicon.English.NounOf(document.Tokens[first].Form).Type == EntityType.Person;

    private static EntityType TypeOf(CorpusDocument document, GumMention mention) => mention.Type switch
    {
        "person" => document.Tokens[mention.Head].Form.EndsWith('s') && mention.End - mention.First == 1 && document.Tokens[mention.Head].Lemma != document.Tokens[mention.Head].Form
            ? EntityType.Norp : EntityType.Person,
        "organization" => EntityType.Organization,
        "place" => EntityType.GeopoliticalEntity,
        "event" => EntityType.Event,
        "object" => EntityType.Product,
        "abstract" => EntityType.WorkOfArt,
        _ => EntityType.None,
    };

    private static void ReadMarks(
        CorpusDocument document, string marks, int token, Dictionary<int, Stack<(int First, string Type)>> open, List<GumMention> mentions)
    {
        int at = 0;
        while (at < marks.Length)
        {
            if (marks[at] == '(')
            {
                int end = marks.AsSpan(at + 1).IndexOfAny('(', ')') is >= 0 and int length ? at + 1 + length : marks.Length;
                string[] fields = marks[(at + 1)..end].Split('-');
                int entity = int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture);
                if (!open.TryGetValue(entity, out var stack)) open[entity] = stack = new();
                stack.Push((token, fields[1]));
                if (end < marks.Length && marks[end] == ')') Close(document, entity, token, open, mentions);
                at = end < marks.Length && marks[end] == ')' ? end + 1 : end;
            }
            else
            {
                int end = marks.IndexOf(')', at);
                Close(document, int.Parse(marks[at..end], System.Globalization.CultureInfo.InvariantCulture), token, open, mentions);
                at = end + 1;
            }
        }
    }

    private static void Close(
        CorpusDocument document, int entity, int token, Dictionary<int, Stack<(int First, string Type)>> open, List<GumMention> mentions)
    {
        (int first, string type) = open[entity].Pop();
        mentions.Add(new GumMention(first, token + 1, HeadOf(document, first, token + 1), type, entity));
    }

    private static int HeadOf(CorpusDocument document, int first, int end)
    {
        for (int token = first; token < end; token++)
            if (document.Tokens[token].Head < first || document.Tokens[token].Head >= end) return token;
        return end - 1;
    }
}
