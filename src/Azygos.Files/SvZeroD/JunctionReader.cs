using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a junction.</summary>
internal static class JunctionReader
{
    private static readonly Dictionary<string, Func<string, ModelPart, Block>> Kinds = new()
    {
        ["NORMAL_JUNCTION"] = (name, _) => new JunctionBlock { Name = name },
        ["internal_junction"] = (name, _) => new JunctionBlock { Name = name },
        ["resistive_junction"] = Resistive,
        ["BloodVesselJunction"] = Vessels,
    };

    /// <summary>Adds a junction and its connections.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        string name = part.Text("junction_name");
        if (part.Choice("junction_type", Kinds) is { } kind) blocks.Add(kind(name, part), part.Value);
        foreach ((string vessels, string others, bool enters) in new[]
            { ("inlet_vessels", "inlet_blocks", true), ("outlet_vessels", "outlet_blocks", false) })
        {
            if (part.Has(vessels) && part.Has(others)) part.Fault(others, $"must not stand beside {vessels}");
            bool byName = part.Has(others);
            foreach (PlacedValue item in part.List(byName ? others : vessels))
            {
                string other = byName ? blocks.File.Text(item) : blocks.Vessel(item);
                if (enters) blocks.Connect(other, name, item);
                else blocks.Connect(name, other, item);
            }
        }
        // Geometry of the three-dimensional model: without effect in the format's equations.
        part.Ignore("areas", "tangents");
        part.Finish("a junction");
    }

    private static ResistiveJunctionBlock Resistive(string name, ModelPart part)
    {
        ResistiveJunctionBlock junction = new() { Name = name, Resistances = [] };
        if (part.Part("junction_values") is not { } values) return junction;
        junction = junction with { Resistances = values.Numbers("R", Allowed.Positive) };
        values.Finish("the values of resistive_junction");
        return junction;
    }

    private static VesselJunctionBlock Vessels(string name, ModelPart part)
    {
        VesselJunctionBlock junction = new() { Name = name, Resistances = [], Inertances = [], Stenoses = [] };
        if (part.Part("junction_values") is not { } values) return junction;
        double[] R = values.Numbers("R_poiseuille", Allowed.NotNegative);
        junction = junction with
        {
            Resistances = R,
            Inertances = Beside("L"),
            Stenoses = Beside("stenosis_coefficient"),
        };
        if (values.Has("C") && values.Numbers("C").Any(compliance => compliance != 0))
            values.Fault("C", "must be 0: a compliance in a junction is not understood");
        values.Finish("the values of BloodVesselJunction");
        return junction;

        double[] Beside(string key)
        {
            double[] numbers = values.Numbers(key, Allowed.NotNegative);
            if (numbers.Length == R.Length) return numbers;
            if (values.Has(key)) values.Fault(key, $"must have as many values as R_poiseuille, {R.Length}");
            return new double[R.Length];
        }
    }
}
