namespace Azygos.Files.SvOneD;

/// <summary>A card <c>SEGMENT</c>, in the file's cgs units.</summary>
internal sealed record Segment
{
    private const string Order = "name, id, length, elements, first node, second node, first area, second area, flow, "
        + "material, loss, angle, upstream segment, branch segment, boundary, table";

    /// <summary>The card.</summary>
    public required Card Card { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Number by which joints name it.</summary>
    public required int Id { get; init; }

    /// <summary>[cm].</summary>
    public required double Length { get; init; }

    /// <summary>Nodes at its two ends.</summary>
    public required (int From, int To) Nodes { get; init; }

    /// <summary>Areas at its two ends [cm²].</summary>
    public required (double In, double Out) Areas { get; init; }

    /// <summary>Flow at the start [mL/s].</summary>
    public required double Flow { get; init; }

    /// <summary>Name of its material.</summary>
    public required string Material { get; init; }

    /// <summary>True: it stands for a narrowing.</summary>
    public required bool IsStenosis { get; init; }

    /// <summary>Segment before a narrowing.</summary>
    public required int Upstream { get; init; }

    /// <summary>What ends it.</summary>
    public required string Boundary { get; init; }

    /// <summary>Table of its boundary.</summary>
    public required string Table { get; init; }

    /// <summary>Reads a card; null with faults.</summary>
    public static Segment? Read(Card card)
    {
        if (!card.Has(16, Order)) return null;
        int before = card.Faults.Count;
        string loss = card.Fields[10];
        if (loss is not ("NONE" or "STENOSIS")) card.Fault("loss", 10, "is not understood; NONE and STENOSIS are");
        Segment segment = new()
        {
            Card = card,
            Name = card.Fields[0],
            Id = card.Whole("id", 1),
            Length = card.Positive("length", 2, "cm"),
            Nodes = (card.Whole("first node", 4), card.Whole("second node", 5)),
            Areas = (card.Positive("first area", 6, "cm2"), card.Positive("second area", 7, "cm2")),
            Flow = card.Number("flow", 8, _ => true, "a finite number [mL/s]"),
            Material = card.Fields[9],
            IsStenosis = loss == "STENOSIS",
            Upstream = card.Whole("upstream segment", 12),
            Boundary = card.Fields[14],
            Table = card.Fields[15],
        };
        return card.Faults.Count > before ? null : segment;
    }
}
