namespace DanVan.Scoring.Values;

/// <summary>A short text in both languages.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Vietnamese ? Vi : En;
}
