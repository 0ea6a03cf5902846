namespace DanVan.Scoring.Values;

/// <summary>A language in which texts for people are written.</summary>
public enum Language
{
    /// <summary>Vietnamese: decimal comma, dates as dd/MM/yyyy.</summary>
    Vietnamese,

    /// <summary>English: decimal point, dates as yyyy-MM-dd.</summary>
    English,
}
