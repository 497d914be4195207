using Azygos.Circulation.Blocks;
using Azygos.Circulation.Translations;
using Azygos.Circulation.Vessels;
using Azygos.Files.Faults;
using Azygos.Files.Yaml;

namespace Azygos.Files.OpenBf;

/// <summary>Reads a network of arteries of openBF (YAML, and a table of the inflow), strictly: what is not understood is
/// refused by name.</summary>
/// <remarks>
/// Rp and Rd are the radii at the two ends of a vessel, as the format documents them; openBF's own results for tapered
/// vessels are not reproduced, because its mesh hardly tapers. Two-element windkessels and matched ones take the
/// impedance of the vessel at rest.
/// </remarks>
/// <source doi="10.21105/joss.00505" at="openBF: input"/>
/// <source url="https://insigneo.github.io/openBF/dev/config/" at="keys of a model"/>
public static class OpenBfReader
{
    private const double MostPeriods = 400;

    /// <summary>The model of a file and of the table of its inflow beside it; null with faults.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static VesselModel? ReadFile(string path, string file, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!File.Exists(path))
        {
            faults.Add(file, null, "", "", "is not a file");
            return null;
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Read(File.ReadAllBytes(path), file, faults, inlet =>
        {
            // A name, not a way out of the folder.
            string table = Path.Combine(folder, inlet);
            return Path.GetFileName(inlet) == inlet && File.Exists(table)
                ? Utf8Text.Read(File.ReadAllBytes(table), inlet, faults)
                : null;
        });
    }

    /// <summary>The model of a text; null with faults.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    /// <param name="table">The text of a table by its name; null when there is none.</param>
    public static VesselModel? Read(
        ReadOnlySpan<byte> bytes, string file, FaultList faults, Func<string, string?> table)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(table);
        int before = faults.Count;
        if (YamlReader.Read(bytes, file, faults) is not { } root) return null;
        OpenBfPart top = new(root, "", file, faults);
        List<string> withoutEffect = [];
        string name = top.Text("project_name");
        string inletName = top.OptionalText("inlet_file") ?? $"{name}_inlet.dat";
        foreach (string key in (string[])["write_results", "output_directory"]) top.Ignore(key, withoutEffect);
        Blood? blood = BloodOf(top, file, faults);
        double periods = SolverOf(top, file, faults, withoutEffect);
        List<OpenBfPart> parts = Parts(top, file, faults);
        top.Finish("a model");
        string? text = table(inletName);
        if (text is null) top.Fault("inlet_file", $"there is no table '{inletName}' beside the file");
        InletTable? inlet = text is null ? null : InletTable.Read(text, inletName, faults);
        if (blood is null || parts.Count == 0 || faults.Count > before && parts.All(part => !part.Has("sn"))) return null;

        OpenBfNetwork network = OpenBfNetwork.Read(parts, blood, inlet, withoutEffect, file, faults);
        if (faults.Count > before) return null;
        return new VesselModel
        {
            Name = name,
            Network = network.Network!,
            Units = new BlockUnits(1, 1, "SI"),
            Recorded = network.Recorded,
            Mapping = [new(inletName, FormattableString.Invariant(
                $"inflow at node 1, {inlet!.Times.Length} rows, repeated every {inlet.Period:G6} s")), .. network.Mapping],
            WithoutEffect = [.. withoutEffect.Select(WithoutNumber).Distinct()],
            Plan = new PeriodicPlan(inlet.Period, (int)Math.Max(2, periods)) { SampleInterval = inlet.Period / 200 },
        };
    }

    // Of every vessel alike: network[3].M and network[4].M are told once.
    private static string WithoutNumber(string path) =>
        path.StartsWith("network[", StringComparison.Ordinal) ? $"network.{path[(path.IndexOf('.') + 1)..]}" : path;

    private static Blood? BloodOf(OpenBfPart top, string file, FaultList faults)
    {
        if (Part(top, "blood", file, faults) is not { } part) return null;
        double density = part.Number("rho", value => value > 0, "a density above 0 [kg/m3]");
        double viscosity = part.Number("mu", value => value >= 0, "a viscosity of 0 or above [Pa s]");
        part.Finish("the blood");
        return double.IsNaN(density + viscosity) ? null : new Blood(density, viscosity);
    }

    // The mesh, the step and the end of a run are this project's own.
    private static double SolverOf(OpenBfPart top, string file, FaultList faults, List<string> withoutEffect)
    {
        if (Part(top, "solver", file, faults) is not { } part) return MostPeriods;
        foreach (string key in (string[])["Ccfl", "jump", "convergence_tolerance"]) part.Ignore(key, withoutEffect);
        double cycles = part.OptionalNumber(
            "cycles", value => value >= 1 && value == Math.Floor(value), "a whole number of at least 1") ?? MostPeriods;
        part.Finish("the solver");
        return cycles;
    }

    private static OpenBfPart? Part(OpenBfPart top, string key, string file, FaultList faults)
    {
        if (top.Required(key) is not { } node) return null;
        if (node is YamlMapping mapping) return new OpenBfPart(mapping, $"{key}.", file, faults);
        top.Fault(key, $"needs keys with values, not {node.Words}");
        return null;
    }

    private static List<OpenBfPart> Parts(OpenBfPart top, string file, FaultList faults)
    {
        if (top.Required("network") is not { } node) return [];
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            top.Fault("network", "needs a list of vessels");
            return [];
        }
        List<OpenBfPart> parts = [];
        for (int i = 0; i < list.Items.Count; i++)
            if (list.Items[i] is YamlMapping mapping) parts.Add(new(mapping, $"network[{i}].", file, faults));
            else faults.Add(file, list.Items[i].Line, $"network[{i}]", "", "needs the keys of a vessel");
        return parts;
    }
}
