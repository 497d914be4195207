namespace Azygos.Clinic.Lesions;

/// <summary>What a key of a lesion holds.</summary>
public enum LesionKeyKind
{
    /// <summary>A vessel's id.</summary>
    Vessel,

    /// <summary>A valve's id.</summary>
    Valve,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>Pairs of numbers, the first rising.</summary>
    Curve,
}

/// <summary>One thing that a person says about a lesion, described once for files, schema and guide.</summary>
/// <param name="Name">Key, the unit last.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">One line for people.</param>
/// <source choice="ranges keep a body computable; sources of defaults are with the kinds"/>
public sealed record LesionKey(string Name, LesionKeyKind Kind, string Meaning)
{
    /// <summary>Unit as printed; of a curve, that of the second number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest number accepted.</summary>
    public double Least { get; init; }

    /// <summary>Largest number accepted.</summary>
    public double Most { get; init; }

    /// <summary>Unit of the first numbers of a curve.</summary>
    public string AgainstUnit { get; init; } = "";

    /// <summary>Range of the first numbers of a curve.</summary>
    public (double Least, double Most) Against { get; init; }

    /// <summary>Words accepted.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True: it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Number that counts when it is left out; null: none.</summary>
    public double? Default { get; init; }

    /// <summary>The vessel.</summary>
    public static LesionKey Vessel { get; } = new("vessel", LesionKeyKind.Vessel, "id of the vessel (azygos show MODEL)");

    /// <summary>Where on the vessel.</summary>
    public static LesionKey Position { get; } = Number(
        "position_percent", "%", 0, 100, "where along the vessel, from its first node (veins: toward the heart)", 50);

    /// <summary>A number; with a default it may be left out.</summary>
    public static LesionKey Number(
        string name, string unit, double least, double most, string meaning, double? byDefault = null) =>
        new(name, LesionKeyKind.Number, meaning)
        {
            Unit = unit,
            Least = least,
            Most = most,
            Default = byDefault,
            IsOptional = byDefault is not null,
        };
}
