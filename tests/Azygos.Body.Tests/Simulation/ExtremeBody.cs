using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>A body at the edge of what a user may ask for, drawn from a seed.</summary>
/// <remarks>
/// Heart rate 20 to 220 a minute, blood volume ± 40 %, breathing 4 to 40 a minute, tilt −90 to 90 degrees; and one of:
/// a vessel narrowed down to a thousandth or occluded, a bed's resistance × 100, a valve that leaks up to all of its
/// area, a valve narrowed to a thousandth.
/// </remarks>
internal sealed record ExtremeBody(BodyModel Model, SimulationSettings Settings, string Description)
{
    public static ExtremeBody Draw(int seed)
    {
        var random = new Random(seed);
        BodyModel model = ShippedBody.Model;
        var parameters = new Dictionary<string, ScalarParameter>(model.Parameters);
        double rate = Between(20, 220), blood = parameters["blood.volume_mL"].Value * Between(0.6, 1.4),
            breath = Between(4, 40);
        double tilt = Math.Round(Between(-90, 90));
        Set("heart.rate_per_min", rate);
        Set("blood.volume_mL", blood);
        Set("breathing.rate_per_min", breath);
        (model, string change) = Change(model with { Parameters = parameters }, random);
        // Two breaths in long steps: the second can be judged, and most are stopped as not yet periodic, which is an
        // answer too.
        var settings = new SimulationSettings { TiltDegrees = tilt, TimeStep = 0.01, MaximumBeats = 1 };
        return new ExtremeBody(model, settings, FormattableString.Invariant(
            $"seed {seed}: heart {rate:F0}/min, blood {blood:F0} mL, breath {breath:F0}/min, tilt {tilt}°, {change}"));

        double Between(double a, double b) => a + (b - a) * random.NextDouble();
        void Set(string path, double value) => parameters[path] = parameters[path] with { Value = value };
    }

    private static (BodyModel Model, string Change) Change(BodyModel model, Random random)
    {
        double share = Math.Pow(10, -3 * random.NextDouble());
        switch (random.Next(4))
        {
            case 0:
                if (random.Next(4) == 0) share = 0;
                (IReadOnlyList<VesselRow> vessels, string vessel) = One(
                    model.Vessels, v => v with { RestArea = v.RestArea * share }, v => v.Id, random);
                return (model with { Vessels = vessels }, FormattableString.Invariant(
                    $"area of {vessel} × {share:G3}"));
            case 1:
                (IReadOnlyList<BedRow> beds, string bed) = One(
                    model.Beds, b => b with
                    {
                        ProximalResistance = 100 * b.ProximalResistance,
                        DistalResistance = 100 * b.DistalResistance
                    },
                    b => b.Id, random);
                return (model with { Beds = beds }, $"resistance of {bed} × 100");
            case 2:
                (IReadOnlyList<ValveRow> leaky, string leaking) = One(
                    model.Valves, v => v with { Regurgitation = share }, v => v.Id, random);
                return (model with { Valves = leaky }, FormattableString.Invariant($"{leaking} leaks {share:G3}"));
            default:
                (IReadOnlyList<ValveRow> narrow, string narrowed) = One(
                    model.Valves, v => v with { Stenosis = share }, v => v.Id, random);
                return (model with { Valves = narrow }, FormattableString.Invariant(
                    $"{narrowed} narrowed to {share:G3}"));
        }
    }

    private static (IReadOnlyList<TRow> Rows, string Id) One<TRow>(
        IReadOnlyList<TRow> rows, Func<TRow, TRow> change, Func<TRow, string> id, Random random)
    {
        int at = random.Next(rows.Count);
        return ([.. rows.Select((row, i) => i == at ? change(row) : row)], id(rows[at]));
    }
}
