using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Files.Cases;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan rules test</c>: runs the cases beside rule sets, and shows expected, got and why.</summary>
internal sealed class RulesTestCommand(Terminal terminal, Words words)
{
    public Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = words.Text("Bộ tiêu chí (.json) có tệp .cases.csv bên cạnh, hoặc thư mục có chúng. Mặc định: thư mục rules.", "Rule sets (.json) with a .cases.csv beside them, or folders of such. Default: folder rules."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("test", words.Text(
            "Chạy các ca kiểm thử của bộ tiêu chí: kết quả mong đợi, kết quả tính được, vì sao.",
            "Run the cases of rule sets: what was expected, what came, and why.")) { files };
        command.SetAction(result => Run(result.GetValue(files) ?? []));
        return command;
    }

    private int Run(string[] files)
    {
        if (files.Length == 0)
            files = ["rules"];
        files = [.. files.SelectMany(file => Directory.Exists(file) ? WithCases(file) : [file])];
        bool isFine = true;
        foreach (string file in files)
            isFine &= Test(file.EndsWith(".cases.csv", StringComparison.Ordinal) ? file[..^".cases.csv".Length] + ".json" : file);
        return isFine ? ExitCodes.Fine : ExitCodes.InputErrors;
    }

    private IEnumerable<string> WithCases(string folder)
    {
        var found = Directory.EnumerateFiles(folder, "*.json").Where(path => File.Exists(CaseReader.PathFor(path))).Order(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found
            : throw words.Wrong($"Không có ca kiểm thử nào trong thư mục '{folder}'.", $"There are no cases in folder '{folder}'.");
    }

    private bool Test(string rulesPath)
    {
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(rulesPath, diagnostics, words);
        string casesPath = CaseReader.PathFor(rulesPath);
        if (ruleSet is not null && !File.Exists(casesPath))
            throw words.Wrong($"Không có tệp ca kiểm thử '{casesPath}'.", $"There is no case file '{casesPath}'.");
        if (ruleSet is null || CaseReader.Read(casesPath, ruleSet, diagnostics) is not { } cases)
        {
            Inputs.Fail(diagnostics, terminal, words);
            return false;
        }
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        var results = cases.Select(ruleSetCase => CaseRunner.Run(ruleSet, ruleSetCase, words.Language)).ToList();
        foreach (var failed in results.Where(result => !result.IsPassed))
            Print(failed, ruleSet, terminal.Output);
        int count = results.Sum(result => result.Results.Length), met = results.Sum(result => result.Results.Count(expectation => expectation.IsMet));
        terminal.Output.WriteLine(words.Text(
            $"{ruleSet.Id}: {results.Count} ca, {count} kết quả mong đợi: {met} đúng, {count - met} sai",
            $"{ruleSet.Id}: {results.Count} cases, {count} expectations: {met} met, {count - met} not met"));
        if (count == 0)
            terminal.Output.WriteLine(words.Text("  Không có cột 'expect …' nào: tệp này không kiểm tra gì.", "  There is no column 'expect …': this file checks nothing."));
        return met == count && count > 0;
    }

    private void Print(CaseResult result, RuleSet ruleSet, TextWriter output)
    {
        output.WriteLine(words.Text($"SAI: {result.Case.Name}", $"FAILED: {result.Case.Name}"));
        foreach (var failed in result.Results.Where(expectation => !expectation.IsMet))
        {
            var expectation = failed.Expectation;
            var unit = result.Result.Find(result.Case.Data.Units[expectation.Unit].Code)!;
            string item = expectation.Node?.Id ?? expectation.Item switch
            {
                ExpectedItem.Total => words.Text("tổng điểm", "total"),
                ExpectedItem.Rating => words.Text("xếp loại", "rating"),
                _ => words.Text("hạng", "rank"),
            };
            output.WriteLine(words.Text(
                $"  {expectation.Place.Describe(Language.Vietnamese)}: {item} mong đợi {expectation.Text}, tính được {failed.Got}",
                $"  {expectation.Place.Describe(Language.English)}: {item} expected {expectation.Text}, got {failed.Got}"));
            if (expectation.Reason.Length > 0)
                output.WriteLine(words.Text($"    lý do của ca: {expectation.Reason}", $"    reason of the case: {expectation.Reason}"));
            foreach (string line in ExplanationPrinter.Why(ruleSet, result.Result, unit, expectation.Node, words))
                output.WriteLine("    " + line);
        }
        foreach (var finding in result.Findings.Sorted().Where(finding => finding.Severity == Severity.Error))
            output.WriteLine("  " + finding.Describe(words.Language));
    }
}
