using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Azygos.Lab.Tests;

/// <summary>Fifty people look at one body while ten others turn controls of bodies of their own, on loopback.</summary>
public sealed class LoadTests
{
    private const int Viewers = 50, Sliders = 10, Turns = 4, Frames = 40;

    /// <summary>Bars that hold on a machine that does other work too; the guide has the numbers of a free one.</summary>
    private const double MedianBar = 1.5, WorstBar = 10;

    [Fact]
    public async Task Fifty_look_and_ten_turn_at_once()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        string shared = (string)(await lab.PostAsync("/api/live", new { model = "healthy-adult-lumped" }, HttpStatusCode.Created))["id"]!;
        string[] own = new string[Sliders];
        for (int i = 0; i < Sliders; i++)
            own[i] = (string)(await lab.PostAsync("/api/live", new { model = "healthy-adult-lumped" }, HttpStatusCode.Created))["id"]!;
        Task<List<double>>[] looking = [.. Enumerable.Range(0, Viewers).Select(_ => LookAsync(lab, shared))];
        Task<List<double>>[] turning = [.. own.Select(id => TurnAsync(lab, id))];
        double[] gaps = [.. (await Task.WhenAll(looking)).SelectMany(one => one)];
        double[] effects = [.. (await Task.WhenAll(turning)).SelectMany(one => one)];
        Assert.Equal(Viewers * (Frames - 1), gaps.Length);
        Assert.Equal(Sliders * Turns, effects.Length);
        TestContext.Current.SendDiagnosticMessage(Line("between frames", gaps));
        TestContext.Current.SendDiagnosticMessage(Line("slider to frame", effects));
        Assert.InRange(Quantile(effects, 0.5), 0, MedianBar);
        Assert.InRange(effects.Max(), 0, WorstBar);
        Assert.InRange(Quantile(gaps, 0.5), 0, MedianBar);
        // One body for all who look.
        Assert.Equal(1 + Sliders, (int)(await lab.GetAsync("/health"))["live"]!["sessions"]!);
    }

    private static async Task<List<double>> LookAsync(OpenLab lab, string id)
    {
        List<double> gaps = [];
        int frames = 0;
        long last = 0;
        await lab.ReadEventsAsync($"/api/live/{id}/stream?site=ijv_left_j2", name => name == "frame" && ++frames == Frames, one =>
        {
            if (one.Item1 != "frame") return Task.CompletedTask;
            long now = Stopwatch.GetTimestamp();
            if (last > 0) gaps.Add(Stopwatch.GetElapsedTime(last, now).TotalSeconds);
            last = now;
            return Task.CompletedTask;
        });
        return gaps;
    }

    // From the moment a control is let go to the first frame in which the body has begun to follow.
    private static async Task<List<double>> TurnAsync(OpenLab lab, string id)
    {
        List<double> effects = [];
        long turned = 0;
        double before = 0, sign = 1;
        await lab.ReadEventsAsync($"/api/live/{id}/stream", _ => effects.Count == Turns, async one =>
        {
            if (one.Item1 != "frame") return;
            double now = (double)one.Item2["controls"]!["heart_rate"]!;
            if (turned == 0)
            {
                (before, turned) = (now, Stopwatch.GetTimestamp());
                await lab.PostAsync($"/api/live/{id}/controls", new { heart_rate = 75 + 10 * sign });
                sign = -sign;
            }
            else if (now != before)
            {
                effects.Add(Stopwatch.GetElapsedTime(turned).TotalSeconds);
                turned = 0;
            }
        });
        return effects;
    }

    private static double Quantile(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));

    private static string Line(string what, double[] values) => string.Create(CultureInfo.InvariantCulture,
        $"{what}, ms: p50 {1e3 * Quantile(values, 0.5):0}, p95 {1e3 * Quantile(values, 0.95):0}, p99 {1e3 * Quantile(values, 0.99):0}, max {1e3 * values.Max():0} of {values.Length}");
}
