namespace Azygos.Circulation.Verification;

/// <summary>What a run is compared with.</summary>
/// <param name="Id">Name, unique among the references.</param>
/// <param name="Run">The run it belongs to.</param>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record CaseReference(string Id, string Run);

/// <summary>Series over one abscissa (time, place or a table's first column), one for each probe.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record SeriesReference(string Id, string Run) : CaseReference(Id, Run)
{
    /// <summary>Abscissa, ascending; shape [rows].</summary>
    public required double[] Abscissa { get; init; }

    /// <summary>Values by probe, already multiplied by the reference's factor; each of shape [rows].</summary>
    public required IReadOnlyDictionary<string, double[]> Values { get; init; }

    /// <summary>The series of one probe.</summary>
    public Series For(string probe) => new(Abscissa, Values[probe]);
}

/// <summary>Series by name and column, as another program prints them.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record KeyedReference(string Id, string Run) : CaseReference(Id, Run)
{
    /// <summary>Values by key and column.</summary>
    public required IReadOnlyDictionary<(string Key, string Column), double[]> Values { get; init; }
}

/// <summary>Values over an abscissa.</summary>
/// <param name="Abscissa">Time [s], place [m] or what the probe's element runs over; ascending.</param>
/// <param name="Values">In the unit of the probe's quantity; same shape.</param>
/// <source choice="what a probe gives"/>
public sealed record Series(double[] Abscissa, double[] Values)
{
    /// <summary>For extremes over cells and steps: what each value's cell began with; null: the first value for
    /// all.</summary>
    public double[]? Beginning { get; init; }
}
