using System.Globalization;

namespace DanVan.Scoring.Files.Tests.Forms;

/// <summary>Changes a filled form by chance, as people change workbooks. Every figure it types is new.</summary>
internal sealed class FormMutator(Random random, FormGrid form)
{
    private int _last;

    /// <summary>A figure that stands nowhere else: six digits, the first and the last of which are not 0.</summary>
    public decimal NewFigure() => ++_last * 971 % 88_000 * 10 + 110_001;

    /// <summary>Makes a few changes.</summary>
    public void Change(int times)
    {
        for (int i = 0; i < times; i++)
            ChangeOnce();
    }

    private GridSheet Sheet() => form.Sheets[random.Next(form.Sheets.Count)];

    private void ChangeOnce()
    {
        var sheet = Sheet();
        var rows = sheet.Rows;
        int at = rows.Count == 0 ? 0 : random.Next(Math.Min(rows.Count, 40));
        object?[] row = rows.Count == 0 ? FormGrid.NewRow() : rows[at];
        int column = random.Next(1, 9);
        var keyed = rows.Where(candidate => candidate[0] is string key && key.Contains(':', StringComparison.Ordinal)).ToList();
        object?[] one = keyed.Count == 0 ? row : keyed[random.Next(keyed.Count)], other = keyed.Count == 0 ? row
            : keyed[random.Next(keyed.Count)];
        var target = Sheet().Rows;
        switch (random.Next(19))
        {
            case 0:
                Insert(target, (object?[])one.Clone());
                break;
            case 1:
                object?[] copy = (object?[])one.Clone();
                copy[random.Next(4, 6)] = random.Next(2) == 0 ? null : NewFigure();
                Insert(random.Next(2) == 0 ? rows : target, copy);
                break;
            case 2:
                if (rows.Remove(one))
                    Insert(target, one);
                break;
            case 3:
                Insert(rows, FormGrid.NewRow(random.Next(2) == 0 ? 12m
                    : null, "Nội dung khác", null, NewFigure(), random.Next(2) == 0 ? NewFigure() : null));
                break;
            case 4:
                Insert(rows, FormGrid.NewRow());
                break;
            case 5:
                Array.Clear(row);
                break;
            case 6:
                var twin = sheet.Copy(sheet.Name + " (2)" + form.Sheets.Count);
                for (int i = random.Next(3); i > 0; i--)
                    Type(twin.Rows, random.Next(4, 6));
                form.Sheets.Insert(random.Next(2) == 0 ? 0 : form.Sheets.Count, twin);
                break;
            case 7:
                form.Sheets[form.Sheets.IndexOf(sheet)] = sheet with { IsHidden = !sheet.IsHidden };
                break;
            case 8:
                form.Sheets[form.Sheets.IndexOf(sheet)] = sheet with { Name = "Tên khác " + form.Sheets.Count };
                break;
            case 9:
                form.Sheets.Add(new GridSheet("Phụ lục " + form.Sheets.Count, random.Next(2) == 0,
                    [FormGrid.NewRow("Mục", NewFigure()), FormGrid.NewRow(null, null, NewFigure())]));
                break;
            case 10 or 11:
                int from = random.Next(4, 6), to = from + (random.Next(2) == 0 ? 1 : -1);
                (one[to], one[from]) = (one[from], null);
                break;
            case 12:
                one[2] = "Tên đã sửa";
                break;
            case 13:
                (one[2], other[2]) = (other[2], one[2]);
                break;
            case 14:
                Type(rows, column);
                break;
            case 15:
                while (rows.Count < 320)
                    rows.Add(FormGrid.NewRow());
                Insert(rows, FormGrid.NewRow(null, null, NewFigure()), rows.Count);
                break;
            case 16:
                (random.Next(2) == 0 ? one : row)[0] = null;
                break;
            case 17:
                foreach (object?[] shifted in rows)
                    Array.Copy(shifted, column, shifted, column + 1, FormGrid.Width - column - 1);
                rows.ForEach(shifted => shifted[column] = null);
                break;
            default:
                var header = rows.FirstOrDefault(candidate => candidate[0] is string key
                    && key.StartsWith("records:", StringComparison.Ordinal)) ?? one;
                if (random.Next(2) == 0)
                    header[3] = "Cột khác";
                else
                    (header[2], header[3]) = (header[3], header[2]);
                break;
        }
    }

    private void Type(List<object?[]> rows, int column)
    {
        if (rows.Count > 0)
            rows[random.Next(Math.Min(rows.Count, 40))][column] = random.Next(3) == 0
                ? NewFigure().ToString(CultureInfo.InvariantCulture) : NewFigure();
    }

    private void Insert(List<object?[]> rows, object?[] row, int? at = null) =>
        rows.Insert(at ?? random.Next(Math.Min(rows.Count, 40) + 1), row);
}
