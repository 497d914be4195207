using Azygos.Body.Model;
using Azygos.Body.Reflex;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Tissue beds outside the skull, and the lungs' compartments.</summary>
internal static class BedPart
{
    public const string ReflexId = "baroreflex";
    private const string CarotidSinus = "carotid_bifurcation_right";

    public static void Add(BodyBuild build)
    {
        AddReflex(build);
        foreach (BedRow bed in build.Model.Beds)
        {
            Add(build, bed);
            if (build.Signals?.Transfusion(bed) is { } given)
                build.Network.Add(new PrescribedFlow
                {
                    Id = bed.Id + ".transfusion",
                    From = build.Network.Ground,
                    Into = build.Network.Node(bed.Id + ".venule"),
                    Flow = given,
                });
        }

        foreach (CompartmentRow compartment in build.Model.Compartments)
            Add(build, compartment);
    }

    private static void Add(BodyBuild build, BedRow bed) => build.Network.Add(new ReflexBed
    {
        Id = bed.Id,
        Artery = build.Node(bed.Artery),
        Arteriole = build.AddNode(bed.Id + ".arteriole", bed.Height),
        Venule = build.AddNode(bed.Id + ".venule", bed.Height),
        Vein = build.Node(bed.Vein),
        Outside = build.Outside(bed.Space),
        Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.ProximalResistance),
        ArterialCompliance = Compliance.FromMillilitresPerMillimetreOfMercury(bed.ArterialCompliance),
        Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.DistalResistance),
        Venous = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.VenuleResistance),
        RestCompliance = Compliance.FromMillilitresPerMillimetreOfMercury(bed.VenousCompliance),
        Unstressed = Volume.FromMillilitres(bed.UnstressedVolume),
        Saturation = Volume.FromMillilitres(bed.SaturationVolume),
        ResistanceEffect = bed.ReflexShare * build.Numbers["reflex.resistance_effect"],
        VolumeEffect = bed.ReflexShare * build.Numbers["reflex.volume_effect"],
        Reflex = ReflexId,
    });

    private static void AddReflex(BodyBuild build) => build.Network.Add(new Baroreflex
    {
        Id = ReflexId,
        Sensor = build.Node(CarotidSinus),
        Outside = build.Network.Ground,
        SetPoint = build.Numbers.Pressure("reflex.set_point_mmHg"),
        Gain = build.Numbers["reflex.gain"],
        TimeConstant = Duration.FromSeconds(build.Numbers["reflex.time_s"]),
    });

    private static void Add(BodyBuild build, CompartmentRow row)
    {
        NodeId from = build.Node(row.From), to = build.Node(row.To);
        HydraulicResistance resistance =
            HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(row.Resistance);
        if (row.Compliance > 0)
            build.Network.Add(new ElasticVolume
            {
                Id = row.Id + ".volume",
                Inside = from,
                Outside = build.Outside(row.Space),
                Value = Compliance.FromMillilitresPerMillimetreOfMercury(row.Compliance),
                Unstressed = Volume.FromMillilitres(row.UnstressedVolume),
            });
        build.Network.Add(row.Inertance > 0
            ? new Inertance
            {
                Id = row.Id,
                From = from,
                To = to,
                Series = resistance,
                Value = HydraulicInertance.FromMillimetreOfMercurySecondsSquaredPerMillilitre(row.Inertance),
            }
            : new Resistance { Id = row.Id, From = from, To = to, Value = resistance });
    }
}
