#:project ../src/Azygos.Files/Azygos.Files.csproj

// A table of one's own, pooled: did vaccination prevent tuberculosis, and does the answer depend on where?
//
//   y = ln(risk ratio) of each trial, v its variance; y = μ + u + e, u ~ N(0, τ²), e ~ N(0, v)
//   μ ± t √v(μ), Knapp-Hartung;  then y = β₀ + β₁ latitude + u + e
//
// Expected: a risk ratio near one half, 0.49 (0.34 to 0.70) as Colditz et al. 1994 print it by DerSimonian and Laird;
// and protection that grows with distance from the equator, which explains most of τ².
//
//   dotnet run -c Release examples/07-pool-your-own-table.cs

using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

EffectMeasure riskRatio = EffectMeasure.Find("RR")!;
var columns = new StudyTableColumns(
    riskRatio, ["tb_vaccinated", "n_vaccinated", "tb_control", "n_control"], Label: "study", Group: "")
{
    Predictors = ["latitude"],
};
FaultList faults = new();
string table = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "bcg.csv");
IReadOnlyList<StudyNumbers> studies = StudyTableReader.Read(table, "bcg.csv", columns, faults);
faults.ThrowIfAny();                                    // all faults at once, each with row and column

PooledStudies asPrinted = PooledStudies.Of(riskRatio, studies,
    new PoolingOptions { Estimator = HeterogeneityEstimators.DerSimonianLaird }).Value;
PoolingOptions today = new() { Test = CoefficientTest.KnappHartung };
PooledStudies pooled = PooledStudies.Of(riskRatio, studies, today).Value;
RegressedStudies byLatitude = RegressedStudies.Of(
    riskRatio, studies, today, ZeroCellPolicy.Half, [new Predictor("latitude", null)], [], permutes: false).Value;

Print("as printed in 1994 (DerSimonian-Laird, Wald)", asPrinted);
Print("REML, Knapp-Hartung", pooled);
Console.WriteLine($"latitude explains {byLatitude.ExplainedPercent:F0} % of τ²; at the equator the risk ratio is "
    + $"{Math.Exp(byLatitude.Fit.Coefficients[0].Estimate):F2}, at 55° it is "
    + $"{riskRatio.Shown(byLatitude.Predictions.Single(one => one.Values[0] == "55").Value.Estimate):F2}");

double ratio = Math.Exp(asPrinted.Fit.Mean.Estimate), low = Math.Exp(asPrinted.Fit.Mean.Lower),
    high = Math.Exp(asPrinted.Fit.Mean.Upper);
if (Math.Round(ratio, 2) != 0.49 || Math.Round(low, 2) != 0.34 || Math.Round(high, 2) != 0.70
    || byLatitude.ExplainedPercent < 50)
    throw new InvalidOperationException("not the answer that was expected");

void Print(string how, PooledStudies one) => Console.WriteLine(
    $"{how}: {riskRatio.Shown(one.Fit.Mean.Estimate):F2} ({riskRatio.Shown(one.Fit.Mean.Lower):F2} to "
    + $"{riskRatio.Shown(one.Fit.Mean.Upper):F2}), τ² {one.Fit.Tau2:F3}, next trial "
    + $"{riskRatio.Shown(one.Prediction!.Lower):F2} to {riskRatio.Shown(one.Prediction.Upper):F2}");
