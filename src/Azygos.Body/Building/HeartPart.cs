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
        foreach (ChamberRow chamber in build.Model.Chambers)
        {
            Waveform even = HeartElements.Activation(build.Numbers, chamber.Id), wave = build.Signals?.Beat(even) ?? even;
            ElastanceChamber beating = HeartElements.Chamber(
                chamber, build.Node(chamber.Node), build.Outside(Space.Thorax), wave);
            build.Network.Add(build.Mode == HeartMode.Beating ? beating : Resting(beating, build.Heart?.Elastance(chamber.Id)));
        }

        if (build.Model.HasWaves)
            foreach (string node in build.Model.Valves.Where(v => v.Kind == "venous").SelectMany(v => new[] { v.From, v.To }))
                build.Network.Add(Sinus(build, node));
        Dictionary<string, HeartSide> sides = build.Mode != HeartMode.Beating
            ? HeartSide.Of(build.Model).ToDictionary(side => side.Outlet.Id)
            : [];
        foreach (ValveRow valve in build.Model.Valves)
            build.Network.Add(sides.TryGetValue(valve.Id, out HeartSide? side)
                ? Pump(build, side)
                : HeartElements.Valve(valve, build.Node(valve.From), build.Node(valve.To), build.Density));
    }

    // In the mean-flow network the beat stands at its start: the ventricles full and relaxed.
    private static ElastanceChamber Resting(ElastanceChamber beating, Elastance? known) => known is { } elastance
        ? beating with { Passive = elastance, Active = default, Activation = new ConstantWaveform(0) }
        : beating with { Activation = new ConstantWaveform(beating.Activation.At(0)) };

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

    private static MeanFlowPump Pump(BodyBuild build, HeartSide side)
    {
        StrokePlane plane = build.Heart?.Plane(side.Outlet.Id) ?? StrokePlane.Ideal(side.Ventricle);
        return new()
        {
            Id = side.Outlet.Id,
            From = build.Node(side.Outlet.From),
            To = build.Node(side.Outlet.To),
            Outside = build.Outside(Space.Thorax),
            StrokeWithoutPressure = Volume.FromCubicMetres(plane.WithoutPressure),
            GainWithFilling = Compliance.FromCubicMetresPerPascal(plane.GainWithFilling),
            LossWithLoad = Compliance.FromCubicMetresPerPascal(plane.LossWithLoad),
            Period = Duration.FromSeconds(build.Numbers.BeatPeriod),
        };
    }
}
