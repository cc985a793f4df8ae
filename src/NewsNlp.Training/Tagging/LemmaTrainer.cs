using System.Runtime.InteropServices;
using NewsNlp.Lexicon;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>
/// Learns <see cref="LemmaRules"/>: for each key (an end of a word, or a whole word, with its tag) the script that most of its words
/// take, kept only where a shorter key would say something else.
/// </summary>
internal sealed class LemmaTrainer
{
    /// <summary>A word counts this often at most, so that an ending is judged by many words and not by one frequent one.</summary>
    private const int MaxOfWord = 3;

    private const int MinWordsOfEnding = 2;
    private const int WholeWordLevels = 2;
    private const int MinWordsOfScript = 8;

    /// <summary>A word as written is an exception when it occurs so often; once may be a slip of the pen.</summary>
    private const int MinOfWritten = 2;
    private const int FarMore = 4;

    private readonly Dictionary<LemmaWord, Dictionary<LemmaScript, int>> _words = [];

    public void Add(CorpusDocument document)
    {
        foreach (CorpusToken token in document.Tokens)
        {
            if (token.Tag == 0 || token.Lemma is null or "_" || token.Form.Any(char.IsWhiteSpace)) continue;
            LemmaWord word = new(token.Form, token.Tag, token.Pos);
            Dictionary<LemmaScript, int> scripts = CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _) ??= [];
            CollectionsMarshal.GetValueRefOrAddDefault(scripts, LemmaScript.From(token.Form, token.Lemma), out _)++;
        }
    }

    public ModelFile Make(BaseForms bases, ProperForms proper)
    {
        SortedDictionary<uint, LemmaScript> rules = [];
        for (int level = LemmaRules.Levels - 1; level >= 0; level--) AddLevel(rules, level);
        ILookup<byte, (string Ending, LemmaScript Script)> endings = CommonEndings();
        foreach (LemmaWord word in bases.Inflected.Where(word => !_words.ContainsKey(word))) AddKnownBase(rules, word, bases, endings);
        AddIrregularVerbs(rules);
        foreach (LemmaWord word in proper.Words) AddProper(rules, word);
        foreach (LemmaWord word in bases.Small) AddCapitals(rules, word);
        LemmaScript[] scripts = [.. rules.Values.Distinct().OrderBy(script => script.ToString(), StringComparer.Ordinal)];
        Dictionary<LemmaScript, ushort> numbers = scripts.Select((script, i) => (script, i)).ToDictionary(pair => pair.script, pair => (ushort)pair.i);
        Console.WriteLine($"{rules.Count} rules, {scripts.Length} scripts");
        return LemmaRules.Write(scripts, [.. rules.Keys], [.. rules.Values.Select(script => numbers[script])]);
    }

    private void AddLevel(SortedDictionary<uint, LemmaScript> rules, int level)
    {
        Dictionary<uint, Dictionary<LemmaScript, int>> votes = [];
        Dictionary<uint, (int Words, LemmaWord Example)> seen = [];
        foreach ((LemmaWord word, Dictionary<LemmaScript, int> scripts) in _words)
        {
            if (!word.TryKey(level, out uint key)) continue;
            int total = scripts.Values.Sum(), most = level < WholeWordLevels ? total : Math.Min(total, MaxOfWord);
            Dictionary<LemmaScript, int> vote = CollectionsMarshal.GetValueRefOrAddDefault(votes, key, out _) ??= [];
            // A script may only take off letters that the key has seen.
            foreach ((LemmaScript script, int count) in scripts.Where(pair => pair.Key.Strip <= LemmaRules.SeenAt(level, word.Form.Length)))
                CollectionsMarshal.GetValueRefOrAddDefault(vote, script, out _) += 1000 * count * most / total;
            ref (int Words, LemmaWord Example) about = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            about = (about.Words + 1, word);
        }
        foreach ((uint key, Dictionary<LemmaScript, int> vote) in votes)
        {
            if (vote.Count == 0) continue;
            if (level >= WholeWordLevels && level < LemmaRules.Levels - 1 && seen[key].Words < MinWordsOfEnding) continue;
            if (level == 0 && vote.Values.Sum() < MinOfWritten * 1000) continue;
            LemmaScript best = vote.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal).First().Key;
            if (Shorter(rules, seen[key].Example, level + 1) != best) rules[key] = best;
        }
    }

    private static LemmaScript? Shorter(SortedDictionary<uint, LemmaScript> rules, LemmaWord word, int level)
    {
        for (; level < LemmaRules.Levels; level++)
            if (word.TryKey(level, out uint key) && rules.TryGetValue(key, out LemmaScript script)) return script;
        return null;
    }

    // An inflected form that the treebanks do not have: of the endings that words of its tag lose take the one that leaves a base form
    // far more frequent than the rule's.
    private static void AddKnownBase(
        SortedDictionary<uint, LemmaScript> rules, LemmaWord word, BaseForms bases, ILookup<byte, (string Ending, LemmaScript Script)> endings)
    {
        LemmaScript? rule = Shorter(rules, word, 1);
        if (rule is null || !word.TryKey(1, out uint whole)) return;
        int Weight(LemmaScript script) => VerbEnding.Allows(script, word.Form) ? bases.Weight(script.Apply(word.Form), word.Pos) : 0;
        LemmaScript best = endings[word.Tag].Where(pair => word.Form.EndsWith(pair.Ending, StringComparison.Ordinal)).Select(pair => pair.Script)
            .Append(rule.Value).MaxBy(Weight);
        if (Weight(best) > FarMore * Weight(rule.Value)) rules[whole] = best;
    }

    // A word that text writes with a capital has it in the lemma, also where its writer left it out.
    private void AddProper(SortedDictionary<uint, LemmaScript> rules, LemmaWord word)
    {
        LemmaWord capital = word with { Form = Capitalized(word.Form) };
        foreach (LemmaWord written in new[] { word, capital })
        {
            if (_words.ContainsKey(written) || !written.TryKey(1, out uint whole) || Shorter(rules, written, 1)?.Apply(written.Form) == capital.Form) continue;
            rules[whole] = new LemmaScript(written == word ? LemmaCase.Capital : LemmaCase.Keep, 0, "");
        }
    }

    // A word that is written small has the same lemma where it begins a sentence or stands in a headline.
    private void AddCapitals(SortedDictionary<uint, LemmaScript> rules, LemmaWord word)
    {
        if (Shorter(rules, word, 1) is not { Case: LemmaCase.Keep or LemmaCase.Lower } small) return;
        foreach (string form in new[] { Capitalized(word.Form), word.Form.ToUpperInvariant() })
        {
            LemmaWord capital = word with { Form = form };
            if (_words.ContainsKey(capital) || Shorter(rules, capital, 1) is not { } rule || !capital.TryKey(1, out uint whole)) continue;
            if (rule.Apply(form) != small.Apply(word.Form)) rules[whole] = small with { Case = LemmaCase.Lower };
        }
    }

    private static string Capitalized(string form) => char.ToUpperInvariant(form[0]) + form[1..];

    // They outrank the treebanks, where a slip of the pen in a rare verb would become a rule.
    private static void AddIrregularVerbs(SortedDictionary<uint, LemmaScript> rules)
    {
        foreach (string[] verb in LexiconFile.Rows("tags/irregular-verbs"))
        {
            foreach ((string forms, string tag) in new[] { (verb[1], "VBD"), (verb[2], "VBN") })
            {
                foreach (string form in forms.Split(' '))
                {
                    LemmaWord word = new(form, PennTags.IndexOf(tag), PartOfSpeech.Verb);
                    if (!word.TryKey(1, out uint whole) || !word.TryKey(0, out uint asWritten)) continue;
                    rules.Remove(asWritten);
                    rules[whole] = LemmaScript.From(form, verb[0]);
                }
            }
        }
    }

    // By tag, in a fixed order.
    private ILookup<byte, (string Ending, LemmaScript Script)> CommonEndings() =>
        _words.SelectMany(word => word.Value.Keys.Select(script => (word.Key.Tag, Ending: word.Key.Form[^script.Strip..], Script: script)))
            .GroupBy(item => item).Where(group => group.Count() >= MinWordsOfScript && group.Key.Script.Case == LemmaCase.Keep)
            .Select(group => group.Key).OrderBy(item => item.Ending, StringComparer.Ordinal).ThenBy(item => item.Script.ToString(), StringComparer.Ordinal)
            .ToLookup(item => item.Tag, item => (item.Ending, item.Script));
}

/// <summary>A word with its tags, as lemmas are looked up.</summary>
internal readonly record struct LemmaWord(string Form, byte Tag, PartOfSpeech Pos)
{
    public bool TryKey(int level, out uint key) => LemmaRules.TryKey(Form, Tag, Pos, level, out key);
}
