using Azygos.Quantities;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Bodies;

/// <summary>A person's numbers as a surrogate reads them: each less the usual, over its spread.</summary>
/// <param name="Values">The numbers; shape [<see cref="Count"/>].</param>
/// <remarks>Logarithms of six areas; logarithms of the least area with the narrowing taken off, and of the lesser
/// mid-neck area, for a lumen that is the least of several is no smooth function of them; pressures, flow of the brain,
/// heart rate, resistance to the outflow of the fluid; share of the lumen lost on either side; a small left sinus.</remarks>
/// <source choice="what the sensitivity of a body's numbers leaves out is not asked for: docs/validation/solved-people.md"/>
public readonly record struct PersonFeatures(IReadOnlyList<double> Values)
{
    /// <summary>Numbers of a person.</summary>
    /// <source choice="as many as are listed below"/>
    public const int Count = 16;

    // About the means and spreads of the shipped population; any fixed numbers would do.
    private const double LogArea = 3.7, LogSpread = 0.68, UsualOutflow = 24.95;

    /// <summary>The numbers of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    public static PersonFeatures Of(Person person, bool hasLesion)
    {
        ArgumentNullException.ThrowIfNull(person);
        double lost = hasLesion ? person.Lesion.AreaReduction : 0;
        (double left, double right) = person.Lesion.IsRight ? (0.0, lost) : (lost, 0.0);
        return new PersonFeatures(
        [
            Log(person.Left.J1), Log(person.Left.J2), Log(person.Left.J3),
            Log(person.Right.J1), Log(person.Right.J2), Log(person.Right.J3),
            Math.Min(Least(person.Left, left), Least(person.Right, right)),
            Math.Min(Log(person.Left.J2), Log(person.Right.J2)),
            (person.CentralVenousPressure.MillimetresOfMercury - 3.5) / 1.5,
            (person.MeanArterialPressure.MillimetresOfMercury - 90) / 9,
            (person.CerebralBloodFlow - 50) / 6.5,
            (person.HeartRate.PerMinute - 68) / 10,
            Math.Log(person.OutflowResistance.PascalSecondsPerCubicMetre) - UsualOutflow,
            left, right, person.HasHypoplasticLeftSinus ? 1 : 0,
        ]);
    }

    private static double Log(Area area) => (Math.Log(area.SquareMillimetres) - LogArea) / LogSpread;

    private static double Least(JugularAreas areas, double lost) =>
        Math.Min(Math.Min(Log(areas.J1), Log(areas.J2)), Log(areas.J3) + Math.Log(1 - Math.Min(lost, 0.99)) / LogSpread);
}
