using Azygos.Circulation.Blocks;
using Azygos.Circulation.Translations;
using Azygos.Files.Faults;

namespace Azygos.Files.SvOneD;

/// <summary>Reads a network of svOneDSolver (a file of cards, cgs), strictly: what is not understood is refused by
/// name.</summary>
/// <remarks>
/// Static pressure is the same at a joint, as in that program. A segment with a loss STENOSIS stands for the whole loss
/// of its narrowing and has no length of its own.
/// </remarks>
/// <source url="https://simvascular.github.io/documentation/rom_simulation.html" at="1D solver: input file"/>
public static class SvOneDReader
{
    private static readonly string[] Kinds =
    [
        "MODEL", "NODE", "JOINT", "JOINTINLET", "JOINTOUTLET", "SEGMENT", "MATERIAL", "SOLVEROPTIONS", "OUTPUT",
    ];

    /// <summary>The model of a file; null with faults.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static VesselModel? ReadFile(string path, string file, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!File.Exists(path)) faults.Add(file, null, "", "", "is not a file");
        else if (Utf8Text.Read(File.ReadAllBytes(path), file, faults) is { } text) return Read(text, file, faults);
        return null;
    }

    /// <summary>The model of a text; null with faults.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static VesselModel? Read(string text, string file, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(faults);
        int before = faults.Count;
        CardFile cards = CardFile.Read(text, file, faults);
        foreach (Card card in cards.Cards.Where(card => !Kinds.Contains(card.Kind)))
            faults.Add(file, card.Line, card.Kind, string.Join(' ', card.Fields),
                $"is not a card that is understood{Nearest.Suggestion(card.Kind, Kinds)}");
        string name = One(cards, "MODEL", faults) is { } model && model.Has(1, "name") ? model.Fields[0] : "";
        Card? options = One(cards, "SOLVEROPTIONS", faults);
        Dictionary<string, Material> materials = Materials(cards);
        List<Segment> segments = [.. cards.Of("SEGMENT").Select(Segment.Read).OfType<Segment>()];
        if (!cards.Of("SEGMENT").Any()) faults.Add(file, null, "SEGMENT", "", "there is none");
        if (faults.Count > before || options is null
            || !options.Has(6, "step, interval of output, steps, quadrature points, inlet table, inlet kind"))
            return null;

        double step = options.Positive("step", 0, "s");
        int interval = options.Whole("interval of output", 1), steps = options.Whole("steps", 2);
        CardNetwork? network = CardNetwork.Read(cards, materials, segments, options);
        if (interval < 1 || steps < 1) options.Fault("steps", 2, "and the interval of output must be 1 at least");
        if (faults.Count > before || network is null) return null;
        return new VesselModel
        {
            Name = name,
            Network = network.Network,
            Start = network.Start,
            Units = BlockUnits.Cgs,
            Recorded = network.Recorded,
            Mapping = network.Mapping,
            WithoutEffect = ["SOLVEROPTIONS (quadrature, tolerance, formulation)", "SEGMENT (elements, angle, branch)", "OUTPUT"],
            Plan = new TimedPlan(steps * step) { SampleInterval = Math.Min(interval, steps) * step, LargestStep = step },
        };
    }

    private static Card? One(CardFile cards, string kind, FaultList faults)
    {
        Card[] found = [.. cards.Of(kind)];
        if (found.Length == 0) faults.Add(cards.Name, null, kind, "", "there is none; a model has one");
        foreach (Card twice in found.Skip(1)) twice.Fault("", -1, "stands twice; a model has one");
        return found.Length == 0 ? null : found[0];
    }

    private static Dictionary<string, Material> Materials(CardFile cards)
    {
        Dictionary<string, Material> materials = [];
        foreach (Card card in cards.Of("MATERIAL"))
            if (Material.Read(card) is { } material && !materials.TryAdd(card.Fields[0], material))
                card.Fault("name", 0, "stands twice; every material needs a name of its own");
        return materials;
    }
}
