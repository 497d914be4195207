using Azygos.Circulation.Waveforms;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the waveform of a node.</summary>
internal static class WaveformReader
{
    /// <summary>The waveform of a node, in the unit of its kind; constant 0 where there is a fault.</summary>
    public static Waveform Read(CasePart node, string unit)
    {
        ConstantWaveform none = new(0);
        if (node.Part("waveform") is not { } part) return none;
        int before = part.Folder.Faults.Count;
        Func<Waveform> make = part.Choice("kind", Kinds)(part);
        string written = part.Choice("unit", BenchmarkNames.Units);
        if (written != unit && part.Has("unit")) part.Fault("unit", $"must be {unit} at this kind of node");
        part.Finish();
        return part.Folder.Faults.Count > before ? none : make();
    }

    // What reads the keys of a kind and hands out a maker that runs only when all of them are sound.
    private static readonly Dictionary<string, Func<CasePart, Func<Waveform>>> Kinds = new()
    {
        ["constant"] = Constant,
        ["table"] = Table,
        ["harmonics"] = Harmonics,
        ["gaussian"] = Gaussian,
        ["steps"] = Steps,
    };

    private static Func<Waveform> Constant(CasePart part)
    {
        double value = part.Number("value");
        return () => new ConstantWaveform(value);
    }

    private static Func<Waveform> Table(CasePart part)
    {
        part.Constant("interpolation", "linear");
        double? period = part.NumberOrNull("period_s", Allowed.Positive);
        if (part.Folder.Table(part, "file") is not { } table) return Unreadable;
        if (table.Header.Count < 2 || table.Header[0] != "t_s")
        {
            part.Fault("file", "must have the column t_s first and the values second");
            return Unreadable;
        }
        if (table.Column("t_s") is not { } t || table.Column(table.Header[1]) is not { } y) return Unreadable;
        for (int i = 1; i < t.Length; i++)
            if (t[i] < t[i - 1]) table.Fault(i, "t_s", "must not be before the row above");
        if (period is { } T && t[^1] - t[0] > T * (1 + 1e-9))
            part.Fault("period_s", "must not be shorter than the table");
        return () => new TableWaveform(t, y, period);
    }

    private static Func<Waveform> Harmonics(CasePart part)
    {
        double mean = part.Number("mean"), period = part.Number("period_s", Allowed.Positive);
        List<Harmonic> harmonics = [];
        foreach (CasePart one in part.Parts("harmonics", atLeast: 1))
        {
            harmonics.Add(new Harmonic(one.Integer("n", atLeast: 1), one.Number("amplitude"), one.Number("phase_rad")));
            one.Finish();
        }
        return () => new HarmonicWaveform(mean, period, [.. harmonics]);
    }

    private static Func<Waveform> Gaussian(CasePart part)
    {
        double amplitude = part.Number("amplitude"), centre = part.Number("centre_s");
        double width = part.Number("width_s", Allowed.Positive);
        return () => new GaussianWaveform(amplitude, centre, width);
    }

    private static Func<Waveform> Steps(CasePart part)
    {
        List<(double From, double Value)> steps = [];
        foreach (CasePart one in part.Parts("steps", atLeast: 1))
        {
            double from = one.Number("from_s");
            if (steps.Count > 0 && from <= steps[^1].From) one.Fault("from_s", "must be after the step before it");
            steps.Add((from, one.Number("value")));
            one.Finish();
        }
        return () => new StepWaveform([.. steps]);
    }

    private static Waveform Unreadable() => new ConstantWaveform(0);
}
