using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>
/// The colour of a rating, the same for the same rating in every rule set: a place between the darkest (0, the best) and the
/// lightest (1, the lowest); what stands in place of a rating has a pattern of its own.
/// </summary>
/// <param name="State">Whether there is a rating.</param>
/// <param name="Place">From 0, the best, to 1, the lowest; 0 without a rating.</param>
public readonly record struct Tone(RatingState State, double Place = 0)
{
    private static readonly Dictionary<string, double> Known = new(StringComparer.Ordinal)
    {
        ["xuatsac"] = 0,
        ["tot"] = 0.25,
        ["kha"] = 0.5,
        ["trungbinh"] = 0.75,
        ["yeu"] = 1,
        ["excellent"] = 0,
        ["good"] = 0.25,
        ["fair"] = 0.5,
        ["average"] = 0.75,
        ["weak"] = 1,
        ["hoanthanhxuatsacnhiemvu"] = 0,
        ["hoanthanhtotnhiemvu"] = 0.25,
        ["hoanthanhnhiemvu"] = 0.5,
        ["khonghoanthanhnhiemvu"] = 1,
    };

    /// <summary>The tones of ratings, from the highest down: known names have theirs, others are spread evenly.</summary>
    public static ImmutableArray<Tone> Of(IReadOnlyList<ResultRating> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var known = ratings.Select(rating => Known.TryGetValue(TextKey.Loose(rating.Name), out double place) ? place : -1).ToList();
        bool isUsable = known.TrueForAll(place => place >= 0) && known.Zip(known.Skip(1)).All(pair => pair.First < pair.Second);
        return [.. ratings.Select((_, index) =>
            new Tone(RatingState.Rated, isUsable ? known[index] : ratings.Count == 1 ? 0 : (double)index / (ratings.Count - 1)))];
    }
}
