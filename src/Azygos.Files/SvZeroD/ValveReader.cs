using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a valve.</summary>
internal static class ValveReader
{
    private static readonly Dictionary<string, bool> Kinds = new() { ["ValveTanh"] = true, ["PiecewiseValve"] = false };

    /// <summary>Adds a valve and its two connections.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        string name = part.Text("name");
        bool smooth = part.Choice("type", Kinds);
        if (part.Part("params") is { } values)
        {
            ValveBlock valve = new()
            {
                Name = name,
                ShutResistance = values.Number("Rmax", Allowed.Positive),
                OpenResistance = values.Number("Rmin", Allowed.Positive),
                Steepness = smooth ? values.Number("Steepness", Allowed.Positive) : null,
            };
            if (valve.ShutResistance < valve.OpenResistance) values.Fault("Rmax", "must not be below Rmin");
            blocks.Add(valve, part.Value);
            string from = values.Text("upstream_block"), to = values.Text("downstream_block");
            if (values.Has("upstream_block")) blocks.Connect(from, name, values.Value.Members["upstream_block"]);
            if (values.Has("downstream_block")) blocks.Connect(name, to, values.Value.Members["downstream_block"]);
            values.Finish("the parameters of a valve");
        }
        part.Finish("a valve");
    }
}
