using Azygos.Body.Results;
using Azygos.Files.Tables;

namespace Azygos.Files.Cases;

/// <summary>Keys of a case file, schema <c>azygos-case/1</c>.</summary>
/// <source choice="ranges that keep a run stable, finite and within memory; defaults in SimulationSettings"/>
public static class CaseKeys
{
    /// <summary>Schema word of a case file.</summary>
    public const string Schema = "azygos-case/1";

    internal static readonly IReadOnlyList<NumberKey> Numbers =
    [
        new("recording", "sample_interval_s", ColumnKind.Number, "s", Interval.From(0.001, 1),
            "interval of recorded samples",
            (settings, value) => settings with { SampleInterval = value }),
        new("recording", "dead_band_cm_s", ColumnKind.Number, "cm/s", Interval.From(0, 100),
            "slower blood does not count as flowing back while a timeline goes on",
            (settings, value) => settings with { DeadBand = value }),
        new("run", "time_step_s", ColumnKind.Number, "s", Interval.From(1e-5, 0.01), "largest time step",
            (settings, value) => settings with { TimeStep = value }),
        new("run", "largest_cell_cm", ColumnKind.Number, "cm", Interval.From(0.05, 20),
            "largest cell of a vessel with waves", (settings, value) => settings with { LargestCell = value }),
        new("run", "periodic_tolerance", ColumnKind.Number, "1", Interval.From(1e-6, 0.1),
            "share of its pulse by which a site may change between two periods of a periodic run",
            (settings, value) => settings with { PeriodicTolerance = value }),
        new("run", "maximum_beats", ColumnKind.WholeNumber, "1", Interval.From(1, 100_000),
            "beats after which a run that is not periodic stops", (settings, value) =>
                settings with { MaximumBeats = (int)value }),
    ];

    /// <summary>Keys of the file's first level, with what they mean.</summary>
    public static IReadOnlyDictionary<string, string> TopLevel { get; } = new Dictionary<string, string>
    {
        ["schema"] = $"always {Schema}",
        ["description"] = "what the case is for, for people",
        ["model"] = "name of a model; then none may be named on the command line",
        ["detail"] = $"level of detail of the anatomy: {DetailWords.Allowed}",
        ["posture"] = Posture.Allowed,
        ["heart"] = "numbers of the heart: heart.KEY parameters of the model, such as rate_per_min",
        ["set"] = "replaced numbers, path: value, as with --set",
        ["variants"] = "normal variants of the anatomy: dominance, transverse_sinus_left, transverse_sinus_right",
        ["lesions"] = "a list of lesions, each with its kind, its vessel or valve, and what the kind asks for",
        [ProcedureReader.Section] = "a list of procedures, each with its kind (venoplasty, stent), the lesion it acts on, and "
            + "what the kind asks for",
        [TimelineKey.Name] = TimelineKey.Meaning,
        [IronWord.Key] = $"{IronWord.Hypothesis}: computes the iron HYPOTHESIS beside the run and labels it so; off when left out",
        ["recording"] = "what is recorded: sites (a list; all when left out), sample_interval_s, dead_band_cm_s",
        ["run"] = "the solver: time_step_s, largest_cell_cm, periodic_tolerance, maximum_beats",
    };

    /// <summary>Keys of sections that hold numbers.</summary>
    public static IReadOnlyList<CaseKey> SectionNumbers { get; } =
        [.. Numbers.Select(key => new CaseKey($"{key.Section}.{key.Name}", key.Meaning, key))];

    /// <summary>A number with the setting that it becomes.</summary>
    internal sealed record NumberKey : ColumnDescription
    {
        public NumberKey(
            string section, string name, ColumnKind kind, string unit, Interval range, string meaning,
            Func<SimulationSettings, double, SimulationSettings> with) : base(name, kind, meaning)
        {
            Section = section;
            Unit = unit;
            Range = range;
            With = with;
        }

        public string Section { get; }

        public Func<SimulationSettings, double, SimulationSettings> With { get; }
    }
}
