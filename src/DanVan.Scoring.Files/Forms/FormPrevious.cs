using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Last period's figures as a list on the hidden sheet, so that a figure typed over them is seen when the form comes
/// back.
/// </summary>
internal static class FormPrevious
{
    /// <summary>First cell of the list; in each cell below it stand a field's id and its figure.</summary>
    public const string Mark = "danvan-previous";

    /// <summary>The list of a unit.</summary>
    public static IEnumerable<string> List(Language language, IEnumerable<Field> fields, Unit unit, Dataset? data) => fields
        .Select(field => (Field: field, Value: data?.Previous(field.Index)?[unit.Index]))
        .Where(item => item.Value is not null)
        .Select(item => item.Field.Id + FormLayout.KeySeparator + Text(language, item.Field, item.Value!))
        .Prepend(Mark);

    /// <summary>What the cell of a figure shows, as it is read from a form.</summary>
    public static string Text(Language language, Field field, object previous) => previous switch
    {
        decimal number => SheetValues.Number((double)number, FormatOf(field)).Text,
        DateOnly date => SheetValues.Date(date.ToDateTime(TimeOnly.MinValue)),
        bool answer => (answer ? FormLayout.Yes : FormLayout.No).In(language),
        string choice when field.Type == FieldType.Choice => field.Values.FirstOrDefault(value => value.Id == choice)?.Label ?? "",
        _ => (string)previous,
    };

    private static SheetFormat FormatOf(Field field) => field.Type == FieldType.Percent ? SheetFormat.Percent : SheetFormat.Plain;
}
