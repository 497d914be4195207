using Azygos.Body.Live;

namespace Azygos.Body.Tests.Live;

/// <summary>Every control acts at once, on the right site, in the right direction: compared, sample by sample of the same
/// time, with the same body that nobody touches.</summary>
[Collection(LiveBodies.OneAtATime)]
public sealed class LiveControlTests
{
    // Control, value, what to read, where, and which way it goes; and within how many seconds of the move. That is the
    // ramp and a beat (0.86 s), or a breath (4.3 s) where the breath is turned, a tilt's time, and for the reflex its own.
    public static TheoryData<string, double, string, string, int, double> Moves { get; } = new()
    {
        { "posture", 30, "ijv_left_j2", "pressure", -1, 5 },
        { "posture", -20, "ijv_left_j2", "pressure", 1, 4 },
        { "breathing_depth", 10, "right_atrium", "pressure", -1, 4.3 },
        { "strain", 30, "right_atrium", "pressure", 1, 2 },
        { "peripheral_resistance", 200, "aorta", "pressure", 1, 1.2 },
        { "peripheral_resistance", 60, "aorta", "pressure", -1, 1.2 },
        { "reflex_set_point", 130, "aorta", "pressure", 1, 6 },
        { "blood_volume", 600, "right_atrium", "pressure", 1, 4 },
        { "blood_volume", -600, "right_atrium", "pressure", -1, 4 },
        { "narrowing:ijv_left_j2@0.5", 95, "ijv_left_j2", "flow", -1, 1.2 },
        { "narrowing:ijv_left_j2@0.5", 95, "ijv_left_j3", "pressure", 1, 1.2 },
        { "narrowing:superior_sagittal_sinus_posterior@0.5", 99, "sss", "pressure", 1, 1.2 },
        { "probe:ijv_left_j2", 15, "ijv_left_j2", "area", -1, 1.2 },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_control_of_the_lumped_body_acts_in_its_direction(
        string control, double value, string site, string quantity, int sign, double within) =>
        Acts("lumped", control, value, (site, quantity, sign), within);

    [Theory]
    [MemberData(nameof(Moves))]
    [Trait("Speed", "slow")]
    public void A_control_of_the_anatomical_body_acts_in_its_direction(
        string control, double value, string site, string quantity, int sign, double within) =>
        Acts("waves", control, value, (site, quantity, sign), within);

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void A_faster_heart_has_more_beats(string name)
    {
        Assert.Equal(3, Beats(null));
        Assert.Equal(6, Beats(140));

        int Beats(double? rate)
        {
            LiveBody body = LiveBodies.At(name);
            if (rate is { } given) body.Set(LiveControls.HeartRate, given);
            // A beat begins at 0 and lasts 0.86 s; at 140 it lasts 0.43 s, once the ramp is over.
            double[] q = LiveBodies.Run(body, 2.5)["aorta", "flow"];
            double middle = 0.5 * q.Max();
            return Enumerable.Range(1, q.Length - 1).Count(i => q[i - 1] < middle && q[i] >= middle);
        }
    }

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void A_breath_that_is_held_takes_the_swing_from_the_right_atrium_and_comes_back(string name)
    {
        LiveBody body = LiveBodies.At(name);
        body.Set(LiveControls.BreathingDepth, 8);
        double free = Swing(LiveBodies.Run(body, 8.6));
        body.Set(LiveControls.BreathHold, 1);
        LiveBodies.Run(body, 10);   // the breath under way is finished, and what it did to the veins over
        double held = Swing(LiveBodies.Run(body, 4.3));
        body.Set(LiveControls.BreathHold, 0);
        double again = Swing(LiveBodies.Run(body, 8.6));
        Assert.True(held < 0.5 * free, $"{held} of {free} mmHg");
        Assert.True(again > 1.5 * held, $"{again} after {held} mmHg");

        // Of means over a beat (86 samples).
        static double Swing(LiveRun run)
        {
            double[] p = run["right_atrium", "pressure"];
            double[] means = [.. Enumerable.Range(0, p.Length - 86).Select(i => p[i..(i + 86)].Average())];
            return means.Max() - means.Min();
        }
    }

    // In the lumped body the valve hardly shuts in a strain, whatever its leak: J1 fills within a second there.
    [Fact]
    public void Without_its_valve_a_jugular_vein_takes_more_blood_back_in_a_strain()
    {
        double competent = Back(0), leaking = Back(40), absent = Back(100);
        Assert.True(leaking > 2 * competent, $"{leaking} mL after {competent} mL");
        Assert.True(absent > 1.02 * leaking, $"{absent} mL after {leaking} mL, {competent} mL with a valve");

        // Blood that runs back through J1 in the second and a half after a strain began, once a valve had 0.4 s to
        // shut [mL].
        double Back(double leak)
        {
            LiveBody body = LiveBodies.At("waves");
            body.Set(LiveControls.Valve("ijv_left_valve"), leak);
            LiveBodies.Run(body, LiveBodies.Before);
            body.Set(LiveControls.Strain, 40);
            LiveBodies.Run(body, 0.4);
            return LiveBodies.Run(body, 1.2)["ijv_left_j1", "flow"].Sum(q => Math.Max(0, -q)) * 0.01 / 60;
        }
    }

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void A_control_moved_to_where_it_is_changes_next_to_nothing(string name)
    {
        // Gravity becomes a waveform, a throat and a probe of no severity are put in: rounding, and the inertia of the
        // blood in an open throat (a fifth of a centimetre of vessel).
        LiveBody body = LiveBodies.At(name);
        LiveRun plain = LiveBodies.Run(body, 3);
        body.Reset();
        LiveBodies.Run(body, LiveBodies.Before);
        body.Set([
            new(LiveControls.Posture, 0), new(LiveControls.Narrowing("ijv_left_j2", 0.5), 0),
            new(LiveControls.Probe("ijv_right_j2"), 0), new(LiveControls.BloodVolume, 0),
        ]);
        LiveRun run = LiveBodies.Run(body, 2);
        foreach (string site in body.Sites.Select(row => row.Id))
        {
            double[] with = run[site, "pressure"], without = plain[site, "pressure"][^with.Length..];
            Assert.All(with.Zip(without), pair => Assert.Equal(pair.Second, pair.First, 0.15));
        }
    }

    private static void Acts(string name, string control, double value, (string Site, string Quantity, int Sign) at, double within)
    {
        LiveBody body = LiveBodies.At(name);
        double[] plain = LiveBodies.Run(body, LiveBodies.Before + within)[at.Site, at.Quantity];
        body.Reset();
        LiveBodies.Run(body, LiveBodies.Before);
        body.Set(control, value);
        LiveRun run = LiveBodies.Run(body, within);
        double[] moved = run[at.Site, at.Quantity];
        int beat = Math.Min(moved.Length, 86);
        double change = moved[^beat..].Average() - plain[^beat..].Average();
        // A tenth of a millimetre of mercury, a tenth of the flow, a twentieth of the area.
        double enough = at.Quantity switch
        {
            "pressure" => 0.1,
            "flow" => 0.1 * Math.Abs(plain.Average()),
            _ => 0.05 * plain.Average(),
        };
        Assert.Null(body.Stopped);
        Assert.True(at.Sign * change > enough, $"{control}: {at.Site} {at.Quantity} changed by {change}");
        Assert.InRange(body.ConservationError, 0, 1e-12);
        LiveControl turned = body.Find(control)!;
        Assert.Equal(value, run.Frames[^1].Controls[control], 0.06 * Math.Abs(value - turned.Start) + 1e-9);
    }
}
