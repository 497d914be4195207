using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;

namespace Azygos.Body.Live;

/// <summary>A body that beats while controls are turned: from its mean-flow state on, sample by sample.</summary>
/// <remarks>
/// One thread advances (<see cref="Advance"/>, <see cref="Reset"/>); <c>Set</c>, <see cref="Find"/> and
/// <see cref="Faults"/> may be called from any thread at any time. A control is heard at the next sample and eased from
/// there. What is turned changes coefficients, pressures and flows alone. Where a control asks for a coefficient that
/// the network has not (gravity in time, a throat, a probe), the network is built anew with it, once, and goes on from the
/// state of the old one. A body that nobody touches has the bits of a run without controls.
/// </remarks>
/// <source choice="a lock around a queue of moves: they are few; the body itself has one owner"/>
public sealed class LiveBody
{
    private readonly LiveDesk desk;
    private readonly StartedBody start;
    private LiveValues values;
    private LiveSignals signals;
    private IBeatingBody? run;
    private LiveReader? reader;
    private long samples;

    private LiveBody(BodyModel model, LiveOptions options, CancellationToken cancellation)
    {
        (Model, Options) = (model, options);
        Sites = options.Sites.Count == 0 ? model.Sites : [.. model.Sites.Where(site => options.Sites.Contains(site.Id))];
        (values, signals) = Untouched();
        Controls = [.. values.All.Select(knob => knob.Control)];
        desk = new LiveDesk(Model, Controls);
        (start, run) = StartedBody.Find(
            model,
            new SimulationSettings
            {
                TiltDegrees = options.TiltDegrees,
                TimeStep = options.TimeStep,
                LargestCell = options.LargestCell,
            },
            () =>
            {
                (values, signals) = Untouched();
                return signals;
            },
            cancellation);
        if (start.Failure is { } failure) Stopped = new LiveStop(failure, start.Place, 0);
        else Begin();
    }

    // Shares the start, which nothing changes, and nothing else.
    private LiveBody(LiveBody other)
    {
        (Model, Options, Sites, start) = (other.Model, other.Options, other.Sites, other.start);
        (values, signals) = Untouched();
        Controls = [.. values.All.Select(knob => knob.Control)];
        desk = new LiveDesk(Model, Controls);
        if (start.Failure is { } failure)
        {
            Stopped = new LiveStop(failure, start.Place, 0);
            return;
        }

        run = start.Build(Model, signals);
        Begin();
    }

    /// <summary>The model that runs: short arteries merged.</summary>
    public BodyModel Model { get; }

    /// <summary>Steps and samples.</summary>
    public LiveOptions Options { get; }

    /// <summary>Vessels in the order of frames.</summary>
    public IReadOnlyList<VesselRow> Vessels => Model.Vessels;

    /// <summary>Sites in the order of frames.</summary>
    public IReadOnlyList<SiteRow> Sites { get; }

    /// <summary>Controls that are offered from the start; <see cref="Find"/> knows more of them.</summary>
    public IReadOnlyList<LiveControl> Controls { get; }

    /// <summary>Time of the body [s]; 0 is the start of a breath and of a beat.</summary>
    public double Time => samples * Options.SampleInterval;

    /// <summary>Why and where it stopped; null: it can go on.</summary>
    public LiveStop? Stopped { get; private set; }

    /// <summary>Share of blood and fluid that was gained or lost since the start, but for what was given or taken
    /// [1].</summary>
    public double ConservationError => run?.PresentConservationError ?? 0;

    /// <summary>Starts a body.</summary>
    /// <param name="model">The model, at its level of detail, with any lesions it has from the start.</param>
    /// <param name="options">Posture, steps, samples; null: as usual.</param>
    /// <param name="cancellation">Cancels the search for the mean-flow state.</param>
    /// <returns>The body; where it has no mean-flow state, it is <see cref="Stopped"/> at time 0.</returns>
    /// <exception cref="ArgumentException">Options are outside their ranges; the message lists all faults.</exception>
    public static LiveBody Start(
        BodyModel model, LiveOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new LiveOptions();
        if (options.Check() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        if (model.HasWaves && options.MergesShortArteries) model = ShortVessels.Merged(model);
        return new LiveBody(model, options, cancellation);
    }

    /// <summary>Another body at the start of this one, untouched: the mean-flow state is not searched for again.</summary>
    public LiveBody Another() => new(this);

    /// <summary>The control of an id: an offered one, or a narrowing, a valve or a probe anywhere; null: there is
    /// none.</summary>
    public LiveControl? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return desk.Find(id);
    }

    /// <summary>Offers a throat as a control of its severity, <c>lesion:ID</c>.</summary>
    /// <param name="label">Label for people.</param>
    /// <param name="whole">The throat at 100 %.</param>
    /// <exception cref="ArgumentException">The id is taken, or the vessel cannot have a throat while it runs.</exception>
    public LiveControl Offer(string label, ThroatRow whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (whole.Course.Count > 0)
            throw new ArgumentException($"{whole.Id}: a throat that has a course of its own cannot be turned.", nameof(whole));
        if (LiveControls.Find(Model, LiveControls.Narrowing(whole.Vessel, whole.Position)) is (null, string fault))
            throw new ArgumentException($"{whole.Id}: {fault}.", nameof(whole));
        VesselRow vessel = Model.Vessels.First(row => row.Id == whole.Vessel);
        return desk.Offer(() => LiveControls.Lesion(label, whole, vessel));
    }

    /// <summary>Offers a pressure on a stretch of a vessel as a control of its severity, <c>lesion:ID</c>.</summary>
    /// <param name="label">Label for people.</param>
    /// <param name="whole">The stretch at 100 %: a pressure, and no other lumen or wall.</param>
    /// <exception cref="ArgumentException">The id is taken, or the stretch has another lumen or wall.</exception>
    public LiveControl Offer(string label, ReachRow whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (whole.AreaFactor != 1 || whole.StiffnessFactor != 1 || !(whole.OutsidePressure > 0))
            throw new ArgumentException(
                $"{whole.Id}: a stretch with another lumen or wall cannot be turned while a body runs.", nameof(whole));
        VesselRow vessel = Model.Vessels.FirstOrDefault(row => row.Id == whole.Vessel)
            ?? throw new ArgumentException($"{whole.Id}: {Model.Id} has no vessel '{whole.Vessel}'.", nameof(whole));
        return desk.Offer(() => LiveControls.Lesion(label, whole, vessel));
    }

    /// <summary>Everything that is wrong with moving controls to values, at once; empty: nothing.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<KeyValuePair<string, double>> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return desk.Faults(moved);
    }

    /// <summary>Moves a control: heard at the next sample.</summary>
    /// <param name="control">Its id.</param>
    /// <param name="value">Where to, in its unit.</param>
    /// <exception cref="ArgumentException">There is no such control, or the value is outside its range.</exception>
    public void Set(string control, double value) => Set([new(control, value)]);

    /// <summary>Moves several controls at the same sample, or none where any is wrong.</summary>
    /// <exception cref="ArgumentException">The message lists all faults.</exception>
    public void Set(IReadOnlyCollection<KeyValuePair<string, double>> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        if (desk.Move(moved) is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(moved));
    }

    /// <summary>Runs on.</summary>
    /// <param name="seconds">Time of the body [s]; whole samples, at least one.</param>
    /// <param name="cancellation">Cancels between steps; the body must not be advanced again then.</param>
    /// <returns>What it gave; null: it had stopped before its first sample.</returns>
    public LiveFrame? Advance(double seconds, CancellationToken cancellation = default)
    {
        int count = Math.Max(1, (int)Math.Round(seconds / Options.SampleInterval));
        for (int k = 0; k < count && Stopped is null; k++)
        {
            Hear();
            double next = (samples + 1) * Options.SampleInterval;
            foreach (LiveKnob knob in values.All)
                if (knob.Value.IsTouched) knob.Set(0.5 * (Time + next));
            if (run!.AdvanceTo(next, Options.TimeStep, cancellation) is { } stop)
            {
                Stopped = new LiveStop(stop.Reason, stop.Place, Time);
                break;
            }

            samples++;
            reader!.Sample(next);
        }

        return reader?.Frame(values.All.ToDictionary(knob => knob.Control.Id, knob => knob.Value.At(Time)));
    }

    /// <summary>Goes back to the start, every control where it was; moves that were not heard yet are forgotten.</summary>
    public void Reset()
    {
        desk.Clear();
        if (start.Failure is not null) return;
        (values, signals) = Untouched();
        run = start.Build(Model, signals);
        samples = 0;
        Stopped = null;
        Begin();
    }

    private (LiveValues, LiveSignals) Untouched()
    {
        LiveValues fresh = new(LiveControls.Of(Model, Options));
        return (fresh, new LiveSignals(fresh, Model));
    }

    private void Begin() => reader = new LiveReader(run!, Sites, Options);

    // Takes the moves, begins the interval, and builds anew where a control asks for it.
    private void Hear()
    {
        bool builds = false;
        List<LiveKnob> first = [];
        foreach ((string control, double value, Func<LiveKnob> make) in desk.Take())
        {
            if (values.Find(control) is not { } knob) values.Add(knob = make());
            if (!knob.Value.IsTouched)
            {
                builds |= knob.AsksForBuilding;
                first.Add(knob);
            }

            knob.Value.Follow(value);
        }

        signals.Step(Time);
        foreach (LiveKnob knob in values.All)
            if (knob.Value.IsTouched) knob.Value.Step(Time, Options.SampleInterval);
        if (builds) Build();
        else
            foreach (LiveKnob knob in first) knob.Bind(run!);
    }

    private void Build()
    {
        BodyModel changed = values.Present.Aggregate(Model, (model, knob) => knob.On(model));
        IBeatingBody next = start.Build(changed, signals);
        next.TakeOver(run!);
        run = next;
        reader!.Follow(run);
        foreach (LiveKnob knob in values.All)
            if (knob.Value.IsTouched) knob.Bind(run);
    }
}
