using System.Globalization;

namespace Azygos.Files.Physiology;

/// <summary>A mean over people.</summary>
/// <param name="Mean">Mean, in the unit of the row.</param>
/// <param name="Deviation">Standard deviation; null where it was not seen.</param>
/// <param name="People">People; null where it was not seen.</param>
/// <source choice="as printed in the sources"/>
public sealed record MeasuredMean(double Mean, double? Deviation, int? People);

/// <summary>What was measured of the brain's oxygen in multiple sclerosis and in healthy people.</summary>
/// <source choice="data/physiology/brain-oxygen.csv, embedded; each row names its source"/>
public sealed record PublishedOxygen
{
    private const string Resource = "brain-oxygen.csv";

    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What was measured, for people.</summary>
    public required string Quantity { get; init; }

    /// <summary>The value of a run that stands beside it: <c>flow</c>, <c>consumption</c>, <c>oef</c> or
    /// <c>site:ID</c>; empty where there is none.</summary>
    public required string Computed { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>In multiple sclerosis; null where only healthy people were measured.</summary>
    public required MeasuredMean? MultipleSclerosis { get; init; }

    /// <summary>In healthy people.</summary>
    public required MeasuredMean? Healthy { get; init; }

    /// <summary>Source, short.</summary>
    public required string Source { get; init; }

    /// <summary>Address of the source, or empty.</summary>
    public required string Link { get; init; }

    /// <summary><c>published</c>, <c>published_secondary</c> or <c>recalled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What a reader must know, or empty.</summary>
    public required string Note { get; init; }

    /// <summary>Every row, in the order of the table.</summary>
    public static IReadOnlyList<PublishedOxygen> All { get; } = Read();

    private static List<PublishedOxygen> Read()
    {
        return [.. EmbeddedTable.Rows(Resource).Select(Row)];

        static PublishedOxygen Row(Func<string, string> cell)
        {
            return new PublishedOxygen
            {
                Id = cell("id"),
                Quantity = cell("quantity"),
                Computed = cell("computed"),
                Unit = cell("unit"),
                MultipleSclerosis = Group("ms"),
                Healthy = Group("healthy"),
                Source = cell("source"),
                Link = cell("link"),
                Status = cell("status"),
                Note = cell("note"),
            };

            MeasuredMean? Group(string people) => Number($"{people}_mean") is { } mean
                ? new(mean, Number($"{people}_sd"), (int?)Number($"{people}_n"))
                : null;

            double? Number(string column) => cell(column) is { Length: > 0 } text
                ? double.Parse(text, CultureInfo.InvariantCulture)
                : null;
        }
    }
}
