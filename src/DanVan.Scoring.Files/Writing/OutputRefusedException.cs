namespace DanVan.Scoring.Files.Writing;

/// <summary>Why an output folder cannot be used.</summary>
public enum OutputRefusal
{
    /// <summary>There is a file of that name.</summary>
    IsFile,

    /// <summary>It is a link that points to no folder.</summary>
    BrokenLink,

    /// <summary>The folder holds work that this program did not write.</summary>
    HoldsOtherWork,

    /// <summary>Files of the program were changed, or others were added.</summary>
    WasEdited,
}

/// <summary>An output folder that must not be overwritten.</summary>
public sealed class OutputRefusedException(OutputRefusal refusal, string folder, string? file)
    : IOException($"{refusal}: {folder} ({file})")
{
    /// <summary>Why.</summary>
    public OutputRefusal Refusal { get; } = refusal;

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The first file concerned; null if there is no single one.</summary>
    public string? File { get; } = file;
}
