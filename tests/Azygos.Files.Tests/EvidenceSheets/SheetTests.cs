using System.Text.Json;
using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Specifications;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Sheets;

namespace Azygos.Files.Tests.EvidenceSheets;

/// <summary>One result object feeds table and JSON: the sheet. What JSON holds is what the sheet holds, cell by
/// cell.</summary>
public sealed class SheetTests
{
    private static readonly StudyNumbers[] s_studies =
    [
        Study("a", "blind", 5, 20, 2, 20), Study("b", "blind", 9, 30, 4, 28), Study("c", "open", 8, 25, 3, 25),
        Study("d", "open", 0, 25, 3, 25), Study("e", "open", 12, 60, 6, 55), Study("f", "open", 0, 9, 0, 9),
    ];

    private static readonly EffectMeasure s_odds = EffectMeasure.Find("OR")!;

    private static StudyNumbers Study(string label, string group, params double[] numbers) =>
        new(label, group, numbers) { Predictors = [group] };

    public static TheoryData<string> Kinds => ["pool", "regression", "bias", "accuracy", "network", "multiverse"];

    private static ResultSheet Sheet(string kind) => kind switch
    {
        "pool" => PoolSheet.Of(PooledStudies.Of(s_odds, s_studies, new PoolingOptions()).Value, "t"),
        "regression" => RegressionSheet.Of(RegressedStudies.Of(s_odds, s_studies, new PoolingOptions(),
            ZeroCellPolicy.Half, [new Predictor("read", "blind")], [], permutes: true).Value, "t"),
        "bias" => BiasSheet.Of(
            BiasAnalysis.Of(s_odds, s_studies, new PoolingOptions(), ZeroCellPolicy.Half).Value, "t"),
        "accuracy" => AccuracySheet.Of(PooledAccuracy.Of(
            [Study("a", "", 20, 5, 3, 30), Study("b", "", 35, 10, 9, 40), Study("c", "", 12, 2, 0, 25)], 0.9).Value,
            "t"),
        "network" => NetworkSheet.Of(NetworkModel.Fit(NetworkColumns.Find("OR")!.Arms(
            [("t", "A", [1, 20]), ("t", "B", [4, 22]), ("u", "A", [3, 30]), ("u", "C", [0, 31])])).Value,
            NetworkColumns.Find("OR")!, smallIsGood: true, 0.95, "t"),
        _ => MultiverseSheet.Of(Multiverse.Of(Inclusion.OfTable(s_studies), new SpecificationGrid
        {
            Measures = SpecificationGrid.SameColumns(s_odds),
        }), "t", "", withSpecifications: true),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_holds_every_cell_of_the_sheet_and_nothing_else(string kind)
    {
        ResultSheet sheet = Sheet(kind);
        JsonElement root = JsonDocument.Parse(SheetJson.Write(sheet)).RootElement;
        Assert.Equal($"azygos-{kind}/1", root.GetProperty("schema").GetString());
        Assert.Equal(["schema", "title", .. sheet.Parts.Select(part => part.Key)],
            root.EnumerateObject().Select(property => property.Name));
        int cells = 0;
        foreach (SheetPart part in sheet.Parts)
        {
            JsonElement json = root.GetProperty(part.Key);
            switch (part)
            {
                case SheetFacts facts:
                    foreach (SheetFact fact in facts.Facts) Same(fact.Value, json.GetProperty(fact.Key));
                    break;
                case SheetTable table:
                    Assert.Equal(table.Rows.Count, json.GetArrayLength());
                    foreach ((IReadOnlyList<SheetValue> row, JsonElement object_) in
                        table.Rows.Zip(json.EnumerateArray()))
                    {
                        Assert.Equal(table.Columns.Count, row.Count);
                        foreach ((SheetColumn column, SheetValue value) in table.Columns.Zip(row))
                            Same(value, object_.GetProperty(column.Key));
                    }
                    break;
                case SheetRemarks remarks:
                    Assert.Equal(remarks.Texts, json.EnumerateArray().Select(text => text.GetString()!));
                    break;
            }
        }
        Assert.True(cells > 20);

        void Same(SheetValue value, JsonElement json)
        {
            cells++;
            if (value.IsNone) Assert.Equal(JsonValueKind.Null, json.ValueKind);
            else if (value.Number is { } number) Assert.Equal(number, json.GetDouble());
            else if (value.Limits is { } limits)
                Assert.Equal((limits.Lower, limits.Upper), (json[0].GetDouble(), json[1].GetDouble()));
            else Assert.Equal(value.Text, json.GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Keys_are_there_once_and_every_empty_cell_of_a_result_is_told(string kind)
    {
        foreach (SheetPart part in Sheet(kind).Parts)
        {
            string[] keys = part switch
            {
                SheetFacts facts => [.. facts.Facts.Select(fact => fact.Key)],
                SheetTable table => [.. table.Columns.Select(column => column.Key)],
                _ => [],
            };
            Assert.Equal(keys.Length, keys.Distinct().Count());
        }
    }

    [Fact]
    public void A_number_beyond_all_numbers_is_told_and_NaN_is_refused()
    {
        SheetValue limits = (0.5, double.PositiveInfinity);
        Assert.Equal((true, "0.5 to beyond any number"), (limits.IsNone, limits.Text));
        Assert.Throws<ArgumentOutOfRangeException>(static () => (SheetValue)double.NaN);
    }
}
