using System.Text.Json.Serialization;

namespace DanVan.Scoring.Results;

/// <summary>A section or criterion over all units with a score to which it applies and that have points for it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Units">How many units these are.</param>
/// <param name="Points">Sum of their points.</param>
/// <param name="MaxPoints">Sum of their maxima.</param>
/// <param name="Full">How many have all points.</param>
public sealed record ResultSummary(string Id, int Units, decimal Points, decimal MaxPoints, int Full)
{
    /// <summary>Points ÷ maxima; null if there are none.</summary>
    [JsonIgnore]
    public decimal? Share => MaxPoints == 0 ? null : Points / MaxPoints;

    /// <summary>What is missing to the maxima.</summary>
    [JsonIgnore]
    public decimal Lost => MaxPoints - Points;
}

/// <summary>A group in the ranking.</summary>
/// <param name="Name">Its label; empty for units without group.</param>
/// <param name="First">Position in the ranking of its first unit.</param>
public sealed record ResultGroup(string Name, int First)
{
    private int[] _ratings = [];

    /// <summary>How many units it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have each rating, the highest first; last, how many have none.</summary>
    public IReadOnlyList<int> Ratings => _ratings;

    internal static List<ResultGroup> Of(int units, Func<int, string?> groupAt, Func<int, int> ratingAt, ResultRules rules)
    {
        var groups = new List<ResultGroup>();
        string? last = null;
        for (int rank = 0; rank < units; rank++)
        {
            string? id = groupAt(rank);
            if (rank == 0 || id != last)
                groups.Add(new ResultGroup(rules.GroupName(id), rank) { _ratings = new int[rules.Ratings.Length + 1] });
            last = id;
            groups[^1].Count++;
            groups[^1]._ratings[ratingAt(rank) is >= 0 and var rating ? rating : rules.Ratings.Length]++;
        }
        return groups;
    }
}
