using Azygos.Body.Calibration;
using Azygos.Clinic.Lesions;
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>The validation page of lesions shows the shipped cases, every published row and every vein as they are
/// computed.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment its tables are written anew: minutes, since every
/// case beats and every vein is solved twice.</remarks>
public sealed class LesionPageTests
{
    private const string Sinus = "superior_sagittal_sinus_parietal";

    // What a change of the code may move in mean flow without a new page: far below every bar.
    private const double Share = 0.05, Least = 0.03;

    private static readonly string[] CaseHeading =
    [
        "case", "outcome", "sagittal sinus, mmHg", "change", "skull, mmHg", "change", "left jugular, mL/min",
        "right jugular", "vertebral veins", "azygos", "brain outflow", "change, %", "drops at the lesions, mmHg",
        "mean-flow state: sinus change, mmHg",
    ];

    [Fact]
    public void Every_shipped_case_is_on_the_page()
    {
        if (LesionPage.IsRegenerated) Write();
        List<string[]> page = LesionPage.Rows("cases");
        Assert.Equal(ShippedCases.Names, page.Select(cells => cells[0]));
        Assert.All(page, cells => Assert.True(cells[1] == "Finished" || cells[1].Contains('('), cells[1]));
        // The mean-flow state of each is computed here; beats would be half a minute each.
        CaseNumbers free = ShippedCases.Steady("supine");
        foreach (string[] cells in page.Skip(1))
        {
            double now = ShippedCases.Steady(cells[0]).Sinus - free.Sinus, then = LesionPage.Number(cells[^1]);
            Assert.True(Math.Abs(now - then) <= Share * Math.Abs(then) + Least, $"{cells[0]}: {now} now, {then} on the page");
        }
    }

    [Fact]
    public void The_bars_of_the_two_jugular_cases_are_met_by_the_page()
    {
        List<string[]> page = LesionPage.Rows("cases");
        string[] free = page[0], half = Row("left-jugular-50"), most = Row("left-jugular-90");
        double flow = LesionPage.Number(most[6]) / LesionPage.Number(free[6]) - 1;
        Assert.InRange(LesionPage.Number(LesionPage.Rows("bars")[0][2]), 0.01, 0.3);
        Assert.InRange(LesionPage.Number(most[3]), 0.1, 1.5);
        Assert.InRange(flow, -0.70, -0.20);
        Assert.InRange(LesionPage.Number(most[11]), -2, 2);
        Assert.True(LesionPage.Number(half[3]) >= 0);

        string[] Row(string name) => page.Single(cells => cells[0] == name);
    }

    [Fact]
    public void Every_published_row_is_on_the_page()
    {
        FaultList faults = new();
        string file = Path.Combine(LesionPage.Root, "data", "lesions", "ccsvi-results.csv");
        IReadOnlyList<CsvRecord> records = CsvReader.Read(File.ReadAllBytes(file), file, faults);
        Assert.Empty(faults.Found);
        Assert.Equal(records.Skip(1).Select(record => record.Fields[0]), LesionPage.Rows("published").Select(cells => cells[0]));
        Assert.All(LesionPage.Rows("published"), cells => Assert.NotEqual("", cells[^1]));
    }

    [Fact]
    public void Every_vein_is_on_the_page_narrowed_and_shut()
    {
        string[] veins = Veins;
        if (LesionPage.IsRegenerated)
            LesionPage.Replace("sweep",
                ["vein", "narrowed by 99.9 %", "sagittal sinus, mmHg", "shut", "sagittal sinus, mmHg"],
                veins.Select(vein => (string[])[vein, .. Swept(Narrowed(vein)), .. Swept(Shut(vein))]));
        List<string[]> page = LesionPage.Rows("sweep");
        Assert.Equal(veins, page.Select(cells => cells[0]));
        Assert.All(page, cells => Assert.True(Fine(cells[1]) && Fine(cells[3]), string.Join(", ", cells)));

        static bool Fine(string outcome) => outcome == "Finished" || outcome.StartsWith("Stopped at ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ijv_right_j1")]
    [InlineData("svc_lower")]
    [InlineData("transverse_sinus_right")]
    [InlineData("azygos_arch")]
    [InlineData("straight_sinus")]
    [InlineData("vertebral_vein_left")]
    public void A_vein_as_good_as_shut_does_what_the_page_says(string vein)
    {
        string[] page = LesionPage.Rows("sweep").Single(cells => cells[0] == vein), now = Swept(Narrowed(vein));
        Assert.Equal(page[1], now[0]);
        if (now[1].Length > 0)
            Assert.Equal(LesionPage.Number(page[2]), LesionPage.Number(now[1]), 0.05 + Share * Math.Abs(LesionPage.Number(page[2])));
    }

    private static string[] Veins => [.. Healthy.Model.Vessels.Where(row => row.Kind != "artery").Select(row => row.Id)];

    private static Stenosis Narrowed(string vein) => new() { Id = "narrow", Vessel = vein, AreaReduction = 0.999 };

    private static Occlusion Shut(string vein) => new() { Id = "shut", Vessel = vein };

    private static string[] Swept(Lesion lesion)
    {
        SteadyBody found = SteadyBody.Find(
            lesion.On(Healthy.Model), default, Healthy.Steady, TestContext.Current.CancellationToken);
        return found.Failure is null
            ? ["Finished", LesionPage.Text(found.At(Sinus) - Healthy.Steady.At(Sinus), "+0.00;-0.00;0.00")]
            : [$"Stopped at {found.Place}: {found.Failure}", ""];
    }

    private static void Write()
    {
        Dictionary<string, CaseNumbers> beating = ShippedCases.Names.ToDictionary(name => name, ShippedCases.Beating);
        Dictionary<string, CaseNumbers> steady = ShippedCases.Names.ToDictionary(name => name, ShippedCases.Steady);
        CaseNumbers free = beating["supine"];
        LesionPage.Replace("cases", CaseHeading, beating.Values.Select(one => (string[])
        [
            one.Case, one.Outcome, F(one.Sinus), D(one.Sinus - free.Sinus), F(one.Skull), D(one.Skull - free.Skull),
            N(one.Jugular.Left), N(one.Jugular.Right), N(one.Vertebral), N(one.Azygos), N(one.BrainOutflow),
            D(100 * (one.BrainOutflow / free.BrainOutflow - 1)),
            string.Join(", ", one.Marks.Select(mark => mark.Drop is { } drop ? F(drop) : "none")),
            D(steady[one.Case].Sinus - steady["supine"].Sinus),
        ]));
        LesionPage.Replace("bars", ["case", "bar", "computed", "verdict"], PublishedRows.Bars(beating));
        LesionPage.Replace(
            "published", ["id", "published", "computed", "verdict"], PublishedRows.All(beating));
    }

    private static string F(double value) => LesionPage.Text(value, "0.00");

    private static string D(double value) => LesionPage.Text(value, "+0.00;-0.00;0.00");

    private static string N(double value) => LesionPage.Text(value, "0");
}
