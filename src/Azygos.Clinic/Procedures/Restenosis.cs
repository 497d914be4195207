using Azygos.Quantities;

namespace Azygos.Clinic.Procedures;

/// <summary>How a dilated lumen is lost again over months.</summary>
/// <remarks>
/// A(t) = A₁ − (A₁ − A_s) F(t), F = 1 − exp(−t/T): the mean course over people whose lumen is lost at random times. T: 19
/// months if 38 of 71 jugular veins still open at 12 months is all restenosis, 28 by a patency of 53 % at 18 months
/// (recalled), 38 by 4 of 15 at 12 months. "Not open at 12 months" mixes failure and restenosis. For the azygos vein more
/// than 200 months (recalled).
/// </remarks>
/// <source choice="exponential, T = 28 months unless told: the middle of three published anchors"/>
public static class Restenosis
{
    /// <summary>T unless told [months].</summary>
    /// <source choice="the middle of three published anchors: 19, 28 and 38 months"/>
    public const double UsualMonths = 28;

    /// <summary>Share of the gain that is lost [1].</summary>
    /// <param name="months">Time since the procedure [months], 0 or more.</param>
    /// <param name="timeConstant">T [months], above 0.</param>
    public static double Lost(double months, double timeConstant) => 1 - Math.Exp(
        -Require.NotNegative(months, "time since the procedure", "t", "months")
            / Require.Positive(timeConstant, "time constant of restenosis", "T", "months"));
}
