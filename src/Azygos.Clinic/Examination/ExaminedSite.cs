using Azygos.Body.Model;
using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Examination;

/// <summary>A place that the examination looks at, on a vessel of the model.</summary>
/// <param name="Id">Id of the site.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Vein">The vein that it belongs to.</param>
/// <param name="Kind">Kind of the vein.</param>
/// <param name="Level">Level of a jugular vein, or empty.</param>
/// <param name="Vessel">Id of the vessel.</param>
/// <param name="Position">Place along it, 0 to 1.</param>
/// <param name="RoundArea">Lumen at rest, taken as just round [m²].</param>
/// <source choice="the sites that the two published protocols name, where the model has them"/>
public sealed record ExaminedSite(
    string Id, string Name, string Vein, VeinKind Kind, string Level, string Vessel, double Position, double RoundArea)
{
    /// <summary>True where the probe presses on the vein: jugular veins lie under the skin; vertebral veins run through
    /// bone, and what is inside the skull is seen through it.</summary>
    public bool IsPressed => Kind == VeinKind.Jugular;

    /// <summary>True where the operator holds the probe to the neck, not to the temple.</summary>
    public bool IsInNeck => Kind is VeinKind.Jugular or VeinKind.Vertebral;

    private static readonly (string Pattern, VeinKind Kind)[] Paired =
    [
        ("vertebral_vein_", VeinKind.Vertebral),
        ("basal_vein_", VeinKind.Basal),
        ("internal_cerebral_vein_", VeinKind.DeepCerebral),
        ("transverse_sinus_", VeinKind.Sinus),
        ("cavernous_", VeinKind.Sinus),
        ("petrosal_", VeinKind.Sinus),
        ("inferior_petrosal_", VeinKind.Sinus),
        ("common_carotid_", VeinKind.Artery),
        ("vertebral_artery_", VeinKind.Artery),
    ];

    private static readonly string[] Sides = ["right", "left"];

    /// <summary>The sites that an operator examines in a body; sites that the model lacks are left out.</summary>
    /// <param name="model">The body.</param>
    /// <param name="who">The operator.</param>
    /// <param name="rules">The rules, which name the veins inside the skull.</param>
    public static IReadOnlyList<ExaminedSite> Of(BodyModel model, Operator who, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(rules);
        var wanted = new List<(string Site, string Vein, VeinKind Kind, string Level)>();
        foreach (string side in Sides)
            foreach (string level in who.Levels)
                wanted.Add(($"ijv_{side}_{level}", $"ijv_{side}", VeinKind.Jugular, level));
        foreach ((string pattern, VeinKind kind) in Paired)
            foreach (string side in Sides)
                wanted.Add((pattern + side, pattern + side, kind, ""));
        wanted.Add(("galen", "galen", VeinKind.DeepCerebral, ""));
        return [.. wanted.Where(one => one.Kind is VeinKind.Jugular or VeinKind.Vertebral or VeinKind.Artery
                || rules.DeepVeins.Contains(one.Kind)).Select(one => Find(model, who, one)).OfType<ExaminedSite>()];
    }

    private static ExaminedSite? Find(
        BodyModel model, Operator who, (string Site, string Vein, VeinKind Kind, string Level) wanted)
    {
        SiteRow? row = model.Sites.FirstOrDefault(site => site.Id == wanted.Site && site.Vessel.Length > 0);
        VesselRow? vessel = row is null ? null : model.Vessels.FirstOrDefault(v => v.Id == row.Vessel);
        return vessel is null ? null : new ExaminedSite(
            row!.Id, row.Name, wanted.Vein, wanted.Kind, wanted.Level, vessel.Id,
            wanted.Kind == VeinKind.Jugular ? who.Position ?? row.Position : row.Position,
            Quantities.Area.FromSquareCentimetres(vessel.RestArea).SquareMetres);
    }
}
