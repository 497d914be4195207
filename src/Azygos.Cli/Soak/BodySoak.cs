using System.Globalization;
using Azygos.Body;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Overrides;

namespace Azygos.Cli.Soak;

/// <summary>Random bodies: numbers of a model drawn from the ranges that the reader allows, random tilt, a few beats;
/// finished, or stopped with where and why, or refused with faults.</summary>
internal static class BodySoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "bodies";

    // Chosen: fifty times what such a run needs on a busy machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    private static readonly string[] s_models = ["healthy-adult", "healthy-adult-lumped"];

    /// <summary>Runs bodies.</summary>
    /// <param name="home">Folder that holds the models.</param>
    /// <param name="plan">How much.</param>
    /// <param name="told">Told of every finding at once.</param>
    public static PartReport Run(string home, Plan plan, Action<string> told)
    {
        Tally tally = new(Part, told);
        BodyModel[] models = [.. s_models.Select(name => ModelReader.Read(Path.Combine(home, "models", name)))];
        plan.ForEach(index => One(models, new Draws(plan.Seed, Part, index), index, tally));
        return tally.Report();
    }

    private static void One(BodyModel[] models, Draws draws, long index, Tally tally)
    {
        BodyModel model = draws.One(models);
        List<Override> set = [.. Numbers(model, draws)];
        double tilt = draws.Chance(0.5) ? draws.One([0.0, 90.0]) : draws.Between(-90, 90);
        string what = string.Create(CultureInfo.InvariantCulture, $"{model.Id}, {tilt:F0} deg, "
            + $"{string.Join(' ', set.Select(one => $"{one.Path}={one.Value}"))}");
        using CancellationTokenSource enough = new(s_longest);
        FaultList faults = new();
        try
        {
            if (PreparedRun.Prepare(model, null, tilt, set, faults) is not { } run)
            {
                tally.Count("refused");
                if (!faults.Any) tally.Find(index, what, "refused without a fault");
            }
            else
            {
                // Two breaths, the fewest that can be compared.
                SimulationSettings shortest = run.Settings with { MaximumBeats = 1 };
                Judge(BodySimulation.Run(run.Model, shortest, null, enough.Token), index, what, tally);
            }
        }
        catch (OperationCanceledException)
        {
            tally.Find(index, what, $"still runs after {s_longest.TotalMinutes:F0} min");
        }
        catch (Exception thrown)
        {
            tally.Throw(index, what, thrown);
        }
        tally.Over();
    }

    /// <summary>Up to six numbers of the model, within what is allowed: parameters in their range, sizes of vessels by
    /// a factor of up to three.</summary>
    private static IEnumerable<Override> Numbers(BodyModel model, Draws draws)
    {
        ScalarParameter[] parameters = [.. model.Parameters.Values.OrderBy(one => one.Path, StringComparer.Ordinal)];
        for (int left = draws.Below(7); left > 0; left--)
        {
            if (draws.Chance(0.6))
            {
                ScalarParameter one = draws.One(parameters);
                yield return Set(one.Path, draws.Chance(0.1) ? draws.One([one.Minimum, one.Maximum])
                    : draws.Between(one.Minimum, one.Maximum));
            }
            else
            {
                VesselRow vessel = draws.One(model.Vessels);
                yield return Set($"vessels.{vessel.Id}.rest_area_cm2",
                    draws.Chance(0.1) ? 0 : vessel.RestArea * draws.Magnitude(0.3, 3));
            }
        }
    }

    private static Override Set(string path, double value) =>
        new(path, value.ToString("R", CultureInfo.InvariantCulture), Override.Option, null);

    private static void Judge(SimulationResult result, long index, string what, Tally tally)
    {
        bool known = result.Waves.All(wave => wave.Values.All(double.IsFinite));
        if (!known) tally.Find(index, what, "records what is not a number");
        if (!double.IsFinite(result.BloodVolume + result.CardiacOutput + result.MeanFillingPressure))
            tally.Find(index, what, "a headline is not a number");
        tally.Count(result.Ending.Finished ? "finished" : $"stopped: {NetworkSoak.Kind(result.Ending.Reason)}");
        if (result.Ending.Reason.Length == 0) tally.Find(index, what, "ended without a reason");
        if (result.Waves.Count > 0 && !(result.ConservationError <= NetworkSoak.VolumeBar))
            tally.Find(index, what, $"{result.ConservationError:G3} of its volume is lost");
    }
}
