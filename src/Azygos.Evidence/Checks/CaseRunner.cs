using Azygos.Evidence.Checks.Tasks;

namespace Azygos.Evidence.Checks;

/// <summary>Runs cases and says what passed, missed, or is not supported yet.</summary>
/// <source choice="one verdict a case; a refusal is the right answer exactly where an error is expected"/>
public static class CaseRunner
{
    /// <summary>The tasks the engine can compute.</summary>
    public static IReadOnlyList<ICaseTask> Tasks { get; } =
    [
        new EffectSizeTask(),
        new PooledTask(),
        new RegressionTask(),
        new SubgroupTask(),
        new MantelHaenszelTask(),
        new PetoTask(),
        new FunnelRegressionTask(),
        new PetPeeseTask(),
        new RankCorrelationTask(),
        new TrimAndFillTask(),
        new FailSafeTask(),
        new ExcessSignificanceTask(),
        new DeeksTask(),
        new RefitTask("leave1out"),
        new RefitTask("cumulative"),
        new InfluenceTask(),
        new BaujatTask(),
        new AllSubsetsTask(),
        new PermutationTask(),
        new IntervalRulesTask(),
        new CountModelTask(),
        new StudyAccuracyTask(),
        new AccuracyRatioTask(),
        new BivariateTask(),
        new MultilevelTask(),
        new ClusterRobustTask(),
        new BayesTask(),
        new HenmiCopasTask(),
        new SelectionTask(),
        new SequentialTask(),
        new NetworkTask(),
    ];

    /// <summary>Runs one case on its data.</summary>
    public static CaseVerdict Run(EvidenceCase @case, CaseTable table)
    {
        ICaseTask? task = Tasks.FirstOrDefault(t => t.Task == @case.Task);
        if (task is null) return new CaseVerdict(@case, false, 0, [], 0);
        bool refusalExpected = @case.Expected.TryGetProperty("error", out _)
            || @case.Expected.EnumerateObject()
                .All(static p => p.Value.ValueKind == System.Text.Json.JsonValueKind.Null);
        var outcome = Compute(task, @case, table);
        if (!outcome.TryGet(out CaseValues? values))
            return refusalExpected ? new CaseVerdict(@case, true, 1, [], 0)
                : new CaseVerdict(@case, true, 1,
                    [new("", "values", outcome.Refused!.Reason, double.PositiveInfinity)], 0);
        return refusalExpected
            ? new CaseVerdict(@case, true, 1, [new("error", "a refusal", "values", double.PositiveInfinity)], 0)
            : CaseComparison.Compare(@case, values, task.ToleranceOf);
    }

    /// <summary>
    /// Words and values that only a task knows (a treatment that no row has) end in an exception there; the case is
    /// then answered by a refusal that quotes it, so that one file cannot end the run of all others.
    /// </summary>
    private static Outcome<CaseValues> Compute(ICaseTask task, EvidenceCase @case, CaseTable table)
    {
        try
        {
            return task.Run(table, @case.Options);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException
            or KeyNotFoundException or IndexOutOfRangeException)
        {
            return new NoAnswer(Refusal.NotApplicable, $"the task cannot read its options or data: {fault.Message}");
        }
    }
}
