using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Tests;

namespace Azygos.Cli.Tests;

/// <summary>The command line on a bench: own folder, own streams, a simulator that answers at once.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public Bench() => Simulate = (model, settings, _, _) =>
    {
        (Model, Settings) = (model, settings);
        Runs++;
        return SampleResult.Of(model, settings);
    };

    public string Folder => temporary.Path;

    /// <summary>The simulator; a test may put another in its place.</summary>
    public Simulator Simulate { get; set; }

    /// <summary>What the simulator was given last.</summary>
    public BodyModel? Model { get; private set; }

    public SimulationSettings? Settings { get; private set; }

    public int Runs { get; private set; }

    public string Out => output.ToString();

    public string Error => error.ToString();

    /// <summary>Names of what lies in the folder, folders followed.</summary>
    public IEnumerable<string> Written => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public async Task<int> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        return await AzygosTool.RunAsync(arguments, new Door
        {
            Out = output,
            Error = error,
            Directory = Folder,
            Home = AppContext.BaseDirectory,
            Simulate = Simulate,
            Report = _ => "<!doctype html>",
        }, cancellation);
    }

    public Task<int> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    public string File(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => temporary.Dispose();
}
