using System.Globalization;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Procedures;

/// <summary>A balloon is blown up in a narrowed vein and taken out again.</summary>
/// <remarks>
/// A₁ = A_s + (1 − r)(A_b − A_s), A_b = π D_b²/4, r the recoil of the lesion's kind, no wider than the vein at rest; after
/// months see <see cref="Restenosis"/>. A balloon narrower than the throat does nothing; a compression is hardly moved, and
/// here not at all. Risk of dissection: logit p = logit p₀ + 2 (D_b/D₀ − 1.2), p₀ = 15 of 495 procedures. A lesion shorter
/// than the balloon is opened along its whole length, of a longer hypoplasia only the share under the balloon counts.
/// </remarks>
/// <source choice="spec of the project, §7; p₀ Petrov 2011 (read in an abstract's copy); slope chosen"/>
public sealed record Venoplasty : Procedure
{
    // Petrov 2011: dissection in 15 of 495 procedures.
    private const double UsualDissections = 15.0 / 495;
    private const double Slope = 2, UsualOversize = 1.2;

    private static readonly LesionKey Balloon = LesionKey.Number(
        "diameter_mm", "mm", 2, 30, "diameter of the balloon; 10 to 16 mm is usual in a jugular vein");

    private static readonly LesionKey Centimetres = LesionKey.Number("length_cm", "cm", 1, 12, "length of the balloon", 4);

    private static readonly LesionKey After = LesionKey.Number(
        "months_after", "1", 0, 240, "months since the procedure, for restenosis", 0);

    private static readonly LesionKey Time = LesionKey.Number(
        "restenosis_months", "1", 1, 1000, "time constant of restenosis, in months; jugular 18 to 40, azygos above 200",
        Restenosis.UsualMonths);

    /// <summary>The kind.</summary>
    public static ProcedureKind Kind { get; } = new(
        "venoplasty", "a balloon is blown up in the lesion and taken out again", [Balloon, Centimetres, After, Time],
        values => new Venoplasty
        {
            Id = values.Id,
            Diameter = values.Number(Balloon),
            Length = values.Number(Centimetres),
            MonthsAfter = values.Number(After),
            RestenosisMonths = values.Number(Time),
        });

    /// <inheritdoc/>
    public override string Word => "venoplasty";

    /// <summary>D_b, diameter of the balloon [mm].</summary>
    public required double Diameter { get; init; }

    /// <summary>Length of the balloon [cm].</summary>
    public double Length { get; init; } = 4;

    /// <summary>Months since the procedure.</summary>
    public double MonthsAfter { get; init; }

    /// <summary>T, time constant of restenosis [months].</summary>
    public double RestenosisMonths { get; init; } = Restenosis.UsualMonths;

    /// <summary>Chance that the wall tears [1].</summary>
    /// <param name="veinDiameter">D₀, of the vein at rest [mm].</param>
    public double DissectionRisk(double veinDiameter)
    {
        double odds = UsualDissections / (1 - UsualDissections)
            * Math.Exp(Slope * (Diameter / veinDiameter - UsualOversize));
        return odds / (1 + odds);
    }

    /// <summary>Open share of the lumen at rest after a moment [1].</summary>
    /// <param name="openShare">A_s/A₀ before [1].</param>
    /// <param name="recoil">r [1].</param>
    /// <param name="veinArea">A₀ [cm²].</param>
    public double OpenShareAfter(double openShare, double recoil, double veinArea)
    {
        double balloon = AreaOf(Diameter) / veinArea;
        if (balloon <= openShare) return openShare;
        double opened = Math.Min(1, openShare + (1 - recoil) * (balloon - openShare));
        return opened - Math.Max(0, opened - openShare) * Restenosis.Lost(MonthsAfter, RestenosisMonths);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Lesion> On(BodyModel model, Lesion lesion)
    {
        Lumen lumen = Lumen.Of(lesion) ?? throw new ArgumentException($"{Id}: {Objection(lesion)}.", nameof(lesion));
        VesselRow vessel = VesselOf(model, lumen);
        double d0 = DiameterOf(vessel.RestArea);
        string risk = string.Create(CultureInfo.InvariantCulture,
            $"; chance of a dissection {100 * DissectionRisk(d0):0.#} % with a balloon {Diameter / d0:0.##} times the vein (chosen law)");
        string said = string.Create(CultureInfo.InvariantCulture, $"balloon of {Diameter:0.#} mm over {Length:0.#} cm");
        if (lumen.OpenShare is not { } before)
            return [lesion, Mark(lumen, $"{said} on a compression from outside, which recoils: nothing changed{risk}")];
        double covered = lumen.To > lumen.From ? Math.Min(1, Length / (vessel.Length * (lumen.To - lumen.From))) : 1;
        double after = before + covered * (OpenShareAfter(before, lumen.Recoil, vessel.RestArea) - before);
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{vessel.Name}: {said}, open lumen {100 * before:0.#} to {100 * after:0.#} % of the vein at rest{(MonthsAfter > 0
                ? $" {MonthsAfter:0.#} months later" : "")} (recoil {100 * lumen.Recoil:0} %, chosen){risk}");
        return Lumen.Opened(lesion, after) is { } left ? [left, Mark(lumen, text)] : [Mark(lumen, text)];
    }

    /// <summary>π D²/4 [cm²] of a diameter [mm].</summary>
    internal static double AreaOf(double millimetres) => Math.PI * millimetres * millimetres / 400;

    /// <summary>Diameter [mm] of a round lumen [cm²].</summary>
    internal static double DiameterOf(double area) => Math.Sqrt(400 * area / Math.PI);
}
