using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.EvidenceCases;

public sealed class EvidenceCaseReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_file_is_found_by_its_schema_and_its_table_beside_or_above_it()
    {
        Write("cases/trials.json", Document());
        Write("data/trials.csv", Table);
        Write("flat/trials.json", Document().Replace("data/trials.csv", "trials.csv"));
        Write("flat/trials.csv", Table);
        Write("other.json", "{\"schema\": \"something-else/1\"}");
        (IReadOnlyList<ReadEvidenceCase> cases, _) = Read();
        Assert.Equal(2, cases.Count);
        Assert.All(cases, static c => Assert.Equal(3, c.Table.Rows));
        Assert.Equal(
            ("trials", "univariate", "OR-REML"), (cases[0].Case.Dataset, cases[0].Case.Task, cases[0].Case.Id));
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_path()
    {
        Write("data/trials.csv", "a,n1,c,n2,label\n1,10,x,20,u\n-3,10,1,20,v\n");
        Write("cases/trials.json", Document()
            .Replace("\"rows\": 3", "\"rows\": 5")
            .Replace("\"drop00\": false", "\"drop0\": false, \"alpha\": 0.05")
            .Replace("\"REML\"", "\"REMLL\"")
            .Replace("\"n2\": \"n2\"", "\"n2\": \"n3\"")
            .Replace("\"rel_tol\": 1e-8", "\"rel_tol\": -1, \"remark\": \"no key\""));
        string[] faults = [.. Read().Faults.Select(static f => f.ToString())];
        Assert.Collection(
            faults.Order(StringComparer.Ordinal),
            f => Assert.Contains("/dataset/rows = 5: must be the number of rows of its table, which has 2", f),
            f => Assert.Contains("/cases/0/options/alpha = 0.05: is not an option of univariate", f),
            f => Assert.Contains(
                "/cases/0/options/drop0 = false: is not an option of univariate; did you mean drop00?", f),
            f => Assert.Contains("/cases/0/options/n2 = \"n3\": names no column of the table; did you mean n1?", f),
            f => Assert.Contains("/cases/0/options/tau2_method = \"REMLL\": must be EE, DL,", f),
            f => Assert.Contains("/cases/0/rel_tol = -1: must be a number above 0 and below 1", f),
            f => Assert.Contains("/cases/0/remark = \"no key\": is not a key of evidence-cases/1", f),
            f => Assert.Contains("data/trials.csv:2: c = x: must be a finite number", f));
    }

    [Theory]
    [InlineData("-3,10,1,20", "a = -3: must be a count of 0 or above")]
    [InlineData("NA,10,1,20", "a = NaN: must be a count of 0 or above")]
    [InlineData("11,10,1,20", "n1 - a = -1: must be a count of 0 or above")]
    public void Impossible_counts_are_refused_with_their_row(string row, string message)
    {
        Write("data/trials.csv", $"a,n1,c,n2\n1,10,2,20\n{row}\n3,10,1,20\n");
        Write("cases/trials.json", Document());
        Assert.Contains($"data/trials.csv:3: {message}", Assert.Single(Read().Faults).ToString());
    }

    [Theory]
    [InlineData("evidence-cases/1", "evidence-cases/2", "/schema")]
    [InlineData(
        "\"task\": \"univariate\", \"cases\"", "\"task\": \"univariat\", \"cases\"", "did you mean univariate?")]
    [InlineData("\"licence\": \"CC0\", ", "", "has no licence")]
    [InlineData("data/trials.csv", "data/../trials.csv", "must name a .csv file")]
    [InlineData("data/trials.csv", "data/none.csv", "names a file that is not there")]
    [InlineData("\"n2\": \"n2\", ", "", "has no di or n2, which OR needs")]
    [InlineData("\"measure\": \"OR\"", "\"measure\": \"ODDS\"", "must be a measure")]
    [InlineData("\"expected\": {\"k\": 3}", "\"expected\": {}", "must hold at least one expected value")]
    [InlineData("]}", "", "is not JSON")]
    public void One_fault_gives_no_case(string right, string wrong, string message)
    {
        Write("data/trials.csv", Table);
        Write("cases/trials.json", Document().Replace(right, wrong));
        (IReadOnlyList<ReadEvidenceCase> cases, IReadOnlyList<Fault> faults) = Read();
        Assert.Empty(cases);
        Assert.Contains(faults, f => f.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_task_of_the_engine_has_its_options_and_no_other_is_read() => Assert.Equal(
        Azygos.Evidence.Checks.CaseRunner.Tasks.Select(static t => t.Task).Order(StringComparer.Ordinal),
        OptionWords.Tasks.Order(StringComparer.Ordinal));

    public void Dispose() => folder.Dispose();

    private const string Table = "a,n1,c,n2\n1,10,2,20\n4,12,1,14\n3,10,1,20\n";

    private static string Document() => """
        {"schema": "evidence-cases/1",
         "dataset": {"name": "trials", "csv": "data/trials.csv", "rows": 3, "source": "this test", "licence": "CC0", "description": ""},
         "task": "univariate", "cases": [{"id": "OR-REML", "task": "univariate",
          "options": {"measure": "OR", "ai": "a", "n1": "n1", "ci": "c", "n2": "n2", "drop00": false, "tau2_method": "REML"},
          "expected": {"k": 3}, "rel_tol": 1e-8}]}
        """;

    private void Write(string name, string text)
    {
        string path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private (IReadOnlyList<ReadEvidenceCase> Cases, IReadOnlyList<Fault> Faults) Read()
    {
        FaultList faults = new();
        return (EvidenceCaseReader.ReadAll(folder.Path, "set", faults), faults.Found);
    }
}
