namespace DanVan.Scoring.Diagnostics;

/// <summary>
/// One finding about the user's input: what, where, and with which values. It holds no text for people;
/// <see cref="Message"/> and <see cref="Hint"/> write that in the language asked for.
/// </summary>
public sealed record Diagnostic
{
    /// <summary>What kind of finding it is.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>Where it is.</summary>
    public required Place Place { get; init; }

    /// <summary>The values that the message names, by placeholder.</summary>
    public required ImmutableArray<DiagnosticArgument> Arguments { get; init; }

    /// <summary>A second place that belongs to it ("first defined here"); null if there is none.</summary>
    public Place? Related { get; init; }

    /// <summary>Code of the unit concerned; null if the finding is not about one unit.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The stable code, such as <c>RS1003</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How much it weighs.</summary>
    public Severity Severity => Descriptor.Severity;

    /// <summary>What is wrong, in one sentence.</summary>
    public string Message(Language language) => MessageTemplate.Fill(Descriptor.MessageIn(language), Arguments, language);

    /// <summary>What to do about it; empty if there is nothing to add.</summary>
    public string Hint(Language language) => MessageTemplate.FillHint(Descriptor.HintIn(language), Arguments, language);

    /// <summary>Place, severity, code, message and hint in one line.</summary>
    public string Describe(Language language)
    {
        bool vi = language == Language.Vietnamese;
        string text = $"{Place.Describe(language)}: {Severity.In(language)} {Code}: {Message(language)}";
        string hint = Hint(language);
        if (hint.Length > 0)
            text += $" {(vi ? "Cách xử lý" : "What to do")}: {hint}";
        if (Related is { } related)
            text += $" ({(vi ? "xem" : "see")} {related.Describe(language)})";
        return text;
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Language.English);
}

/// <summary>A value that a message names.</summary>
/// <param name="Name">The placeholder it fills.</param>
/// <param name="Value">Text, a number, a date, a list of texts, or null (the hint sentence that needs it is then left out).</param>
public readonly record struct DiagnosticArgument(string Name, object? Value);
