using Azygos.Body.Model;

namespace Azygos.Reports.Drawing;

/// <summary>Short names of the published sites for the margin of a drawing; R is the subject's right.</summary>
/// <source choice="abbreviations usual in ultrasound and venography reports; the ids are the stable ones of
/// sites.csv"/>
internal static class SiteNames
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["ijv"] = "IJV",
        ["jugular_bulb"] = "Jugular bulb",
        ["external_jugular"] = "Ext. jugular v.",
        ["vertebral_vein"] = "Vertebral v.",
        ["deep_cervical"] = "Deep cerv. v.",
        ["sss"] = "Sup. sagittal s.",
        ["straight_sinus"] = "Straight sinus",
        ["transverse_sinus"] = "Transverse s.",
        ["sigmoid_sinus"] = "Sigmoid sinus",
        ["torcular"] = "Confluence",
        ["petrosal"] = "Sup. petrosal s.",
        ["petrosal_superior"] = "Sup. petrosal s.",
        ["petrosal_inferior"] = "Inf. petrosal s.",
        ["cavernous"] = "Cavernous s.",
        ["basal_vein"] = "Basal v.",
        ["internal_cerebral_vein"] = "Int. cereb. v.",
        ["galen"] = "V. of Galen",
        ["azygos"] = "Azygos v.",
        ["hemiazygos"] = "Hemiazygos v.",
        ["epidural_plexus_cervical"] = "Epidural, cerv.",
        ["epidural_plexus_thoracic"] = "Epidural, thor.",
        ["epidural_plexus_lumbar"] = "Epidural, lumb.",
        ["lumbar_vein"] = "Asc. lumbar v.",
        ["brachiocephalic"] = "Brachioceph. v.",
        ["svc"] = "Sup. vena cava",
        ["ivc"] = "Inf. vena cava",
        ["ivc_infrarenal"] = "Infrarenal IVC",
        ["renal_vein"] = "Renal v.",
        ["right_atrium"] = "Right atrium",
    };

    /// <summary>Sites that a crowded drawing leaves to the tables.</summary>
    private static readonly Dictionary<string, string> Lesser = new(StringComparer.Ordinal)
    {
        ["suboccipital"] = "Suboccip. pl.",
        ["external_plexus_c1"] = "Ext. plexus C1",
        ["condylar_emissary"] = "Condylar em.",
        ["mastoid_emissary"] = "Mastoid em.",
        ["inferior_sagittal_sinus"] = "Inf. sagittal s.",
        ["inferior_petrosal"] = "Inf. petrosal s.",
        ["cortical_veins"] = "Cortical v.",
        ["labbe"] = "V. of Labbé",
        ["sylvian"] = "Sylvian v.",
        ["hemiazygos_lower"] = "Hemiazygos, low",
        ["accessory_hemiazygos"] = "Acc. hemiazygos",
        ["plexus_c7"] = "Epidural C7",
        ["plexus_t12"] = "Epidural T12",
        ["plexus_l5"] = "Epidural L5",
        ["intervertebral_cervical"] = "Interverteb. C7",
        ["segmental_thoracic"] = "Segmental T12",
        ["lumbar_plexus_link"] = "Lumbar v. L5",
        ["hepatic_vein"] = "Hepatic v.",
        ["femoral_vein"] = "Femoral v.",
        ["brachial_vein"] = "Brachial v.",
    };

    /// <summary>True for a site that keeps its label where a margin is full.</summary>
    public static bool IsLeading(SiteRow site) => Words.ContainsKey(Parts(site).Word);

    /// <summary>The short name; the table's own name where the id is not a known one.</summary>
    public static string Short(SiteRow site)
    {
        (string side, string id, string level) = Parts(site);
        return Words.TryGetValue(id, out string? word) || Lesser.TryGetValue(id, out word)
            ? side + word + level : Cut(site.Name);
    }

    private static (string Side, string Word, string Level) Parts(SiteRow site)
    {
        if (Words.ContainsKey(site.Id)) return ("", site.Id, "");
        List<string> parts = [.. site.Id.Split('_')];
        string level = parts[^1] is "j1" or "j2" or "j3" ? " " + Take(parts, parts[^1]).ToUpperInvariant() : "";
        string side = parts.Contains("right") ? "R " + Drop(parts, "right") : parts.Contains("left") ? "L "
            + Drop(parts, "left") : "";
        return (side, string.Join('_', parts), level);
    }

    private static string Take(List<string> parts, string part)
    {
        parts.Remove(part);
        return part;
    }

    private static string Drop(List<string> parts, string part)
    {
        parts.Remove(part);
        return "";
    }

    private static string Cut(string name) => name.Length <= 18 ? name : name[..17] + "…";
}
