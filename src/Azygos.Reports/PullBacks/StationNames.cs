using Azygos.Body.Results;

namespace Azygos.Reports.PullBacks;

/// <summary>Short names of the stations of a pull-back, for the ticks of its figure.</summary>
/// <source choice="abbreviations usual in venography reports; the ids are those of nodes.csv"/>
internal static class StationNames
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["superior_sagittal_sinus_frontal"] = "SSS, frontal",
        ["superior_sagittal_sinus_parietal"] = "SSS, parietal",
        ["torcular"] = "Confluence",
        ["transverse_sigmoid_junction"] = "Transv. | sigmoid",
        ["jugular_bulb"] = "Jugular bulb",
        ["ijv_j3_start"] = "Bulb | J3",
        ["ijv_j3_j2"] = "J3 | J2",
        ["ijv_j2_j1"] = "J2 | J1",
        ["ijv_valve"] = "J1, above valve",
        ["brachiocephalic_confluence"] = "Below valve",
        ["brachiocephalic_start"] = "Brachiocephalic v.",
        ["superior_vena_cava_upper"] = "Top of SVC",
        ["superior_vena_cava_azygos"] = "SVC at azygos",
        ["right_atrium"] = "Right atrium",
    };

    /// <summary>The short name; the node's own name, without the side, where the id is not a known one.</summary>
    public static string Short(PullBackStation station)
    {
        string id = string.Join('_', station.Node.Split('_').Where(part => part is not ("right" or "left")));
        if (station.Node == "right_atrium") id = station.Node;
        return Words.TryGetValue(id, out string? words) ? words : Long(station);
    }

    /// <summary>The node's name without its side, which the heading says.</summary>
    public static string Long(PullBackStation station) => station.Name
        .Replace(", right", "", StringComparison.Ordinal).Replace(", left", "", StringComparison.Ordinal);
}
