using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Azygos.Benchmarks;
using Azygos.Benchmarks.Bodies;
using Azygos.Benchmarks.Curves;
using Azygos.Benchmarks.Evidence;
using Azygos.Benchmarks.Lumped;
using Azygos.Benchmarks.Machine;
using Azygos.Benchmarks.Scaling;
using Azygos.Benchmarks.Table;
using Azygos.Benchmarks.Waves;

// Usage: dotnet run -c Release --project benchmarks/Azygos.Benchmarks [-- OPTIONS]
//   table             the table of whole runs beside the best public solvers: with --networks DIR, --body DIR; minutes
//   curves            error against time: with --networks DIR, --body DIR, --figure FILE.svg; many minutes
//   scaling           cost of a vessel in trees of 100, 1,000 and 10,000
//   roofline          what the machine can do, and the share of it that a cell-step reaches
//   evidence, waves, lumped   only these jobs
//   --body DIR        also the step of a body model whose vessels are lumped
//   --networks DIR    also the networks of vessels among the verification cases below a folder, to periodic
//   --bodies DIR      only whole runs of a body whose vessels have waves, each with its error; minutes
//   --json FILE       the numbers for other programs
//   --smoke           seconds instead of a minute: does every job still run, and none is far slower than its bar?
//   --rscript PATH    also times the same jobs in R with package metafor, on this machine in this run
// Exit 0: every bar holds (with --smoke: none is far off); 3: one is missed.
// Ratios to the kernel are of processor times: on a machine that others use, wall times say how busy it was.
if (After("--bodies") is { } bodies)
{
    BodyRuns.Print(bodies);
    return 0;
}

if (args.Contains("memory"))
{
    SpeedTable.PrintMemory(After("--networks")!);
    return 0;
}

if (args.Contains("scaling")) return ScalingRuns.Print() ? 0 : 3;
if (args.Contains("curves"))
{
    ErrorCurves.Print(ErrorCurves.Points(After("--networks")!, After("--body")), After("--figure"));
    return 0;
}

bool smoke = args.Contains("--smoke");
Stopwatches measure = smoke ? Stopwatches.Smoke : Stopwatches.Full;
Measurement reference = ReferenceKernel.Measure(measure);
bool all = !args.Contains("evidence") && !args.Contains("waves") && !args.Contains("lumped");
if (args.Contains("roofline"))
{
    Roofline.Print(measure, VesselSpeed.Measure(measure).First(job => job.Name.Contains("400 cells",
        StringComparison.Ordinal)).Processor);
    return 0;
}

if (args.Contains("table"))
{
    Console.WriteLine($"{Machine()}; reference kernel {Time(reference.Processor)} of processor time");
    TableRow[] rows = TablePrinter.Print(
        SpeedTable.Rows(After("--networks"), After("--body")), reference.Processor);
    Measurement last = ReferenceKernel.Measure(measure);
    Console.WriteLine($"reference kernel again {Time(last.Processor)}");
    if (After("--json") is { } table)
        File.WriteAllText(table, TablePrinter.Json(rows, Machine(), Math.Min(reference.Processor, last.Processor)));
    return rows.All(row => row.Reaches(row.Bar.Must)) ? 0 : 3;
}

Measurement[] jobs =
[
    .. all || args.Contains("evidence") ? EvidenceSpeed.Measure(measure) : [],
    .. all || args.Contains("waves") ? VesselSpeed.Measure(measure) : [],
    .. all || args.Contains("lumped") ? LumpedSpeed.Measure(measure, After("--body")) : [],
    .. After("--networks") is { } folder ? NetworkSpeed.Measure(folder) : [],
];
Measurement again = ReferenceKernel.Measure(measure);
IReadOnlyDictionary<string, double> inR = After("--rscript") is { } r ? OtherProgram.Seconds(r) : new Dictionary<string,
    double>();
double kernel = Math.Min(reference.Processor, again.Processor);
string machine = Machine();

Console.WriteLine(machine);
Console.WriteLine($"{"job",-58} {"median",11} {"best",11} {"processor",11} {"bar",10} {"/kernel",9}  verdict"
    + (inR.Count > 0 ? $"   {"in R",10} {"ratio",8}" : ""));
foreach (Measurement m in (Measurement[])[reference, .. jobs, again])
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{m.Name,-58} {Time(m.Median),11} {Time(m.Best),11} {Time(m.Processor),11} "
            + $"{(m.Bar is { } bar ? Time(bar) : ""),10} {m.Processor / kernel,9:G3}  {Verdict(m),-7}")
        + (inR.TryGetValue(m.Name, out double s) ? string.Create(CultureInfo.InvariantCulture,
            $"   {Time(s),10} {s / m.Median,8:G3}") : ""));

if (After("--json") is { } json) File.WriteAllText(json, Json());
return jobs.All(m => smoke ? m.PassesSmoke : m.Holds) ? 0 : 3;

string? After(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length
    ? args[at + 1] : null;

static string Machine() => $"{Environment.ProcessorCount} processors, {RuntimeInformation.ProcessArchitecture}, "
    + $"{RuntimeInformation.FrameworkDescription}";

static string Verdict(Measurement m) => m.Bar is null ? "" : m.Holds ? "held" : "missed";

static string Time(double seconds) => seconds switch
{
    < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:G4} ns"),
    < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:G4} us"),
    < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:G4} ms"),
    _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:G4} s"),
};

string Json()
{
    using MemoryStream bytes = new();
    using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true }))
    {
        json.WriteStartObject();
        json.WriteString("schema", "azygos-speed/1");
        json.WriteString("machine", machine);
        json.WriteNumber("reference_kernel_processor_s", kernel);
        json.WriteStartArray("jobs");
        foreach (Measurement m in jobs)
        {
            json.WriteStartObject();
            json.WriteString("job", m.Name);
            json.WriteNumber("median_s", m.Median);
            json.WriteNumber("best_s", m.Best);
            json.WriteNumber("processor_s", m.Processor);
            if (m.Bar is { } bar) json.WriteNumber("bar_s", bar);
            if (inR.TryGetValue(m.Name, out double s)) json.WriteNumber("metafor_s", s);
            json.WriteNumber("processor_per_reference_kernel", m.Processor / kernel);
            json.WriteString("verdict", Verdict(m));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
    return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
}
