using Azygos.Body.Live;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>Lesions as controls of a live body: turned on by degrees, while it runs.</summary>
/// <remarks>What a lesion does to a body's model says whether it can be turned: a throat (stenosis, membrane, septum, flap,
/// clot that stands still, gap, occlusion), a pressure on a stretch (compression) or the leak of a valve. Another lumen, wall or
/// vessel along a stretch cannot: those belong to the model that a live body is started from.</remarks>
/// <source choice="a live body changes coefficients of what is there; an area at rest that jumps would be a blow"/>
public static class LiveLesions
{
    /// <summary>Offers a lesion as a control.</summary>
    /// <param name="body">The body.</param>
    /// <param name="lesion">The lesion.</param>
    /// <returns>The control, and its value at which the lesion is all there; or why it cannot be turned.</returns>
    public static LiveLesion Offer(LiveBody body, Lesion lesion)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(lesion);
        if (lesion.FaultsOn(body.Model).FirstOrDefault() is { Reason: { } reason } fault)
            return new(null, 0, $"{fault.Key} {reason}");
        BodyModel with = lesion.On(body.Model);
        if (with == body.Model) return new(null, 0, "has no severity");
        bool isSame = with.Vessels.SequenceEqual(body.Model.Vessels);
        ThroatRow[] throats = [.. with.Throats.Except(body.Model.Throats)];
        ReachRow[] reaches = [.. with.Reaches.Except(body.Model.Reaches)];
        (ValveRow Before, ValveRow After)[] valves =
            [.. body.Model.Valves.Zip(with.Valves).Where(pair => pair.First != pair.Second)];
        string label = with.Marks.Count > 0 ? with.Marks[^1].Text : lesion.Id;
        return (isSame, throats, reaches, valves) switch
        {
            (true, [{ Course.Count: 0 } throat], [], []) => new(body.Offer(label, throat), 100, null),
            (true, [], [{ AreaFactor: 1, StiffnessFactor: 1 } reach], []) => new(body.Offer(label, reach), 100, null),
            (true, [], [], [var (before, after)]) when before with { Regurgitation = after.Regurgitation } == after =>
                new(body.Find(LiveControls.Valve(after.Id)), 100 * after.Regurgitation, null),
            _ => new(null, 0, "changes more than throats, pressures and leaks: start a live body with it"),
        };
    }
}

/// <summary>A lesion in a live body.</summary>
/// <param name="Control">The control; null: it cannot be turned.</param>
/// <param name="Whole">Value of the control at which the lesion is all there.</param>
/// <param name="Reason">Why it cannot be turned, or null.</param>
/// <source choice="a control, or the reason why there is none"/>
public sealed record LiveLesion(LiveControl? Control, double Whole, string? Reason);
