using System.ComponentModel;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A scoring manner (cách chấm) as written in the file. Each sealed case stands beside the manner it becomes.</summary>
[Description("How points come about; the key type says which manner.")]
public abstract record MannerDocument
{
    /// <summary>The checked manner; null if it is faulty, which is then reported.</summary>
    internal abstract Manner? Check(MannerCheck check);
}
