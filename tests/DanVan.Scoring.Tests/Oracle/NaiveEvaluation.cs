using DanVan.Scoring.Data;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>What the oracle finds for a unit.</summary>
internal sealed record NaiveUnit(Dictionary<string, Found> Finals, string State, Rational Score, Rational Comparable, string? Rating, string RatingState)
{
    public int RankWithin { get; set; }

    public int RankOverall { get; set; }
}

/// <summary>
/// The scoring rules once more, row by row and with exact fractions, written from the design's text. Shares no code with
/// the engine.
/// </summary>
internal sealed class NaiveEvaluation
{
    private static readonly Rational Zero = Rational.Of(0);
    private readonly Model _model;

    public NaiveEvaluation(Model model)
    {
        _model = model;
        Units = [.. model.Units.Select(Score)];
        foreach (var unit in Units.Index().Where(unit => unit.Item.State == "scored"))
        {
            unit.Item.RankOverall = Rank(unit.Index, _ => true);
            unit.Item.RankWithin = Rank(unit.Index, other => model.Units[other].Group == model.Units[unit.Index].Group);
        }
    }

    public List<NaiveUnit> Units { get; }

    /// <summary>Numerator, denominator and verdict of a target.</summary>
    public (Rational Numerator, Rational Denominator, string Verdict, int Population) Target(ModelTarget target)
    {
        Rational numerator = Zero, denominator = Zero, one = Rational.Of(1);
        int population = 0;
        foreach (var unit in _model.Units.Where(unit => target.OnlyKind is null || unit.Kind == target.OnlyKind))
        {
            var part = target.Share is { } share ? share.Evaluate(unit) : ModelExpression.Field(target.Part!).Evaluate(unit);
            var whole = target.Share is null ? ModelExpression.Field(target.Whole!).Evaluate(unit) : Found.Of(one);
            if (part.State == CellState.NotApplicable || whole.State == CellState.NotApplicable)
                continue;
            population++;
            if (whole.IsValue && (part.IsValue || target.Missing == "notMet"))
                denominator += whole.Number;
            if (whole.IsValue && part.IsValue)
                numerator += target.Share is null ? part.Number : part.YesNo ? one : Zero;
        }
        if (denominator.CompareTo(Zero) <= 0)
            return (numerator, denominator, "NotAssessed", population);
        int order = (numerator / denominator).Round(9).CompareTo(Rational.Of(target.Required).Round(9));
        return (numerator, denominator, (target.IsCeiling ? order <= 0 : order >= 0) ? "Met" : "NotMet", population);
    }

    private NaiveUnit Score(ModelUnit unit)
    {
        var finals = _model.Leaves.ToDictionary(leaf => leaf.Id, leaf => Final(leaf, unit));
        if (finals.Values.Any(found => found.State == CellState.Invalid))
            return new NaiveUnit(finals, "faulty", Zero, Zero, null, "none");
        if (_model.Missing == "notScored" && finals.Values.Any(found => found.State == CellState.Missing))
            return new NaiveUnit(finals, "missing", Zero, Zero, null, "none");
        var sections = _model.Sections.SelectMany(section => section.Criteria).ToList();
        if (sections.All(leaf => finals[leaf.Id].State == CellState.NotApplicable))
            return new NaiveUnit(finals, "nothing", Zero, Zero, null, "none");
        Rational earned = Zero, applicable = Zero, extra = Zero;
        foreach (var leaf in sections)
        {
            bool isOut = finals[leaf.Id].State == CellState.NotApplicable;
            bool isGiven = isOut && _model.NotApplicable == "fullPoints";
            earned += isGiven ? Rational.Of(leaf.Max) : finals[leaf.Id].Number;
            if (!isOut || isGiven)
                applicable += Rational.Of(leaf.Max);
        }
        foreach (var leaf in _model.Bonuses)
            extra += finals[leaf.Id].Number;
        foreach (var leaf in _model.Deductions)
            extra -= finals[leaf.Id].Number;
        var scale = Rational.Of(_model.Scale);
        var comparable = Hold((earned * scale / applicable) + extra, scale);
        var score = _model.NotApplicable == "shorten" ? Hold(earned + extra, applicable) : comparable;
        var (rating, ratingState) = Rate(unit, comparable.Round(6));
        return ratingState == "faulty"
            ? new NaiveUnit(finals, "faulty", Zero, Zero, null, "none")
            : new NaiveUnit(finals, "scored", score, comparable, rating, ratingState);
    }

    private Rational Hold(Rational value, Rational scale)
    {
        if (value.CompareTo(Zero) < 0)
            return Zero;
        return !_model.BeyondScale && value.CompareTo(scale) > 0 ? scale : value;
    }

    private (string? Rating, string State) Rate(ModelUnit unit, Rational score)
    {
        int rating = 0;
        while (rating < _model.Edges.Length && score.CompareTo(Rational.Of(_model.Edges[rating])) < 0)
            rating++;
        bool isPending = false, isOut = false;
        foreach (var gate in _model.Gates)
        {
            var found = gate.Condition.Evaluate(unit);
            if (found.State == CellState.Invalid)
                return (null, "faulty");
            isPending |= found.State == CellState.Missing;
            if (!found.IsValue || !found.YesNo)
                continue;
            rating = gate.Effect switch
            {
                "cap" => Math.Max(rating, gate.At),
                "dropOne" => Math.Min(rating + 1, _model.Edges.Length),
                "lowest" => _model.Edges.Length,
                _ => rating,
            };
            isOut |= gate.Effect == "notRateable";
        }
        return isOut ? (null, "NotRateable") : isPending ? (null, "Pending") : ($"r{rating}", "Rated");
    }

    private int Rank(int index, Func<int, bool> isAmong)
    {
        var better = Enumerable.Range(0, Units.Count).Where(other => Units[other].State == "scored" && isAmong(other) && Compare(other, index) > 0).ToList();
        return 1 + (_model.Ties == "sharedRank" ? better.Count : better.Select(Key).Distinct().Count());

        (Rational, Rational) Key(int unit) => (Units[unit].Comparable.Round(6), TieBreak(unit));
    }

    private int Compare(int left, int right)
    {
        int order = Units[left].Comparable.Round(6).CompareTo(Units[right].Comparable.Round(6));
        return order != 0 ? order : TieBreak(left).CompareTo(TieBreak(right));
    }

    /// <summary>Points of the first section; a section without any is below all others.</summary>
    private Rational TieBreak(int unit)
    {
        if (!_model.TieBreakBySection)
            return Zero;
        var found = _model.Sections[0].Criteria.Select(leaf => (leaf.Max, Found: Units[unit].Finals[leaf.Id])).ToList();
        if (found.All(leaf => !leaf.Found.IsValue))
            return Rational.Of(-1);
        return found.Aggregate(Zero, (sum, leaf) => sum + (leaf.Found.State == CellState.NotApplicable && _model.NotApplicable == "fullPoints" ? Rational.Of(leaf.Max) : leaf.Found.Number));
    }

    private Found Final(ModelCriterion leaf, ModelUnit unit)
    {
        var computed = leaf.OnlyKind is { } only && only != unit.Kind || unit.Exempt.Contains(leaf.Id)
            ? new Found(CellState.NotApplicable)
            : Computed(leaf, unit);
        if (unit.Appraised.TryGetValue(leaf.Id, out decimal appraised))
            return Found.Of(Rational.Of(appraised));
        if (_model.Unappraised == "self" && unit.Self.TryGetValue(leaf.Id, out decimal self) && computed.State != CellState.NotApplicable)
            return Found.Of(Rational.Of(self));
        return computed.IsValue ? Found.Of(computed.Number.Round(9)) : new Found(computed.State, Zero);
    }

    private static Found Computed(ModelCriterion leaf, ModelUnit unit)
    {
        var max = Rational.Of(leaf.Max);
        switch (leaf.Manner)
        {
            case MeetsModel meets:
                var met = meets.Condition.Evaluate(unit);
                return met.IsValue ? Found.Of(met.YesNo ? max : Zero) : met;
            case ShareModel share:
                return Divided(share.Part.Evaluate(unit), share.Whole.Evaluate(unit), share.WhenNone, max, rate =>
                {
                    if (rate.CompareTo(Zero) <= 0 || (share.Floor is { } floor && rate.Round(9).CompareTo(Rational.Of(floor).Round(9)) < 0))
                        return Zero;
                    var points = max * rate / Rational.Of(share.Target);
                    return points.CompareTo(max) > 0 ? max : points;
                });
            case BandsModel bands:
                var value = bands.Value.Evaluate(unit);
                if (bands.Whole is { } whole)
                    return Divided(value, whole.Evaluate(unit), bands.WhenNone, max, rate => Step(bands, rate));
                return value.IsValue ? Found.Of(Step(bands, value.Number)) : value;
            case CountModel count:
                var found = count.Count.Evaluate(unit);
                if (!found.IsValue)
                    return found;
                if (found.Number.CompareTo(Zero) < 0)
                    return new Found(CellState.Invalid);
                var product = found.Number * Rational.Of(count.Each);
                if (!count.TakesOff)
                    return Found.Of(product.CompareTo(max) > 0 ? max : product);
                var least = Rational.Of(count.Minimum ?? 0);
                return Found.Of((max - product).CompareTo(least) < 0 ? least : max - product);
            case DateModel date:
                return unit.Cells["d0"] switch
                {
                    null => date.WhenMissing == "zero" ? Found.Of(Zero) : new Found(date.WhenMissing == "missing" ? CellState.Missing : CellState.NotApplicable),
                    DateOnly day => Found.Of(Late(date, day.DayNumber - DateModel.Due.DayNumber, max)),
                    _ => new Found(CellState.NotApplicable),
                };
            default:
                return new Found(CellState.Missing);
        }
    }

    private static Found Divided(Found part, Found whole, string whenNone, Rational max, Func<Rational, Rational> points)
    {
        if (!part.IsValue || !whole.IsValue)
            return new Found(ModelExpression.Worse(part.State, whole.State));
        if (part.Number.IsZero && whole.Number.IsZero)
            return whenNone == "notApplicable" ? new Found(CellState.NotApplicable) : Found.Of(whenNone == "full" ? max : Zero);
        return whole.Number.CompareTo(Zero) <= 0 ? new Found(CellState.Invalid) : Found.Of(points(part.Number / whole.Number));
    }

    private static Rational Step(BandsModel bands, Rational value)
    {
        foreach (var (from, points) in bands.Steps)
            if (value.Round(9).CompareTo(Rational.Of(from).Round(9)) >= 0)
                return Rational.Of(points);
        return Rational.Of(bands.Else);
    }

    private static Rational Late(DateModel date, int days, Rational max)
    {
        if (days <= 0)
            return max;
        foreach (var (upTo, points) in date.Late)
            if (days <= upTo)
                return Rational.Of(points);
        return Zero;
    }
}
