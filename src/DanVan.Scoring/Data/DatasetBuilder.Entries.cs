using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>What panel and units say about single cells and criteria.</summary>
public sealed partial class DatasetBuilder
{
    private readonly List<AppraisedPoints> _appraised = [];
    private readonly List<SelfPoints> _selfScores = [];
    private readonly List<Exemption> _exemptions = [];
    private readonly List<(Correction Correction, Column Cell)> _corrections = [];
    private readonly Dictionary<(string File, int Unit, string Item), Place> _entries = [];

    /// <summary>The leaf of the score tree with this id; null, and reported, if there is none.</summary>
    public ScoreNode? FindLeaf(string id, Place place)
    {
        var node = RuleSet.Nodes.FirstOrDefault(candidate => candidate.Id == id);
        if (node is null)
            _diagnostics.Add(DatasetDiagnostics.UnknownItem.At(place, ("name", id),
                ("suggestion", Suggestion.Nearest(id, RuleSet.Leaves.Select(leaf => leaf.Id).Concat(RuleSet.Fields.Select(field => field.Id))))));
        else if (node.Manner is null)
            _diagnostics.Add(DatasetDiagnostics.NotALeaf.At(place, ("name", id)));
        return node?.Manner is null ? null : node;
    }

    /// <summary>Replaces a cell of this period, as the appraisal panel asks for; what it was before is kept.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="cell">A column of the field with one cell, what it becomes.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="document">The document that says so.</param>
    /// <param name="place">Where it stands.</param>
    public void AddCorrection(int unit, Column cell, string reason, string by, string document, Place place)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var correction = new Correction(unit, cell.Field.Index, null, CellState.Missing, reason, by, document, place);
        Take(_corrections, (correction, cell), unit, IsFirst(unit, cell.Field.Id, place) & HasReason(cell.Field.Id, reason, place));
    }

    /// <summary>Adds points of the appraisal panel.</summary>
    public void AddAppraisal(AppraisedPoints entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Take(_appraised, entry, entry.Unit,
            IsFirst(entry) & HasReason(LeafOf(entry).Id, entry.Reason, entry.Place) & IsWithin(entry, entry.Points));
    }

    /// <summary>Adds the unit's own points.</summary>
    public void AddSelfScore(SelfPoints entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (IsFirst(entry) & IsWithin(entry, entry.Points))
            _selfScores.Add(entry);
        else if (RuleSet.Total.Unappraised == UnappraisedRule.Self)
            _unusable.Add(entry.Unit);
    }

    /// <summary>Adds a declaration that a criterion does not apply.</summary>
    public void AddExemption(Exemption entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Take(_exemptions, entry, entry.Unit, IsFirst(entry) & HasReason(LeafOf(entry).Id, entry.Reason, entry.Place));
    }

    /// <summary>Says that a unit cannot be scored because an entry for it could not be read.</summary>
    public void MarkUnusable(int unit) => _unusable.Add(unit);

    private Correction Correct((Correction Correction, Column Cell) corrected)
    {
        var (correction, cell) = corrected;
        var column = ColumnOf(correction.Field);
        correction = correction with { OldValue = column[correction.Unit], OldState = column.States[correction.Unit] };
        column.Copy(correction.Unit, cell, 0);
        return correction;
    }

    private void Take<T>(List<T> entries, T entry, int unit, bool isFine)
    {
        if (isFine)
            entries.Add(entry);
        else
            _unusable.Add(unit);
    }

    private ScoreNode LeafOf(IEntry entry) => RuleSet.Nodes[entry.Node];

    private bool IsFirst(IEntry entry) => IsFirst(entry.Unit, LeafOf(entry).Id, entry.Place);

    private bool IsFirst(int unit, string item, Place place)
    {
        if (_entries.TryAdd((place.File, unit, item), place))
            return true;
        _diagnostics.Add(DatasetDiagnostics.DuplicateEntry.At(place, ("unit", _units[unit].Code), ("name", item)) with
        {
            UnitCode = _units[unit].Code,
            Related = _entries[(place.File, unit, item)],
        });
        return false;
    }

    private bool HasReason(string item, string reason, Place place)
    {
        if (reason.Length > 0)
            return true;
        _diagnostics.Add(DatasetDiagnostics.ReasonMissing.At(place, ("name", item)));
        return false;
    }

    private bool IsWithin(IEntry entry, decimal points)
    {
        var leaf = LeafOf(entry);
        if (points >= 0 && points <= leaf.MaxPoints)
            return true;
        _diagnostics.Add(DatasetDiagnostics.PointsOutOfRange.At(entry.Place,
            ("points", points), ("max", leaf.MaxPoints), ("name", leaf.Id)) with
        {
            UnitCode = _units[entry.Unit].Code,
        });
        return false;
    }
}
