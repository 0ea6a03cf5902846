using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Loading;

/// <summary>Total, ratings, gates, ranking, targets.</summary>
internal sealed partial class RuleSetCheck
{
    private TotalRule CheckTotal()
    {
        var total = document.Total;
        CheckPoints(total.Scale, root["total"]["scale"]);
        if (total.Digits is < 0 or > 6)
            Report(RuleSetDiagnostics.OutOfRange, root["total"]["digits"].Place, ("value", total.Digits.Value), ("range", new LocalText("từ 0 đến 6", "0 to 6")));
        return new TotalRule
        {
            Scale = total.Scale,
            NotApplicable = total.NotApplicable,
            Missing = total.Missing,
            Unappraised = total.Unappraised ?? UnappraisedRule.Computed,
            ExemptionRequired = total.ExemptionRequired ?? false,
            Digits = total.Digits ?? 2,
        };
    }

    private ImmutableArray<RatingBand> CheckRatings()
    {
        var bands = ImmutableArray.CreateBuilder<RatingBand>();
        var list = document.Ratings;
        if (list.Count == 0)
            Report(RuleSetDiagnostics.NothingToScore, root["ratings"].Place, ("what", new LocalText("mức xếp loại", "rating")));
        decimal? above = null;
        foreach (var (i, rating) in list.Index())
        {
            var at = root["ratings"][i];
            CheckUnique("ratings", rating.Id, at["id"]);
            if (rating.From is null && i < list.Count - 1)
                Report(RuleSetDiagnostics.BandHidden, at.Place, ("id", rating.Id));
            if (rating.From is { } from)
            {
                if (from is < 0 or > RuleSet.MostPoints || from != Rounding.Total(from))
                    Report(RuleSetDiagnostics.OutOfRange, at["from"].Place, ("value", from),
                        ("range", new LocalText("từ 0 đến 1000000, không quá 6 chữ số thập phân", "0 to 1000000, no more than 6 decimals")));
                if (from >= above)
                    Report(RuleSetDiagnostics.BandOrder, at["from"].Place, ("id", rating.Id), ("from", from), ("above", above.Value));
                if (i == list.Count - 1)
                    Report(RuleSetDiagnostics.BandGap, at["from"].Place, ("from", from));
                above = from;
            }
            bands.Add(new RatingBand(i, rating.Id, TextKey.Clean(rating.Name), rating.From, CheckClause(rating.Clause, at), rating.Assumed ?? false, at["id"].Place));
        }
        _symbols.Ratings = new TextDomain([.. bands.Select(band => band.Id)]);
        return bands.ToImmutable();
    }

    private ImmutableArray<Gate> CheckGates(ImmutableArray<RatingBand> ratings)
    {
        var gates = ImmutableArray.CreateBuilder<Gate>();
        foreach (var (gate, at) in Each(document.Gates, root["gates"]))
        {
            var when = Expression(gate.When, at["when"], ValueKind.YesNo, ExpressionScope.Points);
            var band = ratings.FirstOrDefault(rating => rating.Id == gate.At);
            LocalText? fault = null;
            if (gate.Effect == GateEffect.Cap && gate.At is null)
                fault = new LocalText("effect 'cap' cần có 'at'.", "effect 'cap' needs 'at'.");
            else if (gate.Effect != GateEffect.Cap && gate.At is not null)
                fault = new LocalText("'at' chỉ dùng với effect 'cap'.", "'at' goes with effect 'cap' only.");
            if (fault is not null)
                Report(RuleSetDiagnostics.GateForm, at.Place, ("fault", fault));
            else if (gate.At is not null)
                FindRating(gate.At, at["at"], ratings);
            CheckUnique("gates", gate.Id, at["id"]);
            string? clause = CheckClause(gate.Clause, at);
            if (when is not null)
                gates.Add(new Gate(gate.Id, TextKey.Clean(gate.Title ?? gate.When.Text), when, gate.Effect, band, clause, gate.Assumed ?? false, at["when"].Place));
        }
        return gates.ToImmutable();
    }

    private ImmutableArray<Quota> CheckQuotas(ImmutableArray<RatingBand> ratings)
    {
        var quotas = ImmutableArray.CreateBuilder<Quota>();
        foreach (var (quota, at) in Each(document.Quotas, root["quotas"]))
        {
            CheckUnique("quotas", quota.Id, at["id"]);
            var rating = FindRating(quota.Rating, at["rating"], ratings);
            var displacedTo = quota.DisplacedTo is { } lower ? FindRating(lower, at["displacedTo"], ratings)
                : rating is null ? null : ratings.ElementAtOrDefault(rating.Index + 1);
            var of = Each(quota.Of, at["of"]).Select(rated => FindRating(rated.Item, rated.At, ratings)).OfType<RatingBand>();
            decimal? atMost = Constant(quota.AtMost, at["atMost"]);
            if (atMost is < 0 or > 1)
                Report(RuleSetDiagnostics.OutOfRange, at["atMost"].Place, ("value", atMost.Value), ("range", new LocalText("từ 0 đến 1 (20% là 0,2)", "0 to 1 (20% is 0.2)")));
            if (rating is not null && (displacedTo is null || displacedTo.Index <= rating.Index))
                Report(RuleSetDiagnostics.QuotaForm, at.Place, ("id", rating.Id), ("fault", displacedTo is null
                    ? new LocalText("không có mức nào thấp hơn.", "there is no lower rating.")
                    : new LocalText($"'{displacedTo.Id}' không thấp hơn.", $"'{displacedTo.Id}' is not lower.")));
            string? clause = CheckClause(quota.Clause, at);
            var except = Expression(quota.Except, at["except"], ValueKind.YesNo, ExpressionScope.Points);
            if (rating is null || displacedTo is null || atMost is null)
                continue;
            quotas.Add(new Quota
            {
                Id = quota.Id,
                Title = quota.Title is { } title ? TextKey.Clean(title) : QuotaTitle(rating, atMost.Value),
                Rating = rating,
                AtMost = atMost.Value,
                Of = [.. of],
                Within = [.. quota.Within.Distinct()],
                Rounding = quota.Rounding ?? QuotaRounding.Down,
                Ties = quota.Ties ?? QuotaTies.Keep,
                DisplacedTo = displacedTo,
                Except = except,
                Clause = clause,
                IsAssumed = quota.Assumed ?? false,
                Place = at["rating"].Place,
            });
        }
        return quotas.ToImmutable();
    }

    private string QuotaTitle(RatingBand rating, decimal atMost) => document.Language == RuleSetLanguage.Vi
        ? $"Không quá {ValueText.Percent(atMost, Language.Vietnamese)} xếp loại {rating.Name}"
        : $"At most {ValueText.Percent(atMost, Language.English)} rated {rating.Name}";

    private RatingBand? FindRating(string id, JsonCursor at, ImmutableArray<RatingBand> ratings)
    {
        var found = ratings.FirstOrDefault(rating => rating.Id == id);
        if (found is null)
            Report(RuleSetDiagnostics.UnknownReference, at.Place, ("kind", new LocalText("mức xếp loại", "rating")), ("id", id),
                ("suggestion", Suggestion.Nearest(id, ratings.Select(rating => rating.Id))));
        return found;
    }

    private RankingRule CheckRanking()
    {
        var ranking = document.Ranking;
        var tieBreak = Each(ranking?.TieBreak, root["ranking"]["tieBreak"])
            .Select(text => Expression(text.Item, text.At, ValueKind.Number, ExpressionScope.Points))
            .OfType<Expression>();
        ImmutableArray<RankingKey> within = ranking?.Within is { } keys ? [.. keys.Distinct()]
            : document.Groups is { Count: > 0 } ? [RankingKey.Group] : [];
        return new RankingRule(within, [.. tieBreak], ranking?.Ties ?? TieRule.SharedRank);
    }

    private ImmutableArray<Target> CheckTargets()
    {
        var targets = ImmutableArray.CreateBuilder<Target>();
        foreach (var (target, at) in Each(document.Targets, root["targets"]))
        {
            CheckUnique("targets", target.Id, at["id"]);
            if (TargetFault(target) is { } fault)
            {
                Report(RuleSetDiagnostics.TargetForm, at.Place, ("id", target.Id), ("fault", fault));
                continue;
            }
            string key = target.AtMost is null ? "atLeast" : "atMost";
            decimal? required = Constant((target.AtLeast ?? target.AtMost)!.Value, at[key]);
            if (required is < 0 or > 1000)
                Report(RuleSetDiagnostics.OutOfRange, at[key].Place, ("value", required.Value),
                    ("range", new LocalText("từ 0 đến 1000 (một tỷ lệ như 60% là 0,6)", "0 to 1000 (a share such as 60% is 0.6)")));
            targets.Add(new Target
            {
                Id = target.Id,
                Title = TextKey.Clean(target.Title ?? target.Id),
                Place = at["id"].Place,
                Clause = CheckClause(target.Clause, at),
                Among = Expression(target.Among, at["among"], ValueKind.YesNo, ExpressionScope.Outcomes),
                Share = Expression(target.Share, at["share"], ValueKind.YesNo, ExpressionScope.Outcomes),
                Part = Expression(target.Part, at["part"], ValueKind.Number, ExpressionScope.Outcomes),
                Whole = Expression(target.Whole, at["whole"], ValueKind.Number, ExpressionScope.Outcomes),
                Required = required ?? 0,
                IsCeiling = target.AtMost is not null,
                IsStretch = target.Stretch ?? false,
                Missing = target.Missing ?? TargetMissingRule.NotMet,
            });
        }
        return targets.ToImmutable();
    }

    private static LocalText? TargetFault(TargetDocument target) => target switch
    {
        { Share: null, Part: null, Whole: null } => new LocalText("không có 'share', cũng không có 'part' và 'whole'.", "has neither 'share' nor 'part' and 'whole'."),
        { Share: not null, Part: not null } or { Share: not null, Whole: not null } =>
            new LocalText("có cả 'share' lẫn 'part', 'whole'.", "has both 'share' and 'part', 'whole'."),
        { Share: null, Part: null } or { Share: null, Whole: null } => new LocalText("'part' và 'whole' phải đi cùng nhau.", "'part' and 'whole' go together."),
        { AtLeast: null, AtMost: null } => new LocalText("không có 'atLeast', cũng không có 'atMost'.", "has neither 'atLeast' nor 'atMost'."),
        { AtLeast: not null, AtMost: not null } => new LocalText("có cả 'atLeast' lẫn 'atMost'.", "has both 'atLeast' and 'atMost'."),
        _ => null,
    };
}
