using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Writing;

/// <summary>
/// Writes a result folder beside the one it replaces and swaps it in whole at the end: whoever looks sees the old
/// results or the new ones, never a mixture, and an interrupted run leaves the old ones. What anybody else put or changed
/// in the old ones is kept and named.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly bool _isRevision;
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private string? _copy;
    private string? _basis;
    private bool _isDone;

    private OutputFolder(string folder, bool isRevision)
    {
        _folder = folder;
        _isRevision = isRevision;
        StagingFolder = FolderLeftovers.FreeStaging(folder);
    }

    /// <summary>Where the new results are until they are swapped in.</summary>
    public string StagingFolder { get; }

    /// <summary>Where the earlier folder with edited files went; null if there was none.</summary>
    public string? EditedFolder { get; private set; }

    /// <summary>The first edited file of it; null if there was none.</summary>
    public string? EditedFile { get; private set; }

    /// <summary>True if the new results were not swapped in because those that they were made from had been replaced meanwhile.</summary>
    public bool WasReplaced { get; private set; }

    /// <summary>The files written so far with their SHA-256.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Told each step of the swap before it is taken; for tests.</summary>
    internal Action<string>? OnStep { get; init; }

    /// <summary>Starts a result folder, after tidying up what an interrupted run left.</summary>
    /// <param name="folder">The folder to be made or replaced; of a link, the folder that it points to.</param>
    /// <param name="keepEdited">True to move a folder with edited files aside instead of refusing.</param>
    /// <param name="isRevision">True if the new results are made from those in the folder, and replace no others.</param>
    /// <exception cref="OutputRefusedException">The folder holds something that must not be lost.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static OutputFolder Start(string folder, bool keepEdited, bool isRevision = false) =>
        Start(folder, keepEdited, isRevision, null);

    /// <inheritdoc cref="Start(string, bool, bool)"/>
    internal static OutputFolder Start(string folder, bool keepEdited, bool isRevision, Action<string>? onStep)
    {
        string full = Resolve(folder);
        using var gate = FolderGate.Enter(full);
        string? copy = FolderLeftovers.TidyUp(full);
        CheckReplaceable(full, folder, keepEdited);
        var output = new OutputFolder(full, isRevision) { OnStep = onStep, _copy = copy, _basis = ManifestHash(full) };
        Directory.CreateDirectory(output.StagingFolder);
        FolderMark.Put(output.StagingFolder);
        return output;
    }

    /// <summary>Restores results that an interrupted run had moved aside, if there are any and the folder is not there.</summary>
    /// <param name="folder">The result folder.</param>
    /// <exception cref="IOException">They cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot be moved.</exception>
    public static void Restore(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        using var gate = FolderGate.Enter(full);
        FolderLeftovers.Restore(full);
    }

    /// <summary>True if two paths lead to one folder, by a link or directly.</summary>
    public static bool AreSame(string one, string other) => string.Equals(
        Resolve(one), Resolve(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a file.</summary>
    /// <param name="name">Path in the folder, with <c>/</c>.</param>
    /// <param name="write">Writes its content.</param>
    public void Write(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string path = Path.Combine(StagingFolder, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            write(stream);
        _hashes[name] = TextFile.HashOf(path);
    }

    /// <summary>Writes the manifest and puts the new folder in the place of the old one.</summary>
    /// <returns>
    /// False if the old folder is held open by another program, or <see cref="WasReplaced"/>: the new one then stays where it
    /// is.
    /// </returns>
    public bool Commit(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        Step("manifest");
        File.WriteAllBytes(Path.Combine(StagingFolder, RunManifest.FileName), manifest.ToJson());
        using var gate = FolderGate.Enter(_folder);
        _isDone = true;
        WasReplaced = _isRevision && ManifestHash(_folder) != _basis;
        bool isSwapped = !WasReplaced && (Directory.Exists(_folder) ? Replace() : TryMove(StagingFolder, _folder));
        Step("unmark");
        FolderMark.Remove(isSwapped ? _folder : StagingFolder);
        return isSwapped;
    }

    /// <summary>Removes the unfinished folder unless it was finished.</summary>
    public void Dispose()
    {
        if (!_isDone)
            FolderLeftovers.TryDelete(StagingFolder);
    }

    /// <summary>
    /// Moves the old folder aside, the new one in, and removes the old one but for what is not as this program wrote it: that
    /// is looked for only now, when nobody finds the files under their names any more.
    /// </summary>
    private bool Replace()
    {
        string aside = _copy is { } copy && !Path.Exists(copy) ? copy : FolderLeftovers.FreeName(_folder, ".old");
        Step("mark");
        FolderMark.Put(_folder);
        Step("aside");
        if (!TryMove(_folder, aside))
        {
            FolderMark.Remove(_folder);
            return false;
        }
        Step("swap");
        if (!TryMove(StagingFolder, _folder))
        {
            if (TryMove(aside, _folder))
                FolderMark.Remove(_folder);
            return false;
        }
        Step("remove");
        EditedFile = FolderLeftovers.FindForeign(aside);
        if (EditedFile is null && _copy is not null)
            FolderMark.Remove(aside); // it may be somebody's copy
        else if (EditedFile is not null || !FolderLeftovers.TryRemoveOwn(aside))
            KeepEdited(aside);
        return true;
    }

    private void KeepEdited(string aside)
    {
        EditedFile ??= FolderLeftovers.FindForeign(aside);
        FolderMark.Remove(aside);
        string kept = FolderLeftovers.FreeName(_folder, ".edited-1");
        EditedFolder = TryMove(aside, kept) ? kept : aside;
    }

    private void Step(string name) => OnStep?.Invoke(name);

    /// <summary>The full path of a folder; of a link, that of the folder it points to.</summary>
    private static string Resolve(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (new DirectoryInfo(full).LinkTarget is null)
            return full;
        return Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { Exists: true } target
            ? Path.TrimEndingDirectorySeparator(target.FullName) : throw new OutputRefusedException(OutputRefusal.BrokenLink, folder, null);
    }

    private static void CheckReplaceable(string folder, string shown, bool keepEdited)
    {
        if (File.Exists(folder))
            throw new OutputRefusedException(OutputRefusal.IsFile, shown, null);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        if (!File.Exists(Path.Combine(folder, RunManifest.FileName)))
            throw new OutputRefusedException(OutputRefusal.HoldsOtherWork, shown, null);
        if (!keepEdited && FolderLeftovers.FindForeign(folder) is { } file)
            throw new OutputRefusedException(OutputRefusal.WasEdited, shown, file);
    }

    private static string? ManifestHash(string folder) =>
        Path.Combine(folder, RunManifest.FileName) is var path && File.Exists(path) ? TextFile.HashOf(path) : null;

    private static bool TryMove(string from, string to)
    {
        try
        {
            Directory.Move(from, to);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
