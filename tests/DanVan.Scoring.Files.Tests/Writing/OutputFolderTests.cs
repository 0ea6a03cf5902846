using System.Collections.Immutable;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;

namespace DanVan.Scoring.Files.Tests.Writing;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _parent = new();

    private string Target => Path.Combine(_parent.Path, "out");

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void Commit_NewFolder_HoldsFilesAndManifest()
    {
        Run("one");
        Assert.Equal(["a.txt", "run.json", "sub"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Fact]
    public void Commit_OwnFolder_IsReplaced()
    {
        Run("one");
        Run("two");
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Fact]
    public void Start_FolderOfSomebodyElse_IsRefused()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.docx"), "work");
        Assert.Equal(OutputRefusal.HoldsOtherWork, Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: true)).Refusal);
    }

    [Theory]
    [InlineData("a.txt")] // changed
    [InlineData("notes.txt")] // added
    public void Start_EditedFolder_IsRefusedOrMovedAside(string name)
    {
        Run("one");
        File.WriteAllText(Path.Combine(Target, name), "my own words");
        var refused = Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false));
        Assert.Equal((OutputRefusal.WasEdited, name), (refused.Refusal, refused.File));
        string? edited = Run("two", keepEdited: true);
        Assert.Equal(Target + ".edited-1", edited);
        Assert.Equal("my own words", File.ReadAllText(Path.Combine(edited!, name)));
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Start_FolderWithAFileBeyondTwoGigabytes_IsCompared()
    {
        Run("one");
        using (var file = File.OpenWrite(Path.Combine(Target, "a.txt")))
            file.SetLength(Array.MaxLength + 1L); // takes no room on the disk
        var refused = Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false));
        Assert.Equal((OutputRefusal.WasEdited, "a.txt"), (refused.Refusal, refused.File));
    }

    [Fact]
    public void Start_FileOfThatName_IsRefused()
    {
        File.WriteAllText(Target, "x");
        Assert.Equal(OutputRefusal.IsFile, Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false)).Refusal);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheOldResults()
    {
        Run("one");
        using (var folder = OutputFolder.Start(Target, keepEdited: false))
            folder.Write("a.txt", stream => stream.Write("half"u8));
        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Fact]
    public void Start_AfterACrashBetweenTheMoves_RestoresTheOldResults()
    {
        Run("one");
        Directory.Move(Target, Target + ".old");
        using (OutputFolder.Start(Target, keepEdited: false))
            Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Start_AfterACrashWhileWriting_TidiesUp()
    {
        MakeStaging(Target, Dead);
        Run("one");
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Theory]
    [InlineData("out", "out.new-20240", false)] // somebody's own, whatever it is called
    [InlineData("a*", "ab.new-7", true)] // a name is no pattern
    [InlineData("out", "out.new-7-x", true)]
    public void Start_BesideAFolderOfSomebodyElse_LeavesItAlone(string target, string other, bool isMarked)
    {
        string path = Path.Combine(_parent.Path, other);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "thesis.docx"), "work");
        if (isMarked)
            Dead.WriteTo(path);
        Run("one", target: Path.Combine(_parent.Path, target));
        Assert.Equal("work", File.ReadAllText(Path.Combine(path, "thesis.docx")));
    }

    [Fact]
    public void Start_BesideAnUnfinishedFolderOfAnotherMachine_LeavesItAlone()
    {
        string path = MakeStaging(Target, Dead with { Machine = "another" });
        Run("one");
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void Start_BesideAnUnfinishedFolderOfARunningProcess_LeavesItAlone()
    {
        using var running = OutputFolder.Start(Target, keepEdited: false);
        Run("one");
        Assert.True(Directory.Exists(running.StagingFolder));
    }

    [Fact]
    public void Commit_WithAFileEditedMeanwhile_KeepsAndNamesIt()
    {
        Run("one");
        using var folder = OutputFolder.Start(Target, keepEdited: false);
        folder.Write("a.txt", stream => stream.Write("two"u8));
        File.WriteAllText(Path.Combine(Target, "sub/b.txt"), "my own words");
        Assert.True(Commit(folder));
        Assert.Equal((Target + ".edited-1", "sub/b.txt"), (folder.EditedFolder, folder.EditedFile));
        Assert.Equal("my own words", File.ReadAllText(Path.Combine(Target + ".edited-1", "sub/b.txt")));
        Assert.Equal("one", File.ReadAllText(Path.Combine(Target + ".edited-1", "a.txt")));
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Commit_OverAFolderThatSomebodyMadeMeanwhile_KeepsIt()
    {
        using var folder = OutputFolder.Start(Target, keepEdited: false);
        folder.Write("a.txt", stream => stream.Write("two"u8));
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.docx"), "work");
        Assert.True(Commit(folder));
        Assert.Equal("work", File.ReadAllText(Path.Combine(folder.EditedFolder!, "thesis.docx")));
    }

    [Fact]
    public void Commit_OfARevision_OfResultsThatWereReplacedMeanwhile_LeavesThem()
    {
        Run("one");
        using var folder = OutputFolder.Start(Target, keepEdited: false, isRevision: true);
        folder.Write("a.txt", stream => stream.Write("revised"u8));
        Run("two");
        Assert.False(Commit(folder));
        Assert.True(folder.WasReplaced);
        Assert.Equal(("two", "revised"), (File.ReadAllText(Path.Combine(Target, "a.txt")), File.ReadAllText(Path.Combine(folder.StagingFolder, "a.txt"))));
    }

    [Fact]
    public void Start_LinkToAFolder_WritesWhereItPoints()
    {
        string real = Path.Combine(_parent.Path, "real");
        Run("one", target: real);
        Directory.CreateSymbolicLink(Target, real);
        Run("two");
        Assert.NotNull(new DirectoryInfo(Target).LinkTarget);
        Assert.Equal("two", File.ReadAllText(Path.Combine(real, "a.txt")));
        Assert.Equal([Target, real], Directory.EnumerateFileSystemEntries(_parent.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Start_LinkToNothing_IsRefused()
    {
        Directory.CreateSymbolicLink(Target, Path.Combine(_parent.Path, "gone"));
        Assert.Equal(OutputRefusal.BrokenLink, Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false)).Refusal);
    }

    [Fact]
    public void LinkWithinAResultFolder_IsSomebodysWork_AndIsNotFollowed()
    {
        string own = Path.Combine(_parent.Path, "own");
        Directory.CreateDirectory(own);
        File.WriteAllText(Path.Combine(own, "work.txt"), "work");
        Run("one");
        Directory.CreateSymbolicLink(Path.Combine(Target, "link"), own);
        Assert.Equal("link", Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false)).File);
        Run("two", keepEdited: true);
        Assert.Equal("work", File.ReadAllText(Path.Combine(own, "work.txt")));
    }

    [Theory]
    [InlineData("manifest", "one")]
    [InlineData("mark", "one")]
    [InlineData("aside", "one")]
    [InlineData("swap", "one")]
    [InlineData("remove", "two")]
    [InlineData("unmark", "two")]
    public void RunThatEndsAtAnyStepOfTheSwap_LeavesWholeResults_AndNothingElse(string step, string text)
    {
        Run("one");
        var folder = OutputFolder.Start(Target, keepEdited: false, isRevision: false, at =>
        {
            if (at == step)
                throw new InvalidOperationException(step);
        });
        folder.Write("a.txt", stream => stream.Write("two"u8));
        folder.Write("sub/b.txt", stream => stream.Write("b"u8));
        Assert.Throws<InvalidOperationException>(() => Commit(folder));
        if (Directory.Exists(folder.StagingFolder))
            Dead.WriteTo(folder.StagingFolder); // its process is gone
        OutputFolder.Restore(Target);
        Assert.Equal(text, File.ReadAllText(Path.Combine(Target, "a.txt")));
        OutputFolder.Start(Target, keepEdited: false).Dispose();
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
        Assert.Equal(["a.txt", "run.json", "sub"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Run("three");
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Theory]
    [InlineData(".old")]
    [InlineData(".old-1")]
    public void HalfRemovedFolder_IsRemoved_ButForWhatIsNotOurs(string suffix)
    {
        Run("one", target: Target + suffix);
        File.Delete(Path.Combine(Target + suffix, "a.txt"));
        Dead.WriteTo(Target + suffix);
        Run("two");
        Assert.False(Directory.Exists(Target + suffix));
        Directory.CreateDirectory(Target + suffix);
        File.WriteAllText(Path.Combine(Target + suffix, "mine.txt"), "mine");
        Dead.WriteTo(Target + suffix);
        Run("three");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target + suffix, "mine.txt")));
    }

    [Fact]
    public void RunCutOffWhileItWroteItsMark_IsTidiedUp()
    {
        Run("one");
        File.WriteAllText(Path.Combine(Target, FolderMark.FileName), "");
        Directory.CreateDirectory(Target + ".new-7");
        string mark = Path.Combine(Target + ".new-7", FolderMark.FileName);
        File.WriteAllText(mark, "");
        File.SetLastWriteTimeUtc(mark, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        OutputFolder.Start(Target, keepEdited: false).Dispose();
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
        Assert.False(File.Exists(Path.Combine(Target, FolderMark.FileName)));
    }

    [Theory]
    [InlineData("../own.txt")]
    [InlineData("sub/../../own.txt")]
    [InlineData("/own.txt")]
    public void ManifestThatNamesFilesOutsideItsFolder_IsNoManifest(string name)
    {
        string own = Path.Combine(_parent.Path, "own.txt");
        File.WriteAllText(own, "work");
        Run("one");
        string manifest = Path.Combine(Target, RunManifest.FileName);
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("work"u8));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"outputs\": {", $"\"outputs\": {{ \"{name}\": \"{hash}\",", StringComparison.Ordinal));
        Assert.Equal(OutputRefusal.WasEdited, Assert.Throws<OutputRefusedException>(() => OutputFolder.Start(Target, keepEdited: false)).Refusal);
        Run("two", keepEdited: true);
        Assert.Equal("work", File.ReadAllText(own));
    }

    [Fact]
    public void CopyCalledOld_OutlivesTheRunsThatFollow()
    {
        Run("last year");
        Directory.Move(Target, Target + ".old"); // by hand
        Run("two");
        Run("three");
        Assert.Equal(("last year", "three"), (File.ReadAllText(Path.Combine(Target + ".old", "a.txt")), File.ReadAllText(Path.Combine(Target, "a.txt"))));
    }

    [Fact]
    public void Commit_BesideAForeignOldFolder_LeavesItAlone()
    {
        Run("one");
        Directory.CreateDirectory(Target + ".old");
        File.WriteAllText(Path.Combine(Target + ".old", "mine.txt"), "mine");
        Run("two");
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target + ".old", "mine.txt")));
    }

    /// <summary>The mark of a process that is gone.</summary>
    private static FolderMark Dead => new(Environment.MachineName, 999_999_999, 1);

    private static string MakeStaging(string target, FolderMark mark)
    {
        string path = target + ".new-999999999";
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "a.txt"), "half");
        mark.WriteTo(path);
        return path;
    }

    private string? Run(string text, bool keepEdited = false, string? target = null)
    {
        using var folder = OutputFolder.Start(target ?? Target, keepEdited);
        folder.Write("a.txt", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        folder.Write("sub/b.txt", stream => stream.Write("b"u8));
        Assert.True(Commit(folder));
        return folder.EditedFolder;
    }

    private static bool Commit(OutputFolder folder) => folder.Commit(new RunManifest
    {
        Program = "test",
        RuleSet = "r",
        RuleSetVersion = "1",
        Options = ImmutableSortedDictionary<string, string>.Empty,
        Inputs = [],
        Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
    });
}
