using System.Text.Json.Nodes;
using System.Threading.Channels;
using Azygos.Lab.Replies;

namespace Azygos.Lab.Runs;

/// <summary>A run of the lab while the program knows it: status, progress, and who watches.</summary>
internal sealed class LabRun(string id, RunRequest request, string created, string status, string reason, string hypothesis)
{
    public const string Waiting = "waiting", Running = "running", Finished = "finished", Stopped = "stopped",
        Cancelled = "cancelled", Failed = "failed";

    private readonly Lock telling = new();
    private readonly List<Channel<byte[]>> watchers = [];
    private WorkProgress progress = new(0, "");

    public string Id => id;

    public RunRequest Request => request;

    public string Created => created;

    public string Hypothesis => hypothesis;

    public string Status { get; private set; } = status;

    public string Reason { get; private set; } = reason;

    public WorkProgress Progress
    {
        get
        {
            lock (telling) return progress;
        }
    }

    /// <summary>Ends the run, once it goes on.</summary>
    public CancellationTokenSource Ending { get; } = new();

    /// <summary>What is done; null once it was done, or where an earlier program did it.</summary>
    public RunWork? Work { get; set; }

    public bool IsOver => Status is not (Waiting or Running);

    /// <summary>Tells how far it is.</summary>
    public void Tell(WorkProgress now)
    {
        lock (telling)
        {
            progress = now;
            byte[] told = EventStream.Bytes("progress", now.Json().ToJsonString());
            foreach (Channel<byte[]> watcher in watchers) watcher.Writer.TryWrite(told);
        }
    }

    /// <summary>Tells another status; watchers leave with the last one.</summary>
    public void Tell(string now, string why)
    {
        lock (telling)
        {
            (Status, Reason) = (now, why);
            if (!IsOver)
            {
                byte[] told = EventStream.Bytes("status", new JsonObject { ["status"] = now }.ToJsonString());
                foreach (Channel<byte[]> watcher in watchers) watcher.Writer.TryWrite(told);
                return;
            }
            foreach (Channel<byte[]> watcher in watchers)
            {
                watcher.Writer.TryWrite(Done());
                watcher.Writer.TryComplete();
            }
            watchers.Clear();
        }
    }

    /// <summary>Events from now on, the last one first; a slow reader misses some, never the end.</summary>
    public ChannelReader<byte[]> Watch()
    {
        // Full: the oldest gives way, so the end, told last, is always read.
        Channel<byte[]> watcher = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (telling)
        {
            watcher.Writer.TryWrite(EventStream.Bytes("progress", progress.Json().ToJsonString()));
            if (IsOver)
            {
                watcher.Writer.TryWrite(Done());
                watcher.Writer.TryComplete();
            }
            else watchers.Add(watcher);
        }
        return watcher.Reader;
    }

    /// <summary>A watcher went away.</summary>
    public void Leave(ChannelReader<byte[]> reader)
    {
        lock (telling) watchers.RemoveAll(watcher => watcher.Reader == reader);
    }

    private byte[] Done() => EventStream.Bytes("done",
        new JsonObject { ["status"] = Status, ["reason"] = Reason }.ToJsonString());
}
