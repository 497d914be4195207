using System.Text;
using Azygos.Body.Timeline;
using Azygos.Files.Cases;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests;

/// <summary>The key <c>timeline</c> of a case.</summary>
public sealed class TimelineKeyTests
{
    private const string Head = "schema: azygos-case/1\ntimeline:\n";

    private static (CaseFile Case, FaultList Faults) Read(string text)
    {
        FaultList faults = new();
        return (CaseReader.Read(Encoding.UTF8.GetBytes(Head + text), "cases/mine.yaml", faults)!, faults);
    }

    [Fact]
    public void Every_key_reaches_its_event()
    {
        (CaseFile read, FaultList faults) = Read("""
              - at: 5 s
                do: valsalva
                pressure: 4 kPa
                for: 10
                ramp: 500 ms
              - at: 20 s
                do: jugular_compression
                side: left
                level: j3
              - at: 60 s
                do: probe_pressure
                site: ijv_right_j2
                footprint: 20 mm
                pressure: 8 mmHg
              - {at: 80, do: end}
            """ + "\n");
        Assert.Empty(faults.Found);
        PreparedRun run = PreparedRun.Prepare(ShippedModel.Model, read, null, [], faults)!;
        BodyTimeline timeline = run.Settings.Timeline!;
        Valsalva strain = Assert.IsType<Valsalva>(timeline.Events[0]);
        // 15 digits are kept when a unit is converted.
        Assert.Equal(30.0025502168, strain.Pressure, 1e-8);
        Assert.Equal((5, 10, 0.5, 0.5), (strain.At, strain.For, strain.Ramp, strain.Release));
        Assert.Equal(new JugularCompression { At = 20, Side = "left", Level = "j3" }, timeline.Events[1]);
        Assert.Equal(
            new ProbePressure { At = 60, Site = "ijv_right_j2", Footprint = 2, Pressure = 8 }, timeline.Events[2]);
        Assert.Equal(80, timeline.Seconds);
    }

    [Fact]
    public void All_faults_are_told_with_their_lines()
    {
        (CaseFile read, FaultList faults) = Read("""
              - at: 5 s
                do: valsalvo
              - at: 5
                do: valsalva
                pressure: 400 mmHg
                presure: 4 mmHg
                for: 3 kPa
              - do: apnoea
              - at: 3 s
              - tilt
              - at: 3 s
                do: infusion
                into: spinal
                rate: [1]
            """ + "\n");
        string[] expected =
        [
            "cases/mine.yaml:4: timeline[1].do = valsalvo: is not an event; did you mean valsalva?",
            "cases/mine.yaml:7: timeline[2].pressure = 400 mmHg: is outside the allowed range: from 1 to 100 mmHg",
            "cases/mine.yaml:8: timeline[2].presure: is not a key of valsalva; did you mean pressure?",
            "cases/mine.yaml:9: timeline[2].for = 3 kPa: has the unit kPa; a value in s is needed",
            "cases/mine.yaml:10: timeline[3]: needs the key at, which says when",
            "cases/mine.yaml:11: timeline[4]: needs the key do, which says what is done",
            "cases/mine.yaml:12: timeline[5]: needs keys with values, not a value",
            "cases/mine.yaml:15: timeline[6].into = spinal: is not one of cranial, lumbar",
            "cases/mine.yaml:16: timeline[6].rate: needs a value, not a list",
        ];
        Assert.Equal(expected.Length, faults.Count);
        foreach ((string one, Fault fault) in expected.Zip(faults.Found))
        {
            Assert.StartsWith(one, fault.ToString(), StringComparison.Ordinal);
        }
        Assert.NotNull(read);
    }

    [Fact]
    public void What_only_the_body_can_refuse_is_told_with_the_line_of_its_event()
    {
        (CaseFile read, FaultList faults) = Read("""
              - at: 5 s
                do: valsalva
              - at: 8 s
                do: cough
              - at: 1 s
                do: probe_pressure
                site: nowhere
            """ + "\n");
        Assert.Null(PreparedRun.Prepare(ShippedModel.Model, read, null, [], faults));
        Assert.Equal(2, faults.Count);
        Assert.Equal(
            "cases/mine.yaml:5: timeline[2].at = 8 s: begins before valsalva at 5 s is over, at 16.5 s",
            faults.Found[0].ToString());
        Assert.Equal(
            $"cases/mine.yaml:7: timeline[3].site = nowhere: is not a site of {ShippedModel.Model.Id}",
            faults.Found[1].ToString());
    }

    [Fact]
    public void A_timeline_is_a_list()
    {
        Assert.Contains(
            "needs a list of events, not a value",
            CaseFaults("schema: azygos-case/1\ntimeline: valsalva\n"), StringComparison.Ordinal);

        static string CaseFaults(string text)
        {
            FaultList faults = new();
            CaseReader.Read(Encoding.UTF8.GetBytes(text), "cases/mine.yaml", faults);
            return Assert.Single(faults.Found).ToString();
        }
    }
}
