namespace Azygos.Circulation.Blocks;

/// <summary>The table that a block model gives out.</summary>
internal sealed class BlockOutput
{
    private readonly BlockPlan plan;
    private readonly List<((string Key, string Column) Name, BlockSeries Series)> series = [];
    private readonly Dictionary<BlockSeries, double> given = [];

    /// <summary>The series that the plan asks for.</summary>
    public BlockOutput(BlockModel model, BlockCircuit circuit)
    {
        plan = model.Plan;
        if (plan.ByVariable)
            foreach ((string name, BlockSeries one) in circuit.Variables) Add((name, "y"), one, circuit.Initial(name));
        else
            foreach (Block block in model.Blocks.Where(block => block is VesselBlock))
            {
                BlockEnds ends = BlockCircuit.EndsOf(model, block.Name);
                Add((block.Name, "flow_in"), circuit.FlowOf(ends.Inlet), circuit.InitialFlow(ends.Inlet));
                Add((block.Name, "flow_out"), circuit.FlowOf(ends.Outlet), circuit.InitialFlow(ends.Outlet));
                Add((block.Name, "pressure_in"), circuit.PressureOf(ends.Inlet), circuit.InitialPressure(ends.Inlet));
                Add((block.Name, "pressure_out"), circuit.PressureOf(ends.Outlet),
                    circuit.InitialPressure(ends.Outlet));
            }
    }

    /// <summary>The value before the first step that the model gives a series, 0 where it gives none.</summary>
    public double Given(BlockSeries one) => given[one];

    private void Add((string, string) name, BlockSeries one, double initial)
    {
        series.Add((name, one));
        given[one] = initial;
    }

    /// <summary>What must be recorded for it.</summary>
    public IEnumerable<BlockSeries.Term> Terms => series.SelectMany(one => one.Series.Terms);

    /// <summary>First point that is given out of a run of so many cycles, from 0.</summary>
    public static int FirstPoint(BlockPlan plan, int cycles) =>
        plan.AllCycles ? 0 : (cycles - 1) * (plan.PointsPerCycle - 1);

    /// <summary>The table.</summary>
    /// <param name="cycles">Cycles that were run.</param>
    /// <param name="value">A series at a point.</param>
    /// <param name="slope">The rate of change of a series at a point.</param>
    public BlockResult Table(
        int cycles, Func<BlockSeries, int, double> value, Func<BlockSeries, int, double> slope)
    {
        int first = FirstPoint(plan, cycles), last = cycles * (plan.PointsPerCycle - 1);
        int[] points = [.. Enumerable.Range(0, (last - first) / plan.OutputInterval + 1)
            .Select(k => first + k * plan.OutputInterval)];
        Dictionary<(string, string), double[]> values = [];
        foreach (((string key, string column), BlockSeries one) in series)
        {
            values[(key, column)] = Reduced([.. points.Select(point => value(one, point))]);
            if (plan.Derivatives)
                values[(key, column == "y" ? "ydot" : $"d_{column}")] =
                    Reduced([.. points.Select(point => slope(one, point))]);
        }
        return new BlockResult
        {
            Times = plan.MeanOnly ? [] : [.. points.Select(point => (point - first) * plan.Step)],
            Values = values,
            Cycles = cycles,
        };
    }

    private double[] Reduced(double[] values) => plan.MeanOnly ? [values.Average()] : values;
}
