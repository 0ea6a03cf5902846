using System.Xml;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>Makes any text fit for Office documents.</summary>
internal static class OfficeText
{
    /// <summary>The font of official documents (Decree 30/2020).</summary>
    public const string FontName = "Times New Roman";

    /// <summary>Most characters of a cell.</summary>
    public const int LongestCell = 32_767;

    /// <summary>The text with what XML cannot hold replaced by U+FFFD, and cut to what a cell holds.</summary>
    public static string Clean(string? text, int longest = LongestCell)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        for (int i = 0; i < text.Length && clean.Length < longest; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) && !char.IsControl(text[i]) ? text[i]
                    : text[i] is '\n' or '\r' or '\t' ? ' ' : '\uFFFD');
        }
        return clean.ToString();
    }

    /// <summary>A number as Office documents hold it.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
