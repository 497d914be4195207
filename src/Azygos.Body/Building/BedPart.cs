using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Tissue beds outside the skull, and the lungs' compartments.</summary>
internal static class BedPart
{
    public static void Add(BodyBuild build)
    {
        foreach (BedRow bed in build.Model.Beds)
            Add(build, bed);
        foreach (CompartmentRow compartment in build.Model.Compartments)
            Add(build, compartment);
    }

    private static void Add(BodyBuild build, BedRow bed)
    {
        NodeId arteriole = build.AddNode(bed.Id + ".arteriole", bed.Height), venule = build.AddNode(bed.Id + ".venule", bed.Height);
        NodeId outside = build.Outside(bed.Space);
        build.Network.Add(new Windkessel3
        {
            Id = bed.Id,
            From = build.Node(bed.Artery),
            Middle = arteriole,
            To = venule,
            Outside = outside,
            Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.ProximalResistance),
            Compliance = Compliance.FromMillilitresPerMillimetreOfMercury(bed.ArterialCompliance),
            Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.DistalResistance),
        });
        Compliance rest = Compliance.FromMillilitresPerMillimetreOfMercury(bed.VenousCompliance);
        Volume unstressed = Volume.FromMillilitres(bed.UnstressedVolume);
        string reservoir = bed.Id + ".reservoir";
        build.Network.Add(bed.SaturationVolume > 0
            ? new ReservoirVolume
            {
                Id = reservoir,
                Inside = venule,
                Outside = outside,
                RestCompliance = rest,
                Unstressed = unstressed,
                Saturation = Volume.FromMillilitres(bed.SaturationVolume),
            }
            : new ElasticVolume { Id = reservoir, Inside = venule, Outside = outside, Value = rest, Unstressed = unstressed });
        build.Network.Add(new Resistance
        {
            Id = bed.Id + ".venous",
            From = venule,
            To = build.Node(bed.Vein),
            Value = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(bed.VenuleResistance),
        });
    }

    private static void Add(BodyBuild build, CompartmentRow row)
    {
        NodeId from = build.Node(row.From), to = build.Node(row.To);
        HydraulicResistance resistance = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(row.Resistance);
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
