using System.Text.Json;
using System.Text.RegularExpressions;
using Azygos.Circulation.Blocks;
using Azygos.Circulation.Verification;
using Azygos.Files.Faults;
using Azygos.Files.SvZeroD;

namespace Azygos.Files.Benchmarks;

/// <summary>A case file as a whole.</summary>
internal sealed partial class CaseDocument(PlacedValue root, CaseFolder folder)
{
    /// <summary>The case with what its runs replace; null where the file is no case. Faults go to the folder.</summary>
    public VerificationCase? Read(string below)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            folder.Fault(root, "must be an object");
            return null;
        }
        int before = folder.Faults.Count;
        CasePart part = new(root, folder);
        part.Constant("schema", BenchmarkNames.Schema);
        // Another version has other keys: their faults would hide the one that matters.
        if (folder.Faults.Count > before) return null;
        (VerificationCase read, IReadOnlyList<RunReader.ReadRun> runs) = Parts(part);
        NameFits(part, read.Name, below);
        new CaseLinks(root, folder, read).Check();
        foreach (RunReader.Replacement one in runs.SelectMany(run => run.Replaced))
            if (root.At(one.Path) is not { Kind: JsonValueKind.Number })
                one.Part.Fault("path", "does not lead to a number of this case");
        if (folder.Faults.Count > before) return null;
        return read with
        {
            Replaced = runs.Where(run => run.Replaced.Count > 0)
                .ToDictionary(run => run.Run.Id, run => With(run.Run.Id, run.Replaced)),
        };
    }

    private VerificationCase With(string run, IReadOnlyList<RunReader.Replacement> replaced)
    {
        PlacedValue changed = replaced.Aggregate(root, (value, one) => value.With(one.Path, one.Value));
        FaultList faults = new();
        CaseFolder place = folder.Reporting(faults);
        VerificationCase read = Parts(new CasePart(changed, place)).Case;
        new CaseLinks(changed, place, read).Check();
        foreach (Fault fault in faults.Found)
            folder.Faults.Add(fault with { Message = $"in run {run}, which replaces numbers: {fault.Message}" });
        return read;
    }

    private static (VerificationCase Case, IReadOnlyList<RunReader.ReadRun> Runs) Parts(CasePart part)
    {
        part.Constant("schema", BenchmarkNames.Schema);
        CaseFamily family = part.Choice("family", BenchmarkNames.Families);
        string name = part.Text("case"), description = part.Text("description"), source = part.Text("source");
        CaseNetwork network = Network(part, family);
        RunReader.ReadRun[] runs = [.. part.Parts("runs", atLeast: 1).Select(RunReader.Read)];
        CaseProbe[] probes = [.. part.Parts("probes", atLeast: 1).Select(ProbeReader.Read)];
        string[] probeIds = [.. probes.Select(probe => probe.Id)];
        CaseReference[] references =
            [.. part.Parts("references", atLeast: 0).Select(one => ReferenceReader.Read(one, probeIds))];
        Bar[] bars = [.. part.Parts("bars", atLeast: 1).Select(BarReader.Read)];
        part.Finish();
        return (new VerificationCase
        {
            Name = name,
            Family = family,
            Description = description,
            Source = source,
            Network = network,
            Runs = [.. runs.Select(run => run.Run)],
            Probes = probes,
            References = references,
            Bars = bars,
        }, runs);
    }

    private static CaseNetwork Network(CasePart part, CaseFamily family)
    {
        bool vessels = part.Has("vessels"), elements = part.Has("elements"), model = part.Has("model");
        if (family == CaseFamily.SvZeroD)
        {
            if (!model) part.Fault("lacks the key model, which this family needs");
            if (vessels) part.Fault("vessels", "must not stand beside model");
            if (elements) part.Fault("elements", "must not stand beside model");
        }
        else
        {
            if (model) part.Fault("model", "belongs to the family svzerod only");
            if (!vessels && !elements) part.Fault("lacks vessels or elements");
        }
        foreach (string key in new[] { "fluid", "gravity_m_s2", "nodes" })
            if (vessels && !part.Has(key)) part.Fault($"lacks the key {key}, which vessels need");
        double? gravity = part.Has("gravity_m_s2") ? part.NumberOrNull("gravity_m_s2") : null;
        return new CaseNetwork
        {
            Fluid = Fluid(part.OptionalPart("fluid")),
            Gravity = gravity,
            Vessels = [.. part.OptionalParts("vessels", atLeast: 1).Select(one => VesselReader.Read(one, gravity))],
            Nodes = [.. part.OptionalParts("nodes", atLeast: 1).Select(NodeReader.Read)],
            Elements = [.. part.OptionalParts("elements", atLeast: 1).Select(ElementReader.Read)],
            Model = Model(part.OptionalPart("model")),
        };
    }

    private static CaseFluid? Fluid(CasePart? part)
    {
        if (part is null) return null;
        CaseFluid fluid = new(
            part.Number("density_kg_m3", Allowed.Positive), part.Number("viscosity_Pa_s", Allowed.NotNegative),
            part.NumberOrNull("profile_zeta", Allowed.Positive), part.Number("momentum_factor", Allowed.AtLeastOne));
        part.Finish();
        return fluid;
    }

    private static ForeignModel? Model(CasePart? part)
    {
        if (part is null) return null;
        part.Constant("format", "svzerod-json");
        BlockModel? model = part.Folder.Content(part, "file", "json") is { } text
            ? SvZeroDReader.Read(text, part.Folder.Named(part.Text("file")), part.Folder.Faults) : null;
        part.Finish();
        return model is null ? null : new ForeignModel("svzerod-json", model);
    }

    /// <summary>The name must be the folder's path, as far as the folder that was asked for shows it.</summary>
    private static void NameFits(CasePart part, string name, string below)
    {
        if (name.Length == 0) return;
        if (!NamePattern.IsMatch(name)) part.Fault("case", "must be a path of at least two names joined by /");
        bool fits = below == "." || name == below || name.EndsWith('/' + below, StringComparison.Ordinal)
            || below.EndsWith('/' + name, StringComparison.Ordinal);
        if (!fits) part.Fault("case", $"must be the folder's path below the root of the set; the folder is {below}");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)+\z")]
    private static partial Regex NamePattern { get; }
}
