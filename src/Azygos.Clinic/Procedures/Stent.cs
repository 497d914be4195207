using System.Globalization;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Quantities;

namespace Azygos.Clinic.Procedures;

/// <summary>A metal tube is left in a narrowed vein and holds it open.</summary>
/// <remarks>
/// Over its length the vein has the lumen π D_st²/4, at least its own at rest; a sinus, which the dura holds, stays as
/// wide as it is. The wall is as many times stiffer as told: nearly rigid, it does not collapse. What is left of the
/// throat: a rigid residue, and the loss of its edges. In bone the stent only opens the throat. Migration: the hazard grows by exp(3 (D_v,max/D_st − 1)) where the
/// vein outgrows it, D_v,max its largest diameter in any posture or strain. In-stent restenosis was 17.7 % in sinuses,
/// adjacent segments included; a stent here does not close by itself.
/// </remarks>
/// <source choice="spec of the project, §7; stiffness 20 to 50 times the vein's, 30 unless told; residue 10 % chosen"/>
public sealed record Stent : Procedure
{
    private const double Outgrowing = 3;

    // Edges taper over 5 mm; a reach has no taper, so that its edges are sharp and lose a little more.
    private const double EdgeCentimetres = 0.5;

    private static readonly LesionKey Tube = LesionKey.Number("diameter_mm", "mm", 3, 30, "diameter of the open stent");

    private static readonly LesionKey Centimetres = LesionKey.Number("length_cm", "cm", 1, 12, "length of the stent", 4);

    private static readonly LesionKey Stiff = LesionKey.Number(
        "stiffness", "1", 1, 200, "how many times stiffer than the vein the stented wall is; 20 to 50", 30);

    private static readonly LesionKey Residue = LesionKey.Number(
        "residual_percent", "%", 0, 90, "share of the lumen at rest that stays lost where the lesion was", 10);

    private static readonly LesionKey Widest = LesionKey.Number(
        "widest_vein_mm", "mm", 2, 40, "largest diameter that the vein takes in any posture or strain, for the hazard of "
            + "migration; without it 14 mm, or in the skull that at rest") with
    { IsOptional = true };

    // A jugular vein in a strain reaches 14 mm and more (spec of the project); a sinus of the dura stays as it is.
    private const double WidestJugular = 14;

    /// <summary>The kind.</summary>
    public static ProcedureKind Kind { get; } = new(
        "stent", "a metal tube is left in the lesion", [Tube, Centimetres, Stiff, Residue, Widest],
        values => new Stent
        {
            Id = values.Id,
            Diameter = values.Number(Tube),
            Length = values.Number(Centimetres),
            Stiffness = values.Number(Stiff),
            Residual = values.Share(Residue),
            WidestVein = values.Optional(Widest),
        });

    /// <inheritdoc/>
    public override string Word => "stent";

    /// <summary>D_st, diameter of the open stent [mm].</summary>
    public required double Diameter { get; init; }

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 4;

    /// <summary>Stiffness of the stented wall over the vein's [1], 1 or more.</summary>
    public double Stiffness { get; init; } = 30;

    /// <summary>Share of the lumen at rest that stays lost [1].</summary>
    public double Residual { get; init; } = 0.1;

    /// <summary>D_v,max, largest diameter of the vein [mm]; null: as usual for its kind.</summary>
    public double? WidestVein { get; init; }

    /// <summary>D_v,max of a vessel [mm]: what was told, else 14 mm, or of a sinus its diameter at rest.</summary>
    public double WidestIn(VesselRow vessel)
    {
        ArgumentNullException.ThrowIfNull(vessel);
        return WidestVein ?? (vessel.Kind == "sinus" ? Venoplasty.DiameterOf(vessel.RestArea) : WidestJugular);
    }

    /// <summary>Factor on the hazard of migration [1]: 1 where the vein just fills the stent, more where it is
    /// wider.</summary>
    /// <param name="widest">D_v,max [mm].</param>
    public double MigrationFactor(double widest) => Math.Exp(Outgrowing * (widest / Require.Positive(
        Diameter, "diameter of the stent", "D_st", "mm") - 1));

    /// <inheritdoc/>
    public override IReadOnlyList<Lesion> On(BodyModel model, Lesion lesion)
    {
        Lumen lumen = Lumen.Of(lesion) ?? throw new ArgumentException($"{Id}: {Objection(lesion)}.", nameof(lesion));
        VesselRow vessel = VesselOf(model, lumen);
        double area = Venoplasty.AreaOf(Diameter), middle = 0.5 * (lumen.From + lumen.To);
        double half = 0.5 * Length / vessel.Length;
        double before = lumen.OpenShare ?? 1, open = Math.Max(before, Math.Min(1, area / vessel.RestArea) * (1 - Residual));
        double widest = WidestIn(vessel);
        List<Lesion> stands = [];
        if (!model.Walls.Any(wall => wall.Id == vessel.Wall && wall.Law == "rigid"))
            stands.Add(new StentedReach
            {
                Id = Id + "_wall",
                Vessel = lumen.Vessel,
                From = Math.Max(0, middle - half),
                To = Math.Min(1, middle + half),
                AreaFactor = vessel.Kind == "sinus" ? 1 : Math.Max(1, area / vessel.RestArea),
                Stiffness = Stiffness,
            });
        if (open < 1)
            stands.Add(new Stenosis
            {
                Id = Id + "_residue",
                Vessel = lumen.Vessel,
                Position = middle,
                AreaReduction = 1 - open,
                Length = EdgeCentimetres,
                ScarStiffness = MostStiff,
            });
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{vessel.Name}: stent of {Diameter:0.#} mm over {Length:0.#} cm, {Stiffness:0.#} times as stiff as the vein, open lumen {100 * before:0.#} to {100 * open:0.#} %; hazard of migration times {MigrationFactor(widest):0.##}{(widest > Diameter
                ? $": the vein can be {widest:0.#} mm wide and outgrows it" : "")}");
        stands.Add(Mark(lumen, text));
        return stands;
    }

    private const double MostStiff = 100;   // of a stenosis: as good as rigid
}

/// <summary>A stretch of vein held open by a stent.</summary>
/// <source choice="lumen of the stent, wall nearly rigid"/>
public sealed record StentedReach : ReachLesion
{
    /// <summary>Where it begins along the vessel, 0 to 1.</summary>
    public required double From { get; init; }

    /// <summary>Where it ends.</summary>
    public required double To { get; init; }

    /// <summary>Lumen over that of the vein at rest [1].</summary>
    public required double AreaFactor { get; init; }

    /// <summary>Stiffness over that of the vein [1].</summary>
    public required double Stiffness { get; init; }

    /// <inheritdoc/>
    protected override string Word => "stented wall";

    /// <inheritdoc/>
    protected override string Says => string.Create(CultureInfo.InvariantCulture,
        $"lumen {AreaFactor:0.##} times that at rest, {Stiffness:0.#} times as stiff");

    /// <inheritdoc/>
    protected override ReachRow? ReachOn(VesselRow vessel) => new(Id, Vessel, From, To, AreaFactor, Stiffness, 0);
}
