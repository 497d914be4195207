using System.Globalization;
using Azygos.Testing.ClosedForms;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>One reference table of the own cases: where it lies, its columns, the closed form of a row.</summary>
/// <param name="File">Path below the set.</param>
/// <param name="Columns">Names of the columns after the first.</param>
/// <param name="Times">First column of the rows, mostly times [s].</param>
/// <param name="Row">Values of a row.</param>
internal sealed record OwnReference(string File, string[] Columns, double[] Times, Func<double, double[]> Row)
{
    /// <summary>Name of the first column.</summary>
    public string Abscissa { get; init; } = "t_s";

    /// <summary>The table as text, 12 digits.</summary>
    public string Text() => string.Concat(
        Times.Select(t => string.Join(',', new[] { t }.Concat(Row(t)).Select(Printed)) + "\n")
            .Prepend($"{Abscissa},{string.Join(',', Columns)}\n"));

    private static string Printed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}

/// <summary>The reference tables of the project's own cases, with the numbers of each case.</summary>
internal static class OwnReferences
{
    public static IReadOnlyList<OwnReference> All =>
    [
        Periodic(),
        Transient(),
        Rlc("rlc-underdamped", Underdamped, 0.4, 800),
        Rlc("rlc-overdamped", Overdamped, 0.15, 300),
        Valve(),
        Start("zero-d/valve-partly-open-start/forward.csv", ValveStart(400), 0.1, 400),
        Start("zero-d/valve-partly-open-start/backward.csv", ValveStart(-250), 0.1, 400),
        Compartments(),
        Bridge(),
        Steps(),
        Ramps(),
        Start("stenosis/start/exact.csv", StenosisStart, 0.2, 400),
        .. WomersleyReferences.All,
    ];

    private static double[] Grid(double end, int intervals)
        => [.. Enumerable.Range(0, intervals + 1).Select(i => i * end / intervals)];

    private static OwnReference Periodic()
    {
        Windkessel form = new()
        {
            R1 = 2.1e8,
            R2 = 1.45e9,
            C = 2.4e-10,
            OutletPressure = 650,
            Flow = new Sinusoids(6e-6, 0.85, (1, 2.5e-6, 0.4), (2, -1.2e-6, 1.3), (4, 5e-7, -0.7)),
        };
        return new OwnReference("zero-d/windkessel-periodic/exact.csv", ["p_in_Pa", "p_c_Pa"], Grid(0.85, 340),
            t => [form.InletPressure(t), form.Pressure(t)]);
    }

    private static OwnReference Transient()
    {
        const double entry = 4e6;
        Windkessel form = new()
        {
            R1 = 1.5e7,
            R2 = 9e7,
            C = 1.2e-8,
            OutletPressure = 700,
            InitialPressure = 2500,
            Flow = new Sinusoids(8e-5, 0.8, (1, 9e-5, -0.5)),
        };
        return new OwnReference(
            "zero-d/windkessel-transient/exact.csv", ["p_in_Pa", "p_end_Pa", "q_m3_s"], Grid(6.4, 1600),
            t => [form.InletPressure(t) + entry * form.Flow.At(t), form.InletPressure(t), form.Flow.At(t)]);
    }

    private static readonly SeriesRlc Underdamped = new()
    { R = 3e6, L = 2.5e5, C = 2e-9, SourcePressure = 800, InitialPressure = 200, InitialFlow = 1e-5 };

    private static readonly SeriesRlc Overdamped = new()
    { R = 1.2e8, L = 3e5, C = 1.5e-9, SourcePressure = 1500, InitialPressure = 100, InitialFlow = 0 };

    private static OwnReference Rlc(string name, SeriesRlc form, double end, int intervals) => new(
        $"zero-d/{name}/exact.csv", ["q_m3_s", "p_c_Pa", "p_a_Pa"], Grid(end, intervals),
        t => [form.Flow(t), form.Pressure(t), form.SourcePressure - form.R * form.Flow(t)]);

    private static OwnReference Valve()
    {
        ValveUnderSteps form = new((0, 90), (0.15, 20), (0.25, -60), (0.45, 150))
        { OpeningRate = 0.25, ClosingRate = 0.35, OpensAbove = 35, ClosesBelow = -15, InitialOpening = 0.1 };
        return new OwnReference("zero-d/valve-states/exact.csv", ["opening"], Grid(0.6, 1200), t => [form.Opening(t)]);
    }

    private static LossyStart ValveStart(double difference)
    {
        const double ρ = 1055, l = 0.012, A = 2e-5 + 0.6 * (3e-4 - 2e-5);
        return new LossyStart { B = ρ / (2 * A * A), L = ρ * l / A, Difference = difference };
    }

    // R, B, L of the narrowing by Young and Tsai's formula, evaluated apart from the program.
    private static readonly LossyStart StenosisStart = new()
    { R = 2271415.765561648, B = 341283172768.93805, L = 223877.95328259945, Difference = 600 };

    private static OwnReference Start(string file, LossyStart form, double end, int intervals)
        => new(file, ["q_m3_s"], Grid(end, intervals), t => [form.Flow(t)]);

    private static OwnReference Compartments()
    {
        TwoCompartments form = new() { C1 = 1.5e-8, C2 = 3e-7, R = 1.1e8, FirstPressure = 11000, SecondPressure = 900 };
        return new OwnReference("zero-d/two-compartments/exact.csv", ["p1_Pa", "p2_Pa", "q_m3_s"], Grid(8, 400),
            t => [form.First(t), form.Second(t), form.Flow(t)]);
    }

    private static OwnReference Bridge()
    {
        BridgingCompliance form = new() { Ra = 3e7, Rb = 7e7, C = 2e-9, InitialDifference = 1000 };
        return new OwnReference("zero-d/bridging-compliance/exact.csv", ["p_a_Pa", "p_b_Pa", "q_m3_s"], Grid(0.8, 400),
            t => [form.First(t), form.Second(t), form.Flow(t)]);
    }

    private static OwnReference Steps()
    {
        FilledThroughTwoResistances form = new((0, 500), (0.1, 1500), (0.3, 0))
        { R1 = 4e7, R2 = 6e7, C = 2e-9, InitialPressure = 100 };
        double[] times = [.. Grid(0.6, 300).Where((_, i) => i is not (50 or 150))];   // the jumps at 0.1 s and 0.3 s
        return new OwnReference("zero-d/steps-through-a-node/exact.csv", ["p_between_Pa", "p_c_Pa"], times,
            t => [form.Between(t), form.Pressure(t)]);
    }

    private static OwnReference Ramps()
    {
        const double C = 9e-9, R = 8e7, outlet = 400;
        FilledByRamps form = new((0, 0), (0.1, 2e-4), (0.3, 5e-5), (0.5, 5e-5), (0.6, 0))
        { R = R, C = C, OutletPressure = outlet, InitialPressure = 900 };
        return new OwnReference(
            "zero-d/ramps-into-a-compliance/exact.csv", ["p_c_Pa", "q_m3_s", "volume_m3"], Grid(1, 400),
            t => [form.Pressure(t), (form.Pressure(t) - outlet) / R, C * form.Pressure(t)]);
    }
}
