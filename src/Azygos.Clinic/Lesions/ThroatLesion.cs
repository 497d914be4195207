using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A lesion that is a throat at one place of a vessel.</summary>
/// <source choice="the loss of a throat: Azygos.Circulation.Narrowings.NarrowingLaw"/>
public abstract record ThroatLesion : Lesion
{
    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Place along it from its first node, 0 to 1.</summary>
    public double Position { get; init; } = 0.5;

    /// <summary>Kind, in a word or two.</summary>
    protected abstract string Word { get; }

    /// <summary>What is narrowed how, without the place.</summary>
    protected abstract string Says { get; }

    /// <summary>The throat; null: the lesion has no severity.</summary>
    protected abstract ThroatRow? ThroatOn(BodyModel model, VesselRow vessel);

    /// <inheritdoc/>
    public sealed override BodyModel On(BodyModel model)
    {
        VesselRow vessel = VesselOf(model, Vessel);
        if (ThroatOn(model, vessel) is not { } throat) return model;
        return model with
        {
            Throats = [.. model.Throats, throat],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = Id,
                    Kind = Word,
                    Text = string.Create(
                        CultureInfo.InvariantCulture, $"{vessel.Name}, {100 * Position:0.#} % of the way: {Says}"),
                    Vessel = Vessel,
                    From = Position,
                    To = Position,
                    Throat = throat.Id,
                },
            ],
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model)
    {
        if (VesselOf(model, Vessel).RestArea == 0) yield return ("vessel", "carries no blood in this body");
    }

    /// <summary>The same throat both ways.</summary>
    /// <param name="openShare">Open share of the lumen at rest [1].</param>
    /// <param name="centimetres">Length [cm].</param>
    /// <param name="softness">One over how many times stiffer than the vessel it is [1]; 0: rigid.</param>
    protected ThroatRow Throat(double openShare, double centimetres, double softness) => new()
    {
        Id = Id,
        Vessel = Vessel,
        Position = Position,
        Length = centimetres,
        ForwardShare = openShare,
        BackwardShare = openShare,
        Softness = softness,
    };
}
