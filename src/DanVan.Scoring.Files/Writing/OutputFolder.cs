using System.Diagnostics;
using System.Globalization;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Why an output folder cannot be used.</summary>
public enum OutputRefusal
{
    /// <summary>There is a file of that name.</summary>
    IsFile,

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

/// <summary>
/// Writes a result folder beside the one it replaces and swaps it in whole at the end: whoever looks sees the old
/// results or the new ones, never a mixture, and an interrupted run leaves the old ones.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly bool _keepEdited;
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private bool _isDone;

    private OutputFolder(string folder, bool keepEdited)
    {
        _folder = folder;
        _keepEdited = keepEdited;
        StagingFolder = $"{folder}.new-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Where the new results are until they are swapped in.</summary>
    public string StagingFolder { get; }

    /// <summary>Where a folder with edited files went; null if there was none.</summary>
    public string? EditedFolder { get; private set; }

    /// <summary>The files written so far with their SHA-256.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    private string OldFolder => _folder + ".old";

    /// <summary>Starts a result folder, after tidying up what an interrupted run left.</summary>
    /// <param name="folder">The folder to be made or replaced.</param>
    /// <param name="keepEdited">True to move a folder with edited files aside instead of refusing.</param>
    /// <exception cref="OutputRefusedException">The folder holds something that must not be lost.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static OutputFolder Start(string folder, bool keepEdited)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var output = new OutputFolder(full, keepEdited);
        output.TidyUp();
        output.CheckReplaceable(folder);
        Directory.CreateDirectory(output.StagingFolder);
        return output;
    }

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
        using var written = File.OpenRead(path);
        _hashes[name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(written));
    }

    /// <summary>Writes the manifest and puts the new folder in the place of the old one.</summary>
    /// <returns>False if the old folder is held open by another program: the new one then stays where it is.</returns>
    public bool Commit(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        File.WriteAllBytes(Path.Combine(StagingFolder, RunManifest.FileName), manifest.ToJson());
        _isDone = true;
        if (Directory.Exists(_folder))
        {
            bool isEdited = _keepEdited && FindForeign(_folder) is not null;
            string aside = isEdited ? FreeName(".edited-") : Directory.Exists(OldFolder) ? FreeName(".old-") : OldFolder;
            if (!TryMove(_folder, aside))
                return false;
            if (!TryMove(StagingFolder, _folder))
            {
                TryMove(aside, _folder);
                return false;
            }
            if (isEdited)
                EditedFolder = aside;
            else
                TryDelete(aside);
            return true;
        }
        return TryMove(StagingFolder, _folder);
    }

    /// <summary>Removes the unfinished folder unless it was finished.</summary>
    public void Dispose()
    {
        if (!_isDone)
            TryDelete(StagingFolder);
    }

    private void TidyUp()
    {
        if (File.Exists(Path.Combine(OldFolder, RunManifest.FileName)))
        {
            if (!Directory.Exists(_folder) && !File.Exists(_folder))
                Directory.Move(OldFolder, _folder);
            else if (FindForeign(OldFolder) is null)
                TryDelete(OldFolder);
        }
        string parent = Path.GetDirectoryName(_folder) ?? _folder;
        if (!Directory.Exists(parent))
            return;
        foreach (string left in Directory.EnumerateDirectories(parent, Path.GetFileName(_folder) + ".new-*"))
            if (int.TryParse(left[(left.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && (process == Environment.ProcessId || !IsRunning(process)) && IsUnfinished(left))
                TryDelete(left);
    }

    /// <summary>A staging folder with a manifest was finished and could not be swapped in: somebody may want it.</summary>
    private static bool IsUnfinished(string staging) => !File.Exists(Path.Combine(staging, RunManifest.FileName));

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void CheckReplaceable(string shown)
    {
        if (File.Exists(_folder))
            throw new OutputRefusedException(OutputRefusal.IsFile, shown, null);
        if (!Directory.Exists(_folder) || !Directory.EnumerateFileSystemEntries(_folder).Any())
            return;
        if (!File.Exists(Path.Combine(_folder, RunManifest.FileName)))
            throw new OutputRefusedException(OutputRefusal.HoldsOtherWork, shown, null);
        if (!_keepEdited && FindForeign(_folder) is { } file)
            throw new OutputRefusedException(OutputRefusal.WasEdited, shown, file);
    }

    /// <summary>The first file that is not as the manifest has it; null if there is none.</summary>
    private static string? FindForeign(string folder)
    {
        if (RunManifest.ReadOutputs(Path.Combine(folder, RunManifest.FileName)) is not { } outputs)
            return Directory.EnumerateFileSystemEntries(folder).Any() ? RunManifest.FileName : null;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name != RunManifest.FileName && (!outputs.TryGetValue(name, out string? hash) || TextFile.HashOf(path) != hash))
                return name;
        }
        return null;
    }

    /// <summary>The folder's name with a suffix and the first number that is free.</summary>
    private string FreeName(string suffix)
    {
        for (int i = 1; ; i++)
        {
            string name = _folder + suffix + i.ToString(CultureInfo.InvariantCulture);
            if (!Directory.Exists(name))
                return name;
        }
    }

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

    private static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file held open by another program: the leftover is tidied up by a later run.
        }
    }
}
