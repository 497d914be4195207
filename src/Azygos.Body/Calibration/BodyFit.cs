using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;

namespace Azygos.Body.Calibration;

/// <summary>Runs a model until it is periodic: the fine model of the fit.</summary>
/// <param name="model">The model.</param>
/// <param name="cancellation">Cancels the run.</param>
public delegate SimulationResult BeatingRun(BodyModel model, CancellationToken cancellation);

/// <summary>Calibrates a model on supine data: steady fits, each corrected by what a beating run gives otherwise.</summary>
/// <remarks>
/// The mean-flow state is cheap and almost right; a beating run is dear and decides. A round fits the mean-flow state
/// to the targets less the correction of the round before, runs the body at the knobs found, and takes beating minus
/// steady as the new correction. It ends when no correction moves any more; then the beating run is at the least
/// misfit, as if it had been fitted itself with the slopes of the mean-flow state (space mapping). A knob whose
/// datum takes a beat (stiffness of the aorta, pulse pressure) is moved between rounds, by the slope of the last two.
/// </remarks>
/// <source doi="10.1109/22.339794" at="space mapping"/>
public static class BodyFit
{
    // Chosen: ln value by ln knob of a knob that only a beat can judge, until two rounds tell; its largest move at once.
    private const double FirstSlope = 1, LargestMove = 0.5;

    /// <summary>The rows that a fit uses: supine, and marked as fitted.</summary>
    public static IReadOnlyList<ValidationRow> SupineTargets(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Validation.Where(row => row is { Posture: "supine", Use: "fitted" } && row.High > row.Low)];
    }

    /// <summary>Fits a model.</summary>
    /// <param name="model">The model; its knobs of the kind <c>fitted</c> are turned.</param>
    /// <param name="settings">Start, rounds, steps.</param>
    /// <param name="beating">The beating run, or null for a fit of the mean-flow state alone.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static FitResult Run(
        BodyModel model, FitSettings settings, BeatingRun? beating, IProgress<FitProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var rounds = new Rounds(model, settings, beating, progress, cancellation);
        return rounds.Run();
    }

    /// <summary>Scratch of one fit.</summary>
    private sealed class Rounds
    {
        private readonly FitSettings settings;
        private readonly BeatingRun? beating;
        private readonly IProgress<FitProgress>? progress;
        private readonly CancellationToken cancellation;
        private readonly IReadOnlyList<ValidationRow> targets;
        private readonly ValidationRow[] steadyTargets;
        private readonly CalibrationRow[] knobs;
        private readonly List<BeatKnob> beatKnobs;
        private readonly Dictionary<string, double> before;
        private BodyModel model;
        private int solves;

        public Rounds(
            BodyModel model, FitSettings settings, BeatingRun? beating, IProgress<FitProgress>? progress,
            CancellationToken cancellation)
        {
            (this.model, this.settings, this.beating) = (model, settings, beating);
            (this.progress, this.cancellation) = (progress, cancellation);
            targets = SupineTargets(model);
            steadyTargets = [.. targets.Where(t => !ValidationQuantity.NeedsBeat(t.Quantity))];
            HashSet<string> seen = [.. steadyTargets.Select(t => t.Id)];
            CalibrationRow[] fitted = [.. model.Calibration.Where(Knobs.IsFitted)];
            knobs = [.. fitted.Where(k => NamePattern.Split(k.Datum).Any(seen.Contains))];
            beatKnobs = [.. fitted.Except(knobs).Where(_ => beating is not null)
                .Select(k => new BeatKnob(k.Knob, targets.First(t => t.Id == NamePattern.Split(k.Datum)[0])))];
            before = fitted.ToDictionary(
                k => k.Knob, k => settings.FromStart ? k.Start!.Value : k.Value!.Value);
            foreach (string knob in knobs.Select(k => k.Knob).Concat(beatKnobs.Select(k => k.Knob)))
                this.model = Knobs.Turn(this.model, knob, before[knob]);
        }

        public FitResult Run()
        {
            double[] θ = [.. knobs.Select(k => Math.Log(before[k.Knob]))];
            double[] correction = new double[steadyTargets.Length];
            SteadyBody? near = null;
            for (int round = 1; ; round++)
            {
                var fit = new SteadyFit(model, default, knobs, steadyTargets, settings);
                SteadyEnd end = fit.Run(θ, correction, near,
                    (step, misfit) => progress?.Report(new(round, step, misfit, "steady fit")), cancellation);
                Round(θ);
                if (end.Failure is null) end = end with { Body = fit.Solve(θ, end.Body, cancellation) };
                solves += fit.Solves;
                model = fit.At(θ);
                if (end.Failure is { } failure) return End(fit, θ, end, null, round, failure);
                if (beating is null) return End(fit, θ, end, null, 0, null);
                near = end.Body;
                progress?.Report(new(round, 0, end.Misfit, "beating run"));
                SimulationResult run = beating(model.At(settings.Detail), cancellation);
                if (!run.Ending.Finished)
                    return End(fit, θ, end, null, round,
                        $"the beating run stopped{(run.Ending.Place.Length > 0 ? " at " + run.Ending.Place : "")}: "
                        + run.Ending.Reason);
                double moved = Correct(correction, fit.Values(end.Body), run);
                bool settled = moved <= settings.Settled && beatKnobs.All(k => k.IsMet(run, settings.Settled));
                if (settled || round == settings.MostRounds)
                    return End(fit, θ, end, run, round, settled ? null : FormattableString.Invariant(
                        $"after {round} rounds the correction still moves by {moved:0.##} of a half band"));
                foreach (BeatKnob knob in beatKnobs)
                    model = knob.Move(model, run, settings.Settled);
            }
        }

        // Four digits: what a table shows is what it holds, and more is not known.
        private static void Round(double[] θ)
        {
            for (int j = 0; j < θ.Length; j++)
                θ[j] = Math.Log(Digits(Math.Exp(θ[j])));
        }

        // The new correction; by how many half bands it moved at most.
        private double Correct(double[] correction, double[] steady, SimulationResult run)
        {
            double largest = 0;
            for (int i = 0; i < steadyTargets.Length; i++)
            {
                ValidationRow target = steadyTargets[i];
                if (ValidationQuantity.Evaluate(target.Quantity, target.Unit, run) is not { } value) continue;
                double now = value - steady[i];
                largest = Math.Max(largest, Math.Abs(now - correction[i]) / FitTarget.HalfBand(target));
                correction[i] = now;
            }

            return largest;
        }

        private FitResult End(
            SteadyFit fit, double[] θ, SteadyEnd end, SimulationResult? run, int round, string? failure)
        {
            Dictionary<string, double?> sensitivity = failure is null ? Sensitivities(fit, θ, end.Body) : [];
            BodyModel fitted = model with
            {
                Calibration = [.. model.Calibration.Select(k =>
                    sensitivity.TryGetValue(k.Knob, out double? s) ? k with { Sensitivity = s } : k)],
            };
            return new FitResult
            {
                Model = fitted,
                Failure = failure,
                Knobs = [.. fitted.Calibration.Where(k => before.ContainsKey(k.Knob)).Select(k =>
                    new FittedKnob(k, before[k.Knob], IsAtEnd(k)))],
                Targets = [.. targets.Select(t => new FitTarget(t,
                    end.Body.Value(t.Quantity, t.Unit),
                    run is null ? null : ValidationQuantity.Evaluate(t.Quantity, t.Unit, run)))],
                Identifiability = end.Response is { } response
                    ? Identifiability.Of(response, [.. knobs.Select(k => k.Knob)])
                    : null,
                Misfit = end.Misfit,
                Rounds = run is null ? 0 : round,
                Solves = solves,
            };
        }

        // Change of each knob's first datum for +10 %; at the upper end of a range, that for −10 % turned round.
        private Dictionary<string, double?> Sensitivities(SteadyFit fit, double[] θ, SteadyBody body)
        {
            Dictionary<string, double?> found = [];
            for (int j = 0; j < knobs.Length; j++)
            {
                double[] turned = [.. θ];
                double step = θ[j] + Math.Log(1.1) <= Math.Log(knobs[j].High!.Value) ? 1 : -1;
                turned[j] += step * Math.Log(1.1);
                ValidationRow datum = targets.First(t => t.Id == NamePattern.Split(knobs[j].Datum)[0]);
                SteadyBody there = fit.Solve(turned, body, cancellation);
                found[knobs[j].Knob] = step
                    * (there.Value(datum.Quantity, datum.Unit) - body.Value(datum.Quantity, datum.Unit));
                solves++;
            }

            return found;
        }

        private static bool IsAtEnd(CalibrationRow knob) =>
            Math.Abs(Math.Log(knob.Value!.Value / knob.Low!.Value)) < 1e-6
            || Math.Abs(Math.Log(knob.Value!.Value / knob.High!.Value)) < 1e-6;
    }

    // A number with four digits.
    private static double Digits(double value)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 3);
        return Math.Round(value / unit) * unit;
    }

    /// <summary>A knob that only a beating run can judge.</summary>
    private sealed class BeatKnob(string knob, ValidationRow datum)
    {
        private double slope = FirstSlope;
        private double? lastKnob, lastValue;

        public string Knob => knob;

        public bool IsMet(SimulationResult run, double settled) =>
            Value(run) is not { } value || Math.Abs(value - datum.Value) <= Within(settled);

        public BodyModel Move(BodyModel model, SimulationResult run, double settled)
        {
            CalibrationRow row = model.Calibration.First(k => k.Knob == knob);
            double now = row.Value!.Value;
            if (Value(run) is not { } value || IsMet(run, settled)) return model;
            if (lastKnob is { } k && lastValue is { } v && Math.Abs(now / k - 1) > 1e-3)
            {
                double seen = Math.Log(value / v) / Math.Log(now / k);
                if (seen is > 0.1 and < 10) slope = seen;
            }

            (lastKnob, lastValue) = (now, value);
            double move = Math.Clamp(Math.Log(datum.Value / value) / slope, -LargestMove, LargestMove);
            double next = Digits(Math.Clamp(now * Math.Exp(move), row.Low!.Value, row.High!.Value));
            return next == now ? model : Knobs.Turn(model, knob, next);
        }

        private double? Value(SimulationResult run) => ValidationQuantity.Evaluate(datum.Quantity, datum.Unit, run);

        // A single datum is met to a tenth of its half band at best: other knobs move it from round to round.
        private double Within(double settled) => Math.Max(settled, 0.1) * FitTarget.HalfBand(datum);
    }
}
