using Azygos.Evidence.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Names that a program gives to the columns of a table of studies.</summary>
/// <param name="Name">The program.</param>
/// <param name="Label">Column that names a study.</param>
/// <param name="Year">Column added to the name where a study has several reports; empty for none.</param>
/// <param name="Analysis">Columns that together name an analysis of a file; none where a file is one analysis.</param>
/// <param name="Names">Its name for each usual name.</param>
internal sealed record TableDialect(
    string Name, string Label, string Year, IReadOnlyList<string> Analysis, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Usual names.</summary>
    public static TableDialect Own { get; } = new("", "study", "", [], new Dictionary<string, string>());

    /// <summary>Rows of data as Cochrane's Review Manager (RevMan Web) exports them.</summary>
    private static readonly TableDialect[] Known =
    [
        new("RevMan Web", "Study", "Study year", ["Analysis group", "Analysis number"], new Dictionary<string, string>
        {
            ["events_1"] = "Experimental cases",
            ["n_1"] = "Experimental N",
            ["events_2"] = "Control cases",
            ["n_2"] = "Control N",
            ["mean_1"] = "Experimental mean",
            ["sd_1"] = "Experimental SD",
            ["mean_2"] = "Control mean",
            ["sd_2"] = "Control SD",
            ["effect"] = "GIV Mean",
            ["se"] = "GIV SE",
        }),
    ];

    /// <summary>The dialect of a header: a program's where all columns that name an analysis are there.</summary>
    public static TableDialect Of(IReadOnlyList<string> header) =>
        Known.FirstOrDefault(one => one.Analysis.All(header.Contains)) ?? Own;

    /// <summary>Columns of a measure in this dialect.</summary>
    public IReadOnlyList<string> Columns(EffectMeasure measure) =>
        [.. measure.Columns.Select(column => Names.GetValueOrDefault(column.Name, column.Name))];
}
