using Azygos.Circulation.Blocks;
using Azygos.Testing;
using Azygos.Testing.ClosedForms;

namespace Azygos.Circulation.Tests.Blocks;

/// <summary>Block models against closed forms, and what their plans give out.</summary>
public sealed class BlockSimulationTests
{
    private static readonly (double Time, double Flow)[] Rows = [(0, 0), (0.2, 60), (0.4, 10), (0.8, 0)];

    private static BlockModel Ramps(BlockPlan plan) => new()
    {
        Blocks =
        [
            new FlowBlock
            {
                Name = "in",
                Flow = new BlockValue([.. Rows.Select(row => row.Time)], [.. Rows.Select(row => row.Flow)]),
            },
            new VesselBlock { Name = "vessel", Resistance = 20 },
            new WindkesselBlock
            {
                Name = "end",
                Proximal = new(80),
                Compliance = 3e-4,
                Distal = new(900),
                DistalPressure = new(500),
            },
        ],
        Connections = [new("in", "vessel"), new("vessel", "end")],
        Initial = new Dictionary<string, double> { ["pressure_c:end"] = 4000 },
        Plan = plan,
    };

    private static readonly BlockPlan Plan =
        new() { Period = 0.8, Cycles = 1, PointsPerCycle = 9, SteadyInitial = false, ByVariable = true };

    private static double Exact(double t, int cycles = 1) => new FilledByRamps(
        [
            .. Enumerable.Range(0, cycles).SelectMany(
                k => Rows.Skip(k == 0 ? 0 : 1), (k, row) => (row.Time + 0.8 * k, row.Flow)),
        ])
    { R = 900, C = 3e-4, OutletPressure = 500, InitialPressure = 4000 }.Pressure(t);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static double[] Series(BlockResult result, string key, string column = "y")
    {
        Assert.Empty(result.Stopped);
        return result.Values[(key, column)];
    }

    [Fact]
    public void The_converged_answer_is_that_of_the_equations()
    {
        BlockResult result = BlockSimulation.Run(Ramps(Plan), Cancellation);
        double[] middle = Series(result, "pressure_c:end"), inlet = Series(result, "pressure:in:vessel");
        for (int i = 0; i < 9; i++)
        {
            // Refined until the last halving changed less than 1e-4 of a series; a third of that is left.
            Assert.Equal(Exact(i * 0.1), middle[i], 4e-5 * middle.Max());
            Assert.Equal(middle[i] + 100 * Series(result, "flow:in:vessel")[i], inlet[i], 1e-9 * 4000);
        }
        Assert.InRange(result.Refinement, 1e-12, 1e-4);
    }

    [Fact]
    public void The_step_of_the_model_is_second_order_with_the_generalised_alpha_method() =>
        ObservedOrder.Over(0.05, 4, step =>
        {
            // The method starts without a rate, which costs an order; after eight cycles, 24 time constants, that is
            // forgotten.
            BlockPlan plan = Plan with { PointsPerCycle = 1 + (int)Math.Round(0.8 / step), Cycles = 8 };
            double[] middle =
                Series(BlockSimulation.RunAtItsStep(Ramps(plan), 0.5, Cancellation), "pressure_c:end");
            return Math.Abs(middle[^1] - Exact(6.4, cycles: 8));
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);

    [Fact]
    public void A_plan_gives_out_intervals_means_and_rates()
    {
        BlockResult every = BlockSimulation.Run(Ramps(Plan), Cancellation);
        double[] all = Series(every, "pressure_c:end");
        BlockResult some = BlockSimulation.Run(Ramps(Plan with { OutputInterval = 4 }), Cancellation);
        Assert.Equal([0, 0.4, 0.8], some.Times, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([all[0], all[4], all[8]], Series(some, "pressure_c:end"));
        BlockResult mean = BlockSimulation.Run(Ramps(Plan with { MeanOnly = true }), Cancellation);
        Assert.Equal([all.Average()], Series(mean, "pressure_c:end"), (a, b) => Math.Abs(a - b) < 1e-4 * b);
        BlockResult rates = BlockSimulation.Run(Ramps(Plan with { Derivatives = true }), Cancellation);
        // Between the rows at 0.4 and 0.8 s: C p' = q − (p − p_d)/R.
        double slope = (Series(rates, "flow:vessel:end")[6] - (all[6] - 500) / 900) / 3e-4;
        Assert.Equal(slope, Series(rates, "pressure_c:end", "ydot")[6], 1e-3 * Math.Abs(slope));
    }

    [Fact]
    public void By_vessel_only_the_ends_of_vessels_are_given_out()
    {
        BlockResult result = BlockSimulation.Run(Ramps(Plan with { ByVariable = false, Cycles = 2 }), Cancellation);
        Assert.Equal(
            ["flow_in", "flow_out", "pressure_in", "pressure_out"], result.Values.Keys.Select(key => key.Column));
        Assert.All(result.Values, pair => Assert.Equal(("vessel", 9), (pair.Key.Key, pair.Value.Length)));
    }

    [Fact]
    public void Cycles_are_counted_from_the_time_constant_of_an_RCR()
    {
        // −τ/T ln ε, τ = 900 · 3e-4 s, T = 0.8 s, ε = 1e-4: 3.1
        BlockResult result = BlockSimulation.Run(Ramps(Plan with { Cycles = 2, CycleTolerance = 1e-4 }), Cancellation);
        Assert.Equal(4, result.Cycles);
    }

    [Fact]
    public void Cycles_go_on_until_the_means_repeat()
    {
        BlockModel model = Ramps(Plan with { Cycles = 2, CycleTolerance = 1e-4 });
        Block[] open =
        [
            .. model.Blocks.Take(2),
            new VesselBlock { Name = "slow", Resistance = 1, Compliance = 3e-4 },
            new ResistanceBlock { Name = "end", Resistance = new(4000), Distal = new(500) },
        ];
        BlockResult result = BlockSimulation.Run(
            model with
            {
                Blocks = open,
                Connections = [new("in", "vessel"), new("vessel", "slow"), new("slow", "end")],
                Initial = new Dictionary<string, double>(),
            }, Cancellation);
        // τ = 1.2 s, so e^(−0.8/1.2) = 0.51 a cycle: 1e-4 after about 13.
        Assert.Empty(result.Stopped);
        Assert.InRange(result.Cycles, 10, 16);
    }

    [Fact]
    public void A_loop_of_chambers_keeps_its_blood()
    {
        BlockModel model = Loop(steady: false);
        BlockResult result = BlockSimulation.Run(model, Cancellation);
        double[] left = Series(result, "Vc:left"), right = Series(result, "Vc:right");
        double[] arteries = Series(result, "pressure:out:arteries"), into = Series(result, "flow:out:arteries");
        // 2e-3 is the compliance of the arteries, 30 their resistance before it.
        double[] held = [.. left.Select((v, i) => v + right[i] + 2e-3 * (arteries[i] - 30 * into[i]))];
        Assert.All(held, volume => Assert.Equal(held[0], volume, 1e-8 * held[0]));
        Assert.InRange(left.Max() - left.Min(), 5, 200);     // it beats
    }

    [Fact]
    public void A_beating_model_that_asks_for_a_steady_start_beats_for_31_tenths_first()
    {
        BlockResult given = BlockSimulation.Run(Loop(steady: false), Cancellation);
        BlockResult warm = BlockSimulation.Run(Loop(steady: true), Cancellation);
        Assert.NotEqual(Series(given, "Vc:left")[0], Series(warm, "Vc:left")[0]);
        Assert.Equal(180, Series(given, "Vc:left")[0] + Series(given, "Vc:right")[0], 1e-9);
    }

    private static BlockModel Loop(bool steady) => new()
    {
        Blocks =
        [
            Chamber("left", 1800, 60, 20), new ValveBlock { Name = "out", OpenResistance = 8, ShutResistance = 8e4 },
            new VesselBlock { Name = "arteries", Resistance = 30, Compliance = 2e-3, Inertance = 2 },
            new VesselBlock { Name = "veins", Resistance = 400 },
            Chamber("right", 200, 50, 20),
            new ValveBlock { Name = "in", OpenResistance = 8, ShutResistance = 8e4, Steepness = 0.05 },
        ],
        Connections =
        [
            new("left", "out"), new("out", "arteries"), new("arteries", "veins"), new("veins", "right"),
            new("right", "in"), new("in", "left"),
        ],
        Initial = new Dictionary<string, double> { ["Vc:left"] = 100, ["Vc:right"] = 80 },
        Plan = new BlockPlan
        {
            Period = 0.8,
            Cycles = 2,
            PointsPerCycle = 81,
            SteadyInitial = steady,
            ByVariable = true,
            AllCycles = true,
        },
    };

    private static ChamberBlock Chamber(string name, double largest, double smallest, double rest) => new()
    {
        Name = name,
        LargestElastance = largest,
        SmallestElastance = smallest,
        RelaxedVolume = rest,
        ContractedVolume = rest,
        Activation = new CosineTwitch(0.1, 0.35),
    };
}
