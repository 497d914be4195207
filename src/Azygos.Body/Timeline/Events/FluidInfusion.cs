namespace Azygos.Body.Timeline;

/// <summary>Fluid is infused into the cerebrospinal fluid, or drawn from it.</summary>
/// <source choice="1.5 mL/min, the common rate of infusion tests (recalled)"/>
public sealed record FluidInfusion : BodyEvent
{
    // Chosen: a pump starts and stops within half a second.
    private const double PumpTime = 0.5;

    /// <summary>Where to: <c>cranial</c> or <c>lumbar</c>.</summary>
    public string Into { get; init; } = "lumbar";

    /// <summary>Rate [mL/min]; negative: drawn.</summary>
    public double Rate { get; init; } = 1.5;

    /// <summary>How long, start and stop of the pump apart [s].</summary>
    public double For { get; init; } = 600;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 2 * PumpTime + For;

    internal override IEnumerable<string> Holds => [$"fluid:{Into}"];

    internal override void AddTo(EventPlan plan) => plan.Infuse(
        Into == "cranial" ? Building.BodyBuilder.CranialFluid : Building.BodyBuilder.SpinalFluid,
        Pulses.Held(At, PumpTime, For, PumpTime, Quantities.Flow.FromMillilitresPerMinute(Rate).CubicMetresPerSecond));

    internal static readonly EventKind Definition = new(
        "infusion", "infuses fluid into the cerebrospinal fluid at a steady rate",
        [
            EventKinds.Number<FluidInfusion>("rate", "mL/min", -10, 10, "rate, negative where fluid is drawn; "
                + "1.5 mL/min when left out", one => one.Rate, (one, value) => one with { Rate = value }),
            EventKinds.For<FluidInfusion>("how long; 600 s when left out", one => one.For,
                (one, value) => one with { For = value }),
        ],
        [EventKinds.Text<FluidInfusion>("into", ["cranial", "lumbar"], "where to; lumbar when left out",
            one => one.Into, (one, value) => one with { Into = value })],
        () => new FluidInfusion());
}
