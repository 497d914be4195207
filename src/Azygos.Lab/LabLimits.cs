namespace Azygos.Lab;

/// <summary>How much the lab takes at once; what is above is refused with 413 or 429.</summary>
/// <remarks>Chosen for one machine of a ward or a class: tens of people who watch, a few who run.</remarks>
public sealed record LabLimits
{
    /// <summary>Largest body of a request [bytes].</summary>
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>Longest text of a case, study or operator [bytes].</summary>
    public int CaseBytes { get; init; } = 64 * 1024;

    /// <summary>Runs that go on at once; each takes a core.</summary>
    public int RunsAtOnce { get; init; } = 1;

    /// <summary>Runs that wait.</summary>
    public int RunsWaiting { get; init; } = 32;

    /// <summary>Live sessions.</summary>
    public int LiveSessions { get; init; } = 16;

    /// <summary>Event streams that are open.</summary>
    public int Viewers { get; init; } = 256;

    /// <summary>Sites that one stream or question may name.</summary>
    public int Sites { get; init; } = 24;

    /// <summary>Requests of one address a second, in the long run.</summary>
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>Requests of one address at once, before the rate counts.</summary>
    public int RequestBurst { get; init; } = 600;

    /// <summary>Runs, studies and live sessions that one address may start a minute.</summary>
    public int StartsPerMinute { get; init; } = 60;

    /// <summary>Sign-ups to the digest by one address an hour.</summary>
    public int SignUpsPerHour { get; init; } = 5;

    /// <summary>Entries of the catalogue, links and subscribers, each.</summary>
    public int SavedEntries { get; init; } = 10_000;

    /// <summary>Connections that are open.</summary>
    public int Connections { get; init; } = 1_024;

    /// <summary>Time that runs have to end when the lab is closed; what has not ended starts again with the next
    /// lab.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>A live session that nobody looks at pauses after this.</summary>
    public TimeSpan PauseAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A live session that nobody looks at is closed after this.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromMinutes(10);
}
