using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>What the oracle finds for a unit.</summary>
internal sealed record NaiveUnit(Dictionary<string, Found> Finals, string State, Rational Score, Rational Comparable, string? Rating, string RatingState)
{
    public string? Rating { get; set; } = Rating;

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
        foreach (var quota in model.Quotas)
            foreach (string group in quota.Within.Length == 0 ? new[] { "" } : ["g", "h"])
                Apply(quota, [.. Units.Index().Where(unit => unit.Item.State == "scored" && (group.Length == 0 || model.Units[unit.Index].Group == group)).Select(unit => unit.Item)]);
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

    /// <summary>Of those that hold the rating, counts how many have a better rank: so many places are taken before them.</summary>
    private static void Apply(ModelQuota quota, List<NaiveUnit> units)
    {
        int counted = quota.Of.Count == 0 ? units.Count : units.Count(unit => quota.Of.Any(rating => unit.Rating == $"r{rating}"));
        var exact = (Rational.Of(quota.AtMost) * Rational.Of(counted)).Round(9);
        var limit = exact.Round(0);
        int order = limit.CompareTo(exact);
        if (quota.Rounding == "down" && order > 0)
            limit -= Rational.Of(1);
        if (quota.Rounding == "up" && order < 0)
            limit += Rational.Of(1);
        var holders = units.Where(unit => unit.Rating == $"r{quota.Rating}").ToList();
        var displaced = holders.Where(unit =>
        {
            int better = holders.Count(other => other.RankOverall < unit.RankOverall), upTo = holders.Count(other => other.RankOverall <= unit.RankOverall);
            return quota.Ties == "keep" ? Rational.Of(better).CompareTo(limit) >= 0 : Rational.Of(upTo).CompareTo(limit) > 0;
        }).ToList();
        foreach (var unit in displaced)
            unit.Rating = $"r{quota.Rating + 1}";
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
        Rational earned = Zero, applicable = Zero, extra = Zero, beyond = Zero;
        foreach (var leaf in sections)
        {
            bool isOut = finals[leaf.Id].State == CellState.NotApplicable;
            bool isGiven = isOut && _model.NotApplicable == "fullPoints";
            earned += isGiven ? Rational.Of(leaf.Max) : finals[leaf.Id].Number;
            if (!isOut || isGiven)
                applicable += Rational.Of(leaf.Max);
        }
        foreach (var leaf in _model.Bonuses)
        {
            if (leaf.Beyond ?? _model.BeyondScale)
                beyond += finals[leaf.Id].Number;
            else
                extra += finals[leaf.Id].Number;
        }
        foreach (var leaf in _model.Deductions)
            extra -= finals[leaf.Id].Number;
        var scale = Rational.Of(_model.Scale);
        var comparable = Hold((earned * scale / applicable).Round(9) + extra, scale, beyond);
        var score = _model.NotApplicable == "shorten" ? Hold(earned + extra, applicable, beyond) : comparable;
        var (rating, ratingState) = Rate(unit, comparable.Round(6));
        return ratingState == "faulty"
            ? new NaiveUnit(finals, "faulty", Zero, Zero, null, "none")
            : new NaiveUnit(finals, "scored", score, comparable, rating, ratingState);
    }

    private static Rational Hold(Rational value, Rational scale, Rational beyond)
    {
        var (sum, limit) = (value + beyond, scale + beyond);
        return sum.CompareTo(Zero) < 0 ? Zero : sum.CompareTo(limit) > 0 ? limit : sum;
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
        bool isGiven = _model.NotApplicable == "fullPoints" && found.All(leaf => leaf.Found.State == CellState.NotApplicable);
        if (found.All(leaf => !leaf.Found.IsValue) && !isGiven)
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

    private Found Computed(ModelCriterion leaf, ModelUnit unit)
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
            case LastModel last:
                var (now, before) = (last.Value.Evaluate(unit), last.Previous.Evaluate(unit));
                if (now.IsValue && before.State == CellState.Missing)
                    return last.WhenNoPrevious == "zero" ? Found.Of(Zero) : new Found(last.WhenNoPrevious == "missing" ? CellState.Missing : CellState.NotApplicable);
                if (!now.IsValue || !before.IsValue)
                    return new Found(ModelExpression.Worse(now.State, before.State));
                int change = now.Number.Round(9).CompareTo(before.Number.Round(9)) * (last.LowerIsBetter ? -1 : 1);
                return Found.Of(Rational.Of(change > 0 ? last.Improved : change == 0 ? last.Same : last.Worse));
            case SurveyModel survey:
                return Surveyed(survey, unit, max);
            case RelativeModel relative:
                return Related(relative, leaf, unit, max);
            case ImportedModel imported:
                var result = imported.Value.Evaluate(unit);
                if (!result.IsValue)
                    return result;
                return result.Number.CompareTo(Zero) < 0 || result.Number.Round(9).CompareTo(Rational.Of(imported.OutOf)) > 0
                    ? new Found(CellState.Invalid) : Found.Of(max * result.Number / Rational.Of(imported.OutOf));
            case FormulaModel formula:
                var points = formula.Points.Evaluate(unit);
                return !points.IsValue ? points : Found.Of(points.Number.CompareTo(Zero) < 0 ? Zero : points.Number.CompareTo(max) > 0 ? max : points.Number);
            case StepTableModel table:
                foreach (var (when, given) in table.Rows)
                {
                    var holds = when?.Evaluate(unit) ?? Found.Of(true);
                    if (!holds.IsValue)
                        return new Found(holds.State);
                    if (holds.YesNo)
                        return Found.Of(Rational.Of(given));
                }
                return new Found(CellState.Invalid);
            default:
                return new Found(CellState.Missing);
        }
    }

    private static Found Surveyed(SurveyModel survey, ModelUnit unit, Rational max)
    {
        Rational sum = Zero, weights = Zero, least = Rational.Of(survey.Least), most = Rational.Of(survey.Most);
        var state = CellState.Value;
        foreach (var (weight, forms, questions) in survey.Groups)
        {
            var count = forms.Evaluate(unit);
            if (!count.IsValue || count.Number.CompareTo(Zero) < 0)
            {
                state = ModelExpression.Worse(state, count.IsValue ? CellState.Invalid : count.State);
                continue;
            }
            if (count.Number.IsZero)
                continue;
            var mean = Zero;
            foreach (var question in questions)
            {
                var answer = question.Evaluate(unit);
                bool isOutside = answer.IsValue && (answer.Number.Round(9).CompareTo(least) < 0 || answer.Number.Round(9).CompareTo(most) > 0);
                state = ModelExpression.Worse(state, isOutside ? CellState.Invalid : answer.State);
                if (answer.IsValue)
                    mean += (answer.Number - least) / (most - least) / Rational.Of(questions.Length);
            }
            sum += Rational.Of(weight) * mean;
            weights += Rational.Of(weight);
        }
        if (state != CellState.Value)
            return new Found(state);
        if (weights.IsZero)
            return survey.WhenNoForms == "notApplicable" ? new Found(CellState.NotApplicable) : Found.Of(survey.WhenNoForms == "full" ? max : Zero);
        return Found.Of(max * sum / weights);
    }

    private Found Related(RelativeModel relative, ModelCriterion leaf, ModelUnit unit, Rational max)
    {
        var peers = _model.Units.Where(other => (leaf.OnlyKind is null || leaf.OnlyKind == other.Kind) && !other.Exempt.Contains(leaf.Id)
            && (relative.Within.Length == 0 || (relative.Within == "group" ? other.Group == unit.Group : other.Kind == unit.Kind))).ToList();
        var own = relative.Value.Evaluate(unit);
        var values = peers.Select(peer => relative.Value.Evaluate(peer)).Where(value => value.IsValue).Select(value => value.Number).ToList();
        if (relative.Form == "relativeToBest")
            return RelatedToTarget(relative, peers, unit, max);
        if (!own.IsValue)
            return own;
        if (relative.Form == "shareOfBest")
            return Share(relative, own.Number, values, max);
        if (values.Count == 0)
            return new Found(CellState.Invalid);
        Rational low = values.Min(), high = values.Max();
        if (low.Round(9).CompareTo(high.Round(9)) == 0)
            return Given(relative.WhenNone, max);
        var points = max * (relative.LowerIsBetter ? high - own.Number : own.Number - low) / (high - low);
        return Found.Of(points.CompareTo(Zero) < 0 ? Zero : points.CompareTo(max) > 0 ? max : points);
    }

    private static Found Share(RelativeModel relative, Rational own, List<Rational> all, Rational max)
    {
        var values = all.Where(value => value.CompareTo(Zero) >= 0).ToList();
        if (own.CompareTo(Zero) < 0 || values.Count == 0)
            return new Found(CellState.Invalid);
        if (relative.LowerIsBetter)
            return Found.Of(own.CompareTo(values.Min()) <= 0 ? max : max * values.Min() / own);
        return values.Max().IsZero ? Given(relative.WhenNone, max) : Found.Of(own.CompareTo(values.Max()) >= 0 ? max : max * own / values.Max());
    }

    private static Found RelatedToTarget(RelativeModel relative, List<ModelUnit> peers, ModelUnit unit, Rational max)
    {
        Rational half = max / Rational.Of(2), one = Rational.Of(1);
        var (own, target) = (relative.Value.Evaluate(unit), relative.Target.Evaluate(unit));
        if (!own.IsValue || target.State is CellState.Missing or CellState.Invalid)
            return new Found(ModelExpression.Worse(own.State, target.State == CellState.NotApplicable ? CellState.Value : target.State));
        if (HasNone(target))
            return Share(relative, own.Number, [.. peers.Where(peer => HasNone(relative.Target.Evaluate(peer))).Select(peer => relative.Value.Evaluate(peer)).Where(value => value.IsValue).Select(value => value.Number)], max);
        if (own.Number.CompareTo(Zero) < 0 || target.Number.CompareTo(Zero) < 0)
            return new Found(CellState.Invalid);
        var achieved = Achieved(own.Number, target.Number);
        int order = achieved.Round(9).CompareTo(target.Number.Round(9));
        if (order <= 0)
            return Found.Of(order == 0 ? half : half * achieved / target.Number);
        var best = peers.Select(peer => (Own: relative.Value.Evaluate(peer), Target: relative.Target.Evaluate(peer)))
            .Where(peer => peer.Own.IsValue && peer.Target.IsValue && peer.Own.Number.CompareTo(Zero) >= 0 && peer.Target.Number.CompareTo(Zero) > 0)
            .Select(peer => (Achieved: Achieved(peer.Own.Number, peer.Target.Number), peer.Target.Number))
            .Where(peer => peer.Achieved.Round(9).CompareTo(peer.Number.Round(9)) > 0).Select(peer => peer.Achieved / peer.Number).DefaultIfEmpty(Zero).Max();
        if (best.IsZero)
            return new Found(CellState.Invalid);
        var points = half + (half * ((achieved / target.Number) - one) / (best - one));
        return Found.Of(points.CompareTo(max) > 0 ? max : points);

        static bool HasNone(Found found) => found.State == CellState.NotApplicable || (found.IsValue && found.Number.IsZero);

        Rational Achieved(Rational actual, Rational assigned)
        {
            if (!relative.LowerIsBetter)
                return actual;
            var mirrored = (assigned * Rational.Of(2)) - actual;
            return mirrored.CompareTo(Zero) < 0 ? Zero : mirrored;
        }
    }

    private static Found Given(string whenNone, Rational max) =>
        whenNone == "notApplicable" ? new Found(CellState.NotApplicable) : Found.Of(whenNone == "full" ? max : Zero);

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
