using Azygos.Body; using Azygos.Body.Model; using Azygos.Body.Results;
namespace Azygos.Cli;
internal static class ReportPage { public static string Write(SimulationResult r) => throw new NotSupportedException(); }
