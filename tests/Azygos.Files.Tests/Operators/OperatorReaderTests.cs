using System.Text;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Files.Faults;
using Azygos.Files.Operators;

namespace Azygos.Files.Tests.Operators;

public sealed class OperatorReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        Operator read = Read("""
            schema: azygos-operator/1
            name: heavy hand
            probe_pressure_mmHg: 0.5 kPa
            probe_pressure_sitting_mmHg: 2
            probe_footprint_cm: 3
            dead_band_cm_s: 2
            sitting_tilt_deg: 60
            level_position: 0.25
            levels: [j1, j2]
            carrier_MHz: 7
            pulse_rate_Hz: 2000
            wall_filter_Hz: 80
            angle_error_deg: -5
            assumed_angle_deg: 60
            sample_volume_mm: 2
            beam_offset_mm: 1
            adjusts_scale: false
            area_method: anteroposterior
            area_bias: 0.9
            area_agreement: 0.25
            call_sensitivity: 0.9
            call_specificity: 0.8
            expectation_bias: 0.65
            belief: patient
            blinded: true
            """, out FaultList faults)!;
        Assert.False(faults.Any, string.Join('\n', faults.Found));
        Assert.Equal("heavy hand", read.Name);
        Assert.Equal(500, read.ProbePressure.Pascals, 1e-9);
        Assert.Equal(2, read.ProbePressureIn(ExaminedPosture.Sitting).MillimetresOfMercury, 1e-12);
        Assert.Equal(3, read.Footprint.Centimetres, 1e-12);
        Assert.Equal(0.02, read.DeadBandVelocity, 1e-15);
        Assert.Equal(60, read.SittingTilt.Degrees, 1e-12);
        Assert.Equal(0.25, read.Position);
        Assert.Equal(["j1", "j2"], read.Levels);
        Assert.Equal(7e6, read.Doppler.Carrier.PerSecond);
        Assert.Equal(2000, read.Doppler.PulseRate.PerSecond);
        Assert.Equal(80, read.Doppler.WallFilter.PerSecond);
        Assert.Equal(60, read.Doppler.AssumedAngle.Degrees, 1e-12);
        Assert.Equal(55, read.Doppler.TrueAngle.Degrees, 1e-12);
        Assert.Equal(2, read.Doppler.SampleVolume.Millimetres, 1e-12);
        Assert.Equal(1, read.Doppler.BeamOffset.Millimetres, 1e-12);
        Assert.False(read.AdjustsScale);
        Assert.Equal(AreaMethod.AnteroposteriorDiameter, read.Lumen.Method);
        Assert.Equal((0.9, 0.25), (read.Lumen.Bias, read.Lumen.Agreement));
        Assert.Equal((0.9, 0.8, 0.65), (read.Sensitivity, read.Specificity, read.ExpectationBias));
        Assert.Equal((Belief.Patient, true), (read.Belief, read.Blinded));
    }

    [Fact]
    public void An_almost_empty_file_is_the_standard_operator()
    {
        Operator read = Read("schema: azygos-operator/1", out FaultList faults)!;
        Assert.False(faults.Any);
        Assert.Equal(new Operator().ProbePressure, read.ProbePressure);
        Assert.Equal(new Operator().Doppler, read.Doppler);
        Assert.Equal(new Operator().Lumen, read.Lumen);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        Assert.Null(Read("""
            schema: operator-2
            probe_pressur_mmHg: 2
            probe_pressure_mmHg: 90 mmHg
            sitting_tilt_deg: upright
            carrier_MHz: 5 mm
            levels: [j1, j4, j1]
            area_method: guessed
            area_agreement: 0
            blinded: yes
            wall_filter_Hz: 900
            assumed_angle_deg: 80
            angle_error_deg: 20
            expectation_bias: 1
            name:
            """, out FaultList faults));
        string told = string.Join('\n', faults.Found);
        foreach (string piece in new[]
        {
            "operator.yaml:1: schema = operator-2", "operator.yaml:2: probe_pressur_mmHg = 2", "did you mean probe_pressure_mmHg",
            "operator.yaml:3: probe_pressure_mmHg = 90 mmHg", "from 0 to 30 mmHg", "operator.yaml:4: sitting_tilt_deg = upright",
            "from 30 to 90 deg", "operator.yaml:5: carrier_MHz = 5 mm", "operator.yaml:6: levels = j4", "levels = j1: stands twice",
            "operator.yaml:7: area_method = guessed", "operator.yaml:8: area_agreement = 0", "operator.yaml:9: blinded = yes",
            "operator.yaml:10: wall_filter_Hz", "below half the pulse rate, 750 Hz", "operator.yaml:12: angle_error_deg",
            "true angle 100 deg", "operator.yaml:13: expectation_bias", "changes nothing without a belief",
            "operator.yaml:14: name: needs a value",
        })
        {
            Assert.Contains(piece, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_key_is_in_the_guide_with_its_range_and_the_example_is_read()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "guide", "examination.md"));
        foreach (string key in OperatorKeys.Meanings.Keys.Except(["schema"]))
        {
            string row = Assert.Single(
                page.Split('\n'), line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal));
            if (OperatorKeys.Numbers.FirstOrDefault(number => number.Name == key) is { } number)
            {
                string unit = number.Unit == "1" ? "" : $" {number.Unit}";
                Assert.Contains(
                    FormattableString.Invariant($"| {number.Range.Minimum} to {number.Range.Maximum}{unit} |"), row,
                    StringComparison.Ordinal);
            }
        }
        Operator read = Read(page.Split("```yaml\n")[1].Split("```")[0], out FaultList faults)!;
        Assert.False(faults.Any, string.Join('\n', faults.Found));
        Assert.Equal(8, read.ProbePressure.MillimetresOfMercury, 1e-12);
    }

    private static Operator? Read(string text, out FaultList faults)
    {
        faults = new FaultList();
        return OperatorReader.Read(Encoding.UTF8.GetBytes(text), "operator.yaml", faults);
    }
}
