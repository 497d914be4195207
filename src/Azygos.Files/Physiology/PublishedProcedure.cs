using System.Globalization;
using Azygos.Evidence.Distributions;

namespace Azygos.Files.Physiology;

/// <summary>An outcome of a venous procedure that the evidence base on CCSVI does not hold: other diseases, patency,
/// restenosis.</summary>
/// <source choice="data/physiology/procedures.csv, embedded; each row names its source"/>
public sealed record PublishedProcedure
{
    private const string Resource = "procedures.csv";

    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Disease; <c>CCSVI</c>, or another one, of which a row is no evidence for CCSVI.</summary>
    public required string Disease { get; init; }

    /// <summary>Procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>Who was treated.</summary>
    public required string Setting { get; init; }

    /// <summary>What happened.</summary>
    public required string Outcome { get; init; }

    /// <summary>True: a harm.</summary>
    public required bool IsHarm { get; init; }

    /// <summary>When.</summary>
    public required string When { get; init; }

    /// <summary>How many; null: not counted.</summary>
    public required int? Events { get; init; }

    /// <summary>Out of how many; null: not seen.</summary>
    public required int? Denominator { get; init; }

    /// <summary>Of what: procedure, patient or stent.</summary>
    public required string DenominatorKind { get; init; }

    /// <summary>What the source prints where nobody counted, or empty.</summary>
    public required string Printed { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Source, short.</summary>
    public required string Source { get; init; }

    /// <summary>Address, or empty.</summary>
    public required string Link { get; init; }

    /// <summary>How it was read.</summary>
    public required string Status { get; init; }

    /// <summary>What a reader must know.</summary>
    public required string Note { get; init; }

    /// <summary>Exact 95 % interval of the share [1]; null where nobody counted.</summary>
    public ClopperPearson? Interval => Events is { } x && Denominator is { } n ? ClopperPearson.Of(x, n) : null;

    /// <summary>Every row, in the order of the table.</summary>
    public static IReadOnlyList<PublishedProcedure> All { get; } = [.. EmbeddedTable.Rows(Resource).Select(Row)];

    private static PublishedProcedure Row(Func<string, string> cell)
    {
        return new PublishedProcedure
        {
            Id = cell("id"),
            Disease = cell("disease"),
            Procedure = cell("procedure"),
            Setting = cell("setting"),
            Outcome = cell("outcome"),
            IsHarm = cell("is_harm") == "yes",
            When = cell("when"),
            Events = Count("events"),
            Denominator = Count("denominator"),
            DenominatorKind = cell("denominator_kind"),
            Printed = cell("printed"),
            Unit = cell("unit"),
            Source = cell("source"),
            Link = cell("link"),
            Status = cell("status"),
            Note = cell("note"),
        };

        int? Count(string column) => cell(column) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
