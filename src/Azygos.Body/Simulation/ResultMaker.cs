using Azygos.Body.Anatomy;
using Azygos.Body.Building;
using Azygos.Body.Gases;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>Turns what a run recorded into its result, in the units that people use.</summary>
internal static class ResultMaker
{
    public static SimulationResult Make(
        BodyNetwork body, BodyProbes probes, IReadOnlyList<SiteRow> sites, SimulationSettings settings,
        RunOutcome outcome, Volume blood, Pressure filling)
    {
        Recording recording = outcome.Recording;
        bool recorded = recording.Times.Length > 0 && recording.Series.Values.All(s => s.All(double.IsFinite));
        var siteResults = new List<SiteResult>();
        var waves = new List<Wave>();
        if (recorded)
            foreach (SiteRow site in sites)
                siteResults.Add(Site(site, probes, recording, waves));
        var numbers = new ModelNumbers(body.Model);
        var result = new SimulationResult
        {
            Model = body.Model,
            Settings = settings,
            Ending = Ending(outcome, settings),
            SimulatedSeconds = outcome.Report.SimulatedSeconds,
            Period = numbers.BreathPeriod,
            Beats = (int)Math.Round(outcome.Report.SimulatedSeconds / numbers.BeatPeriod),
            Steps = outcome.Report.Steps,
            Unknowns = outcome.Report.Unknowns,
            PeriodicResidual = Finite(outcome.Report.PeriodicResidual),
            WorstSite = outcome.Report.WorstProbe,
            ConservationError = outcome.Report.ConservationError,
            BloodVolume = blood.Millilitres,
            MeanFillingPressure = filling.MillimetresOfMercury,
            CardiacOutput = recorded
                ? Flow.FromCubicMetresPerSecond(Mean(recording[BodyProbes.OutletValve])).LitresPerMinute
                : 0,
            Times = recorded ? recording.Times : [],
            Sites = siteResults,
            Waves = waves,
            Vessels = recorded ? Vessels(body, recording) : [],
            Validation = [],
            PullBacks = recorded ? PullBacks(body, recording) : [],
            BridgingVeins = recorded ? BridgingVeins(body, recording) : [],
            Oxygen = recorded && outcome is RunOutcome.Finished && probes.Flows is { } flows
                ? OxygenMaker.Make(body.Model, flows.In(recording))
                : null,
            Marks = recorded ? [.. probes.Marks.Select(mark => Mark(mark, body, recording))] : [],
        };
        return result with { Validation = Validate(result) };
    }

    /// <summary>The result of a run that went on through a timeline.</summary>
    public static SimulationResult WithTimeline(
        SimulationResult resting, TimelineResult timeline, RunOutcome outcome, double conservationError)
    {
        double passed = timeline.Times.Length > 0 ? timeline.Times[^1] : 0;
        double simulated = resting.SimulatedSeconds + passed;
        RunEnding ending = outcome is RunOutcome.Stopped stopped
            ? new RunEnding(
                false, FormattableString.Invariant($"{stopped.Reason} (at {passed:0.###} s of the timeline)"),
                simulated, stopped.Place)
            : new RunEnding(
                true, FormattableString.Invariant(
                    $"Timeline: it ended after {passed:0.###} s with its {timeline.Marks.Count} events done, after a periodic start. {resting.Ending.Reason}"),
                simulated, "");
        bool isFinite = timeline.Waves.All(wave => wave.Values.All(double.IsFinite));
        return resting with
        {
            Ending = ending,
            SimulatedSeconds = simulated,
            Beats = (int)Math.Round(simulated / new ModelNumbers(resting.Model).BeatPeriod),
            Steps = outcome.Report.Steps,
            ConservationError = Math.Max(resting.ConservationError, conservationError),
            Timeline = isFinite ? timeline : null,
        };
    }

    private static SiteResult Site(SiteRow site, BodyProbes probes, Recording recording, List<Wave> waves)
    {
        double[] p = Convert(probes.Pressure(site, recording), x => Pressure.FromPascals(x).MillimetresOfMercury)!;
        waves.Add(new Wave(site.Id, "pressure_mmHg", p));
        double[]? q = Convert(probes.Flow(site, recording), x => Flow.FromCubicMetresPerSecond(x).MillilitresPerMinute);
        double[]? area = Convert(probes.Area(site, recording), x => Area.FromSquareMetres(x).SquareCentimetres);
        double[]? velocity = null;
        if (q is not null && area is not null)
        {
            waves.Add(new Wave(site.Id, "flow_mL_min", q));
            waves.Add(new Wave(site.Id, "area_cm2", area));
            velocity = [.. q.Zip(area, Velocity)];
            waves.Add(new Wave(site.Id, "velocity_cm_s", velocity));
        }

        return new SiteResult
        {
            Site = site,
            Pressure = Summarise(p),
            Flow = q is null ? null : Summarise(q),
            Area = area is null ? null : Summarise(area),
            Velocity = velocity is null ? null : Summarise(velocity),
            ReverseFlow = q is null ? null : Reverse(q, recording.Times),
        };
    }

    private static MarkResult Mark(MarkProbes mark, BodyNetwork body, Recording recording)
    {
        Summary? before = Of(mark.Before, InMillimetres), behind = Of(mark.Behind, InMillimetres);
        return new MarkResult(
            mark.Mark, Of(mark.Through, q => Flow.FromCubicMetresPerSecond(q).MillilitresPerMinute), before, behind,
            before?.Mean - behind?.Mean - InMillimetres(body.Network.FluidColumn * mark.Rise));

        Summary? Of(Probe? probe, Func<double, double> unit) =>
            probe is null ? null : Summarise(Convert(recording[probe.Id], unit)!);

        static double InMillimetres(double p) => Pressure.FromPascals(p).MillimetresOfMercury;
    }

    // Area-mean velocity [cm/s]; an occluded vessel has none.
    private static double Velocity(double flow, double area) =>
        area > 0
            ? Flow.FromMillilitresPerMinute(flow).CubicMetresPerSecond
                / Area.FromSquareCentimetres(area).SquareMetres * 100
            : 0;

    private static List<VesselMean> Vessels(BodyNetwork body, Recording recording)
    {
        var means = new List<VesselMean>();
        foreach (VesselRow vessel in body.Model.Vessels)
        {
            double from = NodePressure(vessel.From), to = NodePressure(vessel.To);
            if (!body.Vessels.TryGetValue(vessel.Id, out VesselPlace? place))
            {
                means.Add(new VesselMean(vessel, from, to, 0, 0));
                continue;
            }

            double flow = Flow.FromCubicMetresPerSecond(Mean(place.Flow(0.5, recording))).MillilitresPerMinute;
            double area = Mean(place.Area(0.5, recording));
            means.Add(new VesselMean(vessel, from, to, flow, Area.FromSquareMetres(area).SquareCentimetres));
        }

        return means;

        // A node that only occluded vessels reach has none.
        double NodePressure(string node) => body.HasNode(node)
            ? Pressure.FromPascals(Mean(recording[node])).MillimetresOfMercury
            : 0;
    }

    // The fluid stands at a height of its own; a column of it reaches the vein.
    private static List<BridgingVeinMean> BridgingVeins(BodyNetwork body, Recording recording)
    {
        BodyModel model = body.Model;
        double resistance = new ModelNumbers(model)["cerebral.bridging_vein_resistance_mmHg_s_per_mL"];
        return [.. model.BridgingVeins.Where(vein => vein.FlowShare > 0).Select(vein => new BridgingVeinMean(
            vein, Flow.FromCubicMetresPerSecond(Mean(recording[vein.Id + ":flow"])).MillilitresPerMinute,
            At(vein.From), At(vein.To), At(BodyBuilder.CranialFluid) - Column(vein.From), resistance / vein.FlowShare))];

        double At(string node) => Pressure.FromPascals(Mean(recording[node])).MillimetresOfMercury;

        double Column(string node)
        {
            double above = model.Nodes.First(row => row.Id == node).Z
                - model.Nodes.First(row => row.Id == BodyBuilder.CranialFluid).Z;
            return Pressure.FromPascals(body.Network.FluidColumn * Length.FromCentimetres(above).Metres)
                .MillimetresOfMercury;
        }
    }

    private static List<PullBackResult> PullBacks(BodyNetwork body, Recording recording)
    {
        Dictionary<string, string> names = body.Model.Nodes.ToDictionary(node => node.Id, node => node.Name);
        var results = new List<PullBackResult>();
        foreach (PullBack way in PullBack.Sides.Select(side => PullBack.Of(body.Model, side)).OfType<PullBack>())
        {
            double length = way.Places[^1].Distance;
            results.Add(new PullBackResult(way.Side, [.. way.Places.Where(place => body.HasNode(place.Node))
                .Select(place => new PullBackStation(
                    place.Node, names[place.Node], length - place.Distance,
                    Summarise(Convert(
                        recording[place.Node], p => Pressure.FromPascals(p).MillimetresOfMercury)!)))]));
        }

        return results;
    }

    private static List<ValidationOutcome> Validate(SimulationResult result)
    {
        return [.. result.Model.Validation
            .Where(row => row.Posture == result.Settings.Posture)
            .Select(row => new ValidationOutcome(
                row, result.Sites.Count > 0 ? ValidationQuantity.Evaluate(row.Quantity, row.Unit, result) : null))];
    }

    private static RunEnding Ending(RunOutcome outcome, SimulationSettings settings) => outcome switch
    {
        RunOutcome.Stopped stopped => new RunEnding(false, stopped.Reason, stopped.Time, stopped.Place),
        _ => new RunEnding(
            true,
            FormattableString.Invariant(
                $"Periodic: no pressure or flow at a site changed by more than {settings
                    .PeriodicTolerance:0.###%} of its pulse from one breath to the next."),
            outcome.Report.SimulatedSeconds, ""),
    };

    // A run that stopped before two periods has no residual; 1 says "nothing repeated yet".
    private static double Finite(double residual) => double.IsFinite(residual) ? residual : 1;

    // The period's end repeats its start: trapezoid over the samples.
    private static double Mean(double[] values)
    {
        if (values.Length == 1) return values[0];
        double sum = 0.5 * (values[0] + values[^1]);
        for (int i = 1; i < values.Length - 1; i++)
            sum += values[i];
        return sum / (values.Length - 1);
    }

    private static Summary Summarise(double[] values) => new(Mean(values), values.Min(), values.Max());

    private static double Reverse(double[] flow, double[] times)
    {
        if (times.Length < 2) return 0;
        double step = times[1] - times[0];
        return step * flow.Skip(1).Count(q => q < 0);
    }

    private static double[]? Convert(double[]? values, Func<double, double> unit) =>
        values is null ? null : [.. values.Select(unit)];
}
