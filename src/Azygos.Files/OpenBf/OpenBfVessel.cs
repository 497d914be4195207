using Azygos.Circulation.Vessels;

namespace Azygos.Files.OpenBf;

/// <summary>One vessel of an openBF file.</summary>
internal sealed class OpenBfVessel
{
    // h(r) = r (a e^(br) + c e^(dr)) where a file gives no thickness: the format's own default, r in m.
    private const double A = 0.2802, B = -505.3, C = 0.1324, D = -11.14;

    /// <summary>Its keys.</summary>
    public required OpenBfPart Part { get; init; }

    /// <summary>Its name.</summary>
    public required string Label { get; init; }

    /// <summary>Node at x = 0.</summary>
    public required int From { get; init; }

    /// <summary>Node at x = L.</summary>
    public required int To { get; init; }

    /// <summary>L [m].</summary>
    public required double Length { get; init; }

    /// <summary>E [Pa].</summary>
    public required double Modulus { get; init; }

    /// <summary>Radii at both ends [m].</summary>
    public required (double In, double Out) Radius { get; init; }

    /// <summary>Thickness at both ends [m].</summary>
    public required (double In, double Out) Thickness { get; init; }

    /// <summary>P_ext [Pa].</summary>
    public required double Outside { get; init; }

    /// <summary>ζ of the velocity profile.</summary>
    public required double Profile { get; init; }

    /// <summary>What it becomes, for people.</summary>
    public required string Words { get; set; }

    /// <summary>Reads it; faults where something is wrong, NaN in its place.</summary>
    public static OpenBfVessel Read(OpenBfPart part, List<string> withoutEffect)
    {
        string label = part.Text("label");
        double from = Node("sn"), to = Node("tn");
        if (from == to && !double.IsNaN(from)) part.Fault("tn", "is the vessel's own first node");
        double length = part.Number("L", value => value > 0, "a length above 0 [m]");
        double modulus = part.Number("E", value => value > 0, "a modulus above 0 [Pa]");
        double? uniform = Positive("R0", "a radius above 0 [m]");
        double? proximal = Positive("Rp", "a radius above 0 [m]"), distal = Positive("Rd", "a radius above 0 [m]");
        if (uniform is null == proximal is null)
            part.Fault(uniform is null ? "R0" : "Rp", "one of R0 and Rp must be there, and not both");
        if (uniform is not null && distal is not null) part.Fault("Rd", "stands beside R0, which is the same at both ends");
        double @in = proximal ?? uniform ?? double.NaN, @out = distal ?? @in;
        double? thickness = Positive("h0", "a thickness above 0 [m]");
        double outside = part.OptionalNumber("Pext", _ => true, "a pressure [Pa]") ?? 0;
        double? profile = Positive("gamma_profile", "an exponent above 0"), spaced = Positive("gamma profile", "an exponent above 0");
        if (profile is not null && spaced is not null)
            part.Fault("gamma profile", "stands beside gamma_profile, which is the same");
        if (part.Flag("visco-elastic", false))
            part.Fault("visco-elastic", "walls with viscosity of this program are not understood; false is");
        foreach (string key in (string[])["M", "to_save", "initial_pressure", "initial_flow"])
            part.Ignore(key, withoutEffect);
        (double, double) walls = thickness is { } h ? (h, h) : (DefaultThickness(@in), DefaultThickness(@out));
        return new OpenBfVessel
        {
            Part = part,
            Label = label,
            From = double.IsNaN(from) ? 0 : (int)from,
            To = double.IsNaN(to) ? 0 : (int)to,
            Length = length,
            Modulus = modulus,
            Radius = (@in, @out),
            Thickness = walls,
            Outside = outside,
            Profile = profile ?? spaced ?? 2,
            Words = FormattableString.Invariant($"artery of {100 * length:G4} cm, radius {1000 * @in:G4} to {1000 * @out:G4} mm, ")
                + FormattableString.Invariant($"wall {1000 * walls.Item1:G3} to {1000 * walls.Item2:G3} mm")
                + (thickness is null ? " (the format's default)" : ""),
        };

        double Node(string key) => part.Number(
            key, value => value >= 1 && value == Math.Floor(value) && value < int.MaxValue, "a node: a whole number of at least 1");

        double? Positive(string key, string allowed) => part.OptionalNumber(key, value => value > 0, allowed);
    }

    /// <summary>Z = ρc/A at the far end of the vessel at rest [Pa·s/m³].</summary>
    public double EndImpedance(double density)
    {
        WallPoint at = Tapered.At(Length, fromLeft: true);
        return density * VesselWall.Artery.WaveSpeed(at.ReferenceArea, at, density) / at.ReferenceArea;
    }

    /// <summary>The vessel between two nodes, at rest with its reference area.</summary>
    public Vessel Vessel(string from, string to) => new()
    {
        Id = Label,
        From = from,
        To = to,
        Length = Length,
        Wall = VesselWall.Artery,
        Profile = Radius.In == Radius.Out && Thickness.In == Thickness.Out
            ? new UniformProfile(Tapered.At(0, fromLeft: false)) : Tapered,
        Start = new HydrostaticStart(Outside, 0, 0),
    };

    private TaperedProfile Tapered => new()
    {
        Length = Length,
        Radius = Radius,
        Thickness = Thickness,
        YoungModulus = Modulus,
        ReferencePressure = Outside,
    };

    private static double DefaultThickness(double r) => r * (A * Math.Exp(B * r) + C * Math.Exp(D * r));
}
