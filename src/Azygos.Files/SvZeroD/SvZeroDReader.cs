using System.Text;
using System.Text.Json;
using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a model of svZeroDSolver (JSON), strictly: what is not understood is refused by name.</summary>
/// <source url="https://simvascular.github.io/svZeroDSolver/index.html" at="input file format"/>
public static class SvZeroDReader
{
    /// <summary>The name of the heart of a closed loop, and of the junctions before and behind it.</summary>
    internal const string Heart = "CLH", HeartInlet = "J_heart_inlet", HeartOutlet = "J_heart_outlet";

    /// <summary>The model of a file, or null with faults.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    /// <param name="units">Its units; null: cgs, as the format has it.</param>
    public static BlockModel? ReadFile(string path, string file, FaultList faults, BlockUnits? units = null)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!File.Exists(path)) faults.Add(file, null, "", "", "is not a file");
        else if (Utf8Text.Read(File.ReadAllBytes(path), file, faults) is { } text)
            return Read(text, file, faults, units);
        return null;
    }

    /// <summary>The model, or null with faults.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    /// <param name="units">Its units; null: cgs, as the format has it.</param>
    public static BlockModel? Read(string text, string file, FaultList faults, BlockUnits? units = null)
    {
        ArgumentNullException.ThrowIfNull(faults);
        int before = faults.Count;
        PlacedValue? root = PlacedValue.Read(Encoding.UTF8.GetBytes(text), file, faults);
        if (root is null || faults.Count > before) return null;
        ModelFile place = new(file, faults);
        if (root.Kind != JsonValueKind.Object)
        {
            place.Fault(root, "must be an object");
            return null;
        }
        BlockModel model = Read(new ModelPart(root, place), place) with { Units = units ?? BlockUnits.Cgs };
        return faults.Count > before ? null : model;
    }

    private static BlockModel Read(ModelPart root, ModelFile file)
    {
        root.Ignore("description");
        BlockList blocks = new(file);
        BlockPlan? plan = root.Part("simulation_parameters") is { } parameters ? PlanReader.Read(parameters) : null;
        foreach (ModelPart part in root.Parts("vessels")) VesselReader.Read(part, blocks);
        foreach (ModelPart part in root.Parts("boundary_conditions")) BoundaryReader.Read(part, blocks);
        foreach (ModelPart part in root.Parts("junctions")) JunctionReader.Read(part, blocks);
        foreach (ModelPart part in root.Parts("closed_loop_blocks")) HeartReader.Read(part, blocks);
        foreach (ModelPart part in root.Parts("valves")) ValveReader.Read(part, blocks);
        foreach (ModelPart part in root.Parts("chambers")) ChamberReader.Read(part, blocks);
        ModelPart? initial = root.OptionalPart("initial_condition"), slopes = root.OptionalPart("initial_condition_d");
        root.Ignore("initial_condition_d");
        root.Finish("a model");
        blocks.Check();
        BlockModel model = new()
        {
            Blocks = blocks.Blocks,
            Connections = blocks.Connections,
            WithoutEffect = file.WithoutEffect,
            Plan = (plan ?? new BlockPlan { Period = 1, Cycles = 1, PointsPerCycle = 2 }) with
            { Period = file.CyclePeriod },
        };
        Initial(slopes, model);
        if (file.Faults.Count == blocks.FaultsBefore && BlockSimulation.WhyNot(model) is { } reason)
            file.Fault(root.Value, $"makes no network: {reason}");
        return model with { Initial = Initial(initial, model) };
    }

    private static Dictionary<string, double> Initial(ModelPart? part, BlockModel model)
    {
        Dictionary<string, double> values = [];
        if (part is null) return values;
        HashSet<string> known =
        [
            "pressure_all", "flow_all",
            .. model.Connections.SelectMany(one => new[] { $"flow:{one.Name}", $"pressure:{one.Name}" }),
            .. model.Blocks.SelectMany(block => block.Variables),
        ];
        foreach (string key in part.Value.Members.Keys.Where(key => !key.StartsWith('_')))
            if (known.Contains(key)) values[key] = part.Number(key);
            else part.Fault(key, $"is no variable of this model{Nearest.Suggestion(key, known)}");
        return values;
    }
}
