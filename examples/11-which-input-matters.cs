#:project ../src/Azygos.Studies/Azygos.Studies.csproj

// Which input of a model matters: Sobol indices with intervals, on a function whose indices are known (Ishigami).
//   f = sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁      x evenly in (−π, π)
//   S = share of the variance by one input alone, T = with all that it does together with others
//
// Expected: S = 0.3139, 0.4424, 0; T = 0.5576, 0.4424, 0.2437. x₃ does nothing alone and a quarter with x₁.
//
//   dotnet run -c Release examples/11-which-input-matters.cs

using Azygos.Studies.Sensitivity;

double[] alone = [0.3139, 0.4424, 0], together = [0.5576, 0.4424, 0.2437];

SobolIndices found = SobolIndices.Of(Ishigami, inputs: 3, points: 4096, seed: 1);
IReadOnlyList<SobolIndex> indices = found.Indices(answer: 0, seed: 1);
for (int i = 0; i < 3; i++)
{
    Console.WriteLine($"x{i + 1}: S {indices[i].First.Median:0.000} ({indices[i].First.Low:0.000} to "
        + $"{indices[i].First.High:0.000}), T {indices[i].Total.Median:0.000} ({indices[i].Total.Low:0.000} to "
        + $"{indices[i].Total.High:0.000})");
    // Intervals are 95 % ones: an estimate is off by less than 0.06 in any seed.
    if (Math.Abs(indices[i].First.Median - alone[i]) > 0.06 || Math.Abs(indices[i].Total.Median - together[i]) > 0.06)
        throw new InvalidOperationException($"expected S {alone[i]}, T {together[i]}");
}

static double[] Ishigami(double[] u)
{
    double[] x = [.. u.Select(one => Math.PI * (2 * one - 1))];
    return [Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0])];
}
