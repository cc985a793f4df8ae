using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>
/// Cuts one block into tokens, in one pass with a cursor. Whatever looks ahead either moves the cursor past what it has seen or is
/// bounded, so that the time is linear on any text.
/// </summary>
internal ref struct TokenScanner
{
    private readonly DocumentDraft _draft;
    private readonly TokenLexicon _lexicon;
    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private int _at;

    // The next @ at or behind the cursor, so that a word need not look for one: addresses are rare.
    private int _nextAtSign;

    public TokenScanner(DocumentDraft draft, TokenLexicon lexicon, TextSpan block)
    {
        _draft = draft;
        _lexicon = lexicon;
        _text = draft.Text.AsSpan(0, block.End);
        _start = _at = block.Start;
        FindAtSign(_at);
    }

    public void Run()
    {
        while (_at < _text.Length)
        {
            switch (CharKinds.Of(_text[_at]))
            {
                case CharKind.Space or CharKind.Joiner: _at++; break;
                case CharKind.Letter: ReadWord(); break;
                case CharKind.Digit: ReadNumber(); break;
                case CharKind.Apostrophe: ReadApostrophe(); break;
                case CharKind.Stop: ReadStops(); break;
                case CharKind.HighSurrogate: ReadSurrogate(); break;
                default: ReadSymbol(); break;
            }
        }
    }

    private readonly char Peek(int index) => (uint)index < (uint)_text.Length ? _text[index] : '\0';

    private void Add(int end)
    {
        _draft.AddToken(_at, end);
        _at = end;
    }

    private void ReadWord()
    {
        if (_nextAtSign < _at) FindAtSign(_at);
        int mail = _nextAtSign < _text.Length ? WebAddress.EndOfMail(_text, _at, _nextAtSign) : 0;
        if (mail > 0) Add(mail);
        else AddWord(EndOfWord(WordShape.EndOfLetters(_text, _at)));
    }

    private readonly int EndOfWord(int end)
    {
        while (end < _text.Length && Continues(_at, ref end)) end = WordShape.EndOfLetters(_text, end);
        return end;
    }

    /// <summary>
    /// At what is no letter: true where the word goes on behind it, with <paramref name="end"/> behind it; else false, with
    /// <paramref name="end"/> at the end of the word, which may be earlier or later.
    /// </summary>
    private readonly bool Continues(int start, ref int end)
    {
        char c = _text[end];
        switch (CharKinds.Of(c))
        {
            case CharKind.Apostrophe: return ContinuesAtApostrophe(start, ref end);
            case CharKind.Hyphen: return ContinuesAtHyphen(start, ref end);
            case CharKind.Stop: return c == '.' && ContinuesAtDot(start, ref end);
            case CharKind.Currency:
                if (c == '$' && WordShape.IsCapitals(_text[start..end], 3)) end++;
                return false;
            case CharKind.Rule when c == '_' && CharKinds.IsWordPart(Peek(end + 1)):
                end++;
                return true;
            default: return ContinuesAtSymbol(c, start, ref end);
        }
    }

    private readonly bool ContinuesAtSymbol(char c, int start, ref int end)
    {
        switch (c)
        {
            case '&':
                int right = WordShape.EndOfLetters(_text, end + 1, end + 5);
                if (!WordShape.IsCapitals(_text[start..end], 3) || !WordShape.IsCapitals(_text[(end + 1)..right], 3)) return false;
                end = right;
                return false;
            case ':' when WebAddress.IsScheme(_text[start..end]) && WebAddress.EndOfUrl(_text, end + 1) is int url and > 0:
                end = url;
                return false;
            case '/' when end == start + 1:
                int after = WordShape.EndOfLetters(_text, end + 1, end + 5);
                if (_lexicon.Slashed.Contains(_text[start..after])) end = after;
                return false;
            default: return false;
        }
    }

    private readonly bool ContinuesAtApostrophe(int start, ref int end)
    {
        int after = WordShape.EndOfLetters(_text, end + 1);
        ReadOnlySpan<char> tail = _text[(end + 1)..after];
        if (tail.IsEmpty) return false;
        if (tail is "t" or "T" && _text[end - 1] is 'n' or 'N' && end - 1 > start)
        {
            end--;
            return false;
        }
        if (Clitics.IsClitic(tail)) return false;
        if (tail.Equals("all", StringComparison.OrdinalIgnoreCase) && _text[start..end] is "y" or "Y")
        {
            end++;
            return false;
        }
        end = after;
        return true;
    }

    private readonly bool ContinuesAtHyphen(int start, ref int end)
    {
        char next = Peek(end + 1);
        ReadOnlySpan<char> word = _text[start..end];
        bool joins = word.Length <= 8 && char.IsLower(next) && !WordShape.IsCapitals(word, 2, 8) && _lexicon.Prefixes.Contains(word);
        if (!joins && !(word.Equals("mid", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(next))) return false;
        end++;
        return true;
    }

    private readonly bool ContinuesAtDot(int start, ref int end)
    {
        end = DottedWord.End(_text, start, end, _lexicon, out bool goesOn);
        return goesOn;
    }

    private void AddWord(int end)
    {
        if (_lexicon.Contractions.TryGet(_text[_at..end], out (byte First, byte Second) cuts))
        {
            int start = _at;
            Add(start + cuts.First);
            if (cuts.Second > 0) Add(start + cuts.Second);
        }
        Add(end);
        if (_at < _text.Length - 1 && _text[_at] is 'n' or 'N' && CharKinds.Of(_text[_at + 1]) == CharKind.Apostrophe && CharKinds.IsWordPart(_text[_at - 1]))
            Add(_at + 3);
    }

    private void ReadNumber()
    {
        int start = _at;
        int end = NumberShape.EndOfNumber(_text, _at);
        if (end < _text.Length && CharKinds.Of(_text[end]) == CharKind.Letter && GluedToNumber(start, end)) end = EndOfWord(WordShape.EndOfLetters(_text, end));
        else if (NumberShape.IsDecade(_text, start, end)) end += 2;
        Add(end);
    }

    // False where the letters behind the figures are a token of their own: $60m, 5pm, 35mm.
    private readonly bool GluedToNumber(int start, int end)
    {
        if (start > _start && CharKinds.Of(_text[start - 1]) == CharKind.Currency) return false;
        int after = WordShape.EndOfLetters(_text, end, end + 6);
        return !_lexicon.Units.Contains(_text[end..after]) && !NumberShape.IsHalfOfDay(_text, end);
    }

    private void ReadApostrophe()
    {
        int after = WordShape.EndOfLetters(_text, _at + 1);
        ReadOnlySpan<char> tail = _text[(_at + 1)..after];
        bool afterWord = FollowsWord();
        char next = Peek(_at + 1);
        if (!tail.IsEmpty && afterWord && Clitics.IsClitic(tail)) Add(after);
        else if (!afterWord && NumberShape.IsShortYear(_text, _at + 1, out int year)) Add(year);
        else if (!afterWord && _lexicon.Elisions.Contains(tail)) Add(tail is "n" or "N" && CharKinds.Of(Peek(after)) == CharKind.Apostrophe ? after + 1 : after);
        else Add(IsDoubled(next) ? _at + 2 : _at + 1);
    }

    // A word or what closes one: "Harbour"'s.
    private readonly bool FollowsWord()
    {
        if (_at <= _start + 1) return _at > _start && CharKinds.IsWordPart(_text[_at - 1]);
        char before = _text[_at - 1];
        if (before is '"' or '”' or ')' or ']') return CharKinds.Of(_text[_at - 2]) != CharKind.Space;
        return CharKinds.Of(before) is not (CharKind.Space or CharKind.Symbol or CharKind.Apostrophe or CharKind.Joiner);
    }

    private readonly bool IsBare() => _at == _start || CharKinds.Of(_text[_at - 1]) is CharKind.Space or CharKind.Currency;

    private readonly bool IsDoubled(char next) => next == _text[_at] || (_text[_at] == '‘' && next == '’');

    private void ReadStops()
    {
        char next = Peek(_at + 1);
        bool bare = IsBare();
        if (_text[_at] == '.' && char.IsAsciiDigit(next) && bare)
        {
            Add(NumberShape.EndOfNumber(_text, _at + 1));
            return;
        }
        int end = _at + 1;
        while (end < _text.Length && CharKinds.Of(_text[end]) == CharKind.Stop) end++;
        Add(end);
    }

    private void ReadSurrogate() => Add(EmojiShape.EndOfSurrogate(_text, _at));

    private void ReadSymbol()
    {
        char c = _text[_at], next = Peek(_at + 1);
        if (EmojiShape.EndOfEmoticon(_text, _at) is int emoticon and > 0) Add(emoticon);
        else if (EmojiShape.EndOfSymbolEmoji(_text, _at) is int emoji and > 0) Add(emoji);
        else if (c is '#' or '@' && CharKinds.Of(next) == CharKind.Letter) Add(WordShape.EndOfTag(_text, _at + 1));
        else if (c == '+' && char.IsAsciiDigit(next) && IsBare()) Add(NumberShape.EndOfNumber(_text, _at + 1));
        else Add(WordShape.EndOfSymbols(_text, _at));
    }

    private void FindAtSign(int from)
    {
        int offset = _text[from..].IndexOf('@');
        _nextAtSign = offset < 0 ? _text.Length : from + offset;
    }
}
