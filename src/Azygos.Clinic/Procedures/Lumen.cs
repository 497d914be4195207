using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Procedures;

/// <summary>How open a lesion leaves its vessel, and how it answers to a balloon.</summary>
/// <param name="Vessel">Vessel.</param>
/// <param name="From">Where it begins along the vessel, 0 to 1.</param>
/// <param name="To">Where it ends.</param>
/// <param name="OpenShare">Open share of the lumen at rest [1]; null: set from outside, not by the wall.</param>
/// <param name="Recoil">Share of a balloon's gain that is lost at once [1].</param>
/// <source choice="mean recoil: web or septum 0.2, focal stenosis 0.35, hypoplasia 0.7, compression from outside 0.95;
/// spec of the project, no measurement"/>
public sealed record Lumen(string Vessel, double From, double To, double? OpenShare, double Recoil)
{
    /// <summary>That of a lesion; null where a balloon has nothing to open.</summary>
    /// <param name="lesion">The lesion.</param>
    public static Lumen? Of(Lesion lesion) => lesion switch
    {
        Stenosis one => new(one.Vessel, one.Position, one.Position, 1 - one.AreaReduction, 0.35),
        Membrane one => new(one.Vessel, one.Position, one.Position, 1 - one.AreaReduction, 0.2),
        Septum one => new(one.Vessel, one.Position, one.Position, ShareOf(one.LargerChannel), 0.2),
        Hypoplasia one => new(one.Vessel, one.From, one.To, 1 - one.AreaReduction, 0.7),
        Compression one => new(one.Vessel, one.Position, one.Position, null, 0.95),
        _ => null,
    };

    /// <summary>A lesion with another open share; null: nothing is left of it.</summary>
    /// <param name="lesion">The lesion.</param>
    /// <param name="openShare">Open share afterwards [1].</param>
    public static Lesion? Opened(Lesion lesion, double openShare) => lesion switch
    {
        _ when openShare >= 1 && lesion is not Compression => null,
        Stenosis one => one with { AreaReduction = 1 - openShare },
        Membrane one => one with { AreaReduction = 1 - openShare },
        Septum one => one with { LargerChannel = ChannelOf(openShare) },
        Hypoplasia one => one with { AreaReduction = 1 - openShare },
        _ => lesion,
    };

    // Septum: two channels a and 1 − a resist like the share √(a² + (1 − a)²), and back.
    private static double ShareOf(double larger) => Math.Sqrt(larger * larger + (1 - larger) * (1 - larger));

    private static double ChannelOf(double share) => 0.5 * (1 + Math.Sqrt(Math.Max(0, 2 * share * share - 1)));
}
