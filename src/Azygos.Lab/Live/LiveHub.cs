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

    private readonly ConcurrentDictionary<string, LiveSession> sessions = new();
    private readonly Lock opening = new();
    private int starting;
    private bool isClosing;
    private Task<LiveBody>? ready;
    private ITimer? rounds;

    public int Count => sessions.Count;

    public IEnumerable<LiveSession> All => sessions.Values.OrderBy(session => session.Id, StringComparer.Ordinal);

    /// <summary>Starts the healthy body ahead, so that the first page has not to wait for it.</summary>
    public void Prepare()
    {
        rounds = room.Options.Clock.CreateTimer(_ => Look(), null, Round, Round);
        if (room.Shelf.ModelFolder(ProgramShelf.DefaultModel) is not null) ready = Task.Run(() => LiveBody.Start(Healthy()));
    }

    public LiveSession Find(string? id) => id is not null && sessions.TryGetValue(id, out LiveSession? session) ? session
        : throw RefusedException.NotFound("There is no such live session; it may have been closed because nobody looked.");

    /// <summary>Opens a session.</summary>
    /// <param name="read">Case, or null.</param>
    /// <param name="model">Model that was asked for, or null.</param>
    /// <param name="detail">Level of detail that was asked for, or null.</param>
    /// <param name="pace">Seconds of the body a second.</param>
    /// <param name="cancellation">Ends the start.</param>
    public async Task<LiveSession> OpenAsync(
        CaseFile? read, string? model, AnatomicalDetail? detail, double pace, CancellationToken cancellation)
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
            LiveBody started = Ready(read, run!) is { } ahead
                ? await ahead
                : await Task.Run(() => LiveBody.Start(
                    run!.Model, new LiveOptions { TiltDegrees = run.Settings.TiltDegrees }, cancellation), cancellation);
            LiveSession session = new(room, Identifiers.New(), started, new LiveStart(
                run!.Model.Id, DetailWords.Of(run.Settings.Detail), run.Settings.Case, RunPlanner.HypothesisOf(read)), pace);
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
        sessions.TryRemove(session.Id, out _);
        await session.CloseAsync();
    }

    /// <summary>Closes all sessions, and takes no new one.</summary>
    public async Task CloseAsync()
    {
        lock (opening) isClosing = true;
        if (rounds is not null) await rounds.DisposeAsync();
        await Task.WhenAll(sessions.Values.Select(CloseAsync));
    }

    private BodyModel Healthy()
    {
        FaultList faults = new();
        BodyModel? model = room.Shelf.BodyOf(null, null, "model", faults);
        faults.ThrowIfAny();
        return model!.At(AnatomicalDetail.Core);
    }

    // The body that was started ahead serves the first session that asks for just that one; the next is started ahead then.
    private Task<LiveBody>? Ready(CaseFile? read, PreparedRun run)
    {
        if (read is not null || run.Model.Id != ProgramShelf.DefaultModel || run.Settings.Detail != AnatomicalDetail.Core) return null;
        return Interlocked.Exchange(ref ready, null);
    }

    private void Look()
    {
        foreach (LiveSession session in sessions.Values.Where(one => one.Idle > room.Options.Limits.CloseAfter))
            _ = CloseAsync(session);
    }
}
