using Azygos.Body.Live;
using Azygos.Body.Model;
using Azygos.Body.Tests.Anatomy;

namespace Azygos.Body.Tests.Live;

/// <summary>Live bodies of the shipped models, started once each, and what they do unless touched.</summary>
internal static class LiveBodies
{
    private static readonly Lazy<LiveBody> LumpedStart = new(() => LiveBody.Start(ShippedBody.Model));
    private static readonly Lazy<LiveBody> WavesStart = new(() => LiveBody.Start(AnatomicalBody.Core));

    /// <summary>Collection of the tests that share the bodies.</summary>
    public const string OneAtATime = "live bodies";

    /// <summary>Time before anything is moved [s].</summary>
    public const double Before = 1;

    public static BodyModel ModelOf(string body) => body == "lumped" ? ShippedBody.Model : AnatomicalBody.Core;

    /// <summary>A body at its start.</summary>
    public static LiveBody At(string body)
    {
        LiveBody live = (body == "lumped" ? LumpedStart : WavesStart).Value;
        live.Reset();
        return live;
    }

    /// <summary>Runs on and gives all samples of the sites that were asked for.</summary>
    public static LiveRun Run(LiveBody body, double seconds) =>
        new(body, [body.Advance(seconds) ?? throw new InvalidOperationException(body.Stopped?.Reason)]);
}

/// <summary>What a stretch of a live body's time gave.</summary>
internal sealed record LiveRun(LiveBody Body, IReadOnlyList<LiveFrame> Frames)
{
    public double[] this[string site, string quantity]
    {
        get
        {
            int i = Body.Sites.ToList().FindIndex(row => row.Id == site);
            return [.. Frames.SelectMany(frame => quantity switch
            {
                "pressure" => frame.Sites[i].Pressure,
                "flow" => frame.Sites[i].Flow!,
                "area" => frame.Sites[i].Area!,
                _ => frame.Sites[i].Velocity!,
            })];
        }
    }
}
