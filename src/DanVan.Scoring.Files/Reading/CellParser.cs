namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the cells of one field. A cell that cannot be read becomes invalid and is reported.</summary>
internal sealed class CellParser
{
    private const int MostKnown = 512;

    private static readonly IReadOnlySet<string> NotApplicableMarks = TextKey.Keys("n/a", "na", "kad", "không áp dụng", "không phát sinh", "không chấm");
    private static readonly IReadOnlySet<string> YesWords = TextKey.Keys("có", "co", "yes", "y", "x", "đạt", "đúng", "true", "1");
    private static readonly IReadOnlySet<string> NoWords = TextKey.Keys("không", "khong", "no", "n", "không đạt", "chưa", "sai", "false", "0");
    private static readonly string[] DateFormats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly Field _field;
    private readonly NumberRange _range;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, string>? _choices;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private Column? _examples;
    private (string Text, Place Place)? _barePercent;
    private bool _barePercentAboveOne;

    /// <summary>Makes a parser for a column.</summary>
    /// <param name="field">The field that it holds.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="style">How it writes numbers, if that is known; null if it is to be recognised.</param>
    public CellParser(Field field, DiagnosticBag diagnostics, NumberStyle? style = null)
    {
        _field = field;
        _range = NumberRange.Of(field);
        _diagnostics = diagnostics;
        Style = style ?? new NumberStyle(field.Type == FieldType.Count);
        if (field.Type == FieldType.Choice)
        {
            _choices = field.Values.ToDictionary(value => TextKey.Exact(value.Id), value => value.Id, StringComparer.Ordinal);
            foreach (var value in field.Values)
                _choices.TryAdd(TextKey.Exact(value.Label), value.Id);
        }
    }

    /// <summary>How the column writes numbers.</summary>
    public NumberStyle Style { get; }

    /// <summary>True if the column holds numbers: its cells must then be looked at before they can be read.</summary>
    public bool IsNumber => _field.Type is FieldType.Count or FieldType.Number or FieldType.Percent;

    /// <summary>True if a number without comma or point can still tell something about the column.</summary>
    public bool NeedsWholeNumbers => _field.Type == FieldType.Percent && !_barePercentAboveOne;

    /// <summary>True if the text says that the field does not apply.</summary>
    public static bool IsNotApplicable(string text) => NotApplicableMarks.Contains(TextKey.Exact(text));

    /// <summary>True if the text is one of the words for yes or no.</summary>
    public static bool IsYesNo(string text) => TextKey.Exact(text) is var key && (YesWords.Contains(key) || NoWords.Contains(key));

    /// <summary>First pass: what the cells tell about the column.</summary>
    public void Look(ReadOnlySpan<char> text, CellOrigin origin, Func<Place> place)
    {
        if (origin == CellOrigin.Error)
            return;
        Style.Look(text, origin, _range, place);
        if (_field.Type != FieldType.Percent || _barePercentAboveOne || text.Contains('%'))
            return;
        var number = NumberText.Strip(text);
        if (!NumberText.IsDigitsAndSigns(number) || number.Trim("0.,").IsEmpty)
            return;
        int end = number.IndexOfAny('.', ',');
        var whole = (end < 0 ? number : number[..end]).TrimStart('0');
        bool hasFraction = end >= 0 && !number[(end + 1)..].Trim('0').IsEmpty;
        _barePercentAboveOne = whole.Length > 1 || (whole.Length == 1 && (whole[0] > '1' || hasFraction));
        _barePercent ??= (text.ToString(), place());
    }

    /// <summary>Takes over what another parser saw in cells further down.</summary>
    public void Take(CellParser later)
    {
        Style.Take(later.Style);
        _barePercent ??= later._barePercent;
        _barePercentAboveOne |= later._barePercentAboveOne;
    }

    /// <summary>Between the passes: decides how numbers and percentages are written.</summary>
    public void Decide(IEnumerable<NumberStyle> columns, SignEvidence evidence)
    {
        Style.Decide(columns, evidence, _diagnostics);
        if (_barePercent is not { } bare || _barePercentAboveOne)
            return;
        decimal share = NumberText.Parse(bare.Text, Style.DecimalSign).Value;
        _diagnostics.Add(DatasetDiagnostics.AmbiguousPercent.At(bare.Place, ("found", bare.Text), ("first", bare.Text + " %"),
            ("second", new LocalText(ValueText.Percent(share, Language.Vietnamese), ValueText.Percent(share, Language.English)))));
    }

    /// <summary>Second pass: fills in a cell.</summary>
    public void Parse(ReadOnlySpan<char> text, CellOrigin origin, Column column, int unit, Func<Place> place)
    {
        if (origin == CellOrigin.Error)
        {
            Fault(DatasetDiagnostics.ErrorCell.At(place(), ("found", text.ToString())), column, unit);
            return;
        }
        if (text.IsWhiteSpace())
        {
            DatasetBuilder.SetState(column, unit, CellState.Missing);
            return;
        }
        switch (_field.Type)
        {
            case FieldType.Count or FieldType.Number or FieldType.Percent:
                ParseNumber(text, origin == CellOrigin.Number ? '.' : Style.DecimalSign, column, unit, place);
                break;
            case FieldType.Text:
                DatasetBuilder.Set(column, unit, TextKey.Clean(text.ToString()));
                break;
            default:
                if (!_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int example))
                    ParseWord(text.ToString(), column, unit, place);
                else
                    column.Copy(unit, _examples!, example);
                break;
        }
    }

    /// <summary>Keeps how a word was read: a column has few of them, in many rows.</summary>
    private void Learn(string text, Column column, int unit)
    {
        if (_known.Count == MostKnown || column.States[unit] == CellState.Invalid)
            return;
        _examples ??= DatasetBuilder.NewColumn(_field, MostKnown);
        _examples.Copy(_known.Count, column, unit);
        _known[text] = _known.Count;
    }

    private void ParseNumber(ReadOnlySpan<char> text, char? decimalSign, Column column, int unit, Func<Place> place)
    {
        var (fault, value, isPercent, _) = NumberText.Parse(text, decimalSign);
        if (fault == NumberFault.NotNumber && IsNotApplicable(text.ToString()))
            DatasetBuilder.SetState(column, unit, CellState.NotApplicable);
        else if ((DescriptorOf(fault) ?? FaultOf(value, isPercent)) is { } descriptor)
            Fault(descriptor.At(place(), ("found", text.ToString())), column, unit);
        else
            Take(value, isPercent, column, unit);
        if (column.States[unit] == CellState.Value && NumberLimits.IsLong(value))
            _diagnostics.Add(DatasetDiagnostics.LongNumber.At(place(), ("found", text.ToString()), ("limit", NumberLimits.ExactDigits)));
    }

    /// <summary>Second pass: takes a number without percent sign; false if there is something to say of it.</summary>
    public bool TryTake(decimal value, Column column, int unit)
    {
        if (FaultOf(value, isPercent: false) is not null || NumberLimits.IsLong(value))
            return false;
        Take(value, isPercent: false, column, unit);
        return true;
    }

    /// <summary>What to report of a text that is no number; null if it is one.</summary>
    public static DiagnosticDescriptor? DescriptorOf(NumberFault fault) => fault switch
    {
        NumberFault.None => null,
        NumberFault.OutOfRange => DatasetDiagnostics.NumberTooLarge,
        _ => DatasetDiagnostics.NotNumber,
    };

    private DiagnosticDescriptor? FaultOf(decimal value, bool isPercent) =>
        _field.Type == FieldType.Count && (isPercent || (value.Scale > 0 && value != decimal.Truncate(value))) ? DatasetDiagnostics.NotWholeNumber
        : _field.Type != FieldType.Number && value < 0 ? DatasetDiagnostics.NegativeCount
        : null;

    private void Take(decimal value, bool isPercent, Column column, int unit) =>
        DatasetBuilder.Set(column, unit, _field.Type == FieldType.Percent || isPercent ? value / 100 : value);

    private void ParseWord(string written, Column column, int unit, Func<Place> place)
    {
        string text = TextKey.Clean(written), key = TextKey.Exact(written);
        if (NotApplicableMarks.Contains(key))
            DatasetBuilder.SetState(column, unit, CellState.NotApplicable);
        else if (_field.Type == FieldType.YesNo && IsYesNo(written))
            DatasetBuilder.Set(column, unit, YesWords.Contains(key));
        else if (_field.Type == FieldType.YesNo)
            Fault(DatasetDiagnostics.NotYesNo.At(place(), ("found", text)), column, unit);
        else if (_field.Type == FieldType.Date && TryParseDate(text, out var date))
            DatasetBuilder.Set(column, unit, date);
        else if (_field.Type == FieldType.Date)
            Fault(DatasetDiagnostics.NotDate.At(place(), ("found", text)), column, unit);
        else if (_choices!.TryGetValue(key, out string? id))
            DatasetBuilder.Set(column, unit, id);
        else
            Fault(DatasetDiagnostics.UnknownChoice.At(place(), ("found", text),
                ("suggestion", Suggestion.Nearest(text, _field.Values.Select(value => value.Id))),
                ("allowed", _field.Values.Select(value => value.Id).ToList())), column, unit);
        Learn(written, column, unit);
    }

    /// <summary>Day first or year first, with four digits for the year; never month first.</summary>
    public static bool TryParseDate(string text, out DateOnly date)
    {
        bool fits = DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            && parsed.TimeOfDay == TimeSpan.Zero && parsed.Year is >= 1900 and <= 2200;
        date = fits ? DateOnly.FromDateTime(parsed) : default;
        return fits;
    }

    private void Fault(Diagnostic diagnostic, Column column, int unit)
    {
        _diagnostics.Add(diagnostic);
        DatasetBuilder.SetState(column, unit, CellState.Invalid);
    }
}
