using System.Security.Cryptography;

namespace DanVan.Scoring.Files.Writing;

/// <summary>
/// Lets one process of the machine at a time tidy up beside a folder, or put another in its place. To be left by the thread
/// that entered.
/// </summary>
internal sealed class FolderGate : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Mutex? _mutex;

    private FolderGate(Mutex? mutex) => _mutex = mutex;

    /// <summary>Waits until no other process is at it. Where processes cannot wait for each other, nobody waits.</summary>
    /// <param name="folder">Full path of the folder.</param>
    public static FolderGate Enter(string folder)
    {
        Mutex? mutex = null;
        try
        {
            mutex = new Mutex(false, @"Global\danvan-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..32]);
            if (mutex.WaitOne(Longest))
                return new FolderGate(mutex);
        }
        catch (AbandonedMutexException)
        {
            return new FolderGate(mutex); // the process that held it was killed
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException
            or NotSupportedException)
        {
            // A system that has no such thing, or a temporary folder that cannot be written to.
        }
        mutex?.Dispose();
        return new FolderGate(null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mutex?.ReleaseMutex();
        _mutex?.Dispose();
    }
}
