using System.Diagnostics;

namespace Azygos.Cli.Soak;

/// <summary>The program as a process of its own.</summary>
internal static class Child
{
    /// <summary>Starts the program.</summary>
    /// <param name="home">Folder of the program.</param>
    /// <param name="folder">Folder to stand in.</param>
    /// <param name="environment">Variables set for it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(
        string home, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        bool isOwn = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "azygos";
        ProcessStartInfo start = new(isOwn ? Environment.ProcessPath! : "dotnet",
            isOwn ? arguments : [Path.Combine(home, "azygos.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs the program to its end: exit code and what it printed.</summary>
    public static (int Code, string Out, string Error) Run(
        string home, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(home, folder, environment, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
