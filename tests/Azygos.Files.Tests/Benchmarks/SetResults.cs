using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>What became of the cases of a set; each set is run once for all tests.</summary>
/// <remarks>
/// Of the shared set only cases without vessels: its networks take minutes, and the command runs them.
/// </remarks>
internal static class SetResults
{
    private static readonly Lazy<IReadOnlyList<CaseResult>> Own = new(() => Run("own"));
    private static readonly Lazy<IReadOnlyList<CaseResult>> Shared = new(() => Run("shared"));

    public static IReadOnlyList<CaseResult> Of(string set)
    {
        CaseSets.Folder(set);                        // skips where the set is not there
        return (set == "own" ? Own : Shared).Value;
    }

    private static IReadOnlyList<CaseResult> Run(string set)
    {
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(CaseSets.Folder(set), set, faults);
        faults.ThrowIfAny();
        return [.. cases.Where(@case => set == "own" || @case.Network.Vessels.Count == 0)
            .Select(@case => CaseRunner.Run(@case))];
    }
}
