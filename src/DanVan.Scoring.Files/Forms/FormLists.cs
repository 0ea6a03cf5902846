using System.Globalization;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Forms;

/// <summary>The lists that cells of a form choose from. They stand on a hidden sheet, a column a list.</summary>
internal sealed class FormLists
{
    /// <summary>Name of the hidden sheet.</summary>
    public const string SheetName = "danvan";

    private readonly List<(string Name, IReadOnlyList<string> Items)> _lists = [];

    /// <summary>The lists, by column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> All => [.. _lists.Select(list => list.Items)];

    /// <summary>Where a list stands; it is added if it is new.</summary>
    public string RangeOf(string name, IEnumerable<string> items)
    {
        int index = _lists.FindIndex(list => list.Name == name);
        if (index < 0)
        {
            index = _lists.Count;
            _lists.Add((name, [.. items]));
        }
        string column = CellAddress.Letters(index);
        return string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${column}$1:${column}${_lists[index].Items.Count}");
    }
}
