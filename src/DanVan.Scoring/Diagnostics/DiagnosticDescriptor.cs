using System.Runtime.InteropServices;

namespace DanVan.Scoring.Diagnostics;

/// <summary>
/// A kind of finding: its code, its weight and its texts in both languages. Texts hold named placeholders
/// (<c>{key}</c>). A hint is made of parts parted by <c>|</c>; a part whose placeholder has no value is left out.
/// </summary>
public sealed record DiagnosticDescriptor
{
    private string[]? _placeholders;

    /// <summary>The stable code; never reused.</summary>
    public required string Code { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Message in Vietnamese.</summary>
    public required string MessageVi { get; init; }

    /// <summary>Message in English.</summary>
    public required string MessageEn { get; init; }

    /// <summary>Hint in Vietnamese; empty if there is none.</summary>
    public required string HintVi { get; init; }

    /// <summary>Hint in English; empty if there is none.</summary>
    public required string HintEn { get; init; }

    /// <summary>The message template in a language.</summary>
    public string MessageIn(Language language) => language == Language.Vietnamese ? MessageVi : MessageEn;

    /// <summary>The hint template in a language.</summary>
    public string HintIn(Language language) => language == Language.Vietnamese ? HintVi : HintEn;

    /// <summary>A finding of this kind at a place.</summary>
    /// <exception cref="ArgumentException">The arguments are not exactly the placeholders of the texts.</exception>
    public Diagnostic At(Place place, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        _placeholders ??= [.. MessageTemplate.Placeholders(MessageEn + HintEn)];
        var values = new DiagnosticArgument[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new DiagnosticArgument(arguments[i].Name, arguments[i].Value);
            if (!_placeholders.Contains(values[i].Name, StringComparer.Ordinal))
                throw new ArgumentException($"{Code} has no placeholder {values[i].Name}.", nameof(arguments));
        }
        if (values.Length != _placeholders.Length)
            throw new ArgumentException($"The arguments of {Code} do not match its placeholders.", nameof(arguments));
        return new Diagnostic { Descriptor = this, Place = place, Arguments = ImmutableCollectionsMarshal.AsImmutableArray(values) };
    }

    internal static DiagnosticDescriptor Error(string code, string vi, string en, string hintVi, string hintEn) =>
        New(Severity.Error, code, vi, en, hintVi, hintEn);

    internal static DiagnosticDescriptor Warning(string code, string vi, string en, string hintVi, string hintEn) =>
        New(Severity.Warning, code, vi, en, hintVi, hintEn);

    internal static DiagnosticDescriptor Hint(string code, string vi, string en, string hintVi, string hintEn) =>
        New(Severity.Hint, code, vi, en, hintVi, hintEn);

    private static DiagnosticDescriptor New(Severity severity, string code, string vi, string en, string hintVi, string hintEn) => new()
    {
        Code = code,
        Severity = severity,
        MessageVi = vi,
        MessageEn = en,
        HintVi = hintVi,
        HintEn = hintEn,
    };
}
