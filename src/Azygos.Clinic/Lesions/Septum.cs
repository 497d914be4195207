using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A wall along the vessel that parts it into two channels.</summary>
/// <remarks>
/// Two tubes of areas a A and (1 − a) A side by side resist like one of A √(a² + (1 − a)²): a rigid throat of that area
/// and the septum's length. What the blood loses where the channels join again is that of the throat, an upper bound.
/// </remarks>
/// <source choice="two parallel tubes by Poiseuille's law"/>
public sealed record Septum : ThroatLesion
{
    private static readonly LesionKey Larger = LesionKey.Number(
        "larger_channel_percent", "%", 50, 100, "share of the lumen in the larger channel; 100 is no septum", 50);

    private static readonly LesionKey Centimetres = LesionKey.Number(
        "length_cm", "cm", 0.2, 10, "length of the septum", 2);

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "septum", "a wall along the vessel that parts it into two channels",
        [LesionKey.Vessel, LesionKey.Position, Larger, Centimetres],
        values => new Septum
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            LargerChannel = values.Share(Larger),
            Length = values.Number(Centimetres),
        });

    /// <summary>a, share of the lumen in the larger channel [1], ½ to 1.</summary>
    public double LargerChannel { get; init; } = 0.5;

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 2;

    /// <inheritdoc/>
    protected override string Word => "septum";

    /// <inheritdoc/>
    protected override string Says => string.Create(CultureInfo.InvariantCulture,
        $"two channels over {Length:0.##} cm, the larger with {100 * LargerChannel:0.##} % of the lumen");

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel)
    {
        double a = LargerChannel, b = 1 - a;
        return b == 0 ? null : Throat(Math.Sqrt(a * a + b * b), Length, 0);
    }
}
