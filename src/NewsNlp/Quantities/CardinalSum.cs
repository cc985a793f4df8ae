namespace NewsNlp.Quantities;

/// <summary>Adds up the words of a cardinal or ordinal, one after the other, and refuses the first that cannot belong to it.</summary>
internal struct CardinalSum()
{
    private double _total;
    private double _group;
    private double _lastScale = double.PositiveInfinity;
    private NumberRole _last;
    private int _words;

    public bool IsOrdinal { get; private set; }

    public readonly double Value => _total + _group;

    /// <summary>The product of the scales where nothing has been added to them; else 1.</summary>
    public double Scale { get; private set; } = 1;

    public readonly bool MayTakeUnit => _last == NumberRole.Tens;

    public readonly bool MayTakeAnd => _last is NumberRole.Hundred or NumberRole.Scale;

    /// <param name="joined">A hyphen or <c>and</c> stands before the word.</param>
    public bool Take(in WordInfo word, bool joined)
    {
        // Three cr: a crore, in South Asia also behind words.
        if (word is { Role: NumberRole.Short, Value: 1e7 }) return _words > 0 && Take(word with { Role = NumberRole.Scale }, joined);
        if (word.Ordinal != 0 && (_words == 0 || (word.Role == NumberRole.None && FitsOrdinal(word)))) return TakeOrdinal(word.Ordinal);
        bool fits = word.Role switch
        {
            NumberRole.Zero => _words == 0,
            NumberRole.Unit => FitsUnit(word.Value),
            NumberRole.Teen => FitsTens(),
            NumberRole.Tens => FitsTens(),
            NumberRole.Hundred => _group is >= 0 and < 100 && !(joined && _last == NumberRole.Scale) && _last != NumberRole.Dozen,
            NumberRole.Dozen => _group < 100 && _last is NumberRole.None or NumberRole.Unit or NumberRole.Teen or NumberRole.Tens,
            NumberRole.Scale => _last == NumberRole.Scale ? _group == 0 && Scale > 1 && word.Value >= _lastScale && word.Value >= 1e6 : word.Value < _lastScale && (_group > 0 || _words == 0),
            NumberRole.Vague when _last == NumberRole.Scale => _group == 0 && word.Value >= 1e6 && word.Value >= _lastScale,
            NumberRole.Vague => word.Value >= 1000 && _words > 0 && _last != NumberRole.Scale && word.Value < _lastScale || (word.Value == 12 && _words > 0),
            _ => false,
        };
        if (!fits) return false;
        Add(word);
        return true;
    }

    private readonly bool FitsUnit(double value) => _last switch
    {
        NumberRole.None => true,
        NumberRole.Tens => value > 0,
        NumberRole.Hundred or NumberRole.Scale => true,
        _ => false,
    };

    private readonly bool FitsTens() => _last is NumberRole.None or NumberRole.Hundred or NumberRole.Scale;

    private readonly bool FitsOrdinal(in WordInfo word) => word.Ordinal switch
    {
        < 10 => _last is NumberRole.Tens or NumberRole.Hundred or NumberRole.Scale,
        < 100 => _last is NumberRole.Hundred or NumberRole.Scale,
        _ => word.Parts == 0 || _group >= 1,
    };

    private bool TakeOrdinal(double value)
    {
        IsOrdinal = true;
        if (value >= 100) _group = Math.Max(_group, 1) * value;
        else _group += value;
        return true;
    }

    private void Add(in WordInfo word)
    {
        _words++;
        _last = word.Role;
        if (word.Role is NumberRole.Hundred or NumberRole.Dozen || word.Value == 12 && word.Role == NumberRole.Vague)
        {
            _group = Math.Max(_group, 1) * word.Value;
            Scale *= word.Value;
        }
        else if (word.Role is NumberRole.Scale or NumberRole.Vague && _lastScale < double.PositiveInfinity && _group == 0)
        {
            _total *= word.Value;
            Scale *= word.Value;
        }
        else if (word.Role is NumberRole.Scale or NumberRole.Vague)
        {
            _total += Math.Max(_group, 1) * word.Value;
            _group = 0;
            _lastScale = word.Value;
            Scale *= word.Value;
        }
        else
        {
            if (_group > 0 && Scale > 1 || _total > 0) Scale = 1;
            _group += word.Value;
        }
    }
}
