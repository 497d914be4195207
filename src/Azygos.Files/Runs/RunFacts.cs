using Azygos.Files.Harms;

namespace Azygos.Files.Runs;

/// <summary>What the program knows about a run beside its result.</summary>
/// <param name="WallSeconds">Wall time that the run took [s].</param>
/// <param name="Version">Version of the program.</param>
public sealed record RunFacts(double WallSeconds, string Version)
{
    /// <summary>Harms and trials of the body's procedures; null: it had none.</summary>
    public HarmAccount? Harms { get; init; }
}
