using System.Collections.Concurrent;
using Azygos.Body.Anatomy;
using Azygos.Body.Live;
using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Shelves;
using Azygos.Lab.Replies;
using Azygos.Lab.Runs;
using Azygos.Lab.Saved;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab.Live;

/// <summary>The live sessions of the lab; sessions that nobody looks at are closed.</summary>
internal sealed class LiveHub(LabRoom room)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <summary>Bodies that are kept to begin others from; chosen, some tens of megabytes each.</summary>
    private const int MostStarted = 6;

    private static readonly string HealthyKey = Key(ProgramShelf.DefaultModel, AnatomicalDetail.Core, "");

    private readonly ConcurrentDictionary<string, LiveSession> sessions = new();
    private readonly Lock opening = new();
    private int starting;
    private bool isClosing;
    private readonly Dictionary<string, Task<LiveBody>> started = [];
    private ITimer? rounds;

    public int Count => sessions.Count;

    public IEnumerable<LiveSession> All => sessions.Values.OrderBy(session => session.Id, StringComparer.Ordinal);

    /// <summary>Begins to look after sessions, and starts the healthy body ahead, so that the first page has not to wait for
    /// it; ended once that body is ready.</summary>
    public Task Prepare()
    {
        rounds = room.Options.Clock.CreateTimer(_ => Look(), null, Round, Round);
        if (!room.Options.PreparesAhead || room.Shelf.ModelFolder(ProgramShelf.DefaultModel) is null) return Task.CompletedTask;
        FaultList faults = new();
        PreparedRun? run = room.Shelf.BodyOf(null, null, "model", faults) is { } model
            ? PreparedRun.Prepare(model, null, null, [], faults) : null;
        faults.ThrowIfAny();
        return StartedAsync(HealthyKey, run!)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public LiveSession Find(string? id) => id is not null && sessions.TryGetValue(id, out LiveSession? session) ? session
        : throw RefusedException.NotFound("There is no such live session; it may have been closed because nobody looked.");

    /// <summary>Opens a session.</summary>
    /// <param name="read">Case, or null.</param>
    /// <param name="text">Its text, or empty.</param>
    /// <param name="model">Model that was asked for, or null.</param>
    /// <param name="detail">Level of detail that was asked for, or null.</param>
    /// <param name="pace">Seconds of the body a second.</param>
    /// <param name="cancellation">Ends the start.</param>
    public async Task<LiveSession> OpenAsync(
        CaseFile? read, string text, string? model, AnatomicalDetail? detail, double pace, CancellationToken cancellation)
    {
        FaultList faults = new();
        BodyModel? body = room.Shelf.BodyOf(read, model, "model", faults);
        if (read?.Events.Count > 0)
            faults.Add(read.File, null, "timeline", "", "belongs to a run; what happens to a live body is turned by its controls");
        PreparedRun? run = body is null ? null : PreparedRun.Prepare(body, read, null, [], faults, detail);
        faults.ThrowIfAny();
        lock (opening)
        {
            if (isClosing) throw RefusedException.Closing();
            if (sessions.Count + starting >= room.Options.Limits.LiveSessions)
                throw RefusedException.TooMany($"{sessions.Count} live sessions are open; close one, or join one of them.");
            starting++;
        }
        try
        {
            Task<LiveBody> start = StartedAsync(Key(run!.Model.Id, run.Settings.Detail, text), run);
            LiveBody another = (await start.WaitAsync(cancellation)).Another();
            LiveSession session = new(room, Identifiers.New(), another, new LiveStart(
                run.Model.Id, DetailWords.Of(run.Settings.Detail), run.Settings.Case, RunPlanner.HypothesisOf(read)), pace);
            sessions[session.Id] = session;
            session.Begin();
            room.Log.LogInformation("Live {Id} is open: {Model} {Case}", session.Id, run.Model.Id, run.Settings.Case);
            return session;
        }
        finally
        {
            lock (opening) starting--;
        }
    }

    public async Task CloseAsync(LiveSession session)
    {
        if (!sessions.TryRemove(session.Id, out _)) return;
        await session.CloseAsync();
        session.Dispose();
    }

    /// <summary>Closes all sessions, and takes no new one.</summary>
    public async Task CloseAsync()
    {
        lock (opening) isClosing = true;
        if (rounds is not null) await rounds.DisposeAsync();
        await Task.WhenAll(sessions.Values.Select(CloseAsync));
    }

    private static string Key(string model, AnatomicalDetail detail, string text) => $"{model} {detail}\n{text}";

    // Bodies that were started, untouched: each session begins as another one of them.
    private Task<LiveBody> StartedAsync(string key, PreparedRun run)
    {
        lock (opening)
        {
            if (started.TryGetValue(key, out Task<LiveBody>? there) && !there.IsFaulted) return there;
            if (started.Count >= MostStarted) started.Remove(started.Keys.First(one => one != HealthyKey));
            return started[key] = Task.Run(() => LiveBody.Start(
                run.Model, new LiveOptions { TiltDegrees = run.Settings.TiltDegrees }, CancellationToken.None));
        }
    }

    private void Look()
    {
        foreach (LiveSession session in sessions.Values.Where(one => one.Idle > room.Options.Limits.CloseAfter))
            _ = CloseAsync(session);
    }
}
