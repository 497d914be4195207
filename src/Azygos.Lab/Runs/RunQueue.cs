using System.Collections.Concurrent;
using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Azygos.Lab.Replies;
using Azygos.Lab.Saved;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab.Runs;

/// <summary>Runs wait their turn here; so many go on at once. What was asked is in the catalogue before anybody is told
/// that it waits, so that a lab that was closed or killed goes on with it.</summary>
internal sealed class RunQueue(LabRoom room)
{
    private readonly ConcurrentDictionary<string, LabRun> runs = new();
    private readonly Lock changing = new();
    private readonly List<LabRun> waiting = [];
    private readonly HashSet<LabRun> running = [];
    private readonly List<Task> work = [];
    private bool isClosing;

    public int Running { get { lock (changing) return running.Count; } }

    public int Waiting { get { lock (changing) return waiting.Count; } }

    private string RunsFolder => Path.Combine(room.Options.State, "runs");

    /// <summary>Where a run keeps what it leaves.</summary>
    public RunPlace Place(string id) => new(Path.Combine(RunsFolder, id));

    /// <summary>All runs, the newest first.</summary>
    public IEnumerable<LabRun> All => runs.Values.OrderByDescending(run => run.Created, StringComparer.Ordinal);

    /// <summary>A run by its identifier.</summary>
    public LabRun Find(string? id) => id is not null && runs.TryGetValue(id, out LabRun? run) ? run
        : throw RefusedException.NotFound("There is no such run.");

    /// <summary>Place in the queue, from 1; null once a run is not waiting.</summary>
    public int? PlaceOf(LabRun run)
    {
        lock (changing) return waiting.IndexOf(run) is var at and >= 0 ? at + 1 : null;
    }

    /// <summary>Reads what earlier programs left, and goes on with what had not ended.</summary>
    public void Open()
    {
        foreach (string?[] row in room.Catalogue.Rows(
            "SELECT id, request, created, status, reason, hypothesis FROM runs ORDER BY created, id"))
        {
            LabRun run = new(row[0]!, RunRequest.From(row[1]!), row[2]!, row[3]!, row[4]!, row[5]!);
            runs[run.Id] = run;
            if (run.IsOver) continue;
            try
            {
                run.Work = new RunPlanner(room).Plan(run.Request);
                Keep(run, LabRun.Waiting, "");
                lock (changing) waiting.Add(run);
            }
            catch (InputRefusedException refused)
            {
                Keep(run, LabRun.Failed, refused.Message);
            }
        }
        Next();
    }

    /// <summary>Takes a run that was planned.</summary>
    public LabRun Add(RunRequest request, RunWork planned)
    {
        LabRun run;
        lock (changing)
        {
            if (isClosing) throw RefusedException.Closing();
            if (waiting.Count >= room.Options.Limits.RunsWaiting)
                throw RefusedException.TooMany($"{waiting.Count} runs wait already; try again when one has ended.");
            run = new LabRun(Identifiers.New(), request, room.Now, LabRun.Waiting, "", planned.Hypothesis) { Work = planned };
            room.Catalogue.Change("INSERT INTO runs VALUES ($0, $1, $2, $3, $4, $5, $6, $7)", run.Id, request.Name, request.Kind,
                run.Status, run.Created, request.Json(), "", run.Hypothesis);
            runs[run.Id] = run;
            waiting.Add(run);
        }
        room.Log.LogInformation("Run {Id} waits: {Kind} {Name}", run.Id, request.Kind, request.Name);
        Next();
        return run;
    }

    /// <summary>Ends a run that waits or goes on.</summary>
    public void Cancel(LabRun run)
    {
        lock (changing)
        {
            if (run.IsOver) throw RefusedException.Conflict($"The run is over: {run.Status}.");
            if (waiting.Remove(run)) Keep(run, LabRun.Cancelled, "cancelled before it began");
            else run.Ending.Cancel();
        }
    }

    /// <summary>Forgets a run and what it left.</summary>
    public async Task DeleteAsync(LabRun run)
    {
        if (!run.IsOver)
        {
            Cancel(run);
            // A body hears it at its next beat.
            for (int i = 0; i < 200 && !run.IsOver; i++) await Task.Delay(50);
            if (!run.IsOver) throw RefusedException.Conflict("The run has not ended yet; delete it once it has.");
        }
        room.Catalogue.Change("DELETE FROM runs WHERE id = $0", run.Id);
        runs.TryRemove(run.Id, out _);
        if (Directory.Exists(Place(run.Id).Folder)) Directory.Delete(Place(run.Id).Folder, recursive: true);
    }

    /// <summary>Takes nothing new; waits a while for what goes on. What has not ended then stays in the catalogue as it is,
    /// and starts again with the next lab.</summary>
    public async Task CloseAsync()
    {
        Task[] left;
        lock (changing)
        {
            isClosing = true;
            left = [.. work];
        }
        if (await Task.WhenAny(Task.WhenAll(left), Task.Delay(room.Options.Limits.Grace)) is { } first && left.Length > 0)
        {
            lock (changing)
                foreach (LabRun run in running) run.Ending.Cancel();
            await first;
            await Task.WhenAll(left);
        }
    }

    private void Next()
    {
        lock (changing)
        {
            while (!isClosing && waiting.Count > 0 && running.Count < room.Options.Limits.RunsAtOnce)
            {
                LabRun run = waiting[0];
                waiting.RemoveAt(0);
                running.Add(run);
                work.RemoveAll(task => task.IsCompleted);
                work.Add(Task.Run(() => DoAsync(run)));
            }
        }
    }

    private async Task DoAsync(LabRun run)
    {
        Keep(run, LabRun.Running, "");
        (string status, string reason) = await EndingOfAsync(run);
        run.Work = null;
        // Cancelled by the closing lab: the catalogue goes on saying that it runs, so that the next lab starts it again.
        bool isLeft;
        lock (changing)
        {
            running.Remove(run);
            isLeft = isClosing && status == LabRun.Cancelled;
        }
        if (isLeft) run.Tell(LabRun.Cancelled, "the lab was closed; the run starts again with the next one");
        else Keep(run, status, reason);
        room.Log.LogInformation("Run {Id} is over: {Status} {Reason}", run.Id, status, reason);
        Next();
    }

    private async Task<(string Status, string Reason)> EndingOfAsync(LabRun run)
    {
        try
        {
            WorkEnding ending = await run.Work!.RunAsync(Place(run.Id), new Told(run), run.Ending.Token);
            return (ending.Finished ? LabRun.Finished : LabRun.Stopped, ending.Reason);
        }
        catch (OperationCanceledException)
        {
            return (LabRun.Cancelled, "cancelled");
        }
        catch (Exception refused) when (refused is InputRefusedException or NonFiniteResultException)
        {
            return (LabRun.Failed, refused.Message);
        }
        catch (Exception fault)
        {
            room.Log.LogError(fault, "Run {Id} failed", run.Id);
            return (LabRun.Failed, $"This is a fault of the program: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private void Keep(LabRun run, string status, string reason)
    {
        room.Catalogue.Change("UPDATE runs SET status = $1, reason = $2 WHERE id = $0", run.Id, status, reason);
        run.Tell(status, reason);
    }

    private sealed class Told(LabRun run) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => run.Tell(value);
    }
}
