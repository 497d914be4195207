using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;
using Azygos.Files.Tests.Benchmarks;

namespace Azygos.Files.Tests.SvZeroD;

/// <summary>What became of the models in svZeroDSolver's format of a set; each set is run once for all tests.</summary>
internal static class ModelCases
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
        string[] below = set == "own" ? ["svzerod"] : ["zero-d", "svzerod"];
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases =
            BenchmarkReader.ReadAll(Path.Combine([CaseSets.Folder(set), .. below]), set, faults);
        faults.ThrowIfAny();
        return [.. cases.Select(@case => CaseRunner.Run(@case))];
    }
}
