using Azygos.Circulation.Plausibility;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Verification;

/// <summary>What is likely to make the results of a case with vessels poor.</summary>
internal static class CaseWarnings
{
    /// <summary>Warnings over all runs, each part and number once; none without vessels.</summary>
    public static IReadOnlyList<ModelWarning> Of(VerificationCase @case)
    {
        if (@case.Network.Vessels.Count == 0) return [];
        return
        [
            .. @case.Runs.SelectMany(run =>
            {
                VerificationCase seen = @case.ForRun(run.Id);
                return PoorModel.Warnings(VesselCaseNetwork.Of(seen.Network).Network, Intended(seen.Run(run.Id)));
            }).DistinctBy(warning => (warning.Part, warning.Part == WarnedPart.Run ? "" : warning.Id, warning.Property)),
        ];
    }

    private static IntendedRun Intended(CaseRun run)
    {
        int? cells = run.CellRefinements.Count > 0 ? run.CellRefinements[^1] : run.Cells;
        MeshOptions mesh = new() { Cells = cells };
        if (run.LargestCell is { } largest) mesh = mesh with { LargestCell = largest };
        return run.Until switch
        {
            EndWhenPeriodic end => new IntendedRun(run.Id, mesh, end.Period * end.MaximumPeriods, end.Period),
            EndWhenSteady end => new IntendedRun(run.Id, mesh, end.MaximumTime, null),
            EndAtTime end => new IntendedRun(run.Id, mesh, end.Time, null),
            _ => new IntendedRun(run.Id, mesh, double.PositiveInfinity, null),
        };
    }
}
