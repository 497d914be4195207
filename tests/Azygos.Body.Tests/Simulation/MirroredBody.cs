using Azygos.Body.Model;

namespace Azygos.Body.Tests.Simulation;

/// <summary>A body seen in a mirror: right and left change places everywhere but in the heart, and the tables stand in
/// reverse order.</summary>
internal static class MirroredBody
{
    public static BodyModel Of(BodyModel model) => model with
    {
        Nodes = Turn(model.Nodes, n => n with { Id = Mirror(n.Id), X = -n.X }),
        Vessels = Turn(model.Vessels, v => v with { Id = Mirror(v.Id), From = Mirror(v.From), To = Mirror(v.To) }),
        Beds = Turn(model.Beds, b => b with { Id = Mirror(b.Id), Artery = Mirror(b.Artery), Vein = Mirror(b.Vein) }),
        CerebralBeds = Turn(model.CerebralBeds, b => b with { Id = Mirror(b.Id), Artery = Mirror(b.Artery) }),
        CerebralDrains = Turn(model.CerebralDrains, d => d with { Bed = Mirror(d.Bed), Vein = Mirror(d.Vein) }),
        BridgingVeins = Turn(
            model.BridgingVeins, b => b with { Id = Mirror(b.Id), From = Mirror(b.From), To = Mirror(b.To) }),
        Compartments = Turn(model.Compartments, c => c with { From = Mirror(c.From), To = Mirror(c.To) }),
        Chambers = Turn(model.Chambers, c => c),
        Valves = Turn(model.Valves, v => v with { Id = Mirror(v.Id), From = Mirror(v.From), To = Mirror(v.To) }),
        Sites = Turn(model.Sites, s => s with { Id = Mirror(s.Id), Vessel = Mirror(s.Vessel), Node = Mirror(s.Node) }),
    };

    public static string Mirror(string id) =>
        id.EndsWith("atrium", StringComparison.Ordinal) || id.EndsWith("ventricle", StringComparison.Ordinal)
        ? id
        : string.Join(
            '_', id.Split('_').Select(word => word switch { "right" => "left", "left" => "right", _ => word }));

    private static List<TRow> Turn<TRow>(IReadOnlyList<TRow> rows, Func<TRow, TRow> mirror) =>
        [.. rows.Select(mirror).Reverse()];
}
