using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>Looks for figures that can be right but are often slips: each is worth a look before results are published. Hints only.</summary>
public static class DatasetLint
{
    private const int FewestForConstant = 5;
    private const decimal Leap = 10;
    private const decimal LeastForLeap = 10;
    private const decimal LargestFraction = 0.01m;
    private const decimal LeastUsualShare = 0.10m;

    /// <summary>Reports what it finds.</summary>
    /// <param name="data">The data; cells that are missing, not applicable or invalid are passed over.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public static void Check(Dataset data, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var column in data.Fields.OfType<Column<decimal>>())
        {
            var units = Enumerable.Range(0, data.Units.Length).Where(unit => column.States[unit] == CellState.Value).ToList();
            CheckConstant(data, column, units, diagnostics);
            CheckLeaps(data, column, units, diagnostics);
            if (column.Field.Type == FieldType.Percent)
                CheckShares(data, column, units, diagnostics);
        }
    }

    /// <summary>The same figure for every unit, other than 0: often one that was filled down.</summary>
    private static void CheckConstant(Dataset data, Column<decimal> column, List<int> units, DiagnosticBag diagnostics)
    {
        if (units.Count < FewestForConstant || column.Values[units[0]] is var first && (first == 0 || units.Any(unit => column.Values[unit] != first)))
            return;
        var place = PlaceOf(data, column, units[0]);
        diagnostics.Add(DatasetDiagnostics.ConstantColumn.At(place with { Line = null, Row = null },
            ("count", units.Count), ("value", Shown(column, first)), ("label", column.Field.Label)));
    }

    /// <summary>Ten times last period's figure, or a tenth of it: often a digit too many or too few.</summary>
    private static void CheckLeaps(Dataset data, Column<decimal> column, List<int> units, DiagnosticBag diagnostics)
    {
        if (data.Previous(column.Field.Index) is not Column<decimal> previous)
            return;
        foreach (int unit in units)
        {
            decimal now = column.Values[unit], last = previous.Values[unit];
            if (previous.States[unit] != CellState.Value || now <= 0 || last <= 0)
                continue;
            bool isLarge = now >= last * Leap, isSmall = last >= now * Leap;
            if ((isLarge || isSmall) && (column.Field.Type == FieldType.Percent || Math.Max(now, last) >= LeastForLeap))
                diagnostics.Add(DatasetDiagnostics.LeapFromPrevious.At(PlaceOf(data, column, unit), ("value", Shown(column, now)), ("last", Shown(column, last)),
                    ("leap", isLarge ? new LocalText("gấp mười lần trở lên", "ten times or more") : new LocalText("chỉ bằng một phần mười hoặc ít hơn", "a tenth or less"))) with
                { UnitCode = data.Units[unit].Code });
        }
    }

    /// <summary>A share far below the others that would be like them were it a fraction, and a share above 100 %.</summary>
    private static void CheckShares(Dataset data, Column<decimal> column, List<int> units, DiagnosticBag diagnostics)
    {
        if (units.Count == 0)
            return;
        decimal[] sorted = [.. units.Select(unit => column.Values[unit]).Order()];
        decimal median = sorted[sorted.Length / 2];
        foreach (int unit in units)
        {
            decimal share = column.Values[unit];
            var finding = share > 1 ? DatasetDiagnostics.ShareAboveWhole.At(PlaceOf(data, column, unit), ("value", Shown(column, share)))
                : share > 0 && share <= LargestFraction && median >= LeastUsualShare
                    ? DatasetDiagnostics.ShareAsFraction.At(PlaceOf(data, column, unit), ("value", Shown(column, share)), ("median", Shown(column, median)), ("meant", Shown(column, share * 100)))
                : null;
            if (finding is not null)
                diagnostics.Add(finding with { UnitCode = data.Units[unit].Code });
        }
    }

    private static Place PlaceOf(Dataset data, Column column, int unit) => data.PlaceOf(column.Field.Index, unit) ?? data.Units[unit].Place;

    private static LocalText Shown(Column<decimal> column, decimal value) => column.Field.Type == FieldType.Percent
        ? new LocalText(ValueText.Percent(value, Language.Vietnamese), ValueText.Percent(value, Language.English))
        : new LocalText(ValueText.Number(value, Language.Vietnamese), ValueText.Number(value, Language.English));
}
