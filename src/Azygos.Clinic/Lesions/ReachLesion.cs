using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A lesion along a stretch of a vessel.</summary>
/// <source choice="see the kinds"/>
public abstract record ReachLesion : Lesion
{
    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Kind, in a word or two.</summary>
    protected abstract string Word { get; }

    /// <summary>What is changed how, without the place.</summary>
    protected abstract string Says { get; }

    /// <summary>The stretch, 0 to 1; null: the lesion has no severity.</summary>
    protected abstract ReachRow? ReachOn(VesselRow vessel);

    /// <inheritdoc/>
    public override BodyModel On(BodyModel model)
    {
        VesselRow vessel = VesselOf(model, Vessel);
        if (ReachOn(vessel) is not { } reach) return model;
        string place = reach is { From: <= 0, To: >= 1 }
            ? "all of it"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * reach.From:0.#} to {100 * reach.To:0.#} % of the way");
        return model with
        {
            Reaches = [.. model.Reaches, reach],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = Id,
                    Kind = Word,
                    Text = $"{vessel.Name}, {place}: {Says}",
                    Vessel = Vessel,
                    From = reach.From,
                    To = reach.To,
                },
            ],
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model)
    {
        if (VesselOf(model, Vessel).RestArea == 0) yield return ("vessel", "carries no blood in this body");
    }
}
