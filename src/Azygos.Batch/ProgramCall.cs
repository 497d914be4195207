using System.ComponentModel;
using System.Diagnostics;

namespace Azygos.Batch;

/// <summary>Calls a program of the cluster; a test answers in its place.</summary>
/// <param name="program">Its name, such as <c>sbatch</c>.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="cancellation">Ends the waiting.</param>
public delegate Task<ProgramAnswer> ProgramCall(
    string program, IReadOnlyList<string> arguments, CancellationToken cancellation);

/// <summary>What a program answered.</summary>
/// <param name="Code">Exit code; −1 where the program is not there.</param>
/// <param name="Out">What it printed.</param>
/// <param name="Error">What it complained of.</param>
public sealed record ProgramAnswer(int Code, string Out, string Error)
{
    /// <summary>Runs a program of this machine to its end.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends the waiting and the program.</param>
    public static async Task<ProgramAnswer> OfAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception none)
        {
            return new ProgramAnswer(-1, "", $"{program}: {none.Message}");
        }
        using (process)
        {
            process.StandardInput.Close();
            try
            {
                Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
                string error = await process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                return new ProgramAnswer(process.ExitCode, await output, error.Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }
        }
    }
}
