using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A clot that grows and dissolves: how much of the lumen it takes over months, seen at one moment, or over the
/// seconds of a run.</summary>
/// <remarks>Linear between the rows of its course, constant outside. What remains open has the vessel's own wall.</remarks>
/// <source choice="no growth law of venous clots is used: the course is the user's"/>
public sealed record Thrombus : ThroatLesion
{
    private static readonly LesionKey Centimetres = LesionKey.Number(
        "length_cm", "cm", 0.1, 10, "length of the clot", 3);

    private static readonly LesionKey Months = new(
        "course_months", LesionKeyKind.Curve, "pairs of months and per cent of the lumen taken")
    {
        Unit = "%",
        Least = 0,
        Most = 100,
        AgainstUnit = "months",
        Against = (0, 1200),
        IsOptional = true,
    };

    private static readonly LesionKey At = LesionKey.Number(
        "at_months", "1", 0, 1200, "the moment at which the body is seen, in months; with course_months", 0);

    private static readonly LesionKey Seconds = new(
        "course_s", LesionKeyKind.Curve, "pairs of seconds of the run and per cent taken; bodies with waves only")
    {
        Unit = "%",
        Least = 0,
        Most = 100,
        AgainstUnit = "s",
        Against = (0, 1e5),
        IsOptional = true,
    };

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "thrombus", "a clot with a course in time",
        [LesionKey.Vessel, LesionKey.Position, Centimetres, Months, At, Seconds],
        values => new Thrombus
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            Length = values.Number(Centimetres),
            Course = values.Has(Seconds.Name) ? [] : Rows(values.Curve(Months)),
            Moment = values.Number(At),
            RunCourse = Rows(values.Curve(Seconds)),
        })
    {
        Check = values => values.Has(Months.Name) == values.Has(Seconds.Name)
            ? [(Months.Name, "one of course_months and course_s is needed, and not both")]
            : values.Has(Seconds.Name) && values.Has(At.Name)
                ? [(At.Name, "belongs to course_months")]
                : [],
    };

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 3;

    /// <summary>Rows of months and share taken [1], ascending.</summary>
    public IReadOnlyList<(double Months, double Taken)> Course { get; init; } = [];

    /// <summary>When the body is seen [months].</summary>
    public double Moment { get; init; }

    /// <summary>Rows of seconds of the run and share taken [1]; empty: it stands still.</summary>
    public IReadOnlyList<(double Seconds, double Taken)> RunCourse { get; init; } = [];

    /// <summary>Share taken at the moment [1].</summary>
    public double Taken => PiecewiseLinear.At(Course, Moment);

    /// <inheritdoc/>
    protected override string Word => "thrombus";

    /// <inheritdoc/>
    protected override string Says => RunCourse.Count > 0
        ? string.Create(CultureInfo.InvariantCulture,
            $"a clot of {Length:0.##} cm that takes {string.Join(", ", RunCourse.Select(
                row => $"{100 * row.Taken:0.##} % at {row.Seconds:0.##} s"))}")
        : string.Create(CultureInfo.InvariantCulture,
            $"a clot of {Length:0.##} cm takes {100 * Taken:0.##} % of the lumen at {Moment:0.##} months");

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel) =>
        RunCourse.Any(row => row.Taken > 0)
            ? Throat(1, Length, 1) with { Course = [.. RunCourse.Select(row => (row.Seconds, 1 - row.Taken))] }
            : Taken == 0 ? null : Throat(1 - Taken, Length, 1);

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach ((string Key, string Reason) fault in base.FaultsOn(model)) yield return fault;
        if (RunCourse.Count > 0 && (!model.HasWaves || IsRigid(model, VesselOf(model, Vessel))))
            yield return (Seconds.Name, "needs a vessel with waves; use course_months");
    }

    private static (double, double)[] Rows(IReadOnlyList<(double At, double Percent)> curve) =>
        [.. curve.Select(row => (row.At, row.Percent / 100))];
}
