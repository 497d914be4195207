using System.Globalization;

namespace Azygos.Body.Tests.Timeline;

/// <summary>A line of docs/validation/manoeuvres.md: what was measured in people beside what a run gave.</summary>
/// <param name="Id">Id.</param>
/// <param name="What">What it is.</param>
/// <param name="People">How many were measured, or null.</param>
/// <param name="Measured">Mean, or null.</param>
/// <param name="Low">Lower end of the band, or null.</param>
/// <param name="High">Upper end of the band, or null.</param>
/// <param name="Computed">What the run gave.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Source">Source, or why there is none.</param>
internal sealed record ManoeuvreRow(
    string Id, string What, int? People, double? Measured, double? Low, double? High, double Computed, string Unit,
    string Source)
{
    public const string Heading = "| id | what | people | measured | band | computed | unit | verdict | source |\n"
        + "|---|---|---|---|---|---|---|---|---|\n";

    public string Verdict => double.IsNaN(Computed) ? "**not computed**" : Low is null && High is null ? "no datum"
        : Computed < Low ? $"**missed**, {Text(Low.Value - Computed)} below"
        : Computed > High ? $"**missed**, {Text(Computed - High.Value)} above" : "hit";

    public string Line => $"| {Id} | {What} | {People?.ToString(CultureInfo.InvariantCulture)} | {Text(Measured)} | "
        + $"{Band} | {Text(Computed)} | {Unit} | {Verdict} | {Source} |\n";

    private string Band => (Low, High) switch
    {
        ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
        (null, { } high) => $"up to {Text(high)}",
        ({ } low, null) => $"from {Text(low)}",
        _ => "",
    };

    public static string Text(double? value) => value is double.NaN ? "none" : value?.ToString("G4", CultureInfo.InvariantCulture) ?? "";
}
