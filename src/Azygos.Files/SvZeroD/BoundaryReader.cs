using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a boundary condition.</summary>
internal static class BoundaryReader
{
    private static readonly Dictionary<string, Func<string, ModelPart, Block>> Kinds = new()
    {
        ["FLOW"] = (name, values) => new FlowBlock { Name = name, Flow = values.Varying("Q") },
        ["PRESSURE"] = (name, values) => new PressureBlock { Name = name, Pressure = values.Varying("P") },
        ["RESISTANCE"] = (name, values) => new ResistanceBlock
        {
            Name = name,
            Resistance = values.Varying("R", Allowed.Positive),
            Distal = values.Varying("Pd"),
        },
        ["RCR"] = (name, values) => new WindkesselBlock
        {
            Name = name,
            Proximal = values.Varying("Rp", Allowed.NotNegative),
            Compliance = values.Number("C", Allowed.NotNegative),
            Distal = values.Varying("Rd", Allowed.Positive),
            DistalPressure = values.Varying("Pd"),
        },
        ["CORONARY"] = (name, values) => new CoronaryBlock
        {
            Name = name,
            Arterial = values.Varying("Ra1", Allowed.Positive),
            Microvascular = values.Varying("Ra2", Allowed.Positive),
            Venous = values.Varying("Rv1", Allowed.Positive),
            ArterialCompliance = values.Number("Ca", Allowed.NotNegative),
            MuscleCompliance = values.Number("Cc", Allowed.Positive),
            MusclePressure = values.Varying("Pim"),
            VenousPressure = values.Varying("P_v"),
        },
        ["ClosedLoopRCR"] = ClosedWindkessel,
        ["ClosedLoopCoronaryLeft"] = (name, values) => ClosedCoronary(name, values, HeartSide.Left),
        ["ClosedLoopCoronaryRight"] = (name, values) => ClosedCoronary(name, values, HeartSide.Right),
    };

    private static readonly HashSet<string> Closed =
        ["ClosedLoopRCR", "ClosedLoopCoronaryLeft", "ClosedLoopCoronaryRight"];

    /// <summary>Adds a boundary condition; who is connected to it says so elsewhere.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        string name = part.Text("bc_name");
        Func<string, ModelPart, Block>? kind = part.Choice("bc_type", Kinds);
        if (part.Part("bc_values") is { } values && kind is not null)
        {
            blocks.Add(kind(name, values), part.Value);
            values.Finish($"the values of {part.Value.Members["bc_type"].Text}");
            if (Closed.Contains(part.Value.Members["bc_type"].Text)) blocks.ToHeart.Add((name, part.Value));
        }
        part.Finish("a boundary condition");
    }

    private static WindkesselBlock ClosedWindkessel(string name, ModelPart values)
    {
        if (!values.Flag("closed_loop_outlet", false))
            values.Fault("closed_loop_outlet", "must be true: an outlet that leads nowhere is not understood");
        return new WindkesselBlock
        {
            Name = name,
            Proximal = new BlockValue(values.Number("Rp", Allowed.NotNegative)),
            Compliance = values.Number("C", Allowed.NotNegative),
            Distal = new BlockValue(values.Number("Rd", Allowed.Positive)),
        };
    }

    private static CoronaryBlock ClosedCoronary(string name, ModelPart values, HeartSide side) => new()
    {
        Name = name,
        Arterial = new BlockValue(values.Number("Ra", Allowed.Positive)),
        Microvascular = new BlockValue(values.Number("Ram", Allowed.Positive)),
        Venous = new BlockValue(values.Number("Rv", Allowed.Positive)),
        ArterialCompliance = values.Number("Ca", Allowed.NotNegative),
        MuscleCompliance = values.Number("Cim", Allowed.Positive),
        Side = side,
    };
}
