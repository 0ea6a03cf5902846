using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Recognises which sign a column uses for decimals, from all its cells. <c>1,5</c> or <c>0.125</c> or <c>1.234,5</c>
/// tell it; <c>1,000</c> alone does not (one thousand, or one).
/// </summary>
internal sealed class NumberStyle(bool isCount)
{
    private (string Text, Place Place)? _comma;
    private (string Text, Place Place)? _point;
    private (string Text, Place Place)? _unclear;

    /// <summary>The sign; null while none is known.</summary>
    public char? DecimalSign { get; private set; }

    /// <summary>True if the sign was taken from the file's other columns.</summary>
    public bool IsFromOtherColumns { get; private set; }

    /// <summary>The sign that the cells tell by themselves; null if none or both.</summary>
    public char? OwnSign => (_comma, _point) switch
    {
        (not null, null) => ',',
        (null, not null) => '.',
        _ => null,
    };

    /// <summary>Looks at a cell. Text that is no number tells nothing.</summary>
    public void Look(ReadOnlySpan<char> text, Func<Place> place)
    {
        int last = text.LastIndexOfAny(',', '.');
        if (last < 0 || TellsNothingNew(text, last))
            return;
        var number = NumberText.Strip(text);
        int lastComma = number.LastIndexOf(','), lastPoint = number.LastIndexOf('.');
        if ((lastComma < 0 && lastPoint < 0) || !NumberText.IsDigitsAndSigns(number))
            return;
        char? sign;
        if (lastComma >= 0 && lastPoint >= 0)
        {
            sign = lastComma > lastPoint ? ',' : '.';
        }
        else
        {
            char found = lastComma >= 0 ? ',' : '.';
            char other = found == ',' ? '.' : ',';
            int at = Math.Max(lastComma, lastPoint);
            bool isGroup = number.Length - at - 1 == 3 && number.IndexOf(found) is > 0 and <= 3 && number[0] != '0';
            bool isRoundThousand = number[(at + 1)..].SequenceEqual("000");
            sign = number.Count(found) > 1 ? other
                : !isGroup ? found
                : isCount && !isRoundThousand ? other // a count has no fraction, so these are thousands
                : null;
        }
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
                break;
        }
    }

    /// <summary>True for a number such as most of a column are: one sign, that of cells before, and no three digits behind it, which might be thousands.</summary>
    private bool TellsNothingNew(ReadOnlySpan<char> text, int last) =>
        (text[last] == ',' ? _comma : _point) is not null && text.Length - last - 1 != 3 && char.IsAsciiDigit(text[^1]) && text[..last].IndexOfAny(',', '.') < 0;

    /// <summary>Takes over what was seen in cells further down.</summary>
    public void Take(NumberStyle later)
    {
        _comma ??= later._comma;
        _point ??= later._point;
        _unclear ??= later._unclear;
    }

    /// <summary>Decides, given the signs of the file's other columns; reports a column that mixes signs or cannot be told.</summary>
    public void Decide(IEnumerable<NumberStyle> columns, DiagnosticBag diagnostics)
    {
        if (_comma is { } comma && _point is { } point)
        {
            diagnostics.Add(DatasetDiagnostics.MixedDecimalSigns.At(comma.Place, ("first", comma.Text), ("second", point.Text)) with { Related = point.Place });
            return;
        }
        DecimalSign = OwnSign;
        if (DecimalSign is not null || _unclear is not { } unclear)
            return;
        var others = columns.Select(column => column.OwnSign).Where(sign => sign is not null).Distinct().ToList();
        if (others.Count == 1)
        {
            DecimalSign = others[0];
            IsFromOtherColumns = true;
            return;
        }
        string digits = NumberText.Strip(unclear.Text).ToString();
        diagnostics.Add(DatasetDiagnostics.AmbiguousColumn.At(unclear.Place, ("found", unclear.Text),
            ("first", digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)),
            ("second", digits.Split('.', ',')[0] + (digits.EndsWith("000", StringComparison.Ordinal) ? "" : $"{digits[^4]}{digits[^3..]}"))));
    }
}
