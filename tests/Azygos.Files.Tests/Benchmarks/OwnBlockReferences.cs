using System.Globalization;
using Azygos.Testing.ClosedForms;
using Azygos.Testing.Independent;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The reference tables of the own models in svZeroDSolver's format.</summary>
internal static class OwnBlockReferences
{
    private const string Vessels = "name,time,flow_in,flow_out,pressure_in,pressure_out";

    /// <summary>Names of the cases below <c>svzerod</c>.</summary>
    public static IReadOnlyList<string> Names => ["steady-tree", "ramps-into-an-rcr", "heart-and-coronaries"];

    /// <summary>The table of a case as text.</summary>
    public static string Text(string name) => name switch
    {
        "steady-tree" => SteadyTree(),
        "ramps-into-an-rcr" => Ramps(),
        _ => Heart(),
    };

    /// <summary>Flow into the tree for which the flow into its arm is exactly 2.</summary>
    public static double InflowOfTheTree => Tree().Total;

    // With q₃ = 2 into the arm every other flow follows without an equation to solve but one quadratic.
    private static (double Split, double Fork, double Arm, double Muscle, double Branch, double Narrow, double Total)
        Tree()
    {
        const double arm = 2, distal = 40;
        double split = distal + arm * (60 + 240 + 15 + 5 + 2 * arm);
        double muscle = (split - distal) / (8 + 90 + 70 + 40), branch = arm + muscle, fork = split + 25 * branch;
        double narrow = (-180 + Math.Sqrt(180 * 180 + 4 * 5 * (fork - distal))) / (2 * 5);
        return (split, fork, arm, muscle, branch, narrow, narrow + branch);
    }

    private static string SteadyTree()
    {
        (double split, double fork, double arm, double muscle, double branch, double narrow, double total) = Tree();
        double armIn = split - (5 + 2 * arm) * arm, armOut = armIn - 15 * arm, muscleIn = split - 8 * muscle;
        double bed = muscleIn - (90 + 70) * muscle;
        (string Connection, double Flow, double Pressure)[] connections =
        [
            ("HEART:trunk", total, fork + 20 * total), ("narrow:LEG", narrow, 40 + 150 * narrow),
            ("arm:ARM", arm, armOut), ("muscle:MUSCLE", muscle, muscleIn), ("SIDE:side", 3, 730), ("side:CAP", 3, 700),
            ("trunk:fork", total, fork), ("fork:narrow", narrow, fork), ("fork:branch", branch, fork),
            ("branch:split", branch, split), ("split:arm", arm, armIn), ("split:muscle", muscle, muscleIn),
        ];
        IEnumerable<(string, double)> variables =
        [
            .. connections.SelectMany(one => new[]
            { ($"flow:{one.Connection}", one.Flow), ($"pressure:{one.Connection}", one.Pressure) }),
            ("pressure_c:ARM", armOut - 60 * arm), ("volume_im:MUSCLE", 3e-4 * (bed - 300)),
        ];
        return Table("name,time,y", variables.SelectMany(one =>
            Enumerable.Range(0, 5).Select(i => (one.Item1, i * 0.225, new[] { one.Item2 }))));
    }

    private static string Ramps()
    {
        (double Time, double Flow)[] rows = [(0, 0), (0.1, 90), (0.3, 20), (0.5, 5), (0.8, 0)];
        FilledByRamps form = new([.. rows, .. rows.Skip(1).Select(row => (row.Time + 0.8, row.Flow)), (9, 0)])
        { R = 1100, C = 4e-4, OutletPressure = 6000, InitialPressure = 20000 };
        return Table(Vessels, Enumerable.Range(0, 161).Select(i =>
        {
            double t = i * 0.01, within = t - (i > 80 ? 0.8 : 0);
            int k = Enumerable.Range(1, rows.Length - 1).First(j => within <= rows[j].Time + 1e-12);
            double share = (within - rows[k - 1].Time) / (rows[k].Time - rows[k - 1].Time);
            double flow = rows[k - 1].Flow + share * (rows[k].Flow - rows[k - 1].Flow);
            double end = form.Pressure(t) + 150 * flow;
            return ("aorta", t, new[] { flow, flow, end + 30 * flow, end });
        }));
    }

    private static string Heart()
    {
        string file = Path.Combine(CaseSets.Folder("own"), "svzerod", "heart-and-coronaries", "model.json");
        HeartAndCoronaries equations = new(File.ReadAllText(file));
        const int points = 95;
        IReadOnlyList<double[]> steps = equations.Run(equations.Period / points, 4 * points, rho: 0.5);
        return Table(Vessels, equations.Vessels.SelectMany(vessel => Enumerable.Range(0, points + 1).Select(i =>
            (vessel, i * equations.Period / points, equations.Of(vessel, steps[3 * points + i])))));
    }

    private static string Table(string header, IEnumerable<(string Name, double Time, double[] Values)> rows) =>
        header + "\n" + string.Concat(rows.Select(row =>
            $"{row.Name},{string.Join(',', row.Values.Prepend(row.Time).Select(Printed))}\n"));

    private static string Printed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
