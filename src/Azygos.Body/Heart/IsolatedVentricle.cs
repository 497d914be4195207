using Azygos.Body.Building;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Heart;

/// <summary>One side of the heart alone between a vein at constant pressure and the artery that it ejects into: Starling's
/// preparation, with the chambers and valves of the body.</summary>
/// <remarks>
/// Circuit: source, a store where the veins are one, resistance of the veins, atrium, inlet valve, ventricle, outlet valve, near compliance, resistance
/// with inertance, far compliance, resistance of the periphery, ground. Pressures count from that around the heart.
/// </remarks>
internal sealed class IsolatedVentricle(HeartSide side, ModelNumbers numbers)
{
    // Chosen: 4 ms at 75 beats a minute, the step of a body's run.
    private const int StepsPerBeat = 200;

    // Chosen: share of the pulse by which two beats may differ. A tenth of the least that the planes are asked for.
    private const double Repeats = 1e-5;
    private const int MostBeats = 80;

    private const string Source = "source", Veins = "venous", Atrium = "atrium", Ventricle = "ventricle", Artery = "artery", Far = "far";

    /// <summary>Beats until a beat repeats the one before.</summary>
    /// <param name="at">Pressure before it and resistance behind it.</param>
    /// <param name="near">A beat to start from, at other conditions; null: from rest.</param>
    public VentricleBeat Beat(VentricleConditions at, VentricleBeat? near)
    {
        LumpedNetwork network = Build(at, near);
        double period = numbers.BeatPeriod;
        string inlet = side.Inlet.Id, outlet = side.Outlet.Id;
        Probe[] probes =
        [
            Probe.Pressure(Atrium), Probe.Pressure(Ventricle), Probe.Pressure(Artery), Probe.Pressure(Far),
            Probe.Flow(inlet), Probe.Flow(outlet), .. side.Store is null ? [] : new[] { Probe.Pressure(Veins) },
            Held(side.Atrium.Id), Held(side.Ventricle.Id),
            new Probe(inlet + ":opening", inlet, "opening"), new Probe(outlet + ":opening", outlet, "opening"),
        ];
        RunOutcome outcome = new LumpedSimulation(network).RunToPeriodic(
            new PeriodicOptions { Period = period, Tolerance = Repeats, MaximumPeriods = MostBeats, Accelerates = true },
            new StepOptions { LargestStep = period / StepsPerBeat, SampleInterval = period / StepsPerBeat }, probes);
        Recording beat = outcome.Recording;
        double mean = beat.Mean(outlet);
        return new VentricleBeat(
            at, outcome is RunOutcome.Finished, outcome.Report.Periods,
            beat.Mean(Atrium), beat.Mean(Atrium) - InletLoss(mean), beat.Mean(Artery), mean * period,
            [Volume(side.Atrium.Id), Volume(side.Ventricle.Id)],
            beat[Artery][^1] - beat.Mean(Artery), beat[Far][^1] - beat.Mean(Far),
            new BeatStart(
                side.Store is null ? 0 : beat[Veins][^1] - beat.Mean(Veins), beat[Atrium][^1], beat[Ventricle][^1], beat[inlet][^1], beat[inlet + ":opening"][^1], beat[outlet][^1],
                beat[outlet + ":opening"][^1]),
            probes.ToDictionary(probe => probe.Id, probe => beat[probe.Id][^1]));

        Probe Held(string chamber) => new(chamber + ":volume", chamber, "volume");

        ChamberVolume Volume(string chamber) => new(beat[chamber + ":volume"][^1], beat.Mean(chamber + ":volume"));
    }

    // What the open inlet valve of the mean-flow network takes from the mean flow [Pa].
    private double InletLoss(double flow)
    {
        double area = Area.FromSquareCentimetres(side.Inlet.AnnulusArea * side.Inlet.Stenosis).SquareMetres;
        return 0.5 * Density * flow * Math.Abs(flow) / (area * area);
    }

    private double Density => numbers["blood.density_kg_m3"];

    private LumpedNetwork Build(VentricleConditions at, VentricleBeat? near)
    {
        var network = new LumpedNetwork();
        NodeId ground = network.Ground, source = network.AddPressureNode(Source, new ConstantWaveform(at.Source)),
            atrium = Node(Atrium, at.Source), ventricle = Node(Ventricle, at.Source), artery = Node(Artery, at.Artery),
            far = Node(Far, at.Artery);
        NodeId veins = source;
        if (side.Store is { } store)
        {
            veins = Node(Veins, at.Source);
            network.Add(Resistance("feed", source, veins, store.Feed));
            network.Add(Compliance("store", veins, store.Compliance));
        }

        network.Add(Resistance("veins", veins, atrium, side.Veins));
        network.Add(HeartElements.Chamber(
            side.Atrium, atrium, ground, HeartElements.Activation(numbers, side.Atrium.Id)));
        network.Add(HeartElements.Chamber(
            side.Ventricle, ventricle, ground, HeartElements.Activation(numbers, side.Ventricle.Id)));
        network.Add(Started(HeartElements.Valve(side.Inlet, atrium, ventricle, Density)));
        network.Add(Started(HeartElements.Valve(side.Outlet, ventricle, artery, Density)));
        if (side.Load.Near > 0) network.Add(Compliance("near", artery, side.Load.Near));
        network.Add(side.Load.Inertance > 0
            ? new Inertance
            {
                Id = "trunk",
                From = artery,
                To = far,
                Series = HydraulicResistance.FromPascalSecondsPerCubicMetre(side.Load.Resistance),
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(side.Load.Inertance),
            }
            : Resistance("trunk", artery, far, side.Load.Resistance));
        network.Add(Compliance("far", far, side.Load.Far));
        network.Add(Resistance("periphery", far, ground, at.Periphery));
        return network;

        NodeId Node(string id, double pressure) =>
            network.AddNode(id, Pressure.FromPascals(near?.End[id] ?? pressure));

        DynamicValve Started(DynamicValve valve) => near is null ? valve : valve with
        {
            InitialFlow = Flow.FromCubicMetresPerSecond(near.End[valve.Id]),
            InitialOpening = Math.Clamp(near.End[valve.Id + ":opening"], 0, 1),
        };

        ElasticVolume Compliance(string id, NodeId inside, double value) => new()
        {
            Id = id,
            Inside = inside,
            Outside = ground,
            Value = Quantities.Compliance.FromCubicMetresPerPascal(value),
        };
    }

    private static Resistance Resistance(string id, NodeId from, NodeId to, double value) => new()
    {
        Id = id,
        From = from,
        To = to,
        Value = HydraulicResistance.FromPascalSecondsPerCubicMetre(Math.Min(value, MeanFlowVentricle.Shut)),
    };
}

/// <summary>What a ventricle beats between.</summary>
/// <param name="Source">Pressure of the veins [Pa].</param>
/// <param name="Periphery">Resistance behind the far compliance [Pa·s/m³].</param>
/// <param name="Artery">Arterial pressure from which a first beat starts [Pa].</param>
internal readonly record struct VentricleConditions(double Source, double Periphery, double Artery);

/// <summary>A beat that repeats itself, and its means.</summary>
/// <param name="At">Conditions.</param>
/// <param name="Repeats">False: it was still changing when the beats were over.</param>
/// <param name="Beats">Beats that it took.</param>
/// <param name="Atrial">Mean atrial pressure [Pa].</param>
/// <param name="Filling">y_u: mean atrial pressure less what the inlet valve takes from a steady flow [Pa].</param>
/// <param name="Load">y_d: mean pressure behind the outlet valve [Pa].</param>
/// <param name="Stroke">Stroke volume [m³].</param>
/// <param name="Chambers">Atrium and ventricle.</param>
/// <param name="ArterialAtStart">Pressure behind the outlet valve at the start of the beat, above its mean [Pa].</param>
/// <param name="FarAtStart">The same at the far compliance.</param>
/// <param name="AtStart">The heart at the start of the beat.</param>
/// <param name="End">Pressures [Pa], flows [m³/s] and openings [1] at its end.</param>
internal sealed record VentricleBeat(
    VentricleConditions At, bool Repeats, int Beats, double Atrial, double Filling, double Load, double Stroke,
    IReadOnlyList<ChamberVolume> Chambers, double ArterialAtStart, double FarAtStart, BeatStart AtStart, IReadOnlyDictionary<string, double> End);

/// <summary>Pressures [Pa], flows [m³/s] and openings [1] of a side of the heart at the start of a beat.</summary>
/// <param name="Veins">Pressure of the store above its mean.</param>
/// <param name="Atrium">Pressure of the atrium.</param>
/// <param name="Ventricle">Pressure of the ventricle.</param>
/// <param name="Inflow">Flow of the inlet valve.</param>
/// <param name="InletOpening">Its opening.</param>
/// <param name="Outflow">Flow of the outlet valve.</param>
/// <param name="OutletOpening">Its opening.</param>
internal readonly record struct BeatStart(
    double Veins, double Atrium, double Ventricle, double Inflow, double InletOpening, double Outflow, double OutletOpening);

/// <summary>What a chamber holds [m³].</summary>
/// <param name="AtStart">At the start of the beat.</param>
/// <param name="Mean">In the mean over it.</param>
internal readonly record struct ChamberVolume(double AtStart, double Mean);
