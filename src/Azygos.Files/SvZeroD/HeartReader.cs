using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads the heart and lungs of a closed loop.</summary>
internal static class HeartReader
{
    private static readonly Dictionary<string, bool> Kinds = new() { ["ClosedLoopHeartAndPulmonary"] = true };

    /// <summary>Adds the heart, the junctions before and behind it, and their connections.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        part.Choice("closed_loop_type", Kinds);
        part.Ignore("name");
        double period = part.Number("cardiac_cycle_period", Allowed.Positive);
        if (part.Has("cardiac_cycle_period"))
            blocks.File.Period(part.Value.Members["cardiac_cycle_period"], period);
        if (part.Part("parameters") is { } values)
        {
            blocks.Add(Heart(values), part.Value);
            values.Finish("the parameters of ClosedLoopHeartAndPulmonary");
        }
        blocks.Add(new JunctionBlock { Name = SvZeroDReader.HeartInlet }, part.Value);
        blocks.Add(new JunctionBlock { Name = SvZeroDReader.HeartOutlet }, part.Value);
        blocks.Connect(SvZeroDReader.HeartInlet, SvZeroDReader.Heart, part.Value);
        foreach ((string name, PlacedValue at) in blocks.ToHeart)
            blocks.Connect(name, SvZeroDReader.HeartInlet, at);
        blocks.Connect(SvZeroDReader.Heart, SvZeroDReader.HeartOutlet, part.Value);
        foreach (PlacedValue item in part.List("outlet_blocks"))
            blocks.Connect(SvZeroDReader.HeartOutlet, blocks.File.Text(item), item);
        part.Finish("a closed loop");
    }

    private static HeartBlock Heart(ModelPart values)
    {
        double systole = values.Number("Tsa", Allowed.Positive);
        if (systole > 1) values.Fault("Tsa", "must be a share of the cycle, at most 1");
        return new HeartBlock
        {
            Name = SvZeroDReader.Heart,
            Atria = new AtrialKick(systole, values.Number("tpwave", Allowed.Positive)),
            Right = Side(values, ("Lra_v", "Rra_v"), ("Lrv_a", "Rrv_a"), "Erv_s", "Vrv_u", "ra"),
            Left = Side(values, ("Lla_v", "Rla_v"), ("Llv_a", "Rlv_ao"), "Elv_s", "Vlv_u", "la"),
            PulmonaryResistance = values.Number("Rpd", Allowed.Positive),
            PulmonaryCompliance = values.Number("Cp", Allowed.Positive),
            AorticCompliance = values.Number("Cpa", Allowed.NotNegative),
            LeftMuscleShare = values.Number("iml"),
            RightMuscleShare = values.Number("imr"),
        };
    }

    private static HeartSideNumbers Side(
        ModelPart values, (string L, string R) atrial, (string L, string R) ventricular, string elastance,
        string unstressed, string atrium) => new()
        {
            AtrialInertance = values.Number(atrial.L, Allowed.Positive),
            AtrialResistance = values.Number(atrial.R, Allowed.Positive),
            VentricularInertance = values.Number(ventricular.L, Allowed.Positive),
            VentricularResistance = values.Number(ventricular.R, Allowed.Positive),
            VentricularElastance = values.Number(elastance, Allowed.Positive),
            VentricularUnstressed = values.Number(unstressed),
            AtrialElastance = values.Number($"Emax_{atrium}", Allowed.Positive),
            AtrialUnstressed = values.Number($"Vaso_{atrium}"),
            RelaxedPressure = values.Number($"Kxp_{atrium}", Allowed.Positive),
            RelaxedExponent = values.Number($"Kxv_{atrium}", Allowed.Positive),
        };
}
