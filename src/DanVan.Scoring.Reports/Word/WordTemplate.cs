using DocumentFormat.OpenXml.Packaging;

namespace DanVan.Scoring.Reports.Word;

/// <summary>Documents of offices that reports take their letterhead from.</summary>
public static class WordTemplate
{
    /// <summary>True if the bytes are a Word document with a body.</summary>
    public static bool IsUsable(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            using var stream = new MemoryStream(bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return document.MainDocumentPart?.Document?.Body is not null;
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or ArgumentException or InvalidOperationException or NotSupportedException or IOException)
        {
            return false;
        }
    }
}
