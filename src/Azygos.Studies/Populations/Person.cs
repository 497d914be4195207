using Azygos.Quantities;
using Azygos.Studies.Bodies;

namespace Azygos.Studies.Populations;

/// <summary>State of a jugular valve.</summary>
public enum ValveState
{
    /// <summary>There, and closes.</summary>
    Competent,

    /// <summary>There, and leaks.</summary>
    Incompetent,

    /// <summary>Not there.</summary>
    Absent,
}

/// <summary>Least areas of one jugular vein by MR venography, lying.</summary>
/// <param name="J1">At C7/T1, near the valve.</param>
/// <param name="J2">At mid-neck.</param>
/// <param name="J3">At C2/C3, under the jaw.</param>
public readonly record struct JugularAreas(Area J1, Area J2, Area J3)
{
    /// <summary>The least of the three.</summary>
    /// <source choice="a rule on the vein asks for its least area at any level"/>
    public Area Least => Area.FromSquareMetres(Math.Min(J1.SquareMetres, Math.Min(J2.SquareMetres, J3.SquareMetres)));
}

/// <summary>A narrowing of more than half of a jugular vein.</summary>
/// <param name="IsRight">True on the right.</param>
/// <param name="AreaReduction">Share of the lumen lost, 1 − A_s/A₀ [1], 0.5 to 1.</param>
public readonly record struct Narrowing(bool IsRight, double AreaReduction);

/// <summary>One virtual person: what a body is built from, and what an examiner can come upon.</summary>
/// <remarks>
/// The person's disease is not here: a person is drawn without it, and a study then says what differs between groups.
/// </remarks>
public sealed record Person
{
    /// <summary>Number of the person, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>True for a man.</summary>
    public required bool IsMan { get; init; }

    /// <summary>Age [years].</summary>
    public required double Age { get; init; }

    /// <summary>Height.</summary>
    public required Length Height { get; init; }

    /// <summary>Left jugular vein.</summary>
    public required JugularAreas Left { get; init; }

    /// <summary>Right jugular vein.</summary>
    public required JugularAreas Right { get; init; }

    /// <summary>Share of the right in the flow of both jugular veins [1].</summary>
    public required double RightShare { get; init; }

    /// <summary>True where the left transverse sinus is hypoplastic.</summary>
    public required bool HasHypoplasticLeftSinus { get; init; }

    /// <summary>Valve of the left jugular vein.</summary>
    public required ValveState LeftValve { get; init; }

    /// <summary>Valve of the right jugular vein.</summary>
    public required ValveState RightValve { get; init; }

    /// <summary>Score in (0, 1) below which the person has a narrowing: who has one does not change when a study makes
    /// it more common, but more people have it.</summary>
    public required double LesionScore { get; init; }

    /// <summary>The narrowing that the person has where the score says so.</summary>
    public required Narrowing Lesion { get; init; }

    /// <summary>Central venous pressure, lying.</summary>
    public required Pressure CentralVenousPressure { get; init; }

    /// <summary>Mean arterial pressure.</summary>
    public required Pressure MeanArterialPressure { get; init; }

    /// <summary>Heart rate.</summary>
    public required Frequency HeartRate { get; init; }

    /// <summary>Haemoglobin [g/dL].</summary>
    public required double Haemoglobin { get; init; }

    /// <summary>Blood flow of the brain [mL/100 g/min].</summary>
    public required double CerebralBloodFlow { get; init; }

    /// <summary>Gain of autoregulation [1].</summary>
    public required double AutoregulationGain { get; init; }

    /// <summary>Resistance to the outflow of CSF.</summary>
    public required HydraulicResistance OutflowResistance { get; init; }

    /// <summary>Volume of CSF that raises its pressure tenfold.</summary>
    public required Volume PressureVolumeIndex { get; init; }

    /// <summary>What the person's body shows; null where none was run.</summary>
    public BodyFindings? Body { get; init; }

    /// <summary>The least area of both jugular veins.</summary>
    /// <source choice="a rule on either vein asks for the least area on any side"/>
    public Area LeastArea => Left.Least < Right.Least ? Left.Least : Right.Least;
}
