using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>Whether a unit has a rating.</summary>
public enum RatingState : byte
{
    /// <summary>It has no score, so no rating either.</summary>
    NotScored,

    /// <summary>It has a rating.</summary>
    Rated,

    /// <summary>A gate reads data that are missing: the rating waits for them.</summary>
    Pending,

    /// <summary>A gate excludes it from rating.</summary>
    NotRateable,
}

/// <summary>Ratings and ranks of all units.</summary>
public sealed class Outcomes
{
    private readonly ImmutableArray<RatingBand> _bands;
    private readonly sbyte[] _bandIndex;
    private readonly sbyte[] _ratingIndex;
    private readonly RatingState[] _ratingStates;
    private readonly Dictionary<int, GateEffects> _gates = [];
    private readonly Dictionary<int, ImmutableArray<QuotaEffect>> _quotas = [];
    private readonly int[] _rankWithin;
    private readonly int[] _rankOverall;

    internal Outcomes(RuleSet ruleSet, int units)
    {
        _bands = ruleSet.Ratings;
        _bandIndex = new sbyte[units];
        _ratingIndex = new sbyte[units];
        Array.Fill(_bandIndex, (sbyte)-1);
        Array.Fill(_ratingIndex, (sbyte)-1);
        _ratingStates = new RatingState[units];
        _rankWithin = new int[units];
        _rankOverall = new int[units];
    }

    /// <summary>The band that the score falls in, before gates; null without a score.</summary>
    public RatingBand? Band(int unit) => _bandIndex[unit] < 0 ? null : _bands[_bandIndex[unit]];

    /// <summary>The rating, after gates; null if it has none.</summary>
    public RatingBand? Rating(int unit) => _ratingIndex[unit] < 0 ? null : _bands[_ratingIndex[unit]];

    /// <summary>Id of the rating, after gates; null if it has none.</summary>
    public string? RatingId(int unit) => Rating(unit)?.Id;

    /// <summary>Whether the unit has a rating.</summary>
    public RatingState RatingStateOf(int unit) => _ratingStates[unit];

    /// <summary>Indexes of the gates that wait for data, in their order.</summary>
    public ImmutableArray<int> PendingGatesOf(int unit) => _gates.TryGetValue(unit, out var gates) ? gates.Pending : [];

    /// <summary>Indexes of the gates that took effect, in their order.</summary>
    public ImmutableArray<int> GatesOf(int unit) => _gates.TryGetValue(unit, out var gates) ? gates.Applied : [];

    /// <summary>The quotas that lowered the rating, in their order.</summary>
    public ImmutableArray<QuotaEffect> QuotasOf(int unit) => _quotas.TryGetValue(unit, out var effects) ? effects : [];

    /// <summary>Rank among the units it is ranked with; 0 without a score.</summary>
    public int RankWithin(int unit) => _rankWithin[unit];

    /// <summary>Rank among all scored units; 0 without a score.</summary>
    public int RankOverall(int unit) => _rankOverall[unit];

    internal void SetRating(int unit, int band, int rating, RatingState state)
    {
        _bandIndex[unit] = (sbyte)band;
        _ratingIndex[unit] = (sbyte)rating;
        _ratingStates[unit] = state;
    }

    internal void SetGates(GateEffects effects) => _gates[effects.Unit] = effects;

    internal void Displace(int unit, RatingBand rating, QuotaEffect effect)
    {
        _ratingIndex[unit] = (sbyte)rating.Index;
        _quotas[unit] = QuotasOf(unit).Add(effect);
    }

    internal void SetRanks(int unit, int within, int overall)
    {
        _rankWithin[unit] = within;
        _rankOverall[unit] = overall;
    }
}
