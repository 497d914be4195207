using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Files.EvidenceBase.Changes;

/// <summary>A claim on two bases: its verdict, and the numbers that its rules are asked about.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Before">Judged before; null where it is new.</param>
/// <param name="After">Judged now; null where it is gone.</param>
/// <param name="Numbers">Numbers that differ.</param>
public sealed record VerdictChange(
    string Claim, Judgement? Before, Judgement? After, IReadOnlyList<NumberChange> Numbers)
{
    /// <summary>True when the verdict itself is another.</summary>
    public bool IsAnother => Before?.Verdict != After?.Verdict;

    /// <summary>Claims of which anything differs.</summary>
    public static IReadOnlyList<VerdictChange> Between(
        IReadOnlyList<ClaimResult> before, IReadOnlyList<ClaimResult> after)
    {
        Dictionary<string, Judgement> old = ById(before), now = ById(after);
        return [.. from claim in now.Keys.Union(old.Keys)
            let was = old.GetValueOrDefault(claim)
            let judged = now.GetValueOrDefault(claim)
            let numbers = NumberChange.Between(was, judged)
            where was?.Verdict != judged?.Verdict || was?.Rule != judged?.Rule || numbers.Count > 0
            select new VerdictChange(claim, was, judged, numbers)];
    }

    /// <summary>The verdict's change in one sentence.</summary>
    public override string ToString() => (Before, After) switch
    {
        (null, { } now) => $"{Claim}: new, {VerdictWords.OnScreen(now.Verdict)} (rule {now.Rule})",
        ({ } was, null) => $"{Claim}: gone, it was {VerdictWords.OnScreen(was.Verdict)} (rule {was.Rule})",
        ({ } was, { } now) when IsAnother =>
            $"{Claim}: {VerdictWords.OnScreen(was.Verdict)} (rule {was.Rule}) → {VerdictWords.OnScreen(now.Verdict)} "
            + $"(rule {now.Rule})",
        (_, { } now) => $"{Claim}: {VerdictWords.OnScreen(now.Verdict)} as before (rule {now.Rule})",
        _ => Claim,
    };

    private static Dictionary<string, Judgement> ById(IReadOnlyList<ClaimResult> claims) =>
        claims.ToDictionary(claim => claim.Claim.Id, claim => claim.Finding.Judgement);
}

/// <summary>A number that rules are asked about, on two bases.</summary>
/// <param name="Input">Its name.</param>
/// <param name="Before">Before; null where it was not computed.</param>
/// <param name="After">Now; null where it is not computed.</param>
public sealed record NumberChange(string Input, double? Before, double? After)
{
    /// <summary>Numbers that differ in any digit.</summary>
    internal static IReadOnlyList<NumberChange> Between(Judgement? before, Judgement? after)
    {
        Dictionary<string, double?> old = Values(before), now = Values(after);
        return [.. now.Keys.Union(old.Keys)
            .Select(key => new NumberChange(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .Where(number => number.Before != number.After)];
    }

    private static Dictionary<string, double?> Values(Judgement? judged) =>
        judged is null ? [] : judged.Inputs.Values.ToDictionary(pair => pair.Key, pair => pair.Value);
}
