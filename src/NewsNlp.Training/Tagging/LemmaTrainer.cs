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
internal sealed class LemmaTrainer(Spelling spelling)
{
    /// <summary>A word counts this often at most, so that an ending is judged by many words and not by one frequent one.</summary>
    private const int MaxOfWord = 3;

    private const int MinWordsOfEnding = 2;
    private const int WholeWordLevels = LemmaRules.Endings;
    private const int MinWordsOfScript = 8;
    private const int MaxEnding = 3;

    /// <summary>A word in capitals of fewer letters is more likely an abbreviation.</summary>
    private const int ShortestWord = 3;

    /// <summary>So often a lemma of the treebanks may be a slip of the pen where other text tells the word's lemma.</summary>
    private const int MaxSlips = 2;

    private const double AgreeOnLemma = 0.9;

    /// <summary>A word as written is an exception when it occurs so often; once may be a slip of the pen.</summary>
    private const int MinOfWritten = 2;
    private const int FarMore = 4;

    private static readonly LemmaScript Unchanged = new(LemmaCase.Keep, 0, "");

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
        for (int level = LemmaRules.Levels - 1; level >= LemmaRules.Endings; level--) AddLevel(rules, level);
        AddUntagged(rules, bases);
        AddAbbreviations(rules);
        for (int level = LemmaRules.Untagged - 1; level >= 0; level--) AddLevel(rules, level);
        ILookup<byte, (string Ending, LemmaScript Script)> endings = CommonEndings();
        foreach (LemmaWord word in bases.Inflected.Where(word => !_words.ContainsKey(word))) AddKnownBase(rules, word, bases, endings);
        AddIrregularVerbs(rules);
        foreach (LemmaWord word in proper.Words) AddProper(rules, word, proper);
        foreach (string small in proper.Abbreviations) AddLongAbbreviation(rules, small);
        foreach (LemmaWord word in bases.Small.Where(word => word.Form.Length > 1)) AddCapitals(rules, word, proper);
        AddWellSpelt(rules, bases);
        LemmaScript[] scripts = [.. rules.Values.Distinct().OrderBy(script => script.ToString(), StringComparer.Ordinal)];
        Dictionary<LemmaScript, ushort> numbers = scripts.Select((script, i) => (script, i)).ToDictionary(pair => pair.script, pair => (ushort)pair.i);
        Console.WriteLine($"{rules.Count} rules, {scripts.Length} scripts");
        return LemmaRules.Write(scripts, [.. rules.Keys], [.. rules.Values.Select(script => numbers[script])]);
    }

    private void AddLevel(SortedDictionary<uint, LemmaScript> rules, int level)
    {
        Dictionary<uint, Dictionary<LemmaScript, int>> votes = [];
        Dictionary<uint, (int Words, LemmaWord Example)> seen = [];
        Dictionary<(uint Key, LemmaScript Script), int> words = [];
        foreach ((LemmaWord word, Dictionary<LemmaScript, int> scripts) in _words)
        {
            if (!word.TryKey(level, out uint key) || level >= WholeWordLevels && !HasEndings(word, level)) continue;
            int total = scripts.Values.Sum(), most = level < WholeWordLevels ? total : Math.Min(total, MaxOfWord);
            Dictionary<LemmaScript, int> vote = CollectionsMarshal.GetValueRefOrAddDefault(votes, key, out _) ??= [];
            // A script may only take off letters that the key has seen.
            foreach ((LemmaScript script, int count) in scripts.Where(pair => pair.Key.Strip <= LemmaRules.SeenAt(level, word.Form.Length) && (level < WholeWordLevels || IsEnding(pair.Key, word))))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(vote, script, out _) += 1000 * count * most / total;
                if (level >= WholeWordLevels && vote[script] > 0) CollectionsMarshal.GetValueRefOrAddDefault(words, (key, script), out _)++;
            }
            ref (int Words, LemmaWord Example) about = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            about = (about.Words + 1, word);
        }
        foreach ((uint key, Dictionary<LemmaScript, int> vote) in votes)
        {
            if (vote.Count == 0) continue;
            if (level >= WholeWordLevels && level < LemmaRules.Levels - 1 && seen[key].Words < MinWordsOfEnding) continue;
            if (level == 0 && vote.Values.Sum() < MinOfWritten * 1000) continue;
            LemmaScript best = Best(vote);
            if (level >= WholeWordLevels && level < LemmaRules.Levels - 1 && words[(key, best)] < MinWordsOfEnding) continue;
            if (Shorter(rules, seen[key].Example, level + 1) != best) rules[key] = best;
        }
    }

    // A word with a lemma of its own has it whatever its tags, where nearly all of its tags agree on it: "ect" is "etc." also when it is taken for a noun.
    // The exception are tags that text without lemmas gives it, too: it may be another word there.
    private void AddUntagged(SortedDictionary<uint, LemmaScript> rules, BaseForms bases)
    {
        Dictionary<uint, List<LemmaWord>> sameForm = [];
        foreach (LemmaWord word in _words.Keys.Where(word => !IsFragment(word) && !word.Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase)))
            if (word.TryKey(LemmaRules.Untagged, out uint key)) (CollectionsMarshal.GetValueRefOrAddDefault(sameForm, key, out _) ??= []).Add(word);
        foreach ((uint key, List<LemmaWord> words) in sameForm)
        {
            Dictionary<LemmaScript, int> votes = [];
            foreach (LemmaWord word in words)
                foreach ((LemmaScript script, int count) in _words[word]) CollectionsMarshal.GetValueRefOrAddDefault(votes, script, out _) += count;
            LemmaScript best = Best(votes);
            if (votes[best] < AgreeOnLemma * votes.Values.Sum()) continue;
            if (words.Any(word => LemmaBy(rules, word, LemmaRules.Endings) != best.Apply(word.Form))) rules[key] = best;
        }
        foreach (LemmaWord small in bases.Small.Where(bases.HasTags))
        {
            foreach (LemmaWord word in new[] { small, small with { Form = Capitalized(small.Form) } })
            {
                if (_words.ContainsKey(word) || !word.TryKey(1, out uint whole) || Shorter(rules, word, LemmaRules.Endings) is not { } own) continue;
                if (own.Apply(word.Form) != LemmaBy(rules, word, LemmaRules.Untagged)) rules[whole] = own;
            }
        }
    }

    private static LemmaScript Best(Dictionary<LemmaScript, int> votes) =>
        votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal).First().Key;

    private static string LemmaBy(SortedDictionary<uint, LemmaScript> rules, LemmaWord word, int level) => Shorter(rules, word, level)?.Apply(word.Form) ?? word.Form;

    // The last letters of an abbreviation or a fragment tell nothing.
    private static bool HasEndings(LemmaWord word, int level) =>
        !IsFragment(word) && (level == LemmaRules.Levels - 1 || PennTags.Names[word.Tag] != "NNP" || WordFeatures.CaseOf(word.Form) != WordCase.Capitals);

    // What is written out in full ("Nov": "November"), a name and a number are no examples of an ending.
    private static bool IsEnding(LemmaScript script, LemmaWord word) =>
        script.Append.Length <= MaxEnding && (PennTags.Names[word.Tag] is not ("NNP" or "CD") || script is { Strip: 0, Append: "" });

    // Pieces of words written apart, of mail addresses and the like.
    private static bool IsFragment(LemmaWord word) => PennTags.Names[word.Tag] is "GW" or "AFX" or "ADD";

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
            .Concat(VerbEnding.Doubled(word.Form)).Append(rule.Value).MaxBy(Weight);
        if (Weight(best) > FarMore * Weight(rule.Value)) rules[whole] = best;
    }

    // A word that text writes with a capital has it in the lemma, also where its writer left it out or wrote it in capitals.
    private void AddProper(SortedDictionary<uint, LemmaScript> rules, LemmaWord word, ProperForms proper)
    {
        LemmaWord capital = word with { Form = Capitalized(word.Form) };
        foreach (LemmaWord written in new[] { word, capital, word with { Form = word.Form.ToUpperInvariant() } })
        {
            if (_words.ContainsKey(written) || !written.TryKey(1, out uint whole) || LemmaBy(rules, written, 1) == capital.Form) continue;
            if (written != word && written != capital && (word.Form.Length < ShortestWord || !proper.IsFrequent(word) || proper.IsAbbreviation(word.Form))) continue;
            rules[whole] = new LemmaScript(written == capital ? LemmaCase.Keep : LemmaCase.Capital, 0, "");
        }
    }

    // A word that is written small has the same lemma where it begins a sentence or stands in a headline; a few words of the treebanks that say
    // otherwise are slips.
    private void AddCapitals(SortedDictionary<uint, LemmaScript> rules, LemmaWord word, ProperForms proper)
    {
        if ((Shorter(rules, word, 1) ?? Unchanged) is not { Case: LemmaCase.Keep or LemmaCase.Lower } small) return;
        foreach (string form in new[] { Capitalized(word.Form), word.Form.ToUpperInvariant() })
        {
            LemmaWord capital = word with { Form = form };
            if (_words.TryGetValue(capital, out Dictionary<LemmaScript, int>? scripts) && (scripts.Values.Sum() > MaxSlips || proper.IsOftenCapital(word))) continue;
            if (!capital.TryKey(1, out uint whole) || !capital.TryKey(0, out uint asWritten)) continue;
            rules.Remove(asWritten);
            if (LemmaBy(rules, capital, 1) != small.Apply(word.Form)) rules[whole] = small with { Case = LemmaCase.Lower };
        }
    }

    // Whatever their tags; what the treebanks say of a form with its tag outranks them.
    private static void AddAbbreviations(SortedDictionary<uint, LemmaScript> rules)
    {
        foreach (string[] row in LexiconFile.Rows("tags/abbreviations"))
            foreach (string form in new[] { row[0], Capitalized(row[0]) })
                if (new LemmaWord(form, PennTags.IndexOf("NN"), PartOfSpeech.Noun).TryKey(LemmaRules.Untagged, out uint key)) rules[key] = LemmaScript.From(form, row[1]);
    }

    // An abbreviation as long as a word.
    private void AddLongAbbreviation(SortedDictionary<uint, LemmaScript> rules, string small)
    {
        LemmaWord word = new(small.ToUpperInvariant(), PennTags.IndexOf("NNP"), PartOfSpeech.ProperNoun);
        if (!_words.ContainsKey(word) && word.TryKey(1, out uint whole) && LemmaBy(rules, word, 1) != word.Form) rules[whole] = Unchanged;
    }

    // What looks misspelt, but is written so more than once, is a word.
    private void AddWellSpelt(SortedDictionary<uint, LemmaScript> rules, BaseForms bases)
    {
        Span<char> mended = stackalloc char[Spelling.MaxLength + 1];
        foreach (LemmaWord word in _words.Where(pair => pair.Value.Values.Sum() >= MinOfWritten).Select(pair => pair.Key).Concat(bases.Small).ToArray())
            if (!HasWholeRule(rules, word) && word.TryKey(1, out uint whole) && spelling.TryMend(word.Form, mended, out _)) rules[whole] = Shorter(rules, word, LemmaRules.Endings) ?? Unchanged;
    }

    private static bool HasWholeRule(SortedDictionary<uint, LemmaScript> rules, LemmaWord word)
    {
        for (int level = 0; level < WholeWordLevels; level++)
            if (word.TryKey(level, out uint key) && rules.ContainsKey(key)) return true;
        return false;
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
