namespace NewsNlp.Quantities;

/// <summary>Reads decimals as they are spoken.</summary>
internal sealed class SpokenPoint(AtomList atoms)
{
    /// <summary>Extends a cardinal by decimals that are spoken: <c>five point two</c>.</summary>
    public void Read(ref NumberData number)
    {
        int hyphen = atoms.IsHyphen(number.End) ? 1 : 0;
        if (!atoms.Has(number.End + hyphen, Cue.Point)) return;
        if (hyphen != 0)
        {
            ReadHyphenPoint(ref number);
            return;
        }
        if (atoms.IsNumber(number.End + 1) && atoms[number.End + 1].Form == NumeralForm.Plain && number.Value % 1 == 0)
        {
            number.Value += atoms[number.End + 1].Value / Math.Pow(10, atoms[number.End + 1].Length);
            number.End += 2;
            return;
        }
        double place = 0.1;
        int at = number.End + 1;
        for (; atoms.Role(at) is NumberRole.Unit or NumberRole.Zero && at < number.End + 12; at++, place /= 10) number.Value += atoms.Info(at).Value * place;
        if (at == number.End + 1)
        {
            ReadTensPoint(ref number);
            return;
        }
        number.Value = Math.Round(number.Value, at - number.End - 1);
        number.End = at;
        TakeScale(ref number);
    }

    // Nine-point-two per cent.
    private void ReadHyphenPoint(ref NumberData number)
    {
        int at = number.End + 2;
        if (!atoms.IsHyphen(at) || atoms.Role(at + 1) is not (NumberRole.Unit or NumberRole.Zero)) return;
        number.Value += atoms.Info(at + 1).Value / 10;
        number.End = atoms.IsHyphen(at + 2) && atoms.Role(at + 3) == NumberRole.Scale ? at + 3 : at + 2;
        TakeScale(ref number);
    }

    // Two hundred point seventy-one.
    private void ReadTensPoint(ref NumberData number)
    {
        if (atoms.Role(number.End + 1) is not (NumberRole.Tens or NumberRole.Teen)) return;
        number.Value += SmallCount.Read(atoms, number.End + 1, out int end) / 100;
        number.End = end;
    }

    /// <summary>Multiplies by the scale that follows.</summary>
    public void TakeScale(ref NumberData number)
    {
        if (atoms.Role(number.End) is not (NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen)) return;
        number.Scale = atoms.Info(number.End).Value;
        number.Value *= number.Scale;
        number.End++;
    }
}
