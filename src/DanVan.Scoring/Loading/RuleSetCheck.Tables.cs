using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Loading;

/// <summary>Tables of records, and the fields that come from them.</summary>
internal sealed partial class RuleSetCheck
{
    private static readonly string[] TakenFileNames = ["units", "results", "appraisal", "selfscores", "exemptions", "previous", "note"];

    private readonly Dictionary<string, (RecordTable Table, SymbolTable Symbols)> _tables = new(StringComparer.Ordinal);

    private void CheckTables()
    {
        foreach (var (id, table) in document.Tables ?? new Dictionary<string, TableDocument>())
        {
            var at = root["tables"][id];
            CheckId(id, root["tables"].NameOf(id), isName: true);
            if (TakenFileNames.Contains(id, StringComparer.OrdinalIgnoreCase))
                Report(RuleSetDiagnostics.BadId, root["tables"].NameOf(id), ("id", id));
            var symbols = new SymbolTable { Period = document.Period, Kinds = _symbols.Kinds, Groups = _symbols.Groups, HasPrevious = false };
            foreach (var (name, parameter) in _symbols.Parameters)
                symbols.Parameters[name] = parameter;
            Declare(table.Columns, at["columns"], symbols);
            var columns = CheckFields(table.Columns, at["columns"], symbols, (column, _, columnAt) =>
            {
                if (column.From is not null)
                    Report(RuleSetDiagnostics.SourceForm, columnAt["from"].Place, ("fault", new LocalText("cột của bảng không lấy từ bảng khác.", "a column of a table does not come from another table.")));
                return null;
            });
            _tables[id] = (new RecordTable(_tables.Count, id, TextKey.Clean(table.Label), columns), symbols);
        }
    }

    private RecordSource? CheckSource(FieldDocument field, Field shape, JsonCursor at)
    {
        if (field.From is not { } from)
            return null;
        at = at["from"];
        if (shape.Kind != ValueKind.Number)
            Report(RuleSetDiagnostics.SourceForm, at.Place, ("fault", new LocalText("chỉ trường kiểu count, number, percent mới đếm hoặc cộng được.", "only fields of type count, number or percent can be counted or summed.")));
        if (!_tables.TryGetValue(from.Table, out var table))
        {
            Report(RuleSetDiagnostics.UnknownReference, at["table"].Place, ("kind", new LocalText("bảng", "table")), ("id", from.Table),
                ("suggestion", Suggestion.Nearest(from.Table, _tables.Keys)));
            return null;
        }
        var where = Expression(from.Where, at["where"], ValueKind.YesNo, ExpressionScope.Fields, table.Symbols);
        var sum = Expression(from.Sum, at["sum"], ValueKind.Number, ExpressionScope.Fields, table.Symbols);
        return new RecordSource(table.Table, where, sum);
    }
}
