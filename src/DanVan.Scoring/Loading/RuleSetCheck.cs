using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Loading;

/// <summary>Checks what a well-formed rule set document says, and makes the rule set of it.</summary>
internal sealed partial class RuleSetCheck(RuleSetDocument document, JsonCursor root, DiagnosticBag diagnostics) : IRuleCheck
{
    private static readonly LocalText PointsRange =
        new("lớn hơn 0, tối đa 1000000, không quá 9 chữ số thập phân", "above 0, at most 1000000, no more than 9 decimals");

    private readonly SymbolTable _symbols = new() { Period = document.Period };
    private readonly Dictionary<(string List, string Id), Place> _ids = [];
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Parameter> Parameters => _parameters;

    public RuleSet? Check(string fileName)
    {
        var basis = Choices(document.Basis, root["basis"], checkIds: false);
        CheckId(document.Id, root["id"].Place);
        var effectiveFrom = CheckDate(document.EffectiveFrom, root["effectiveFrom"]);
        if (document.Period is < 1900 or > 2200)
            Report(RuleSetDiagnostics.OutOfRange, root["period"].Place, ("value", document.Period),
                ("range", new LocalText("một năm từ 1900 đến 2200", "a year from 1900 to 2200")));
        var kinds = Choices(document.UnitKinds, root["unitKinds"]);
        if (kinds.IsEmpty)
            Report(RuleSetDiagnostics.NothingToScore, root["unitKinds"].Place, ("what", new LocalText("loại đơn vị", "kind of unit")));
        var groups = Choices(document.Groups, root["groups"]);
        _symbols.Kinds = new TextDomain([.. kinds.Select(kind => kind.Id)]);
        _symbols.Groups = new TextDomain([.. groups.Select(group => group.Id)]);
        CheckParameters();
        CheckTables();
        Declare(document.Fields, root["fields"], _symbols);
        var fields = CheckFields(document.Fields, root["fields"], _symbols, CheckSource);
        _trials = new ExpressionTrial.Bench(_symbols, fields);
        var ratings = CheckRatings();
        DeclareNodes();
        var nodes = CheckNodes();
        var total = CheckTotal();
        var scoredUnits = Expression(document.ScoredUnits, root["scoredUnits"], ValueKind.YesNo, ExpressionScope.Fields);
        var gates = CheckGates(ratings);
        var quotas = CheckQuotas(ratings);
        var ranking = CheckRanking();
        var targets = CheckTargets();
        return new RuleSet
        {
            File = fileName,
            Id = document.Id,
            Version = TextKey.Clean(document.Version),
            Period = document.Period,
            Language = document.Language == RuleSetLanguage.Vi ? Language.Vietnamese : Language.English,
            Title = TextKey.Clean(document.Title),
            Issuer = Clean(document.Issuer),
            Recipient = Clean(document.Recipient),
            EffectiveFrom = effectiveFrom,
            Replaces = Clean(document.Replaces),
            Basis = basis,
            Parameters = [.. _parameters.Values],
            UnitKinds = kinds,
            Groups = groups,
            ScoredUnits = scoredUnits,
            Fields = fields,
            Tables = [.. _tables.Values.Select(table => table.Table)],
            Nodes = nodes,
            Total = total,
            Ratings = ratings,
            Gates = gates,
            Quotas = quotas,
            Ranking = ranking,
            Targets = targets,
            Assumptions = [.. (document.Assumptions ?? []).Select(TextKey.Clean)],
        };
    }

    public void Report(DiagnosticDescriptor descriptor, Place place, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        diagnostics.Add(descriptor.At(place, arguments));

    public Expression? Expression(ExpressionText text, JsonCursor at, ValueKind kind) => Expression(text, at, kind, ExpressionScope.Fields);

    private Expression? Expression(ExpressionText? text, JsonCursor at, ValueKind kind, ExpressionScope scope, SymbolTable? symbols = null) =>
        text is not { } given ? null : Binder.Bind(given.Text, kind, scope, symbols ?? _symbols,
            new ExpressionFaults(diagnostics, span => at.PlaceInText(span.Start, span.Length)));

    public decimal? Constant(ExpressionText text, JsonCursor at)
    {
        if (Expression(text, at, ValueKind.Number) is not { } expression)
            return null;
        if (!expression.IsConstant)
            Report(RuleSetDiagnostics.NotConstant, at.Place, ("text", text.Text));
        else if (expression.ConstantNumber() is { } value)
            return value;
        else
            Report(ExpressionDiagnostics.ConstantFault, at.Place, ("text", text.Text), ("fault", Binder.NoResult));
        return null;
    }

    private static string? Clean(string? text) => text is null ? null : TextKey.Clean(text);

    private ImmutableArray<Choice> Choices(IReadOnlyDictionary<string, string>? map, JsonCursor at, bool checkIds = true)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var (id, label) in map ?? ImmutableDictionary<string, string>.Empty)
        {
            if (checkIds)
                CheckId(id, at.NameOf(id));
            choices.Add(new Choice(id, TextKey.Clean(label)));
        }
        return choices.ToImmutable();
    }

    /// <summary>A name can stand in an expression; other ids may also hold dots, hyphens and letters of any script.</summary>
    private void CheckId(string id, Place place, bool isName = false)
    {
        bool fine = id.Length is > 0 and <= 60 && (isName
            ? char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !SymbolTable.IsReserved(id)
            : char.IsLetterOrDigit(id[0]) && id.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') && id == TextKey.Clean(id));
        if (!fine)
            Report(RuleSetDiagnostics.BadId, place, ("id", id));
    }

    /// <summary>Checks an id if there is one, and that nothing else in its list has it; false if something has.</summary>
    private bool CheckUnique(string list, string? id, JsonCursor at)
    {
        if (id is null)
            return true;
        CheckId(id, at.Place);
        if (_ids.TryAdd((list, id), at.Place))
            return true;
        diagnostics.Add(RuleSetDiagnostics.DuplicateId.At(at.Place, ("id", id)) with { Related = _ids[(list, id)] });
        return false;
    }

    /// <summary>The items of a list with where they stand.</summary>
    private static IEnumerable<(T Item, JsonCursor At)> Each<T>(IReadOnlyList<T>? items, JsonCursor list) =>
        (items ?? []).Select((item, i) => (item, list[i]));

    private string? CheckClause(string? clause, JsonCursor at)
    {
        if (clause is null || document.Basis is not { } basis)
            return Clean(clause);
        string clean = TextKey.Clean(clause);
        string name = clean.Split(' ')[0];
        if (!basis.ContainsKey(name))
            Report(RuleSetDiagnostics.UnknownBasis, at["clause"].Place, ("clause", clean), ("basis", name),
                ("suggestion", Suggestion.Nearest(name, basis.Keys)));
        return clean;
    }

    private DateOnly? CheckDate(string? text, JsonCursor at)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report(RuleSetDiagnostics.BadDate, at.Place, ("value", text));
        return null;
    }

    private decimal CheckPoints(decimal points, JsonCursor at)
    {
        if (points is <= 0 or > RuleSet.MostPoints || points != Rounding.Points(points))
            Report(RuleSetDiagnostics.OutOfRange, at.Place, ("value", points), ("range", PointsRange));
        return points;
    }

    private void CheckParameters()
    {
        foreach (var (id, parameter) in document.Parameters ?? ImmutableDictionary<string, ParameterDocument>.Empty)
        {
            var at = root["parameters"][id];
            CheckId(id, root["parameters"].NameOf(id), isName: true);
            var (value, isPercent) = CheckLiteral(at["value"]);
            bool isYearly = value is DateOnly && at["value"].Node is JsonScalarNode { Text.Length: 5 };
            if (parameter.Inclusive is not null && value is not DateOnly and not null)
                Report(RuleSetDiagnostics.DeadlineForm, at["inclusive"].Place, ("name", id),
                    ("fault", new LocalText("có 'inclusive' nhưng giá trị không phải là ngày.", "has 'inclusive', but its value is not a date.")));
            value ??= 0m;
            _parameters[id] = new Parameter
            {
                Id = id,
                Value = value,
                IsPercent = isPercent,
                IsYearly = isYearly,
                Inclusive = parameter.Inclusive,
                Label = Clean(parameter.Label),
                Clause = CheckClause(parameter.Clause, at),
                IsAssumed = parameter.Assumed ?? false,
            };
            _symbols.AddParameter(id, value);
        }
    }

    /// <summary>A fixed value; null if it is faulty, which is then reported.</summary>
    private (object? Value, bool IsPercent) CheckLiteral(JsonCursor at)
    {
        var scalar = (JsonScalarNode)at.Node;
        if (scalar.Type is JsonTokenType.True or JsonTokenType.False)
            return (scalar.Type == JsonTokenType.True, false);
        string text = TextKey.Clean(scalar.Text);
        bool isPercent = text.EndsWith('%');
        string digits = isPercent ? text[..^1].TrimEnd() : text;
        bool isNegative = digits.StartsWith('-');
        if ((scalar.Type == JsonTokenType.Number || isPercent) && NumberLimits.TryParse(isNegative ? digits.AsSpan(1) : digits, out decimal number))
            return ((isNegative ? -number : number) / (isPercent ? 100 : 1), isPercent);
        bool looksLikeNumber = text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%' or '-' or ' ');
        if (looksLikeNumber && text.Length == 10 && text[4] == '-' && text[7] == '-')
            return (CheckDate(text, at), false);
        if (scalar.Type == JsonTokenType.String && text.Length == 5 && text[2] == '-' && looksLikeNumber)
            return (CheckDate(string.Create(CultureInfo.InvariantCulture, $"{document.Period:D4}-{text}"), at), false);
        if (scalar.Type == JsonTokenType.String && !looksLikeNumber)
            return (text, false);
        Report(RuleSetDiagnostics.WrongKind, at.Place, ("found", scalar.Type == JsonTokenType.String ? $"\"{text}\"" : text), ("expected",
            new LocalText("một số như 12 hoặc 0.5, một tỷ lệ \"60%\", hoặc một ngày \"2023-11-01\"", "a number such as 12 or 0.5, a share \"60%\", or a date \"2023-11-01\"")));
        return (null, false);
    }

    private void Declare(IReadOnlyDictionary<string, FieldDocument> fields, JsonCursor at, SymbolTable symbols)
    {
        foreach (var (index, (id, field)) in fields.Index())
        {
            CheckId(id, at.NameOf(id), isName: true);
            if (_parameters.ContainsKey(id))
                diagnostics.Add(RuleSetDiagnostics.DuplicateId.At(at.NameOf(id), ("id", id)) with { Related = root["parameters"].NameOf(id) });
            var shape = new Field { Index = index, Id = id, Label = "", Type = field.Type };
            symbols.Fields[id] = new FieldSymbol(index, shape.Kind, field.Values is null ? null : new TextDomain([.. field.Values.Keys]));
        }
    }

    private ImmutableArray<Field> CheckFields(
        IReadOnlyDictionary<string, FieldDocument> documents, JsonCursor list, SymbolTable symbols, Func<FieldDocument, Field, JsonCursor, RecordSource?> checkSource)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        var names = new Dictionary<string, (string Id, Place Place)>(StringComparer.Ordinal);
        foreach (string id in documents.Keys)
            Claim(id, id, list.NameOf(id));
        foreach (var (id, field) in documents)
        {
            var at = list[id];
            string label = TextKey.Clean(field.Label);
            ImmutableArray<string> aliases = [.. (field.Aliases ?? []).Select(TextKey.Clean)];
            foreach (var (name, place) in aliases.Select((alias, i) => (alias, at["aliases"][i].Place)).Prepend((label, at["label"].Place)))
                Claim(name, id, place);
            if (field.OnMerge == MergeRule.Sum && field.Type is not (FieldType.Count or FieldType.Number))
                Report(RuleSetDiagnostics.MergeForm, at["onMerge"].Place, ("name", id));
            if (field.Type == FieldType.Choice != field.Values is { Count: > 0 })
                Report(RuleSetDiagnostics.NeedsRule, at.Place, ("key", field.Type == FieldType.Choice ? "values" : "type"),
                    ("because", field.Type == FieldType.Choice ? "choice" : "values"), ("allowed", field.Type == FieldType.Choice ? "id: label" : "choice"));
            var shape = new Field { Index = fields.Count, Id = id, Label = label, Type = field.Type };
            fields.Add(shape with
            {
                Place = list.NameOf(id),
                Aliases = aliases,
                OnMerge = field.OnMerge ?? MergeRule.NotComparable,
                From = checkSource(field, shape, at),
                Unit = Clean(field.Unit),
                Help = Clean(field.Help),
                Clause = CheckClause(field.Clause, at),
                AtLeast = Expression(field.AtLeast, at["atLeast"], shape.Kind, ExpressionScope.Fields, symbols),
                AtMost = Expression(field.AtMost, at["atMost"], shape.Kind, ExpressionScope.Fields, symbols),
                Values = Choices(field.Values, at["values"]),
            });
        }
        return fields.ToImmutable();

        // Whatever may stand as header of a column names one field only.
        void Claim(string name, string id, Place place)
        {
            if (!names.TryAdd(TextKey.Exact(name), (id, place)) && names[TextKey.Exact(name)] is var other && other.Id != id)
                diagnostics.Add(RuleSetDiagnostics.DuplicateId.At(place, ("id", name)) with { Related = other.Place });
        }
    }
}
