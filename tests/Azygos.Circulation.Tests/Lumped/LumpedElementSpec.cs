using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Lumped;

/// <summary>One impossible description: how it is made, and what the refusal must say.</summary>
/// <param name="Build">Sets the value; must throw.</param>
/// <param name="Says">Name, symbol, value, unit and range as the message must show them.</param>
public sealed record Impossible(Func<object> Build, params string[] Says);

/// <summary>What every lumped element must obey; a new one inherits all of it.</summary>
/// <remarks>
/// The element stands in a network of three unknown nodes (first, second, outside) with a small volume each, and is
/// evaluated there: so its laws and their places in the Jacobian are checked together.
/// </remarks>
public abstract class LumpedElementSpec<TElement>
    where TElement : ILumpedElement
{
    private const double SmallCompliance = 1e-10;   // m³/Pa: so that every node has content

    /// <summary>The element between two nodes, with what is outside; it may add nodes of its own.</summary>
    protected abstract TElement Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside);

    /// <summary>Descriptions that must be refused.</summary>
    protected abstract IReadOnlyList<Impossible> ImpossibleValues { get; }

    /// <summary>False: it moves fluid at equal pressures (a prescribed flow).</summary>
    protected virtual bool RestsAtEqualPressures => true;

    /// <summary>True: it holds fluid.</summary>
    protected virtual bool HoldsFluid => false;

    /// <summary>Pressures first, second, outside [Pa], away from the kinks of one-way laws.</summary>
    protected virtual IReadOnlyList<(double First, double Second, double Outside)> Points =>
        [(1000, 400, 0), (400, 1000, 10), (-500, -700, -100), (300, 280, 1200), (900, -300, 150)];

    [Fact]
    public void Slopes_are_those_of_differences()
    {
        foreach (((double, double, double) point, int sign) in Points.SelectMany(p => new[] { (p, 1), (p, -1) }))
        {
            (LumpedSystem system, Evaluation evaluation) = At(point, sign);
            int n = system.Unknowns.Length;
            for (int i = 0; i < n; i++)
                evaluation.RowWeight[i] = system.HasContent[i] ? 1e-2 : 1;
            system.EvaluateWithSlopes(evaluation);
            double[] jacobian = [.. evaluation.Jacobian];
            for (int row = 0; row < n; row++)
            {
                double largest = Enumerable.Range(0, n).Max(
                    c => Math.Abs(Entry(row, c)) * Scale(system.Unknowns[c].Kind));
                for (int column = 0; column < n; column++)
                {
                    double scale = Scale(system.Unknowns[column].Kind), h = 1e-4 * scale;
                    double slope = (Value(row, column, h) - Value(row, column, -h)) / (2 * h);
                    // Differences over 1e-4 of the scale: their own error is 1e-8 of a third derivative of order 1 to
                    // 10.
                    Assert.True(
                        Math.Abs(slope - Entry(row, column)) * scale <= 2e-6 * largest,
                        $"{typeof(TElement).Name} at {point}: d({system.Unknowns[row]})/d({system.Unknowns[column]}) "
                            + $"is {slope:R}, not {Entry(row, column):R}");
                }
            }

            double Entry(int r, int c) => system.Matrix.TryPositionOf(r, c, out int at) ? jacobian[at] : 0;

            double Value(int r, int c, double step)
            {
                double kept = evaluation.Value[c];
                evaluation.Value[c] += step;
                system.Evaluate(evaluation);
                evaluation.Value[c] = kept;
                return (system.HasContent[r] ? evaluation.Content[r] : 0)
                    - evaluation.RowWeight[r] * evaluation.Rate[r];
            }
        }
    }

    [Fact]
    public void Values_and_values_with_slopes_agree()
    {
        foreach ((double, double, double) point in Points)
        {
            (LumpedSystem system, Evaluation evaluation) = At(point, 1);
            system.Evaluate(evaluation);
            double[] content = [.. evaluation.Content], rate = [.. evaluation.Rate];
            system.EvaluateWithSlopes(evaluation);
            Assert.Equal(content, evaluation.Content);
            Assert.Equal(rate, evaluation.Rate);
        }
    }

    [Fact]
    public void What_leaves_one_node_enters_another()
    {
        foreach ((double, double, double) point in Points)
        {
            (LumpedSystem system, Evaluation evaluation) = At(point, 1);
            system.Evaluate(evaluation);
            double sum = 0, size = 0;
            for (int i = 0; i < evaluation.Rate.Length; i++)
            {
                if (i < system.Unknowns.Length && system.Unknowns[i].Kind != UnknownKind.Pressure) continue;
                sum += evaluation.Rate[i];
                size += Math.Abs(evaluation.Rate[i]);
            }

            Assert.True(
                Math.Abs(sum) <= 1e-15 * size,
                $"{sum} of {size}");   // a few flows, each added once and taken away once
        }
    }

    [Fact]
    public void Nothing_flows_at_rest()
    {
        (LumpedSystem system, Evaluation evaluation) = At((500, 500, 500), 0);
        system.Evaluate(evaluation);
        for (int i = 0; i < system.Unknowns.Length; i++)
        {
            if (system.Unknowns[i].Kind is UnknownKind.Signal) continue;   // a signal is not at its set point at rest
            if (RestsAtEqualPressures) Assert.Equal(0, evaluation.Rate[i]);
        }
    }

    [Fact]
    public void Volume_rises_with_the_pressure_inside()
    {
        bool holds = false;
        foreach ((double, double, double) point in Points)
        {
            (LumpedSystem system, Evaluation evaluation) = At(point, 1);
            for (int i = 0; i < system.Unknowns.Length; i++)
            {
                if (system.Unknowns[i].Kind != UnknownKind.Pressure) continue;
                double before = Content(system, evaluation, i, 0), after = Content(system, evaluation, i, 1);
                double own = system.Unknowns[i].Name is "first" or "second" or "outside" ? SmallCompliance : 0;
                Assert.True(
                    after - before >= own * (1 - 1e-6),
                    $"{system.Unknowns[i].Name} at {point}: {after - before} m³ for 1 Pa");
                holds |= after - before > 1.01 * own;
            }
        }

        Assert.Equal(HoldsFluid, holds);
    }

    [Fact]
    public void Impossible_values_are_refused_with_name_symbol_value_unit_and_range()
    {
        Assert.NotEmpty(ImpossibleValues);
        foreach (Impossible impossible in ImpossibleValues)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => impossible.Build());
            foreach (string word in impossible.Says)
                Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>The element between prescribed pressures [Pa], marched to its steady state.</summary>
    protected SteadyFlow Steady(double first, double second, double outside = 0)
    {
        var network = new LumpedNetwork();
        network.Add(Make(
            network, network.AddPressureNode("first", new ConstantWaveform(first)),
            network.AddPressureNode("second", new ConstantWaveform(second)),
            network.AddPressureNode("outside", new ConstantWaveform(outside))));
        SteadyFlow steady = SteadyFlow.Solve(network, TestContext.Current.CancellationToken);
        Assert.Null(steady.Failure);
        return steady;
    }

    /// <summary>Steady flow of the element (its id is "e") [m³/s].</summary>
    protected double SteadyFlowOf(double first, double second, double outside = 0) =>
        Steady(first, second, outside).Quantity("e", "flow");

    /// <summary>Volume of the element at a pressure inside and one outside [m³].</summary>
    protected double VolumeAt(double inside, double outside = 0) =>
        Steady(inside, inside, outside).Quantity("e", "volume");

    /// <summary>Equal to a share of the expected size.</summary>
    protected static void Near(double expected, double actual, double relative) => Assert.True(
        Math.Abs(actual - expected) <= relative * Math.Abs(expected),
        FormattableString.Invariant($"{actual:R}, not {expected:R}"));

    private static double Content(LumpedSystem system, Evaluation evaluation, int row, double step)
    {
        double kept = evaluation.Value[row];
        evaluation.Value[row] += step;
        system.Evaluate(evaluation);
        evaluation.Value[row] = kept;
        return evaluation.Content[row];
    }

    private static double Scale(UnknownKind kind) => kind switch
    {
        UnknownKind.Pressure or UnknownKind.Elastic => 100,
        UnknownKind.Flow => 1e-5,
        _ => 0.1,
    };

    // Flows and signals get the sign's side of zero; 0: rest.
    private (LumpedSystem System, Evaluation Evaluation) At(
        (double First, double Second, double Outside) point, int sign)
    {
        var network = new LumpedNetwork();
        NodeId first = network.AddNode("first"), second = network.AddNode("second"),
            outside = network.AddNode("outside");
        foreach (NodeId node in new[] { first, second, outside })
            network.Add(new ElasticVolume
            {
                Id = "small " + network.NameOf(node),
                Inside = node,
                Outside = network.Ground,
                Value = Compliance.FromCubicMetresPerPascal(SmallCompliance),
            });
        network.Add(Make(network, first, second, outside));
        var system = new LumpedSystem(network);
        Evaluation evaluation = system.NewEvaluation();
        system.SetTime(evaluation, 0.3, beforeJump: false);
        for (int i = 0; i < system.Unknowns.Length; i++)
        {
            UnknownInfo unknown = system.Unknowns[i];
            evaluation.Value[i] = unknown switch
            {
                { Kind: UnknownKind.Flow } => sign * 1.3e-5,
                { Kind: UnknownKind.Opening } => 0.4,
                { Kind: UnknownKind.Signal } => sign * 0.3,
                { Kind: UnknownKind.Elastic } =>
                    (sign == 0 ? 1 : 0.9) * (0.6 * point.First + 0.4 * point.Second),   // still yielding
                { Name: "first" } => point.First,
                { Name: "second" } => point.Second,
                { Name: "outside" } => point.Outside,
                _ => 0.6 * point.First + 0.4 * point.Second,   // a node of the element's own, between its ends
            };
        }

        return (system, evaluation);
    }
}
