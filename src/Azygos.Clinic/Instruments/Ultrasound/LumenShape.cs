using Azygos.Numerics;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>The shape of a vein's lumen: round when full, an ellipse of the same girth when it folds.</summary>
/// <param name="Short">Diameter from front to back [m].</param>
/// <param name="Long">Diameter from side to side [m].</param>
/// <source choice="a soft wall bends before it shortens: the girth of the ellipse is that of the round reference
/// lumen"/>
/// <source choice="girth by Ramanujan's second formula: wrong by less than 0.05 % at any flatness"/>
public readonly record struct LumenShape(double Short, double Long)
{
    // Chosen: flatter than this a lumen is closed.
    private const double Flattest = 1e-4;

    /// <summary>The shape of a lumen.</summary>
    /// <param name="area">A [m²], above 0.</param>
    /// <param name="referenceArea">A₀ at which it is just round [m²], above 0.</param>
    public static LumenShape Of(double area, double referenceArea)
    {
        double round = 2 * Math.Sqrt(area / Math.PI);
        if (area >= referenceArea) return new(round, round);
        double girth = 2 * Math.Sqrt(Math.PI * referenceArea);
        // The girth grows without bound as the ellipse flattens, so the sign changes unless it is all but closed.
        double flatness = Girth(area, Flattest) < girth
            ? Flattest
            : RootFinder.FindRoot(q => Girth(area, q) - girth, Flattest, 1, 1e-12).Position;
        return new(round * Math.Sqrt(flatness), round / Math.Sqrt(flatness));
    }

    private static double Girth(double area, double flatness)
    {
        double a = Math.Sqrt(area / (Math.PI * flatness)), b = a * flatness, h = (a - b) / (a + b);
        return Math.PI * (a + b) * (1 + 3 * h * h / (10 + Math.Sqrt(4 - 3 * h * h)));
    }
}
