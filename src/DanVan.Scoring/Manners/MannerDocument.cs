using System.ComponentModel;
using System.Text.Json.Serialization;

namespace DanVan.Scoring.Manners;

/// <summary>A scoring manner (cách chấm) as written in the file. Each sealed case stands beside the manner it becomes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AllOrNothingDocument), "allOrNothing")]
[JsonDerivedType(typeof(ProportionalDocument), "proportional")]
[JsonDerivedType(typeof(BandsDocument), "bands")]
[JsonDerivedType(typeof(PerItemDocument), "perItem")]
[JsonDerivedType(typeof(PerEventDocument), "perEvent")]
[JsonDerivedType(typeof(TimelinessDocument), "timeliness")]
[JsonDerivedType(typeof(StepTableDocument), "stepTable")]
[JsonDerivedType(typeof(AgainstLastDocument), "againstLast")]
[JsonDerivedType(typeof(SurveyDocument), "survey")]
[JsonDerivedType(typeof(RelativeToBestDocument), "relativeToBest")]
[JsonDerivedType(typeof(ShareOfBestDocument), "shareOfBest")]
[JsonDerivedType(typeof(MinMaxDocument), "minMax")]
[JsonDerivedType(typeof(ImportedDocument), "imported")]
[JsonDerivedType(typeof(JudgedDocument), "judged")]
[JsonDerivedType(typeof(FormulaDocument), "formula")]
[Description("How points come about; the key type says which manner.")]
public abstract record MannerDocument
{
    /// <summary>The checked manner; null if it is faulty, which is then reported.</summary>
    internal abstract Manner? Check(MannerCheck check);
}

/// <summary>What a criterion gets when its whole is 0: nothing arose (không phát sinh).</summary>
public enum WhenNone
{
    /// <summary>Full points.</summary>
    Full,

    /// <summary>No points.</summary>
    None,

    /// <summary>The criterion is not applicable to the unit.</summary>
    NotApplicable,
}

/// <summary>What a criterion gets when the cell it looks at is blank.</summary>
public enum WhenMissing
{
    /// <summary>No points.</summary>
    Zero,

    /// <summary>The criterion is missing; the total's rule for missing decides.</summary>
    Missing,

    /// <summary>The criterion is not applicable to the unit.</summary>
    NotApplicable,
}
