using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>How a run is sent to a cluster.</summary>
public sealed record SlurmOrder
{
    /// <summary>How the program is started on a node: its path, or that of its host with the program behind it.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>What the cluster is asked for; default: its own defaults.</summary>
    public SlurmProfile Profile { get; init; } = SlurmProfile.Plain;

    /// <summary>Waits until every shard is there, and sends again what does not come; default true.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>Calls programs of the cluster; default: those of this machine.</summary>
    public ProgramCall Call { get; init; } = ProgramAnswer.OfAsync;

    /// <summary>Clock; default: that of the system.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
