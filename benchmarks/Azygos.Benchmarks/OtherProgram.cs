using System.Diagnostics;
using System.Globalization;

namespace Azygos.Benchmarks;

/// <summary>Times the jobs in another program, on the same machine in the same run.</summary>
internal static class OtherProgram
{
    /// <summary>Runs the script beside the program; seconds by job.</summary>
    /// <param name="rscript">Path of Rscript.</param>
    public static IReadOnlyDictionary<string, double> Seconds(string rscript)
    {
        ProcessStartInfo start = new(rscript, [Path.Combine(AppContext.BaseDirectory, "metafor.R")])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{rscript} ended with {process.ExitCode}");
        return output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
