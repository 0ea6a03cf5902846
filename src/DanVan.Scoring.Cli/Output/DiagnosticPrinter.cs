namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints findings: errors first, with the line concerned and a caret where there is one; long runs of one code are cut.</summary>
internal static class DiagnosticPrinter
{
    private const int MostPerCode = 20;

    public static void Print(TextWriter writer, DiagnosticBag diagnostics, Words words) => Print(writer, diagnostics.Sorted(), words, diagnostics.CountOf);

    /// <param name="writer">Where to.</param>
    /// <param name="findings">What to print.</param>
    /// <param name="words">The language.</param>
    /// <param name="countOf">How many there are of a code.</param>
    public static void Print(TextWriter writer, IEnumerable<Diagnostic> findings, Words words, Func<string, int> countOf)
    {
        foreach (var group in findings.GroupBy(diagnostic => diagnostic.Severity).OrderBy(group => group.Key))
        {
            var shown = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var diagnostic in group)
            {
                int count = shown[diagnostic.Code] = shown.GetValueOrDefault(diagnostic.Code) + 1;
                if (count <= MostPerCode)
                    Print(writer, diagnostic, words);
            }
            foreach (var (code, _) in shown.Where(pair => pair.Value > MostPerCode).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                int left = countOf(code) - MostPerCode;
                writer.WriteLine(words.Text($"… và {left} thông báo {code} nữa.", $"… and {left} more of {code}."));
            }
        }
    }

    /// <summary>How many findings there are of each weight.</summary>
    public static string Count(DiagnosticBag diagnostics, Words words)
    {
        int warnings = diagnostics.CountOf(Severity.Warning), hints = diagnostics.CountOf(Severity.Hint);
        return words.Text($"{diagnostics.ErrorCount} lỗi, {warnings} cảnh báo, {hints} gợi ý.", $"{diagnostics.ErrorCount} errors, {warnings} warnings, {hints} hints.");
    }

    private static void Print(TextWriter writer, Diagnostic diagnostic, Words words)
    {
        writer.WriteLine(diagnostic.Describe(words.Language));
        if (diagnostic.Place.Excerpt is not { } excerpt || excerpt.Text.Length == 0)
            return;
        writer.WriteLine("    " + excerpt.Text);
        writer.WriteLine("    " + new string(' ', excerpt.Start) + "^" + new string('~', Math.Max(0, excerpt.Length - 1)));
    }
}
