using System.Text.RegularExpressions;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Reports.Word;

/// <summary>A fault in a file of sentences.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record SentenceFault(int Line, LocalText Fault);

/// <summary>The sentences of a report: templates by key, with named figures in braces. People may replace any of them.</summary>
public sealed partial class Sentences
{
    private readonly Dictionary<string, string> _templates;

    private Sentences(Dictionary<string, string> templates) => _templates = templates;

    /// <summary>The sentences that come with the program.</summary>
    public static Sentences Default(Language language)
    {
        string name = $"DanVan.Scoring.Reports.Word.report.{(language == Language.Vietnamese ? "vi" : "en")}.txt";
        using var reader = new StreamReader(typeof(Sentences).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return new Sentences(Parse(reader.ReadToEnd()).ToDictionary(line => line.Key, line => line.Template, StringComparer.Ordinal));
    }

    /// <summary>These sentences with those of a file in place of their own; null if the file is faulty.</summary>
    /// <param name="text">Text of the file.</param>
    /// <param name="faults">Takes what is wrong: unknown keys, lines without one, figures that the sentence does not have.</param>
    public Sentences? With(string text, ICollection<SentenceFault> faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(faults);
        var templates = new Dictionary<string, string>(_templates, StringComparer.Ordinal);
        int before = faults.Count;
        foreach (var (line, key, template) in Parse(text))
        {
            if (!_templates.TryGetValue(key, out string? own))
            {
                string? nearest = Suggestion.Nearest(key, _templates.Keys);
                faults.Add(new SentenceFault(line, new LocalText($"không có khóa '{key}'{(nearest is null ? "" : $"; có phải là '{nearest}'?")}", $"there is no key '{key}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}")));
                continue;
            }
            var known = Figures(own);
            foreach (string unknown in Figures(template).Where(name => !known.Contains(name)))
                faults.Add(new SentenceFault(line, new LocalText($"câu '{key}' không có số liệu {{{unknown}}}; có: {string.Join(", ", known.Select(name => $"{{{name}}}"))}", $"sentence '{key}' has no figure {{{unknown}}}; it has: {string.Join(", ", known.Select(name => $"{{{name}}}"))}")));
            templates[key] = template;
        }
        return faults.Count > before ? null : new Sentences(templates);
    }

    /// <summary>A sentence with its figures.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, string Value)> figures)
    {
        string sentence = _templates[key];
        var text = new StringBuilder(sentence.Length + 40);
        int from = 0;
        for (int open = sentence.IndexOf('{'); open >= 0; open = sentence.IndexOf('{', from))
        {
            int close = sentence.IndexOf('}', open);
            if (close < 0)
                break;
            text.Append(sentence, from, open - from);
            string name = sentence[(open + 1)..close];
            foreach (var (figure, value) in figures)
                if (figure == name)
                    text.Append(value);
            from = close + 1;
        }
        return text.Append(sentence, from, sentence.Length - from).ToString();
    }

    private static HashSet<string> Figures(string template) => [.. Figure().Matches(template).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Figure();

    private static IEnumerable<(int Line, string Key, string Template)> Parse(string text)
    {
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string trimmed = line.Trim().TrimStart('\uFEFF');
            if (trimmed.Length == 0 || trimmed[0] == '#')
                continue;
            int equals = trimmed.IndexOf('=');
            yield return (number, equals < 0 ? trimmed : trimmed[..equals].TrimEnd(), equals < 0 ? "" : trimmed[(equals + 1)..].TrimStart());
        }
    }
}
