using System.Text.RegularExpressions;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Writing;

/// <summary>
/// What runs that were cut off left beside a result folder: unfinished new ones (<c>DIR.new-…</c>), and earlier results
/// moved aside (<c>DIR.old</c>). Only folders with a mark of this machine are removed, and of those moved aside only files
/// that are as the program wrote them.
/// </summary>
internal static partial class FolderLeftovers
{
    /// <summary>Tidies up: restores results that were moved aside if the folder is not there, and removes the rest.</summary>
    /// <param name="folder">Full path of the result folder.</param>
    /// <returns>Where results without mark were that were restored, so that they may be somebody's copy; null if there were none.</returns>
    public static string? TidyUp(string folder)
    {
        if (FolderMark.Read(folder) is { IsOfThisMachine: true } || FolderMark.IsCutOff(folder))
            FolderMark.Remove(folder); // cut off before it was moved aside, or behind the swap
        string? copy = Restore(folder);
        RemoveUnfinished(folder);
        foreach (string left in Beside(folder, OldSuffix()))
            if (FolderMark.Read(left) is { IsOfThisMachine: true })
                TryRemoveOwn(left);
        return copy;
    }

    /// <summary>Removes unfinished folders beside a folder whose runs have ended.</summary>
    public static void RemoveUnfinished(string folder)
    {
        foreach (string left in Beside(folder, NewSuffix()))
            if (FolderMark.Read(left) is { IsAbandoned: true } || FolderMark.IsUnfinished(left))
                TryDelete(left);
    }

    /// <summary>
    /// Puts the newest results that were moved aside back if the folder is not there: those with a mark, else a whole
    /// <c>DIR.old</c>.
    /// </summary>
    /// <returns>As <see cref="TidyUp"/>.</returns>
    /// <exception cref="IOException">They cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot be moved.</exception>
    public static string? Restore(string folder)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
            return null;
        var whole = Beside(folder, OldSuffix())
            .Where(left => RunManifest.ReadOutputs(Path.Combine(left, RunManifest.FileName)) is not null).ToList();
        string? marked = whole.Where(left => FolderMark.Read(left) is { IsOfThisMachine: true })
            .MaxBy(left => File.GetLastWriteTimeUtc(Path.Combine(left, FolderMark.FileName)));
        string? found = marked
            ?? whole.FirstOrDefault(left => left == folder + ".old" && FolderMark.Read(left) is null && FindForeign(left) is null);
        if (found is null)
            return null;
        Directory.Move(found, folder);
        FolderMark.Remove(folder);
        return marked is null ? found : null;
    }

    /// <summary>The first entry that is not as the manifest has it; null if there is none. The mark does not count.</summary>
    public static string? FindForeign(string folder)
    {
        var outputs = RunManifest.ReadOutputs(Path.Combine(folder, RunManifest.FileName));
        foreach (string path in Entries(folder))
        {
            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name is not (RunManifest.FileName or FolderMark.FileName) && !IsOwn(path, outputs?.GetValueOrDefault(name)))
                return name;
        }
        return outputs is null && File.Exists(Path.Combine(folder, RunManifest.FileName)) ? RunManifest.FileName : null;
    }

    /// <summary>
    /// Removes the files that are as the program wrote them, the manifest and the mark last; true if nothing else was there.
    /// </summary>
    public static bool TryRemoveOwn(string folder)
    {
        try
        {
            var outputs = RunManifest.ReadOutputs(Path.Combine(folder, RunManifest.FileName));
            foreach (var (name, hash) in outputs ?? new Dictionary<string, string>())
                if (Path.Combine(folder, name) is var path && IsOwn(path, hash))
                    File.Delete(path);
            foreach (string inner in Directory.EnumerateDirectories(folder, "*", Inside).OrderByDescending(path => path.Length))
                if (!Directory.EnumerateFileSystemEntries(inner).Any())
                    Directory.Delete(inner);
            if (Entries(folder).Any(path => Path.GetFileName(path) is not (RunManifest.FileName or FolderMark.FileName)))
                return false;
            File.Delete(Path.Combine(folder, RunManifest.FileName));
            FolderMark.Remove(folder);
            Directory.Delete(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // held open by another program: a later run goes on with it
        }
    }

    /// <summary>Removes a folder that this program alone filled. Links in it are removed, not followed.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file held open by another program: a later run goes on with it.
        }
    }

    /// <summary>A free name beside the folder for what this process prepares.</summary>
    public static string FreeStaging(string folder) =>
        FreeName(folder, string.Create(CultureInfo.InvariantCulture, $".new-{Environment.ProcessId}"));

    /// <summary>A folder's name with a suffix, or with the next number behind it that is free.</summary>
    public static string FreeName(string folder, string suffix)
    {
        string name = folder + suffix;
        int next = 1;
        if (suffix.EndsWith("-1", StringComparison.Ordinal))
            (suffix, next) = (suffix[..^2], 2);
        for (; Path.Exists(name); next++)
            name = string.Create(CultureInfo.InvariantCulture, $"{folder}{suffix}-{next}");
        return name;
    }

    private static EnumerationOptions Inside => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Files and links in a folder and the folders in it; links are not followed.</summary>
    private static IEnumerable<string> Entries(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is not DirectoryInfo || entry.LinkTarget is not null)
            {
                yield return entry.FullName;
                continue;
            }
            foreach (string path in Entries(entry.FullName))
                yield return path;
        }
    }

    private static bool IsOwn(string path, string? hash)
    {
        try
        {
            return hash is not null && File.Exists(path) && new FileInfo(path).LinkTarget is null && TextFile.HashOf(path) == hash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Folders beside a folder whose names are its name and a suffix; the name is taken as it is, whatever letters it has.
    /// </summary>
    private static List<string> Beside(string folder, Regex suffix)
    {
        string name = Path.GetFileName(folder);
        return Path.GetDirectoryName(folder) is not { } parent || !Directory.Exists(parent) ? []
            : [.. new DirectoryInfo(parent).EnumerateDirectories()
                .Where(found => found.Name.StartsWith(name, StringComparison.Ordinal) && suffix.IsMatch(found.Name[name.Length..]))
                .Where(found => found.LinkTarget is null).Select(found => found.FullName)];
    }

    [GeneratedRegex(@"^\.new-\d+(-\d+)?$")]
    private static partial Regex NewSuffix();

    [GeneratedRegex(@"^\.old(-\d+)?$")]
    private static partial Regex OldSuffix();
}
