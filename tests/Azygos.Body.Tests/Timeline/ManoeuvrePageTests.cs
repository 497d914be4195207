using System.Globalization;
using Azygos.Body.Tests.Prediction;

namespace Azygos.Body.Tests.Timeline;

/// <summary>docs/validation/manoeuvres.md shows what runs give.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=closing-rate</c> in the environment the page's table of the fit is written anew, with
/// <c>manoeuvres</c> the other: some minutes each. Without it, one run is held against the page.</remarks>
public sealed class ManoeuvrePageTests
{
    private static readonly string Page = Path.Combine(PredictionPage.Folder, "manoeuvres.md");

    [Fact]
    [Trait("Speed", "slow")]
    public void A_strain_with_valves_that_close_is_on_the_page_as_it_runs()
    {
        string? anew = Environment.GetEnvironmentVariable("AZYGOS_REGENERATE");
        if (anew == "closing-rate")
        {
            Write("closing rate", "| closing rate, 1/(Pa·s) | flow back, s |\n|---|---|\n" + string.Concat(
                ManoeuvreRuns.Rates.Select(rate => $"| {ManoeuvreRow.Text(rate)} | "
                    + $"{ManoeuvreRow.Text(ManoeuvreRuns.FlowBack(ManoeuvreRuns.Valsalva(rate, null, 1.5, 0.5)).Seconds)} |\n")));
            return;
        }

        if (anew == "manoeuvres")
        {
            string table = ManoeuvreRow.Heading;
            foreach (ManoeuvreRow row in ManoeuvreRows.All()) Write("manoeuvres", table += row.Line);
            return;
        }

        List<string[]> rows = Rows("manoeuvres");
        foreach (ManoeuvreRow row in ManoeuvreRows.Competent())
        {
            string[] shown = rows.Single(cells => cells[0] == row.Id);
            double then = double.Parse(shown[5], CultureInfo.InvariantCulture);
            // What a change of the code may move without a new page: far below every band.
            Assert.True(
                Math.Abs(row.Computed - then) <= 0.03 * Math.Abs(then) + 0.02, $"{row.Id}: {row.Computed} now, {then} on the page");
        }
    }

    [Fact]
    public void Verdicts_of_the_page_follow_from_its_numbers()
    {
        List<string[]> rows = Rows("manoeuvres");
        Assert.True(rows.Count > 10);
        foreach (string[] cells in rows.Where(
            cells => cells[5] != "none" && cells[4].Contains(" to ", StringComparison.Ordinal)
                && !cells[4].StartsWith("up", StringComparison.Ordinal)))
        {
            double[] band = [.. cells[4].Split(" to ").Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            double computed = double.Parse(cells[5], CultureInfo.InvariantCulture);
            bool isHit = computed >= band[0] && computed <= band[1];
            Assert.Equal(isHit, cells[7] == "hit");
        }
        int hits = rows.Count(cells => cells[7] == "hit"), misses = rows.Count(cells => cells[7].StartsWith("**missed", StringComparison.Ordinal));
        Assert.Contains($"**{hits} of {hits + misses} are hit.**", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_has_the_closing_rate_of_the_page_that_is_nearest_to_the_measured_time()
    {
        (double Rate, double Seconds)[] tried = [.. Rows("closing rate").Select(cells => (
            double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture)))];
        double rate = Anatomy.AnatomicalBody.Full.Valves.First(v => v.Kind == "venous").ClosingRate;
        Assert.Equal(tried.MinBy(one => Math.Abs(one.Seconds - 0.46)).Rate, rate);
    }

    private static List<string[]> Rows(string table)
    {
        string page = File.ReadAllText(Page);
        (int from, int to) = Span(page, table);
        return [.. page[from..to].Trim().Split('\n').Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    private static void Write(string table, string text)
    {
        string page = File.ReadAllText(Page);
        (int from, int to) = Span(page, table);
        File.WriteAllText(Page, $"{page[..from]}\n\n{text}\n{page[to..]}");
    }

    private static (int From, int To) Span(string page, string table)
    {
        string begin = $"<!-- {table}: written by tests -->", end = $"<!-- end of {table} -->";
        return (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
    }
}
