#:project ../src/Azygos.Studies/Azygos.Studies.csproj

// Two examiners, one truth: what a case-control study finds when nothing differs between the groups.
//   logit P = logit m ± β     what an examiner who knows the disease, and expects a finding, makes of a rate m
//   OR = e^(2β)               so what the study finds on average, when everybody has that one rate
//
// Expected: 1 for β = 0, 3.67 for β = 0.65, 13.46 for β = 1.3.
//
//   dotnet run -c Release examples/10-two-examiners.cs

using Azygos.Studies.Examiners;

const double m = 0.3;                                  // share called positive by somebody who expects nothing

foreach ((double bias, double expected) in new[] { (0.0, 1.0), (0.65, 3.67), (1.3, 13.46) })
{
    Expectation examiner = new(bias, CorrectBelief: 1);
    double ms = examiner.Mean(m, hasDisease: true), control = examiner.Mean(m, hasDisease: false);
    double ratio = ms / (1 - ms) / (control / (1 - control));
    Console.WriteLine($"β {bias:0.00}: {ms:P0} of MS, {control:P0} of controls positive, odds ratio {ratio:0.00}");
    if (Math.Abs(ratio - expected) > 0.005) throw new InvalidOperationException($"expected {expected}");
}

// Blinded examiners are right by chance, and expectation then moves both groups alike.
Expectation blinded = new(1.3, CorrectBelief: 0.5);
if (blinded.Mean(m, true) != blinded.Mean(m, false)) throw new InvalidOperationException("blinded, and biased");
Console.WriteLine("blinded: the same in both groups");
