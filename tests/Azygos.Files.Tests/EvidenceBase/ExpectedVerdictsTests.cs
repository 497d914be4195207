using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Files.EvidenceBase;

namespace Azygos.Files.Tests.EvidenceBase;

/// <summary>Verdicts of the shipped base against verdicts computed beforehand by another program.</summary>
/// <remarks>
/// Every key of the fixture must be in our JSON: verdicts, rules, counts and names exactly; estimates to 1e-5 relative,
/// because the fixture prints six digits. Only the wording of traces is ours; which rule fired, and at which number, is
/// not.
/// </remarks>
public sealed class ExpectedVerdictsTests
{
    private const double SixDigits = 1e-5;

    private static readonly Lazy<JsonElement> Ours = new(() => JsonDocument.Parse(
        ClaimJson.Write(ShippedBase.Read.Base, ClaimEvaluation.All(ShippedBase.Read.Base))).RootElement);

    private static JsonElement Expected => JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "EvidenceBase", "expected-verdicts.json"))).RootElement;

    [Theory]
    [InlineData("association", 250)]
    [InlineData("diagnosis", 20)]
    [InlineData("mechanism", 20)]
    [InlineData("symptoms", 40)]
    [InlineData("efficacy", 15)]
    [InlineData("harm", 300)]
    public void Verdicts_and_numbers_are_those_computed_beforehand(string claim, int atLeast)
    {
        List<string> misses = [];
        int compared = Compare(
            Expected.GetProperty("claims").GetProperty(claim), Ours.Value.GetProperty("claims").GetProperty(claim),
            claim, misses);
        Assert.Empty(misses);
        Assert.True(compared >= atLeast, $"only {compared} values were compared");
    }

    [Fact]
    public void The_rules_are_of_the_expected_version() =>
        Assert.Equal(
            Expected.GetProperty("rules_version").GetString(), Ours.Value.GetProperty("rules_version").GetString());

    private static int Compare(JsonElement expected, JsonElement ours, string at, List<string> misses)
    {
        if (expected.ValueKind != ours.ValueKind)
        {
            misses.Add($"{at}: {ours.ValueKind} {ours} where {expected} is expected");
            return 1;
        }
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                int sum = 0;
                foreach (JsonProperty one in expected.EnumerateObject())
                    if (!ours.TryGetProperty(one.Name, out JsonElement value)) misses.Add($"{at}.{one.Name}: missing");
                    else if (one.Name == "trace") sum += CompareTrace(one.Value, value, at, misses);
                    else sum += Compare(one.Value, value, $"{at}.{one.Name}", misses);
                return sum;
            case JsonValueKind.Array:
                JsonElement[] mine = [.. ours.EnumerateArray()];
                if (mine.Length != expected.GetArrayLength()) misses.Add($"{at}: {mine.Length} items: {ours}");
                return expected.EnumerateArray().Zip(mine).Index()
                    .Sum(pair => Compare(pair.Item.First, pair.Item.Second, $"{at}[{pair.Index}]", misses));
            case JsonValueKind.Number:
                double a = expected.GetDouble(), b = ours.GetDouble();
                if (Math.Abs(a - b) > SixDigits * Math.Abs(a)) misses.Add($"{at}: {b} where {a} is expected");
                return 1;
            default:
                if (expected.ToString() != ours.ToString()) misses.Add($"{at}: {ours} where {expected} is expected");
                return 1;
        }
    }

    /// <summary>The rules that a trace names, in order; the rule of the verdict is its last.</summary>
    private static int CompareTrace(JsonElement expected, JsonElement ours, string at, List<string> misses)
    {
        string[] mine = [.. ours.EnumerateArray().Select(line => line.GetString()!.Split(' ', ':')[0])];
        string[] theirs = [.. expected.EnumerateArray().Select(line => line.GetString()!.Split(' ', ':')[0])];
        // The trace of a joined claim speaks of its parts; there only the joining rule is compared.
        string[] compared = mine.Length == 1 ? theirs[^1..] : theirs;
        if (!mine.SequenceEqual(compared)) misses.Add($"{at}.trace: {string.Join(' ', mine)}");
        return compared.Length;
    }
}
