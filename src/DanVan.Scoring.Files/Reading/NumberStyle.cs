namespace DanVan.Scoring.Files.Reading;

/// <summary>The values that a cell can hold, as far as they do not depend on other cells.</summary>
/// <param name="Least">The least; null if there is none.</param>
/// <param name="Most">The largest; null if there is none.</param>
/// <param name="Unit">What a number as written is multiplied by: 0.01 for a percentage.</param>
internal readonly record struct NumberRange(decimal? Least, decimal? Most, decimal Unit = 1)
{
    /// <summary>The range of a field.</summary>
    public static NumberRange Of(Field field) =>
        new(field.AtLeast?.ConstantNumber(), field.AtMost?.ConstantNumber(), field.Type == FieldType.Percent ? 0.01m : 1);

    /// <summary>True if a number as written can stand in the cell.</summary>
    public bool Allows(decimal written) => !(written * Unit < Least) && !(written * Unit > Most);
}

/// <summary>What can tell the decimal sign of a column beside its own cells.</summary>
/// <param name="Asked">The sign that the user says; null if he does not.</param>
/// <param name="Separator">The sign that goes with how the file parts its columns; null if that tells nothing.</param>
internal readonly record struct SignEvidence(char? Asked = null, char? Separator = null);

/// <summary>
/// Recognises which sign a column uses for decimals, from all its cells. <c>1,5</c> or <c>0.125</c> or <c>1.234,5</c>
/// tell it; <c>1,000</c> alone does not (one thousand, or one). Then the user's word decides, or else the limits of the
/// field, the file's separator and its other columns, where all that tell anything tell the same.
/// </summary>
internal sealed class NumberStyle(bool isCount)
{
    private (string Text, Place Place)? _comma;
    private (string Text, Place Place)? _point;
    private (string Text, Place Place)? _unclear;
    private (string Text, Place Place)? _long;
    private int _longCount;
    private bool _isCommaUnclear;
    private bool _rangeSaysComma;
    private bool _rangeSaysPoint;

    /// <summary>The sign; null while none is known.</summary>
    public char? DecimalSign { get; private set; }

    /// <summary>
    /// What told the sign: <c>option</c>, <c>limits</c>, <c>separator</c>, <c>otherColumns</c>, parted by blanks; null for the
    /// cells themselves.
    /// </summary>
    public string? ToldBy { get; private set; }

    /// <summary>The sign that the cells tell by themselves; null if none or both.</summary>
    public char? OwnSign => (_comma, _point) switch
    {
        (not null, null) => ',',
        (null, not null) => '.',
        _ => null,
    };

    /// <summary>Looks at a cell. Text that is no number tells nothing.</summary>
    public void Look(ReadOnlySpan<char> text, CellOrigin origin, NumberRange range, Func<Place> place)
    {
        int last = text.LastIndexOfAny(',', '.');
        if (last < 0 ? text.IndexOfAny('e', 'E') < 0 : origin == CellOrigin.Text && TellsNothingNew(text, last))
            return;
        var number = NumberText.CutExponent(NumberText.Strip(text), out int exponent);
        if (!NumberText.IsDigitsAndSigns(number))
            return;
        last = number.LastIndexOfAny(',', '.');
        int decimals = last < 0 ? 0 : number.Length - last - 1;
        if (decimals - exponent > NumberLimits.Decimals)
            LookAtLong(text, last < 0 ? null : number[last], place);
        if (last >= 0 && origin == CellOrigin.Text)
            LookAtSign(text, number, last, hasExponent: exponent != 0, range, place);
    }

    /// <summary>Takes over what was seen in cells further down.</summary>
    public void Take(NumberStyle later)
    {
        _comma ??= later._comma;
        _point ??= later._point;
        _unclear ??= later._unclear;
        _long ??= later._long;
        _longCount += later._longCount;
        _isCommaUnclear |= later._isCommaUnclear;
        _rangeSaysComma |= later._rangeSaysComma;
        _rangeSaysPoint |= later._rangeSaysPoint;
    }

    /// <summary>Decides; reports a column that mixes signs or cannot be told, and one whose numbers are rounded.</summary>
    public void Decide(IEnumerable<NumberStyle> columns, SignEvidence evidence, DiagnosticBag diagnostics)
    {
        if (_long is { } first)
            diagnostics.Add(DatasetDiagnostics.Rounded.At(
                first.Place, ("count", _longCount), ("found", first.Text), ("limit", NumberLimits.Decimals)));
        if (_comma is { } comma && _point is { } point)
        {
            diagnostics.Add(DatasetDiagnostics.MixedDecimalSigns.At(comma.Place, ("first", comma.Text), ("second", point.Text)) with { Related = point.Place });
            return;
        }
        DecimalSign = OwnSign;
        if (DecimalSign is not null || _unclear is not { } unclear)
            return;
        var told = Told(columns, evidence).ToList();
        if (told.Select(item => item.Sign).Distinct().Count() == 1)
        {
            (DecimalSign, ToldBy) = (told[0].Sign, string.Join(' ', told.Select(item => item.By).Distinct()));
            return;
        }
        string digits = NumberText.Strip(unclear.Text).ToString();
        diagnostics.Add(DatasetDiagnostics.AmbiguousColumn.At(unclear.Place, ("found", unclear.Text),
            ("first", digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)),
            ("second", digits.Split('.', ',')[0] + (digits.EndsWith("000", StringComparison.Ordinal) ? "" : $"{digits[^4]}{digits[^3..]}"))));
    }

    /// <summary>
    /// What tells the sign, in the order of its weight. The user's word makes what the file shows of no account, but not the
    /// limits.
    /// </summary>
    private IEnumerable<(char Sign, string By)> Told(IEnumerable<NumberStyle> columns, SignEvidence evidence)
    {
        if (evidence.Asked is { } asked)
            yield return (asked, "option");
        if (_rangeSaysComma)
            yield return (',', "limits");
        if (_rangeSaysPoint)
            yield return ('.', "limits");
        if (evidence.Asked is not null)
            yield break;
        if (evidence.Separator is { } separator && !_isCommaUnclear) // "7,981" in quotes may be a decimal comma in a file parted at commas
            yield return (separator, "separator");
        foreach (char sign in columns.Select(column => column.OwnSign).OfType<char>().Distinct())
            yield return (sign, "otherColumns");
    }

    private void LookAtSign(
        ReadOnlySpan<char> text, ReadOnlySpan<char> number, int last, bool hasExponent, NumberRange range, Func<Place> place)
    {
        char found = number[last], other = found == ',' ? '.' : ',';
        bool isGroup = !hasExponent && number.Length - last - 1 == 3 && number.IndexOf(found) is > 0 and <= 3 && number[0] != '0';
        bool isRoundThousand = number[(last + 1)..].SequenceEqual("000");
        char? sign = number.Contains(other) ? found
            : number.Count(found) > 1 ? other
            : !isGroup ? found
            : isCount && !isRoundThousand ? other // a count has no fraction, so these are thousands
            : null;
        switch (sign)
        {
            case ',':
                _comma ??= (text.ToString(), place());
                break;
            case '.':
                _point ??= (text.ToString(), place());
                break;
            default:
                _unclear ??= (text.ToString(), place());
                _isCommaUnclear |= found == ',';
                LookAtRange(text, found, other, range);
                break;
        }
    }

    /// <summary>Of the two readings, the limits may forbid one.</summary>
    private void LookAtRange(ReadOnlySpan<char> text, char found, char other, NumberRange range)
    {
        bool allowsDecimals = range.Allows(NumberText.Parse(text, found).Value);
        bool allowsThousands = range.Allows(NumberText.Parse(text, other).Value);
        if (allowsDecimals == allowsThousands)
            return;
        _rangeSaysComma |= (allowsDecimals ? found : other) == ',';
        _rangeSaysPoint |= (allowsDecimals ? found : other) == '.';
    }

    private void LookAtLong(ReadOnlySpan<char> text, char? sign, Func<Place> place)
    {
        if (NumberText.Parse(text, sign) is not { Fault: NumberFault.None, IsRounded: true })
            return;
        _longCount++;
        _long ??= (text.ToString(), place());
    }

    /// <summary>
    /// True for a number such as most of a column are: one sign, that of cells before, and behind it neither three digits,
    /// which might be thousands, nor more than are kept.
    /// </summary>
    private bool TellsNothingNew(ReadOnlySpan<char> text, int last) =>
        (text[last] == ',' ? _comma : _point) is not null && text.Length - last - 1 is not 3 and <= NumberLimits.Decimals
        && char.IsAsciiDigit(text[^1]) && text[..last].IndexOfAny(',', '.') < 0 && text[(last + 1)..].IndexOfAny('e', 'E') < 0;
}
