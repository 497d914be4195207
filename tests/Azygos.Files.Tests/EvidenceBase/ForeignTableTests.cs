using Azygos.Evidence.Networks;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.EvidenceBase;

/// <summary>Tables of other makers: RevMan's rows, arms of a network, predictors; and what may not be pooled.</summary>
public sealed class ForeignTableTests
{
    private const string RevMan = "Analysis group,Analysis number,Subgroup,Study,Study year,GIV Mean,GIV SE,"
        + "Experimental cases,Experimental N,Control cases,Control N,Experimental mean,Experimental SD,Control mean,"
        + "Control SD\n";

    private static (T Read, string[] Faults) Read<T>(string text, Func<string, FaultList, T> read)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "t.csv");
        File.WriteAllText(path, text);
        FaultList faults = new();
        T result = read(path, faults);
        return (result, [.. faults.Found.Select(fault => fault.ToString())]);
    }

    private static (IReadOnlyList<StudyNumbers> Studies, string[] Faults) Studies(
        string text, string measure = "OR", string analysis = "", params string[] predictors) =>
        Read(text, (path, faults) => StudyTableReader.Read(path, "t.csv",
            new StudyTableColumns(EffectMeasure.Find(measure)!, [], "", "")
            {
                Analysis = analysis,
                Predictors = predictors,
            }, faults));

    [Fact]
    public void Rows_of_RevMan_are_known_by_their_header()
    {
        string text = RevMan + "1,1,,Alpha,2010,,,3,20,1,21,,,,\n1,1,,Alpha,2012,,,4,30,2,31,,,,\n"
            + "1,2,,Alpha,2010,,,,20,,21,5.1,2,4.2,2.1\n";
        (IReadOnlyList<StudyNumbers> studies, string[] faults) = Studies(text, "OR", "1.1");
        Assert.Empty(faults);
        Assert.Equal(["Alpha 2010", "Alpha 2012"], studies.Select(one => one.Label));
        Assert.Equal([3, 20, 1, 21], studies[0].Numbers.ToArray());
        (studies, faults) = Studies(text, "MD", "1.2");
        Assert.Empty(faults);
        Assert.Equal([5.1, 2, 20, 4.2, 2.1, 21], studies[0].Numbers.ToArray());
    }

    [Theory]
    [InlineData("", "t.csv: holds 2 analyses; choose one with --analysis: 1.1, 1.2")]
    [InlineData("3.1", "t.csv: holds no analysis '3.1'; analyses: 1.1, 1.2")]
    public void An_export_with_several_analyses_must_be_told_which(string analysis, string fault) => Assert.Equal(
        [fault], Studies(RevMan + "1,1,,A,2010,,,3,20,1,21,,,,\n1,2,,B,2012,,,4,30,2,31,,,,\n", "OR", analysis).Faults);

    [Fact]
    public void Mixed_measures_shared_cohorts_and_empty_predictors_are_told_all_at_once()
    {
        (_, string[] faults) = Studies("study,measure,cohort,year,events_1,n_1,events_2,n_2\n"
            + "a,OR,X,2001,1,10,2,10\nb,RR,X,,1,10,2,10\nc,OR,,2003,1,10,2,10\n", "OR", "", "year");
        Assert.Equal(
            ["t.csv:3: measure = RR: is not OR, in which the table is pooled: measures cannot be mixed",
                "t.csv:3: cohort = X: stands twice, first on line 2: the same people cannot be pooled twice",
                "t.csv:3: year: is empty; every study needs a value"], faults);
    }

    [Theory]
    [InlineData("ZCOR", "study,r,n\na,1,20\n", "t.csv:2: r = 1: is not between -1 and 1")]
    [InlineData("IRR", "study,events_1,time_1,events_2,time_2\na,1.5,20,1,0\n",
        "t.csv:2: events_1 = 1.5: is not a whole number|t.csv:2: time_2 = 0: must be above 0")]
    [InlineData("PLO", "study,events,n\na,7,5\n", "t.csv:2: events = 7: is above n = 5: more events than people")]
    public void Numbers_that_cannot_be_are_told(string measure, string text, string faults) =>
        Assert.Equal(faults.Split('|'), Studies(text, measure).Faults);

    [Fact]
    public void A_column_is_a_number_where_every_cell_is_one_unless_it_is_told_otherwise()
    {
        StudyNumbers[] studies = [Row("2001", "blind"), Row("2003", "open")];
        FaultList faults = new();
        Assert.Equal([new Predictor("year", null), new Predictor("read", "blind")],
            PredictorReader.Read(studies, ["year", "read"], new Dictionary<string, string>(), faults));
        Assert.Equal(new Predictor("year", "2003"), PredictorReader.Read(studies, ["year", "read"],
            new Dictionary<string, string> { ["year"] = "2003" }, faults)[0]);
        Assert.False(faults.Any);
        PredictorReader.Read(studies, ["year", "read"],
            new Dictionary<string, string> { ["read"] = "opn", ["x"] = "y" }, faults);
        Assert.Equal(["--reference: 'x' is not one of the columns of --mods",
            "--reference: 'opn' is not a level of read; did you mean open?; levels: blind, open"],
            faults.Found.Select(fault => fault.ToString()));

        static StudyNumbers Row(params string[] cells) => new("s", "", new double[1]) { Predictors = cells };
    }

    [Fact]
    public void Arms_that_cannot_be_are_told_all_at_once()
    {
        (_, string[] faults) = Read("study,treatment,events,n\nt,A,3,2\nt,A,1,5\nu,B,x,5\n,C,1,2\nv,,1,2,\n",
            (path, list) => NetworkTableReader.Read(
                path, "t.csv", NetworkColumns.Find("OR")!, "study", "treatment", list));
        Assert.Equal(
            ["t.csv:2: events = 3: is above n = 2: more events than people",
                "t.csv:3: treatment = A: stands twice in t; first on line 2",
                "t.csv:4: events = x: is not a number", "t.csv:4: study = u: has one arm; a trial needs two",
                "t.csv:5: study: is empty; an arm needs a trial and a treatment",
                "t.csv:5: study: has one arm; a trial needs two", "t.csv:6: has 5 fields where the header has 4"],
            faults);
    }
}
