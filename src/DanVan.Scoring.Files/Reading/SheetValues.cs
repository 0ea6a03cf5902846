using System.Text.RegularExpressions;

namespace DanVan.Scoring.Files.Reading;

/// <summary>How a cell's number format shows its number.</summary>
internal enum SheetFormat : byte
{
    /// <summary>As a number.</summary>
    Plain,

    /// <summary>As a percentage: 0.6 is 60 %.</summary>
    Percent,

    /// <summary>As a date.</summary>
    Date,
}

/// <summary>Stored values of worksheets as text.</summary>
internal static partial class SheetValues
{
    /// <summary>A yes or no.</summary>
    public static string YesNo(bool answer) => answer ? "có" : "không";

    /// <summary>A date, as year-month-day; with its time if it has one.</summary>
    public static string Date(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>
    /// A number with a decimal point. Spreadsheets show fifteen digits and store a binary fraction: 0.1 + 0.2 is 0.3 for
    /// the one who typed it.
    /// </summary>
    public static (string Text, CellOrigin Origin) Number(double stored, SheetFormat format)
    {
        string digits = stored.ToString("G15", CultureInfo.InvariantCulture);
        if (Math.Abs(stored) >= 1e26 || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return (digits, CellOrigin.Number);
        string text = (format == SheetFormat.Percent ? number * 100 : number).ToString("0.############################", CultureInfo.InvariantCulture);
        return (format == SheetFormat.Percent ? text + "%" : text, CellOrigin.Number);
    }

    /// <summary>What a number format code shows.</summary>
    public static SheetFormat FormatOf(string code)
    {
        string shown = Literals().Replace(code, "");
        return shown.Contains('%', StringComparison.Ordinal) ? SheetFormat.Percent
            : shown.AsSpan().ContainsAny("dDyY") ? SheetFormat.Date : SheetFormat.Plain;
    }

    /// <summary>What a number format shows as it is: quoted text, escaped characters, colours and conditions.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]")]
    private static partial Regex Literals();
}
