using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads a heart chamber.</summary>
internal static class ChamberReader
{
    private static readonly Dictionary<string, bool> Kinds = new()
    { ["ChamberElastanceInductor"] = true, ["LinearElastanceChamber"] = false, ["PiecewiseCosineChamber"] = false };

    private static readonly Dictionary<string, Func<ModelPart, Activation>> Activations = new()
    {
        ["half_cosine"] = Twitch,
        ["piecewise_cosine"] = Cosines,
        ["two_hill"] = part => new TwoHills
        {
            Shift = part.Number("t_shift"),
            RiseTime = part.Number("tau_1", Allowed.Positive),
            FallTime = part.Number("tau_2", Allowed.Positive),
            RiseExponent = part.Number("m1", Allowed.Positive),
            FallExponent = part.Number("m2", Allowed.Positive),
        },
        ["wrapping_cosine"] = part =>
            new AtrialKick(part.Number("Tsa", Allowed.Positive), part.Number("tpwave", Allowed.Positive)),
        ["fourier"] = _ => new VentricularSeries(),
    };

    /// <summary>Adds a chamber; who is connected to it says so elsewhere.</summary>
    public static void Read(ModelPart part, BlockList blocks)
    {
        string name = part.Text("name");
        bool inertance = part.Choice("type", Kinds);
        if (part.Part("values") is { } values)
        {
            double largest = values.Number("Emax", Allowed.Positive);
            double smallest = values.Number(inertance ? "Emin" : "Epass", Allowed.Positive);
            double relaxed = values.Number(inertance ? "Vrd" : "Vrest");
            blocks.Add(
                new ChamberBlock
                {
                    Name = name,
                    // E_pass + E_max φ there, E_min + (E_max − E_min) φ here.
                    LargestElastance = inertance ? largest : smallest + largest,
                    SmallestElastance = smallest,
                    RelaxedVolume = relaxed,
                    ContractedVolume = inertance ? values.Number("Vrs") : relaxed,
                    Inertance = inertance ? values.Number("Impedance", Allowed.NotNegative) : 0,
                    Activation = Activation(part, values, inertance),
                },
                part.Value);
            values.Finish("the values of a chamber");
        }
        part.Finish("a chamber");
    }

    // Older files have the numbers of the activation among the values.
    private static Activation Activation(ModelPart part, ModelPart values, bool inertance)
    {
        if (part.OptionalPart("activation_function") is not { } function)
            return inertance ? Twitch(values) : Cosines(values);
        Activation activation = function.Choice("type", Activations) is { } kind
            ? kind(function) : new VentricularSeries();
        function.Finish("an activation function");
        return activation;
    }

    private static CosineTwitch Twitch(ModelPart part) =>
        new(part.Number("t_active", Allowed.NotNegative), part.Number("t_twitch", Allowed.Positive));

    private static TwoCosines Cosines(ModelPart part) => new(
        part.Number("contract_start"), part.Number("relax_start"),
        part.Number("contract_duration", Allowed.Positive), part.Number("relax_duration", Allowed.Positive));
}
