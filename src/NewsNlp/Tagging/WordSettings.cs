using NewsNlp.Drafts;

namespace NewsNlp.Tagging;

/// <summary>Finds the <see cref="WordSetting"/> of each word of a document. Working memory; one for each thread.</summary>
internal sealed class WordSettings
{
    private readonly CapitalEvidence _capitals = new();
    private SentenceStyle[] _styles = new SentenceStyle[64];

    /// <summary>Opens a document; its words can then be asked for.</summary>
    public void Open(DocumentDraft draft)
    {
        if (_styles.Length < draft.Sentences.Count) _styles = new SentenceStyle[draft.Sentences.Count * 2];
        for (int s = 0; s < draft.Sentences.Count; s++) _styles[s] = SentenceStyles.Of(draft, draft.Sentences[s]);
        _capitals.Read(draft, _styles);
    }

    /// <param name="sentence">Number of the sentence in which the token stands.</param>
    public WordSetting Of(DocumentDraft draft, int sentence, int token)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        byte bits = (byte)_styles[sentence];
        if (char.IsLetter(form[0]))
        {
            if (!char.IsUpper(form[0])) return new WordSetting(bits);
            if (token == draft.Sentences[sentence].FirstToken) bits |= WordSetting.First;
            return new WordSetting((byte)(bits | _capitals.Of(form)));
        }
        if (char.IsAsciiDigit(form[0])) return new WordSetting(bits);
        ref readonly TokenData data = ref draft.TokenBuffer[token];
        if (data.Start > 0 && !char.IsWhiteSpace(draft.Text[data.Start - 1])) bits |= WordSetting.GluedBefore;
        if (data.End < draft.Text.Length && !char.IsWhiteSpace(draft.Text[data.End])) bits |= WordSetting.GluedAfter;
        return new WordSetting(bits);
    }

    public void Trim()
    {
        _capitals.Trim();
        if (_styles.Length > 1 << 14) _styles = new SentenceStyle[64];
    }
}
