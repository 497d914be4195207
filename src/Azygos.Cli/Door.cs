using System.Reflection;
using Azygos.Batch;
using Azygos.Body;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Clinic.Examination;
using Azygos.Files.Faults;
using Azygos.Files.Harms;
using Azygos.Reports;

namespace Azygos.Cli;

/// <summary>Runs a model: the simulator, or in tests something that answers at once.</summary>
internal delegate SimulationResult Simulator(
    BodyModel model, SimulationSettings settings, IProgress<RunProgress>? progress, CancellationToken cancellation);

/// <summary>What a command may touch: streams, folders, the simulator; a test brings its own.</summary>
internal sealed record Door
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where faults, progress and remarks go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when <see cref="Out"/> is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>True when <see cref="Error"/> is a terminal: only then is progress drawn.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Folder against which relative paths are taken.</summary>
    public required string Directory { get; init; }

    /// <summary>Folder that holds <c>models/</c> and <c>cases/</c> of the program.</summary>
    public required string Home { get; init; }

    /// <summary>The simulator.</summary>
    public required Simulator Simulate { get; init; }

    /// <summary>Writes the report page of a result.</summary>
    public required Func<SimulationResult, string> Report { get; init; }

    /// <summary>Writes the report page of an examination and its run lying.</summary>
    public Func<SimulationResult, ExaminationResult, string> ExaminationReport { get; init; } = ReportPage.Write;

    /// <summary>Writes the report page of a body that had procedures.</summary>
    public Func<SimulationResult, HarmAccount, string> TreatedReport { get; init; } =
        (result, harms) => ReportPage.Write(result, null, harms);

    /// <summary>Clock for the wall time of a run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Calls programs of a cluster.</summary>
    public ProgramCall Call { get; init; } = ProgramAnswer.OfAsync;

    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(Door).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>A path as the user gave it, made absolute.</summary>
    /// <exception cref="InputRefusedException">No path can be so.</exception>
    public string Absolute(string path) => path.Contains('\0', StringComparison.Ordinal)
        ? throw new InputRefusedException(new Fault(path, null, "", "", "has a null character, which no path can have"))
        : Path.GetFullPath(path, Directory);

    /// <summary>The door that the program stands in.</summary>
    public static Door OfTheConsole() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Directory = Environment.CurrentDirectory,
        Home = AppContext.BaseDirectory,
        Simulate = BodySimulation.Run,
        Report = ReportPage.Write,
    };
}
