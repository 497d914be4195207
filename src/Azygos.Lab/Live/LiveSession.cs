using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Azygos.Body.Live;
using Azygos.Lab.Replies;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab.Live;

/// <summary>One body that beats, on one thread of its own, for everybody who looks at it.</summary>
/// <remarks>A frame is written once and handed to all. A viewer has room for two: one who reads too slowly misses frames and
/// delays nobody. Controls are heard at the body's next sample, within a hundredth of a second of its time.</remarks>
internal sealed class LiveSession(LabRoom room, string id, LiveBody body, LiveStart start, double pace)
    : IDisposable
{
    public const string Running = "running", Paused = "paused", Stopped = "stopped", Closed = "closed";

    /// <summary>Time of the wall between frames [s]; chosen, 20 frames a second.</summary>
    private const double FrameInterval = 0.05;

    /// <summary>Longest stretch of a body between frames [s], at the fastest pace; chosen.</summary>
    private const double LongestStretch = 0.2;

    /// <summary>Part of the past in the shown speed; chosen, about a second.</summary>
    private const double Smoothing = 0.95;

    private readonly Lock changing = new();
    private readonly List<Viewer> viewers = [];
    private readonly SemaphoreSlim awake = new(0, 1);
    private readonly CancellationTokenSource ending = new();
    private readonly Dictionary<string, double> asked = [];
    private string status = Running;
    private double pace = pace;
    private double speed = pace;
    private bool resets;
    private long number, lastSeen;
    private Task loop = Task.CompletedTask;

    public string Id => id;

    public LiveStart Start => start;

    public LiveBody Body => body;

    public string Status { get { lock (changing) return status; } }

    public double Pace { get { lock (changing) return pace; } }

    public int Viewers { get { lock (changing) return viewers.Count; } }

    /// <summary>Time since somebody looked or turned something.</summary>
    public TimeSpan Idle => Viewers > 0 ? TimeSpan.Zero : room.Options.Clock.GetElapsedTime(Volatile.Read(ref lastSeen));

    /// <summary>Values that controls were set to; others are as they were at the start.</summary>
    public IReadOnlyDictionary<string, double> Asked { get { lock (changing) return new Dictionary<string, double>(asked); } }

    public void Begin()
    {
        Seen();
        loop = Task.Factory.StartNew(
            Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Turns controls; all of them or, with faults, none.</summary>
    public void Set(IReadOnlyCollection<KeyValuePair<string, double>> moved)
    {
        lock (changing)
        {
            if (status is Stopped or Closed) throw RefusedException.Conflict($"The session is {status}; reset it, or open another.");
            body.Set(moved);
            foreach ((string control, double value) in moved) asked[control] = value;
        }
        Wake();
    }

    public void SetPace(double value)
    {
        lock (changing) pace = value;
        Wake();
    }

    public void Pause() => Change(Running, Paused);

    public void Resume() => Change(Paused, Running);

    /// <summary>Back to the start, every control where it was.</summary>
    public void Reset()
    {
        lock (changing)
        {
            if (status == Closed) throw RefusedException.Conflict("The session is closed.");
            resets = true;
            asked.Clear();
        }
        Tell(Running);
        Wake();
    }

    /// <summary>Ends the session; viewers are told.</summary>
    public async Task CloseAsync()
    {
        await ending.CancelAsync();
        Wake();
        await loop;
        Tell(Closed);
        lock (changing)
        {
            foreach (Viewer viewer in viewers) viewer.Channel.Writer.TryComplete();
            viewers.Clear();
        }
    }

    public void Dispose()
    {
        ending.Dispose();
        awake.Dispose();
    }

    /// <summary>Joins; the reader gives whole events.</summary>
    public Viewer Join(IReadOnlyList<string> sites)
    {
        Viewer viewer = new(new SiteChoice(body, sites));
        lock (changing)
        {
            viewer.Channel.Writer.TryWrite(StatusEvent(status));
            if (status == Closed) viewer.Channel.Writer.TryComplete();
            else viewers.Add(viewer);
        }
        Seen();
        if (body.Stopped is { } stop) viewer.Channel.Writer.TryWrite(StopEvent(stop));
        Wake();
        return viewer;
    }

    public void Leave(Viewer viewer)
    {
        lock (changing) viewers.Remove(viewer);
        Seen();
    }

    private void Seen() => Volatile.Write(ref lastSeen, room.Options.Clock.GetTimestamp());

    private void Loop()
    {
        try
        {
            long due = Stopwatch.GetTimestamp();
            while (!ending.IsCancellationRequested)
            {
                if (Rests())
                {
                    awake.Wait(TimeSpan.FromSeconds(1));
                    due = Stopwatch.GetTimestamp();
                    continue;
                }
                double now = Pace;
                double stretch = now == 0 ? LongestStretch : Math.Min(LongestStretch, now * FrameInterval);
                long began = Stopwatch.GetTimestamp();
                LiveFrame? frame = body.Advance(stretch, ending.Token);
                if (frame is not null) Show(frame);
                if (body.Stopped is { } stop)
                {
                    Tell(Stopped);
                    Send(StopEvent(stop));
                    room.Log.LogInformation("Live {Id} stopped: {Reason}", id, stop.Reason);
                }
                double wall = now == 0 ? 0 : stretch / now;
                due = Math.Max(due + (long)(wall * Stopwatch.Frequency), Stopwatch.GetTimestamp() - Stopwatch.Frequency / 4);
                TimeSpan left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (left > TimeSpan.Zero) ending.Token.WaitHandle.WaitOne(left);
                speed = Smoothing * speed + (1 - Smoothing) * stretch / Stopwatch.GetElapsedTime(began).TotalSeconds;
            }
        }
        catch (OperationCanceledException)
        {
            // Closed in the middle of a stretch.
        }
        catch (Exception fault)
        {
            room.Log.LogError(fault, "Live {Id} failed", id);
            Tell(Stopped);
            Send(StopEvent(new LiveStop($"This is a fault of the program: {fault.GetType().Name}", "", body.Time)));
        }
    }

    // Nobody looks, it is paused or stopped: no core is used.
    private bool Rests()
    {
        lock (changing)
        {
            if (resets)
            {
                resets = false;
                body.Reset();
                status = Running;
            }
            return status != Running || Idle > room.Options.Limits.PauseAfter;
        }
    }

    private void Wake()
    {
        try
        {
            if (awake.CurrentCount == 0) awake.Release();
        }
        catch (Exception fault) when (fault is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else woke it in between, or closed it.
        }
    }

    private void Change(string from, string to)
    {
        lock (changing)
        {
            if (status == to) return;
            if (status != from) throw RefusedException.Conflict($"The session is {status}.");
        }
        Tell(to);
        Wake();
    }

    private void Tell(string now)
    {
        lock (changing) status = now;
        Send(StatusEvent(now));
    }

    private void Show(LiveFrame frame)
    {
        number++;
        FrameWriter writer = new(frame, number, speed);
        lock (changing)
            foreach (Viewer viewer in viewers) viewer.Channel.Writer.TryWrite(writer.Event(viewer.Sites));
    }

    private void Send(byte[] told)
    {
        lock (changing)
            foreach (Viewer viewer in viewers) viewer.Channel.Writer.TryWrite(told);
    }

    private static byte[] StatusEvent(string now) => EventStream.Bytes("status", new JsonObject { ["status"] = now }.ToJsonString());

    private static byte[] StopEvent(LiveStop stop) => EventStream.Bytes("stopped",
        new JsonObject { ["reason"] = stop.Reason, ["place"] = stop.Place, ["t"] = stop.Time }.ToJsonString());
}

/// <summary>Somebody who looks.</summary>
/// <param name="Sites">The sites that are looked at.</param>
internal sealed record Viewer(SiteChoice Sites)
{
    /// <summary>Frames on their way; the oldest gives way.</summary>
    public Channel<byte[]> Channel { get; } = System.Threading.Channels.Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(4) { FullMode = BoundedChannelFullMode.DropOldest });
}

/// <summary>What a session was started from.</summary>
/// <param name="Model">Model.</param>
/// <param name="Detail">Level of detail, in its word.</param>
/// <param name="Name">Case, or empty.</param>
/// <param name="Hypothesis">Label of a hypothesis, or empty.</param>
internal sealed record LiveStart(string Model, string Detail, string Name, string Hypothesis);
