using Azygos.Body.Heart;
using Azygos.Body.Model;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Four chambers, and the valves of heart and veins.</summary>
internal static class HeartPart
{
    public static void Add(BodyBuild build)
    {
        Dictionary<string, ChamberRow> chambers = build.Model.Chambers.ToDictionary(c => c.Node);
        foreach (ChamberRow chamber in build.Model.Chambers)
            build.Network.Add(new ElastanceChamber
            {
                Id = chamber.Id,
                Inside = build.Node(chamber.Node),
                Outside = build.Outside(Space.Thorax),
                Active = Elastance.FromMillimetresOfMercuryPerMillilitre(chamber.ActiveElastance),
                Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(chamber.PassiveElastance),
                Unstressed = Volume.FromMillilitres(chamber.UnstressedVolume),
                Activation = Activation(build, chamber.Id),
            });
        if (build.Model.HasWaves)
            foreach (string node in build.Model.Valves.Where(v => v.Kind == "venous").SelectMany(v => new[] { v.From, v.To }))
                build.Network.Add(Sinus(build, node));
        foreach (ValveRow valve in build.Model.Valves)
            build.Network.Add(
                build.Mode == HeartMode.MeanFlow && IsOutlet(valve, chambers)
                    ? Pump(build, valve, chambers[valve.From])
                    : Valve(build, valve));
    }

    // The pocket of a venous valve, on either side of it. Chosen: 0.05 mL/mmHg, a twentieth of a millilitre of a bulb of
    // one or two. Without storage a closing valve between collapsed veins leaves its node without any pressure to speak
    // of, and upright runs end there, choked; 0.01 holds, at four times the work.
    private static readonly Compliance SinusCompliance = Compliance.FromMillilitresPerMillimetreOfMercury(0.05);

    private static ElasticVolume Sinus(BodyBuild build, string node) => new()
    {
        Id = node + ".sinus",
        Inside = build.Node(node),
        Outside = build.Network.Ground,
        Value = SinusCompliance,
        Unstressed = default,
    };

    // The outlet valve of a ventricle: from a ventricle's node to a node that is no chamber.
    private static bool IsOutlet(ValveRow valve, Dictionary<string, ChamberRow> chambers) =>
        valve.Kind == "cardiac" && IsVentricle(valve.From)
        && chambers.ContainsKey(valve.From) && !chambers.ContainsKey(valve.To);

    private static bool IsVentricle(string chamber) => chamber.EndsWith("ventricle", StringComparison.Ordinal);

    // In the mean-flow network the beat stands at its start: the ventricles full and relaxed.
    private static Waveform Activation(BodyBuild build, string chamber)
    {
        ModelNumbers n = build.Numbers;
        double T = n.BeatPeriod;
        Waveform wave = IsVentricle(chamber)
            ? new VentricularActivation(T,
                n["heart.ventricular_contraction_fraction"] * T,
                n["heart.ventricular_relaxation_fraction"] * T)
            : new AtrialActivation(
                T, n["heart.atrial_contraction_onset_fraction"] * T, n["heart.atrial_contraction_fraction"] * T,
                n["heart.atrial_relaxation_fraction"] * T);
        return build.Mode == HeartMode.Beating ? wave : new ConstantWaveform(wave.At(0));
    }

    private static MeanFlowPump Pump(BodyBuild build, ValveRow valve, ChamberRow ventricle) => new()
    {
        Id = valve.Id,
        From = build.Node(valve.From),
        To = build.Node(valve.To),
        Outside = build.Outside(Space.Thorax),
        Active = Elastance.FromMillimetresOfMercuryPerMillilitre(ventricle.ActiveElastance),
        Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(ventricle.PassiveElastance),
        Period = Duration.FromSeconds(build.Numbers.BeatPeriod),
    };

    private static DynamicValve Valve(BodyBuild build, ValveRow valve) => new()
    {
        Id = valve.Id,
        From = build.Node(valve.From),
        To = build.Node(valve.To),
        OpenArea = Area.FromSquareCentimetres(valve.AnnulusArea * valve.Stenosis),
        ClosedArea = Area.FromSquareCentimetres(valve.AnnulusArea * valve.Regurgitation),
        EffectiveLength = Length.FromCentimetres(valve.EffectiveLength),
        Density = Density.FromKilogramsPerCubicMetre(build.Density),
        OpeningRate = valve.OpeningRate,
        ClosingRate = valve.ClosingRate,
        InitialOpening = valve.Kind == "cardiac" && IsVentricle(valve.From) ? 0 : 1,
    };
}
