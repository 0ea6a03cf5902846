namespace DanVan.Scoring.Files.Reading;

/// <summary>A dataset with the files it came from.</summary>
/// <param name="Data">The dataset.</param>
/// <param name="Sources">The files, with what was recognised in them.</param>
public sealed record DatasetReading(Dataset Data, ImmutableArray<SourceInfo> Sources) : IDisposable
{
    /// <summary>The table that cells are still read from; null if all are in memory.</summary>
    internal Table? Open { get; init; }

    /// <summary>Closes the file that cells are still read from.</summary>
    public void Dispose() => Open?.Dispose();
}

/// <summary>Reads a dataset folder: <c>units</c>, <c>results</c> and the optional tables, each as .csv, .xlsx or .xls.</summary>
public static class DatasetReader
{
    /// <summary>What was received when the dataset was collected: told in reports, no part of the figures.</summary>
    internal const string ReceiptFile = "receipts.csv";

    /// <summary>Reads a folder. Faults of single cells and entries concern their units only.</summary>
    /// <param name="folder">The folder. Messages name its files without it, so that results do not depend on where it lies.</param>
    /// <param name="ruleSet">The rules that the data are for.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="previousResult">The result folder of the last period, in place of <c>previous.csv</c>; null for none.</param>
    /// <param name="keepsCells">
    /// False if the cells of <c>results.csv</c> need not be kept: they are then read each time they are needed, their faults
    /// are found when units are scored, and the reading must be disposed of. A workbook, and a file with cells that the panel
    /// corrected, are kept all the same.
    /// </param>
    /// <param name="decimalSign">
    /// The decimal sign, comma or point, of columns whose cells do not show it (<c>7.981</c>); null to take what limits, separator
    /// and other columns tell, if they agree.
    /// </param>
    /// <param name="progress">Told which share of the results is found, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <returns>The dataset; null if a file's structure or the list of units is faulty.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DatasetReading? Read(
        string folder, RuleSet ruleSet, DiagnosticBag diagnostics, string? previousResult = null, bool keepsCells = true, char? decimalSign = null,
        IProgress<decimal>? progress = null, CancellationToken cancellation = default) =>
        Read(folder, ruleSet, diagnostics, new CsvCut(), previousResult, keepsCells, decimalSign, progress, cancellation);

    /// <inheritdoc cref="Read(string, RuleSet, DiagnosticBag, string?, bool, char?, IProgress{decimal}, CancellationToken)"/>
    internal static DatasetReading? Read(
        string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CsvCut cut, string? previousResult = null, bool keepsCells = true,
        char? decimalSign = null, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatasetFolder(folder, ruleSet, diagnostics, cut, decimalSign, progress, cancellation).Read(previousResult, keepsCells);
    }

    /// <summary>Reads the list of units and last period's figures of a folder, which need hold nothing else.</summary>
    /// <inheritdoc cref="Read(string, RuleSet, DiagnosticBag, string?, bool, char?, IProgress{decimal}, CancellationToken)"/>
    public static DatasetReading? ReadUnits(string folder, RuleSet ruleSet, DiagnosticBag diagnostics, string? previousResult = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatasetFolder(folder, ruleSet, diagnostics, new CsvCut(), null, null, cancellation).ReadUnits(previousResult);
    }
}
