using System.Text;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Fills the named placeholders of message texts.</summary>
internal static class MessageTemplate
{
    private const int LongestValue = 80;

    /// <summary>The placeholders of a text.</summary>
    public static HashSet<string> Placeholders(string template)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
            names.Add(template[(open + 1)..template.IndexOf('}', open)]);
        return names;
    }

    /// <summary>Replaces each placeholder by its value.</summary>
    public static string Fill(string template, IReadOnlyList<DiagnosticArgument> arguments, Language language)
    {
        var text = new StringBuilder(template.Length + 40);
        int from = 0;
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', from))
        {
            int close = template.IndexOf('}', open);
            text.Append(template, from, open - from);
            text.Append(Text(ValueOf(template[(open + 1)..close], arguments), language));
            from = close + 1;
        }
        return text.Append(template, from, template.Length - from).ToString();
    }

    /// <summary>Fills the parts of a hint whose placeholders all have a value.</summary>
    public static string FillHint(string template, IReadOnlyList<DiagnosticArgument> arguments, Language language) =>
        string.Join(' ', template
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => Placeholders(part).All(name => ValueOf(name, arguments) is not null))
            .Select(part => Fill(part, arguments, language)));

    private static object? ValueOf(string name, IReadOnlyList<DiagnosticArgument> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Name == name)
                return argument.Value;
        return null;
    }

    private static string Text(object? value, Language language) => value switch
    {
        null => "",
        string text => ValueText.Cut(text, LongestValue),
        decimal number => ValueText.Number(number, language),
        int number => ValueText.Number(number, language),
        long number => ValueText.Number(number, language),
        DateOnly date => ValueText.Date(date, language),
        IEnumerable<string> list => List(list),
        Place place => place.Describe(language),
        LocalText text => text.In(language),
        _ => throw new ArgumentException($"No text is defined for a value of type {value.GetType()}."),
    };

    private static string List(IEnumerable<string> values)
    {
        const int most = 12;
        var all = values.ToList();
        string text = string.Join(", ", all.Take(most).Select(value => ValueText.Cut(value, LongestValue)));
        return all.Count > most ? $"{text}, … (+{all.Count - most})" : text;
    }
}
