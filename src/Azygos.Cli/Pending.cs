using Azygos.Body; using Azygos.Body.Model; using Azygos.Body.Results;
namespace Azygos.Cli;
internal static class BodySimulation { public static SimulationResult Run(BodyModel m, SimulationSettings s, IProgress<RunProgress>? p, CancellationToken c) => throw new NotSupportedException(); }
internal static class ReportPage { public static string Write(SimulationResult r) => throw new NotSupportedException(); }
