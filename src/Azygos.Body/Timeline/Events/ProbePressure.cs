using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>A probe or a finger presses on a vessel over its footprint.</summary>
/// <source choice="1 mmHg, 0 to 8 in practice (not looked up); 4 cm, a linear probe laid along the vein"/>
public sealed record ProbePressure : BodyEvent
{
    /// <summary>Id of a site on a vessel; empty: <see cref="Vessel"/> says where.</summary>
    public string Site { get; init; } = "";

    /// <summary>Id of a vessel; empty: <see cref="Site"/> says where.</summary>
    public string Vessel { get; init; } = "";

    /// <summary>Middle of the footprint on that vessel, 0 at its first end to 1 [1].</summary>
    public double Position { get; init; } = 0.5;

    /// <summary>Length of the footprint along the vessel [cm]; what reaches beyond the vessel's ends presses on
    /// nothing.</summary>
    public double Footprint { get; init; } = 4;

    /// <summary>Pressure that it adds outside the vessel [mmHg].</summary>
    public double Pressure { get; init; } = 1;

    /// <summary>How long it is held [s].</summary>
    public double For { get; init; } = 10;

    /// <summary>Time of its rise and of its fall [s].</summary>
    public double Ramp { get; init; } = 0.5;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 2 * Ramp + For;

    internal override IEnumerable<string> Holds => [$"probe:{Site}{Vessel}"];

    internal override IEnumerable<EventFault> FaultsOn(BodyModel model)
    {
        if (Site.Length > 0 == Vessel.Length > 0)
            return [Fault("site", Site, "or vessel must say where, and only one of them")];
        if (Vessel.Length > 0) return PressedVessel.Faults(model, Vessel, "vessel", Vessel);
        return Row(model) is { } site
            ? PressedVessel.Faults(model, site.Vessel, "site", Site)
            : [Fault("site", Site, $"is not a site of {model.Id}")];
    }

    internal override void AddTo(EventPlan plan)
    {
        SiteRow? site = Row(plan.Model);
        plan.PressPart(
            site?.Vessel ?? Vessel, site?.Position ?? Position, Footprint,
            Pulses.Pressure(At, Ramp, For, Ramp, Pressure));
    }

    private SiteRow? Row(BodyModel model) => Site.Length == 0 ? null : model.Sites.FirstOrDefault(s => s.Id == Site);

    internal static readonly EventKind Definition = new(
        "probe_pressure", "presses on a vessel over the footprint of a probe",
        [
            EventKinds.Number<ProbePressure>("position", "1", 0, 1,
                "middle of the footprint on a vessel named by its id, 0 at its first end; 0.5 when left out",
                one => one.Position, (one, value) => one with { Position = value }),
            EventKinds.Number<ProbePressure>("footprint", "cm", 0.1, 30, "length along the vessel; 4 cm when left out",
                one => one.Footprint, (one, value) => one with { Footprint = value }),
            EventKinds.Number<ProbePressure>("pressure", "mmHg", 0, 200, "pressure added; 1 mmHg when left out",
                one => one.Pressure, (one, value) => one with { Pressure = value }),
            EventKinds.For<ProbePressure>("how long it is held, rise and fall apart; 10 s when left out",
                one => one.For, (one, value) => one with { For = value }),
            EventKinds.Number<ProbePressure>("ramp", "s", 0.1, 30, "time of rise and fall; 0.5 s when left out",
                one => one.Ramp, (one, value) => one with { Ramp = value }),
        ],
        [
            EventKinds.Text<ProbePressure>("site", [], "id of a site on a vessel", one => one.Site,
                (one, value) => one with { Site = value }),
            EventKinds.Text<ProbePressure>("vessel", [], "id of a vessel, in place of a site", one => one.Vessel,
                (one, value) => one with { Vessel = value }),
        ],
        () => new ProbePressure());
}
