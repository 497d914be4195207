using Azygos.Body.Building;
using Azygos.Body.Gases;
using Azygos.Body.Model;
using Azygos.Body.Simulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Transport;

namespace Azygos.Body.Live;

/// <summary>Oxygen in the vessels of a live body: the steady balance on the mean flows of its last breath.</summary>
/// <remarks>Blood that is on its way is not followed: after a change, saturations are those that would come to stay if the
/// flows stayed as they are. What vessels and reservoirs filled up with in a breath is balanced as everywhere.</remarks>
/// <source choice="oxygen on mean flows, docs/decisions/0026"/>
internal sealed class LiveOxygen
{
    // Chosen: flows every 40 ms, some twenty a beat, for a mean over a breath.
    private const double Interval = 0.04;

    private readonly BodyModel model;
    private readonly OxygenNumbers numbers;
    private readonly BodyFlows flows;
    private readonly Probe[] probes;
    private readonly List<double>[] series;
    private readonly int every, needed;
    private SampleReader reader;
    private long samples;

    private LiveOxygen(BodyModel model, IBeatingBody run, double sampleInterval)
    {
        this.model = model;
        numbers = new OxygenNumbers(model);
        flows = new BodyFlows(run.Network);
        probes = [.. flows.Probes.DistinctBy(probe => probe.Id)];
        series = [.. probes.Select(_ => new List<double>())];
        every = Math.Max(1, (int)Math.Round(Interval / sampleInterval));
        needed = Math.Max(2, (int)Math.Round(new ModelNumbers(model).BreathPeriod / (every * sampleInterval)));
        reader = run.Reader(probes);
    }

    /// <summary>Saturation [%] of each vessel's blood, by the breath before; 0 where none from the lungs passes; null before
    /// the first breath, or where its flows could not be balanced.</summary>
    public double[]? Saturation { get; private set; }

    /// <summary>For a model that says what its beds consume; else null.</summary>
    public static LiveOxygen? For(BodyModel model, IBeatingBody run, double sampleInterval) =>
        model.OxygenDemands.Count == 0 ? null : new LiveOxygen(model, run, sampleInterval);

    /// <summary>Goes on with the same body, built anew.</summary>
    public void Follow(IBeatingBody run) => reader = run.Reader(probes);

    /// <summary>Hears of a sample.</summary>
    public void Sample()
    {
        if (samples++ % every != 0) return;
        reader.Read();
        for (int i = 0; i < series.Length; i++) series[i].Add(reader.Values[i]);
        if (series[0].Count < needed) return;
        Dictionary<string, double[]> values = [];
        for (int i = 0; i < probes.Length; i++)
        {
            values[probes[i].Id] = [.. series[i]];
            series[i].Clear();
        }

        Saturation = Of(new Recording(new double[needed], values));
    }

    private double[]? Of(Recording breath)
    {
        MeanFlows means;
        OxygenBalance balance;
        try
        {
            means = flows.In(breath);
            balance = OxygenBalance.Find(model, numbers, means, mixesToAndFro: false);
        }
        catch (InvalidOperationException)
        {
            return null;   // in the middle of a change, blood of a breath may have nowhere to go to: the next one will tell
        }

        Dictionary<string, MeanBranch> branches = means.Branches.ToDictionary(branch => branch.Id);
        return [.. model.Vessels.Select(vessel =>
            branches.TryGetValue(vessel.Id, out MeanBranch? branch) && branch.Flow != 0
            && balance.Saturation(branch.Flow < 0 ? branch.To : branch.From) is { } share ? 100 * share : 0)];
    }
}
