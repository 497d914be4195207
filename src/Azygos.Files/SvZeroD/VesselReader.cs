using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a vessel.</summary>
internal static class VesselReader
{
    private static readonly Dictionary<string, bool> Kinds = new() { ["BloodVessel"] = false, ["BloodVesselCRL"] = true };

    /// <summary>Adds a vessel and what it is connected to.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        string name = part.Text("vessel_name");
        int id = part.Whole("vessel_id", atLeast: 0);
        if (part.Has("vessel_id")) blocks.Number(id, name, part.Value.Members["vessel_id"]);
        part.Number("vessel_length", 1, Allowed.Positive);
        part.Ignore("vessel_length");
        bool compliantInlet = part.Choice("zero_d_element_type", Kinds);
        VesselBlock vessel = new() { Name = name, CompliantInlet = compliantInlet };
        if (part.Part("zero_d_element_values") is { } values)
        {
            vessel = vessel with
            {
                Resistance = values.Number("R_poiseuille", Allowed.NotNegative),
                Compliance = values.Number("C", 0, Allowed.NotNegative),
                Inertance = values.Number("L", 0, Allowed.NotNegative),
                Stenosis = values.Number("stenosis_coefficient", 0, Allowed.NotNegative),
            };
            values.Finish("the values of a vessel");
        }
        blocks.Add(vessel, part.Value);
        if (part.OptionalPart("boundary_conditions") is { } ends)
        {
            if (ends.Has("inlet")) blocks.Connect(ends.Text("inlet"), name, ends.Value.Members["inlet"]);
            if (ends.Has("outlet")) blocks.Connect(name, ends.Text("outlet"), ends.Value.Members["outlet"]);
            ends.Finish("the boundary conditions of a vessel");
        }
        part.Finish("a vessel");
    }
}
