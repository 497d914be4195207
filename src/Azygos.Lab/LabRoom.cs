using System.Globalization;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Shelves;
using Azygos.Lab.Live;
using Azygos.Lab.News;
using Azygos.Lab.Replies;
using Azygos.Lab.Runs;
using Azygos.Lab.Safety;
using Azygos.Lab.Saved;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Azygos.Lab;

/// <summary>What the requests of one lab share.</summary>
internal sealed class LabRoom : IDisposable
{
    private readonly Lazy<EvidenceFolder> evidence;
    private readonly Lazy<EvidenceSynthesis> synthesis;
    private int streams;

    public LabRoom(LabOptions options)
    {
        Options = options;
        Shelf = new ProgramShelf(options.Home);
        evidence = new Lazy<EvidenceFolder>(Shelf.Evidence);
        synthesis = new Lazy<EvidenceSynthesis>(() => EvidenceSynthesis.Of(Evidence.Base));
        Catalogue = new Catalogue(options.State);
        Antiforgery = new Antiforgery(options);
        Queue = new RunQueue(this);
        Live = new LiveHub(this);
        Digest = new Digest(this);
    }

    public LabOptions Options { get; }

    public ProgramShelf Shelf { get; }

    public Catalogue Catalogue { get; }

    public Antiforgery Antiforgery { get; }

    public RunQueue Queue { get; }

    public LiveHub Live { get; }

    public Digest Digest { get; }

    public ILogger Log { get; set; } = NullLogger.Instance;

    /// <summary>The evidence base, read once.</summary>
    public EvidenceFolder Evidence => evidence.Value;

    /// <summary>Everything that is computed from it, once: permutations take seconds.</summary>
    public EvidenceSynthesis Synthesis => synthesis.Value;

    /// <summary>Cancelled when the lab closes: streams end.</summary>
    public CancellationTokenSource Closing { get; } = new();

    public int Streams => Volatile.Read(ref streams);

    /// <summary>The time, for catalogue and replies.</summary>
    public string Now => Options.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public void Start()
    {
        Queue.Open();
        Task body = Live.Prepare();
        if (!Options.PreparesAhead) return;
        // Behind the body, ahead of whoever asks, and out of the way of everybody who does something.
        Thread evidenceAhead = new(() =>
        {
            body.Wait();
            _ = Synthesis;
        })
        { IsBackground = true, Priority = ThreadPriority.Lowest };
        evidenceAhead.Start();
    }

    public async Task CloseAsync()
    {
        if (Closing.IsCancellationRequested) return;
        Task runs = Queue.CloseAsync();
        await Live.CloseAsync();
        await runs;
        await Closing.CancelAsync();
    }

    /// <summary>One more event stream, or a refusal.</summary>
    public IDisposable OpenStream()
    {
        if (Interlocked.Increment(ref streams) <= Options.Limits.Viewers) return new Leaving(this);
        Interlocked.Decrement(ref streams);
        throw RefusedException.TooMany($"{Options.Limits.Viewers} event streams are open already; close one, or wait.");
    }

    public void Dispose()
    {
        Closing.Dispose();
        Catalogue.Dispose();
    }

    private sealed class Leaving(LabRoom room) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) Interlocked.Decrement(ref room.streams);
        }
    }
}
