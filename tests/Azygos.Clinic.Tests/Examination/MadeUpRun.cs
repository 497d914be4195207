using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Clinic.Tests.Examination;

/// <summary>Answers an examination's runs at once, with waves that a formula gives: no blood is simulated.</summary>
internal static class MadeUpRun
{
    private static readonly Lazy<BodyModel> Read = new(() =>
    {
        FaultList faults = new();
        BodyModel? model = ModelReader.Read(
            Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult-lumped"), faults);
        faults.ThrowIfAny();
        return model!;
    });

    public static BodyModel Model => Read.Value;

    /// <summary>An examination of the made-up body.</summary>
    /// <param name="examiner">Who examines.</param>
    /// <param name="lumen">Lumen [cm²] of a vessel by posture and pressure of the probe on it [mmHg].</param>
    /// <param name="velocity">Velocity [cm/s] of a vessel by posture and time in the run [s].</param>
    public static ExaminationResult Examine(
        Examiner examiner, Func<string, bool, double, double>? lumen = null,
        Func<string, bool, double, double>? velocity = null)
    {
        return examiner.Examine(Model, Run(ExaminedPosture.Supine), Run(ExaminedPosture.Sitting));

        SimulationResult Run(ExaminedPosture posture)
        {
            SimulationSettings settings = examiner.Settings(Model, new SimulationSettings(), posture);
            return Answer(settings, posture == ExaminedPosture.Supine, lumen ?? Normal, velocity ?? Steady);
        }
    }

    public static double Normal(string vessel, bool lying, double probe) =>
        Math.Max(0.02, (lying ? 0.9 : 0.1) - 0.1 * probe);

    private static double Steady(string vessel, bool lying, double time) => 12 + 3 * Math.Sin(2 * Math.PI * time);

    private static SimulationResult Answer(
        SimulationSettings settings, bool lying, Func<string, bool, double, double> lumen,
        Func<string, bool, double, double> velocity)
    {
        BodyTimeline timeline = settings.Timeline!;
        Assert.Empty(timeline.Check(Model));
        int count = (int)Math.Round(timeline.Seconds / settings.SampleInterval) + 1;
        double[] times = [.. Enumerable.Range(0, count).Select(i => i * settings.SampleInterval)];
        double[] none = new double[count];
        PlaceWaves Place(BodyPlace place)
        {
            ProbePressure? probe = timeline.Events.OfType<ProbePressure>()
                .SingleOrDefault(one => one.Vessel == place.Vessel);
            double free = lumen(place.Vessel, lying, 0), pressed = lumen(place.Vessel, lying, probe?.Pressure ?? 0);
            double[] area = [.. times.Select(t => t >= probe?.At && t < probe.Until ? pressed : free)];
            double[] speed = [.. times.Select(t => velocity(place.Vessel, lying, t))];
            return new(place, none, [.. area.Zip(speed, (a, v) => 60 * a * v)], area, speed);
        }

        return new SimulationResult
        {
            Model = Model,
            Settings = settings,
            Ending = new RunEnding(true, "made up", timeline.Seconds, ""),
            SimulatedSeconds = timeline.Seconds,
            Period = 4,
            Beats = 0,
            Steps = 0,
            Unknowns = 0,
            PeriodicResidual = 0,
            WorstSite = "",
            ConservationError = 0,
            BloodVolume = 5000,
            MeanFillingPressure = 7,
            CardiacOutput = 5,
            Times = [],
            Sites = [],
            Waves = [],
            Vessels = [],
            Validation = [],
            Timeline = new TimelineResult
            {
                StartedAfter = 0,
                Times = times,
                Marks = [],
                Drives = new TimelineDrives([.. times.Select(t => t % 4 / 4)], none, none, none, none),
                Waves = [],
                Places = [.. timeline.Places.Select(Place)],
                Sites = [],
            },
        };
    }
}
