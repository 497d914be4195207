using Azygos.Files.Faults;

namespace Azygos.Cli.Soak;

/// <summary>Spoilt inputs for every reader: each is read, or refused with all its faults and their places; nothing else
/// may come out, and nothing may take long.</summary>
internal static class ReaderSoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "readers";

    // Chosen: a hundred times what the largest input needs on a busy machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    /// <summary>Spoils and reads.</summary>
    /// <param name="home">Folder that holds models, cases, benchmarks and the evidence base.</param>
    /// <param name="plan">How much.</param>
    /// <param name="told">Told of every finding at once.</param>
    public static PartReport Run(string home, Plan plan, Action<string> told)
    {
        Tally tally = new(Part, told);
        plan.ForEach(() => new Desk(home, tally), (desk, index) => desk.One(new Draws(plan.Seed, Part, index), index));
        return tally.Report();
    }

    /// <summary>A thread's own readers, and the folder in which specimens lie.</summary>
    private sealed class Desk : IDisposable
    {
        private readonly string scratch = Directory.CreateTempSubdirectory("azygos-soak-").FullName;
        private readonly IReadOnlyList<Reader> readers;
        private readonly Tally tally;

        public Desk(string home, Tally tally)
        {
            this.tally = tally;
            readers = Readers.Of(home, Directory.CreateDirectory(Path.Combine(scratch, "stand")).FullName);
            foreach ((int at, Reader reader) in readers.Index())
                foreach ((int of, Specimen specimen) in reader.Specimens.Index())
                {
                    string folder = Folder(at, of, specimen);
                    foreach ((string name, byte[] bytes) in specimen.Files) Write(folder, name, bytes);
                    Sound(reader, folder, Path.Combine(folder, specimen.Files.Keys.First()));
                }
        }

        // What is refused unspoilt says nothing when it is spoilt.
        private static void Sound(Reader reader, string folder, string file)
        {
            FaultList faults = new();
            reader.Read(folder, file, faults);
            if (faults.Any) throw new InvalidOperationException($"{reader.Name}, unspoilt: {faults.Found[0]}");
        }

        public void One(Draws draws, long index)
        {
            int at = draws.Below(readers.Count);
            Reader reader = readers[at];
            int of = draws.Below(reader.Specimens.Count);
            Specimen specimen = reader.Specimens[of];
            string folder = Folder(at, of, specimen), file = draws.One([.. specimen.Files.Keys]);
            byte[] spoilt = Mutation.Of(specimen.Files[file], draws);
            Write(folder, file, spoilt);
            string what = $"{reader.Name}, {specimen.Name}, {file}";
            using (new Timer(_ => TooLong(index, what), null, s_longest, Timeout.InfiniteTimeSpan))
            {
                long start = Environment.TickCount64;
                Read(reader, folder, file, spoilt, index, what);
                tally.Largest("slowest [ms]", Environment.TickCount64 - start);
            }
            Write(folder, file, specimen.Files[file]);
            tally.Over();
        }

        private void Read(Reader reader, string folder, string file, byte[] spoilt, long index, string what)
        {
            FaultList faults = new();
            try
            {
                reader.Read(folder, Path.Combine(folder, file), faults);
            }
            catch (InputRefusedException refused)
            {
                foreach (Fault fault in refused.Faults) faults.Add(fault);
                if (refused.Faults.Count == 0) tally.Find(index, what, "is refused without a fault");
            }
            catch (Exception thrown)
            {
                tally.Throw(index, what, thrown);
                return;
            }
            tally.Count(faults.Any ? $"{reader.Name} refused" : $"{reader.Name} read");
            tally.Count("faults told", faults.Count);
            int lines = 1 + spoilt.Count(one => one == '\n');
            foreach (Fault fault in faults.Found)
                if (WrongWith(fault, file, lines) is { } wrong) tally.Find(index, what, $"{wrong}: {fault}");
        }

        /// <summary>What a fault lacks; null where it lacks nothing.</summary>
        private static string? WrongWith(Fault fault, string file, int lines)
        {
            if (fault.File.Length == 0) return "a fault without a file";
            if (fault.Message.Length == 0) return "a fault without a message";
            bool here = fault.File.EndsWith(file, StringComparison.Ordinal);
            if (here && fault.Line is { } line && (line < 1 || line > lines))
                return $"a line outside the {lines} of the file";
            // What is missing stands on no line.
            bool missing = fault.Message.Contains("missing", StringComparison.Ordinal)
                || fault.Message.StartsWith("needs ", StringComparison.Ordinal);
            if (here && fault is { Value.Length: > 0, Line: null } && !missing) return "a value without its line";
            return null;
        }

        // No thread can be ended from outside: a reader that hangs ends the soak, after saying where.
        private void TooLong(long index, string what)
        {
            tally.Find(index, what, $"still reads after {s_longest.TotalSeconds:F0} s: the soak ends here");
            Environment.Exit(ExitCode.Missed);
        }

        private string Folder(int reader, int specimen, Specimen named) =>
            Path.Combine(scratch, $"{reader}-{specimen}", Path.GetFileNameWithoutExtension(named.Name));

        private static void Write(string folder, string name, byte[] bytes)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        public void Dispose() => Directory.Delete(scratch, recursive: true);
    }
}
