using System.Text.Json.Nodes;
using Azygos.Body.Results;
using Azygos.Files.Csv;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Azygos.Files.Schemas;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;
using NJsonSchema;

namespace Azygos.Files.Tests;

/// <summary>The published schemas accept the files that the project reads and writes, and refuse others.</summary>
/// <remarks>AZYGOS_WRITE_SCHEMAS=FOLDER writes the schemas that come from the readers' own description.</remarks>
public sealed class SchemaTests
{
    private static string Published(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", $"{name}.schema.json"));

    private static async Task<string[]> ErrorsAsync(string schema, string json) =>
        [.. (await JsonSchema.FromJsonAsync(Published(schema), TestContext.Current.CancellationToken)).Validate(json)
            .Select(error => error.ToString())];

    [Theory]
    [InlineData("model-1")]
    [InlineData("case-1")]
    [InlineData("operator-1")]
    [InlineData("evidence-cases-1")]
    [InlineData("study-1")]
    public void The_published_schema_says_what_the_reader_does(string name)
    {
        string text = name switch
        {
            "model-1" => ModelSchema.Text(),
            "case-1" => CaseSchema.Text(),
            "study-1" => StudySchema.Text(),
            "operator-1" => OperatorSchema.Text(),
            _ => EvidenceCaseSchema.Text(),
        };
        if (Environment.GetEnvironmentVariable("AZYGOS_WRITE_SCHEMAS") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.schema.json"), text);
        }
        Assert.Equal(text, Published(name));
    }

    public static TheoryData<string> EvidenceTableNames => [.. EvidenceTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(EvidenceTableNames))]
    public async Task The_published_schema_of_an_evidence_table_says_what_the_reader_does(string name)
    {
        TableDescription table = EvidenceTables.All.Single(one => one.Name == name);
        string text = EvidenceSchema.Text(table), schema = EvidenceSchema.NameOf(table);
        if (Environment.GetEnvironmentVariable("AZYGOS_WRITE_SCHEMAS") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{schema}.schema.json"), text);
        }
        Assert.Equal(text, Published(schema));
        FaultList faults = new();
        IReadOnlyList<CsvRecord> records = CsvReader.Read(
            File.ReadAllBytes(Path.Combine(EvidenceBase.ShippedBase.Folder, table.File)), table.File, faults);
        JsonArray rows = [.. records.Skip(1).Select(record => (JsonNode)Row(table, records[0], record))];
        Assert.Empty(await ErrorsAsync(schema, rows.ToJsonString()));
        rows[0]!.AsObject().Remove(table.Columns[0].Name);
        Assert.NotEmpty(await ErrorsAsync(schema, rows.ToJsonString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_are_as_the_schema_says(bool finished)
    {
        SimulationSettings settings = new() { Overrides = [new("heart.rate_per_min", 80)], RecordedSites = ["azygos"] };
        string json = RunFolder.Json(SampleResult.Of(ShippedModel.Model, settings, finished), new RunFacts(1, "0.1.0"));
        Assert.Empty(await ErrorsAsync("result-1", json));
    }

    [Fact]
    public async Task A_result_with_bands_of_its_own_is_as_the_schema_says()
    {
        SimulationResult result = SampleResult.Of(SampleResult.WithUncertainty(ShippedModel.Model));
        JsonObject written = JsonNode.Parse(RunFolder.Json(result, new RunFacts(1, "0.1.0")))!.AsObject();
        Assert.Empty(await ErrorsAsync("result-1", written.ToJsonString()));
        written["validation"]![0]!["assumed_collaterals"]!.AsObject().Remove("low_95");
        Assert.NotEmpty(await ErrorsAsync("result-1", written.ToJsonString()));
    }

    [Fact]
    public async Task A_result_with_a_timeline_is_as_the_schema_says()
    {
        JsonObject written = JsonNode.Parse(RunFolder.Json(SampleTimeline.Result, new RunFacts(1, "0.1.0")))!.AsObject();
        Assert.Empty(await ErrorsAsync("result-1", written.ToJsonString()));
        JsonNode timeline = written["timeline"]!;
        Assert.Equal("probe_pressure", (string?)timeline["events"]![1]!["do"]);
        Assert.Equal("azygos", (string?)timeline["events"]![1]!["words"]!["site"]);
        Assert.Equal(40, (double?)timeline["events"]![0]!["numbers"]!["pressure"]!["value"]);
        Assert.Equal(16.5, (double?)timeline["windows"]![0]!["until_s"]);
        Assert.Equal(0.4, (double?)timeline["sites"]!["azygos"]!["windows"]![0]!["reverse"]!["longest_s"]);
        timeline["sites"]!["azygos"]!["whole"]!.AsObject().Remove("pressure_mmHg");
        Assert.NotEmpty(await ErrorsAsync("result-1", written.ToJsonString()));
    }

    [Fact]
    public async Task A_result_that_lacks_or_adds_a_key_is_refused()
    {
        JsonObject result = JsonNode.Parse(
            RunFolder.Json(SampleResult.Of(ShippedModel.Model), new RunFacts(1, "0.1.0")))!.AsObject();
        result.Remove("statement");
        Assert.NotEmpty(await ErrorsAsync("result-1", result.ToJsonString()));
        result["statement"] = "x";
        Assert.Empty(await ErrorsAsync("result-1", result.ToJsonString()));
        result["extra"] = 1;
        Assert.NotEmpty(await ErrorsAsync("result-1", result.ToJsonString()));
    }

    [Fact]
    public async Task The_shipped_model_is_as_the_schema_says()
    {
        JsonObject model = ModelAsJson(ShippedModel.Copy());
        Assert.Empty(await ErrorsAsync("model-1", model.ToJsonString()));
        JsonNode vessel = model["vessels.csv"]![0]!;
        vessel["length_cm"] = -1;
        Assert.NotEmpty(await ErrorsAsync("model-1", model.ToJsonString()));
        vessel["length_cm"] = 1;
        vessel["kind"] = "pipe";
        Assert.NotEmpty(await ErrorsAsync("model-1", model.ToJsonString()));
    }

    [Theory]
    [InlineData("supine")]
    [InlineData("upright")]
    [InlineData("head-down")]
    [InlineData("left-jugular-90")]
    [InlineData("pattern-d")]
    [InlineData("iih")]
    public async Task The_shipped_cases_are_as_the_schema_says(string name)
    {
        FaultList faults = new();
        byte[] bytes = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "cases", $"{name}.yaml"), TestContext.Current.CancellationToken);
        JsonNode json = AsJson(YamlReader.Read(bytes, name, faults)!);
        Assert.Empty(await ErrorsAsync("case-1", json.ToJsonString()));
        json["unknown"] = 1;
        Assert.NotEmpty(await ErrorsAsync("case-1", json.ToJsonString()));
    }

    public static TheoryData<string> ShippedStudies => [.. Directory.GetFiles(
        Path.Combine(AppContext.BaseDirectory, "studies"), "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(ShippedStudies))]
    public async Task The_shipped_studies_are_as_the_schema_says(string name)
    {
        FaultList faults = new();
        byte[] bytes = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "studies", name), TestContext.Current.CancellationToken);
        JsonNode json = AsJson(YamlReader.Read(bytes, name, faults)!);
        Assert.Empty(await ErrorsAsync("study-1", json.ToJsonString()));
        json["people"]!["dogs"] = 1;
        Assert.NotEmpty(await ErrorsAsync("study-1", json.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"schema": "azygos-case/1", "posture": -15, "set": {"blood.volume_mL": "4.5 L"}, "run": {"time_step_s": 0.001}}""", true)]
    [InlineData("""{"schema": "azygos-case/1", "posture": -95}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "posture": "lying"}""", false)]
    [InlineData("""{"schema": "azygos-case/2"}""", false)]
    [InlineData("""{"posture": "supine"}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "run": {"maximum_beats": 0}}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "recording": {"sites": "azygos"}}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "lesions": [{"kind": "occlusion", "vessel": "azygos"}]}""", true)]
    [InlineData("""{"schema": "azygos-case/1", "lesions": [{"kind": "occlusion"}]}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "lesions": [{"kind": "stenosis", "vessel": "azygos", "area_reduction_percent": 100}]}""", false)]
    [InlineData("""{"schema": "azygos-case/1", "variants": {"dominance": "up"}}""", false)]
    public async Task Cases_are_accepted_and_refused(string json, bool accepted) =>
        Assert.Equal(accepted, (await ErrorsAsync("case-1", json)).Length == 0);

    public static TheoryData<string> OwnEvidenceCases =>
        [.. Directory.GetFiles(EvidenceCaseFolder, "*.json").Select(file => Path.GetFileName(file)!)];

    private static string EvidenceCaseFolder =>
        Path.Combine(AppContext.BaseDirectory, "evidence-cases");

    [Theory]
    [MemberData(nameof(OwnEvidenceCases))]
    public async Task Evidence_cases_are_as_the_schema_says(string file)
    {
        JsonObject json = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(EvidenceCaseFolder, file), TestContext.Current.CancellationToken))!.AsObject();
        Assert.Empty(await ErrorsAsync("evidence-cases-1", json.ToJsonString()));
        JsonObject options = json["cases"]![0]!["options"]!.AsObject();
        options["unknown"] = 1;
        Assert.NotEmpty(await ErrorsAsync("evidence-cases-1", json.ToJsonString()));
        options.Remove("unknown");
        json["task"] = "peta";
        Assert.NotEmpty(await ErrorsAsync("evidence-cases-1", json.ToJsonString()));
    }

    private static JsonObject ModelAsJson(ShippedModel files)
    {
        FaultList faults = new();
        JsonObject model = new()
        {
            ["model.yaml"] = AsJson(YamlReader.Read(files["model.yaml"], "model.yaml", faults)!)
        };
        foreach (TableDescription table in ModelTables.All)
        {
            IReadOnlyList<CsvRecord> records = CsvReader.Read(files[table.File], table.File, faults);
            model[table.File] = new JsonArray(
                [.. records.Skip(1).Select(record => (JsonNode)Row(table, records[0], record))]);
        }
        Assert.False(faults.Any);
        return model;
    }

    private static JsonObject Row(TableDescription table, CsvRecord header, CsvRecord record)
    {
        JsonObject row = [];
        foreach (ColumnDescription column in table.Columns)
        {
            string cell = record.Fields[header.Fields.ToList().IndexOf(column.Name)];
            row[column.Name] = !column.IsNumber ? cell : cell.Length == 0 ? null
                : column.Kind is ColumnKind.WholeNumber or ColumnKind.OptionalWholeNumber
                    ? int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)
                : double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
        }
        return row;
    }

    private static JsonNode AsJson(YamlNode node) => node switch
    {
        YamlMapping mapping =>
            new JsonObject(mapping.Entries.Select(
            entry => KeyValuePair.Create(entry.Key, (JsonNode?)AsJson(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(AsJson)]),
        YamlScalar { Text: "true" or "false" } word => JsonValue.Create(word.Text == "true"),
        YamlScalar { Text: var text } when CellText.TryParse(text, out double number) => JsonValue.Create(number),
        YamlScalar { Text: var text } => JsonValue.Create(text),
        _ => throw new ArgumentException("Not a kind of node.", nameof(node)),
    };
}
