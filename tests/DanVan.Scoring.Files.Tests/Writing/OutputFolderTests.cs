using System.Collections.Immutable;
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
        Directory.CreateDirectory(Target + ".new-999999999");
        Run("one");
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_parent.Path));
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

    private string? Run(string text, bool keepEdited = false)
    {
        using var folder = OutputFolder.Start(Target, keepEdited);
        folder.Write("a.txt", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        folder.Write("sub/b.txt", stream => stream.Write("b"u8));
        Assert.True(folder.Commit(new RunManifest
        {
            Program = "test",
            RuleSet = "r",
            RuleSetVersion = "1",
            Options = ImmutableSortedDictionary<string, string>.Empty,
            Inputs = [],
            Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        }));
        return folder.EditedFolder;
    }
}
