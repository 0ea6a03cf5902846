using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>What a cell takes.</summary>
/// <param name="Formula">True of what it takes; of a list, where that stands.</param>
/// <param name="Title">What the cell is for.</param>
/// <param name="Prompt">What is told before somebody types.</param>
/// <param name="Error">What is told of anything else.</param>
/// <param name="IsList">True if it takes only what stands in a list.</param>
internal sealed record CellRule(string Formula, string Title, string Prompt, string Error, bool IsList = false)
{
    private const int LongestText = 255;
    private const int LongestTitle = 32;

    /// <summary>The rule upon cells.</summary>
    public DataValidation On(string cells) => new(new Formula1(Formula))
    {
        Type = IsList ? DataValidationValues.List : DataValidationValues.Custom,
        AllowBlank = true,
        ShowInputMessage = true,
        ShowErrorMessage = true,
        ErrorStyle = DataValidationErrorStyleValues.Stop,
        PromptTitle = Cut(Title, LongestTitle),
        Prompt = Cut(Prompt, LongestText),
        ErrorTitle = Cut(Title, LongestTitle),
        Error = Cut(Error, LongestText),
        SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
    };

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
