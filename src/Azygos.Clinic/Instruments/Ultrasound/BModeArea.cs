using Azygos.Numerics;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>The area of a vein read off a B-mode picture.</summary>
/// <remarks>
/// A_meas = A × shape × b_o × exp(σ_e N): shape is 1 for a traced outline, else (π d²/4)/A; b_o is what this operator
/// reads as a habit; σ_e is what one reading differs from the next. With the agreement of raters ICC = s_b²/(s_b² +
/// s_e²) and s_b the spread of log area between people, s_e = s_b √((1 − ICC)/ICC). Of its variance a share is the
/// body's (posture, breath, hydration, probe pressure), which is simulated as such; the rest, 1 − share, is the
/// operator's and is drawn here. No reading is further off than a factor of five.
/// </remarks>
/// <source doi="10.1136/bmjopen-2013-003508" at="ICC of sonographic area between raters, 0.05 to 0.25"/>
/// <source choice="two thirds of the variance are the body's; the factor of five is a cap of this project"/>
public sealed record BModeArea
{
    /// <summary>Spread of log area between people, s_b [1].</summary>
    /// <source doi="10.1371/journal.pone.0149532" at="coefficient of variation 0.76, so √ln(1 + 0.76²) = 0.675"/>
    public const double SpreadBetweenPeople = 0.675;

    /// <summary>Share of the variance between raters that is the body's [1].</summary>
    /// <source choice="two thirds, the project's physiology specification §10; nobody has measured it"/>
    public const double BodyShare = 2.0 / 3;

    /// <summary>Largest factor by which a reading is off, either way [1].</summary>
    /// <source choice="5: beyond it a reader would look again"/>
    public const double LargestFactor = 5;

    /// <summary>How the area is taken.</summary>
    public AreaMethod Method { get; init; } = AreaMethod.Traced;

    /// <summary>b_o, the operator's habit: read over true area [1].</summary>
    public double Bias { get; init; } = 1;

    /// <summary>Agreement of raters, ICC [1], above 0 to 1; 1: no noise.</summary>
    public double Agreement { get; init; } = 0.15;

    /// <summary>σ_e of one reading [1, natural logarithm].</summary>
    public double Spread => TotalSpread(Agreement) * Math.Sqrt(1 - BodyShare);

    /// <summary>s_e of all that differs between raters [1, natural logarithm].</summary>
    /// <param name="agreement">ICC [1].</param>
    public static double TotalSpread(double agreement) =>
        SpreadBetweenPeople * Math.Sqrt((1 - agreement) / agreement);

    /// <summary>Reads an area [m²].</summary>
    /// <param name="area">A [m²]; 0 stays 0.</param>
    /// <param name="referenceArea">A₀ at which the lumen is just round [m²].</param>
    /// <param name="noise">Random numbers of this reading.</param>
    public double Measure(double area, double referenceArea, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        double error = Bias * Real.Exp(new Real(Spread * noise.Normal())).Value;
        return area <= 0 ? 0 : Seen(area, referenceArea) * Math.Clamp(error, 1 / LargestFactor, LargestFactor);
    }

    private double Seen(double area, double referenceArea)
    {
        if (Method == AreaMethod.Traced) return area;
        LumenShape shape = LumenShape.Of(area, referenceArea);
        double d = Method == AreaMethod.AnteroposteriorDiameter ? shape.Short : shape.Long;
        return Math.PI * d * d / 4;
    }
}
