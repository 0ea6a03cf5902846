using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Reports.Word;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan card</c>: the sheet of one unit, which goes to the unit.</summary>
internal sealed class CardCommand(Terminal terminal, Words words)
{
    public Command Create()
    {
        var inputs = new ReportInputs(words);
        var unit = words.Required("--unit", "CODE", "Mã đơn vị.", "Code of the unit.");
        var output = words.Required("--out", "FILE",
            "Tệp .docx ghi ra. Tệp đã có không bị ghi đè.",
            "The .docx file to write. A file that is there is not overwritten.");
        var chart = words.Option("--chart", "FILE",
            "Tệp .png hoặc .svg ghi thêm: kết quả từng nội dung so với trung vị của khối.",
            "A .png or .svg file to write as well: each section against the median of the group.");
        var command = new Command("card", words.Text(
            "Ghi phiếu điểm của một đơn vị để gửi đơn vị: từng tiêu chí, điểm máy tính, tự chấm, thẩm định, chính thức, căn cứ, lý do.",
            "Write the sheet of one unit, to be sent to it: each criterion, computed, self, appraised and final points, clause, reason.")) { inputs.Folder, unit, output, chart, inputs.Template, inputs.Date, inputs.Place };
        return command.Runs((result, _) => Run(result.GetRequiredValue(inputs.Folder), result.GetRequiredValue(unit), result.GetRequiredValue(output), result.GetValue(chart), inputs.Options(result), inputs));
    }

    private int Run(string folder, string code, string path, string? chartPath, ReportOptions options, ReportInputs inputs)
    {
        if (!path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            throw words.Wrong($"--out cần một tệp .docx, không phải '{path}'.", $"--out takes a file .docx, not '{path}'.");
        bool isPng = chartPath?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) == true;
        if (chartPath is not null && !isPng && !chartPath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            throw words.Wrong($"--chart cần một tệp .png hoặc .svg, không phải '{chartPath}'.",
                $"--chart takes a file .png or .svg, not '{chartPath}'.");
        var diagnostics = new DiagnosticBag();
        if (inputs.ReadResult(folder, diagnostics) is not { } result)
            return Inputs.Fail(diagnostics, terminal, words);
        if (result.Units.FirstOrDefault(candidate => candidate.Code == code) is not { } unit)
        {
            string? nearest = Suggestion.Nearest(code, result.Units.Take(20_000).Select(candidate => candidate.Code));
            throw words.Wrong($"Không có đơn vị '{code}'.{(nearest is null ? "" : $" Có phải là '{nearest}'?")}", $"There is no unit '{code}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }
        Outputs.Refuse(chartPath is null ? [path] : [path, chartPath], words);
        Outputs.WriteFile(path, stream => CardDocument.Write(stream, result, unit, options), words);
        terminal.Output.WriteLine(words.Text($"Đã ghi {path} ({unit.Name})", $"{path} was written ({unit.Name})"));
        if (chartPath is null)
            return ExitCodes.Fine;
        if (ChartBuilder.Profile(result, unit) is not { } chart)
        {
            terminal.Error.WriteLine(words.Text(
                "Đơn vị chưa có điểm, hoặc khối không có đơn vị khác để so sánh, nên không có biểu đồ.",
                "The unit has no score, or its group no other unit to compare with, so there is no chart."));
            return ExitCodes.Fine;
        }
        if (Outputs.CheckDrawn(ChartRenderer.Problem(), terminal, words) is { } problem)
            return problem;
        var picture = ChartRenderer.Draw(chart)[0];
        Outputs.WriteFile(chartPath, isPng ? picture.WritePng : picture.WriteSvg, words);
        terminal.Output.WriteLine(words.Text($"Đã ghi {chartPath}", $"{chartPath} was written"));
        return ExitCodes.Fine;
    }
}
