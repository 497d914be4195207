using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Files.Cases;

namespace Azygos.Lab.Bodies;

/// <summary>A model as the page draws it: vessels with their ends in space, sites, normal values, sources.</summary>
internal static partial class ModelDocument
{
    public static JsonObject Of(BodyModel read, AnatomicalDetail detail)
    {
        BodyModel model = read.At(detail);
        if (model.HasWaves) model = ShortVessels.Merged(model);
        Dictionary<string, NodeRow> nodes = model.Nodes.ToDictionary(node => node.Id);
        ILookup<string, SiteRow> bySite = model.Sites.Where(site => site.Vessel.Length > 0).ToLookup(site => site.Vessel);
        return new JsonObject
        {
            ["id"] = model.Id,
            ["name"] = model.Name,
            ["description"] = model.Description,
            ["detail"] = DetailWords.Words.First(word => word.Value == detail).Key,
            ["hash"] = model.Hash,
            ["vessels"] = All(model.Vessels, vessel => With(new JsonObject
            {
                ["id"] = vessel.Id,
                ["name"] = vessel.Name,
                ["kind"] = vessel.Kind,
                ["region"] = vessel.Region,
                ["from"] = vessel.From,
                ["to"] = vessel.To,
                ["from_xyz"] = At(nodes[vessel.From]),
                ["to_xyz"] = At(nodes[vessel.To]),
                ["length_cm"] = vessel.Length,
                ["rest_area_cm2"] = vessel.RestArea,
                ["space"] = vessel.Space.ToString().ToLowerInvariant(),
                ["site"] = bySite[vessel.Id].FirstOrDefault()?.Id,
            }, vessel.Provenance)),
            ["nodes"] = All(model.Nodes, node => With(new JsonObject
            {
                ["id"] = node.Id,
                ["name"] = node.Name,
                ["xyz"] = At(node),
            }, node.Provenance)),
            ["bridging_veins"] = All(model.BridgingVeins, vein => new JsonObject
            {
                ["id"] = vein.Id,
                ["name"] = vein.Name,
                ["from"] = vein.From,
                ["to"] = vein.To,
                ["from_xyz"] = At(nodes[vein.From]),
                ["to_xyz"] = At(nodes[vein.To]),
            }),
            ["valves"] = All(model.Valves, valve => new JsonObject
            {
                ["id"] = valve.Id,
                ["name"] = valve.Name,
                ["kind"] = valve.Kind,
                ["from"] = valve.From,
                ["to"] = valve.To,
                ["xyz"] = At(nodes[valve.From]),
            }),
            ["sites"] = All(model.Sites, site => Site(site, model, nodes)),
            ["normal"] = All(model.Validation, row => With(new JsonObject
            {
                ["id"] = row.Id,
                ["label"] = row.Label,
                ["quantity"] = row.Quantity,
                ["sites"] = new JsonArray([.. SiteOf().Matches(row.Quantity).Select(match => match.Groups[1].Value)
                    .Where(id => model.Sites.Any(site => site.Id == id)).Distinct().Select(id => JsonValue.Create(id))]),
                ["posture"] = row.Posture,
                ["value"] = row.Value,
                ["low"] = row.Low,
                ["high"] = row.High,
                ["unit"] = row.Unit,
                ["band"] = row.Band,
                ["use"] = row.Use,
            }, row.Provenance)),
            ["sources"] = All(model.Sources.Values, source => new JsonObject
            {
                ["key"] = source.Key,
                ["citation"] = source.Citation,
                ["doi"] = source.Doi,
                ["seen"] = source.Seen,
            }),
        };
    }

    private static JsonObject Site(SiteRow site, BodyModel model, Dictionary<string, NodeRow> nodes)
    {
        JsonObject json = new() { ["id"] = site.Id, ["name"] = site.Name, ["group"] = site.Group, ["note"] = site.Note };
        if (site.Vessel.Length == 0)
        {
            json["node"] = site.Node;
            json["xyz"] = At(nodes[site.Node]);
            return json;
        }
        VesselRow vessel = model.Vessels.First(row => row.Id == site.Vessel);
        (NodeRow a, NodeRow b) = (nodes[vessel.From], nodes[vessel.To]);
        json["vessel"] = site.Vessel;
        json["position"] = site.Position;
        json["xyz"] = new JsonArray(Along(a.X, b.X), Along(a.Y, b.Y), Along(a.Z, b.Z));
        return json;

        double Along(double from, double to) => from + site.Position * (to - from);
    }

    private static JsonArray All<T>(IEnumerable<T> rows, Func<T, JsonObject> of) => [.. rows.Select(of)];

    private static JsonArray At(NodeRow node) => [node.X, node.Y, node.Z];

    private static JsonObject With(JsonObject json, Provenance provenance)
    {
        json["basis"] = provenance.Basis.ToString() switch
        {
            nameof(Basis.PublishedSecondary) => "published_secondary",
            { } word => word.ToLowerInvariant(),
        };
        json["source"] = provenance.Source;
        json["note"] = provenance.Note;
        return json;
    }

    /// <summary>A site in a quantity's key, such as <c>flow:ijv_right_j2</c>.</summary>
    [GeneratedRegex(@"(?:flow|pressure|area|velocity):([a-z0-9_]+)")]
    private static partial Regex SiteOf();
}
