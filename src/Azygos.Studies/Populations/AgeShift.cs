using Azygos.Quantities;

namespace Azygos.Studies.Populations;

/// <summary>Makes a person older, and changes with it what goes with age: a group recruited among older people.</summary>
/// <source choice="slopes of the table correlations; the person is else the same"/>
public static class AgeShift
{
    /// <summary>The person so many years older.</summary>
    /// <param name="person">The person.</param>
    /// <param name="years">Years, of either sign.</param>
    /// <param name="slopes">What a year does.</param>
    public static Person Older(this Person person, double years, AgeSlopes slopes)
    {
        if (years == 0) return person;
        double factor = Math.Exp(slopes.LogArea * years);
        return person with
        {
            Age = person.Age + years,
            Left = Scaled(person.Left, factor),
            Right = Scaled(person.Right, factor),
            CerebralBloodFlow = person.CerebralBloodFlow + slopes.BloodFlow * years,
            MeanArterialPressure = Pressure.FromMillimetresOfMercury(
                person.MeanArterialPressure.MillimetresOfMercury + slopes.ArterialPressure * years),
        };
    }

    private static JugularAreas Scaled(JugularAreas areas, double factor) =>
        new(Scaled(areas.J1, factor), Scaled(areas.J2, factor), Scaled(areas.J3, factor));

    private static Area Scaled(Area area, double factor) => Area.FromSquareMetres(area.SquareMetres * factor);
}
