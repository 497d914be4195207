using Azygos.Body.Results;
using Azygos.Body.Tests.Anatomy;
using Azygos.Body.Timeline;

namespace Azygos.Body.Tests.Timeline;

/// <summary>Every comparison of docs/validation/manoeuvres.md, run by run.</summary>
internal static class ManoeuvreRows
{
    // The fastest blood of a parabola, which a Doppler shows, over the mean that the model has.
    private const double OfParabola = 2;

    private const string Nedelmann = "10.1111/j.1552-6569.2005.tb00288.x", Schreiber = "10.1152/japplphysiol.00782.2002",
        Valdueza = "Valdueza 2000 (thesis abstract)", Seong = "Seong 2016 (abstract)",
        Lagana = "Laganà 2017 (abstract): forced breathing lowered it, n 16";

    private static readonly string[] Jugular = ["ijv_right_j2", "ijv_left_j2"];
    private static readonly string[] Vertebral = ["vertebral_vein_right", "vertebral_vein_left"];
    private static readonly string[] Inflow =
        ["internal_carotid_right", "internal_carotid_left", "vertebral_artery_right", "vertebral_artery_left"];

    /// <summary>Every row; a run is made when its first row is asked for.</summary>
    public static IEnumerable<ManoeuvreRow> All() => Competent().Concat(Incompetent()).Concat(Compression())
        .Concat(Breathing()).Concat(Infusion()).Concat(Tilts());

    public static IEnumerable<ManoeuvreRow> Competent()
    {
        SimulationResult run = ManoeuvreRuns.Valsalva(null, null, 10, 9);
        (double seconds, double peak) = ManoeuvreRuns.FlowBack(run);
        yield return new("valsalva_competent_time", "Flow back through valves that close", 71, 0.46, 0.22, 0.78, seconds,
            "s", Nedelmann + "; **fitted** to the mean");
        yield return new("valsalva_competent_speed", "Its highest speed, twice the mean over the lumen", 71, 26.2, 15.1,
            37.3, OfParabola * peak, "cm/s", Nedelmann);
        double rest = run.Site("ijv_right_j2").Area!.Value.Mean;
        double strained = ManoeuvreRuns.Mean(run, "area_cm2", 8, 15, "ijv_right_j2");
        yield return new("valsalva_area", "Growth of the internal jugular area J2, right, while it is held", 41, 26, 13, 39,
            100 * (strained / rest - 1), "%", Seong);
        yield return new("valsalva_pressure", "Rise of jugular pressure J2, right, while it is held", null, null, null, null,
            ManoeuvreRuns.Mean(run, "pressure_mmHg", 8, 15, "ijv_right_j2") - run.Site("ijv_right_j2").Pressure.Mean,
            "mmHg", "");
        yield return new("valsalva_icp", "Rise of intracranial pressure while it is held", null, null, null, null,
            ManoeuvreRuns.Mean(run, "pressure_mmHg", 8, 15, "icp") - run.Site("icp").Pressure.Mean, "mmHg", "");
        yield return new("valsalva_aorta", "Change of aortic pressure at its end", null, null, null, null,
            ManoeuvreRuns.Mean(run, "pressure_mmHg", 14, 16, "aorta") - run.Site("aorta").Pressure.Mean, "mmHg", "");
        double expired = MeanAtPhase(run, inspiring: false), inspired = MeanAtPhase(run, inspiring: true);
        yield return new("breath_jugular", "Jugular flow J2, right, at the end of inspiration against expiration", null, null,
            null, null, 100 * (inspired / expired - 1), "%", "modulated in 68 % of records, either sign");
    }

    public static IEnumerable<ManoeuvreRow> Incompetent()
    {
        foreach (double leak in ManoeuvreRuns.Leaks)
        {
            (double seconds, double peak) = ManoeuvreRuns.FlowBack(ManoeuvreRuns.Valsalva(null, leak, 8, 1));
            string valve = leak == 1 ? "no valves" : FormattableString.Invariant($"valves that leak through {leak:P0}");
            string id = FormattableString.Invariant($"valsalva_leak_{100 * leak:0}");
            yield return new($"{id}_time", $"Flow back, {valve}", 29, 2.66, 1.23, 6.15, seconds, "s", Nedelmann);
            yield return new($"{id}_speed", "Its highest speed, twice the mean over the lumen", 29, 89.5, 50.2, 128.8,
                OfParabola * peak, "cm/s", Nedelmann);
        }
    }

    public static IEnumerable<ManoeuvreRow> Compression()
    {
        SimulationResult run = ManoeuvreRuns.Run(AnatomicalBody.Core, new BodyTimeline
        {
            Events =
            [
                new JugularCompression { At = 4, For = 20 }, new NeckCompression { At = 34, For = 20 },
                new EndOfTimeline { At = 57 },
            ],
        });
        double rest = run.Site("icp").Pressure.Mean;
        yield return new("compression_vertebral", "Vertebral venous flow, both, both jugular veins pressed at 40 mmHg", 12,
            128, 64, 192, ManoeuvreRuns.Mean(run, "flow_mL_min", 12, 25, Vertebral), "mL/min", Schreiber);
        yield return new("compression_icp", "Rise of intracranial pressure then", null, null, null, null,
            ManoeuvreRuns.Mean(run, "pressure_mmHg", 12, 25, "icp") - rest, "mmHg", "");
        yield return new("collar_vertebral", "Vertebral venous flow, both, neck pressed all round at 40 mmHg", 12, 186, 116,
            256, ManoeuvreRuns.Mean(run, "flow_mL_min", 42, 55, Vertebral), "mL/min", Schreiber);
        yield return new("collar_icp", "Rise of intracranial pressure then", null, null, null, null,
            ManoeuvreRuns.Mean(run, "pressure_mmHg", 42, 55, "icp") - rest, "mmHg", "");
    }

    public static IEnumerable<ManoeuvreRow> Breathing()
    {
        SimulationResult run = ManoeuvreRuns.Run(AnatomicalBody.Core, new BodyTimeline
        {
            Events = [new DeepBreathing { At = 0, For = 25 }, new EndOfTimeline { At = 25 }],
        });
        yield return new("deep_upper_body", "Change of flow in the upper superior vena cava, deep breaths", 16, null, null, 0,
            100 * (ManoeuvreRuns.Mean(run, "flow_mL_min", 8, 25, "brachiocephalic_right", "brachiocephalic_left")
                / (run.Site("brachiocephalic_right").Flow!.Value.Mean + run.Site("brachiocephalic_left").Flow!.Value.Mean) - 1),
            "%", Lagana);
    }

    public static IEnumerable<ManoeuvreRow> Tilts()
    {
        foreach ((double angle, double? jugular, double jugularSd, double? vertebral, double vertebralSd) in new[]
        {
            (-15.0, (double?)810.0, 360.0, (double?)20.0, 15.0),
            (90, 70, 100, 210, 120),
        })
        {
            SimulationResult run = ManoeuvreRuns.Attempt(AnatomicalBody.Core, new BodyTimeline
            {
                Events = [new Tilt { At = 0, Over = 10, Degrees = angle }, new EndOfTimeline { At = 45 }],
            });
            string id = FormattableString.Invariant($"tilt_{angle:0}").Replace("-", "minus_", StringComparison.Ordinal);
            string at = FormattableString.Invariant($"45 s after the start of a tilt to {angle:0} degrees");
            yield return Row("jugular", "Internal jugular flow, both", jugular, jugularSd, "flow_mL_min", Jugular);
            yield return Row("vertebral", "Vertebral venous flow, both", vertebral, vertebralSd, "flow_mL_min", Vertebral);
            yield return Row("inflow", "Brain inflow", null, 0, "flow_mL_min", Inflow);
            yield return Row("icp", "Intracranial pressure", null, 0, "pressure_mmHg", "icp");

            ManoeuvreRow Row(string name, string what, double? mean, double sd, string quantity, params string[] sites) => new(
                $"{id}_{name}", $"{what}, {at}", mean is null ? null : 23, mean, mean - sd, mean + sd,
                run.Ending.Finished ? ManoeuvreRuns.Mean(run, quantity, 35, 45, sites) : double.NaN, quantity == "pressure_mmHg" ? "mmHg" : "mL/min",
                (mean is null ? "" : Valdueza)
                    + (run.Ending.Finished ? "" : $" **the run stopped**: {run.Ending.Place}, {run.Ending.Reason}"));
        }
    }

    /// <summary>ICP against the pressure-volume curve and the outflow resistance alone, which have a solution.</summary>
    /// <remarks>du/dt = k u (I − (u − u₀)/R): u = a/b / (1 + (a/(b u₀) − 1) e^(−at)), a = k (I + u₀/R), b = k/R.</remarks>
    public static IEnumerable<ManoeuvreRow> Infusion()
    {
        const double rate = 1.5, minutes = 4;
        SimulationResult run = ManoeuvreRuns.Run(ShippedBody.Model, new BodyTimeline
        {
            Events = [new FluidInfusion { At = 0, For = 60 * minutes, Rate = rate }, new EndOfTimeline { At = 60 * minutes + 1 }],
        });
        double R = ShippedBody.Model.Parameters["csf.outflow_resistance_mmHg_s_per_mL"].Value / 60;   // mmHg min/mL
        double k = ShippedBody.Model.Parameters["csf.elastance_per_mL"].Value, u0 = run.Site("icp").Pressure.Mean;
        double a = k * (rate + u0 / R), b = k / R;
        foreach (double minute in new[] { 1.0, 2, 4 })
        {
            double rise = a / b / (1 + (a / (b * u0) - 1) * Math.Exp(-a * minute)) - u0;
            double computed = ManoeuvreRuns.Mean(run, "pressure_mmHg", 60 * minute - 6, 60 * minute, "icp") - u0;
            // A tenth either way: veins and arteries give way to the fluid too, which Davson's equation leaves out.
            yield return new(FormattableString.Invariant($"infusion_{minute:0}_min"), FormattableString.Invariant(
                $"Rise of ICP after {minute:0} min of {rate} mL/min, body without waves"), null, rise, 0.9 * rise, 1.1 * rise,
                computed, "mmHg", FormattableString.Invariant($"Davson: R {R:0.00} mmHg min/mL, k {k:0.000}/mL; end {rate * R:0.0} mmHg"));
        }
    }

    private static double MeanAtPhase(SimulationResult run, bool inspiring)
    {
        TimelineResult timeline = run.Timeline!;
        double[] flow = timeline["ijv_right_j2", "flow_mL_min"], phase = timeline.Drives.BreathPhase;
        return flow.Where((_, i) => timeline.Times[i] < 5 && (inspiring ? phase[i] is > 0.2 and < 0.55 : phase[i] is > 0.7 or < 0.05))
            .Average();
    }
}
