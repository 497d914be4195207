using System.Numerics;
using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.ExactSolutions;

/// <summary>Wave solutions solve their equations, their ends included.</summary>
public sealed class WaveSolutionsTests
{
    private static readonly GaussianWaveform Pulse = new(9e-5, 0.12, 0.035);

    [Fact]
    public void A_simple_wave_solves_the_nonlinear_equations()
    {
        foreach (ElasticTube tube in (ElasticTube[])[Tubes.Artery, Tubes.BodyVein])
        {
            SimpleWave wave = SimpleWave.FromFlow(tube, 1.1 * tube.Point.ReferenceArea, Scaled(tube), 0.3);
            double c = tube.WaveSpeed(1.1 * tube.Point.ReferenceArea), x = 0.05 * c, t0 = 0.16, δ = 1e-4;
            TubeState At(double dx, double dt) => wave.At(x + dx * δ * c, t0 + dt * δ);
            // Central differences: error (δ/0.035)²/6 of the derivative.
            double scale = tube.Point.ReferenceArea * c / 0.035;
            double mass = (At(0, 1).Area - At(0, -1).Area) / (2 * δ) + (At(1, 0).Flow - At(-1, 0).Flow) / (2 * δ * c);
            double momentum = (At(0, 1).Flow - At(0, -1).Flow) / (2 * δ)
                + (tube.Momentum(At(1, 0)) - tube.Momentum(At(-1, 0))) / (2 * δ * c * tube.Density);
            Assert.Equal(0, mass / (scale / c), 1e-5);
            Assert.Equal(0, momentum / scale, 1e-5);
            Assert.True(wave.At(x, t0).Flow > 0.2 * Scaled(tube).At(0.12));                       // not in its foot
            Assert.Equal(Scaled(tube).At(0.1), wave.At(0, 0.1).Flow, 1e-12);
        }

        static GaussianWaveform Scaled(ElasticTube tube)
            => new(0.03 * tube.Point.ReferenceArea * tube.WaveSpeed(tube.Point.ReferenceArea), 0.12, 0.035);
    }

    [Fact]
    public void A_simple_wave_ends_at_its_first_shock()
    {
        ElasticTube tube = Tubes.Artery;
        double rest = tube.Point.ReferenceArea;
        SimpleWave wave = SimpleWave.FromFlow(tube, rest, Pulse, 0.3);
        double shock = wave.FirstShock, c = tube.WaveSpeed(rest);
        Assert.InRange(shock, 1, 20);
        Assert.True(double.IsFinite(wave.Pressure(0.98 * shock, 0.9 * 0.12 + shock / c)));
        Assert.Throws<ArgumentOutOfRangeException>(() => wave.Pressure(1.01 * shock, 0.1 + shock / c));
        // Weak: x_s = λ²/max λ′, λ′ = (1 + d ln c/d ln A) (dq/dt)/A; d ln c/d ln A = 1/4, max dq/dt = q √2/(w e^½).
        SimpleWave weak = SimpleWave.FromFlow(tube, rest, new GaussianWaveform(1e-9, 0.12, 0.035), 0.3);
        double steepest = 1.25 * 1e-9 * Math.Sqrt(2 / Math.E) / (0.035 * rest);
        Assert.Equal(1, weak.FirstShock / (c * c / steepest), 1e-4);
    }

    [Fact]
    public void Pressure_and_flow_of_a_simple_wave_are_two_views_of_one()
    {
        ElasticTube tube = Tubes.Vein;
        SimpleWave wave = SimpleWave.FromPressure(tube, 100, new GaussianWaveform(60, 0.1, 0.03), 0.2);
        SimpleWave same = SimpleWave.FromFlow(tube, tube.Area(100), new ConstantWaveform(wave.At(0, 0.11).Flow), 1);
        Assert.Equal(wave.Pressure(0, 0.11), same.Pressure(0, 3), 1e-9);
    }

    [Fact]
    public void A_branching_conserves_energy_and_a_matched_one_reflects_nothing()
    {
        LinearVessel parent = new(3e-8, 5, 0.4), one = new(1.4e-8, 6, 1), other = new(0.9e-8, 7, 1);
        GaussianWaveform pulse = new(100, 0.05, 0.01);
        LinearBranching branching = new(parent, [one, other], pulse);
        double R = branching.Reflection, T = branching.Transmission;
        Assert.Equal(1, R * R + T * T * (one.Admittance + other.Admittance) / parent.Admittance, 1e-14);
        Assert.Equal(0, new LinearBranching(parent, [new(1e-8, 5, 1), new(2e-8, 9, 1)], pulse).Reflection, 1e-15);
        // At the branching itself pressures are equal and flows add up.
        const double t = 0.135;
        (double p, double q) = branching.InParent(0.4, t);
        (double p1, double q1) = branching.InDaughter(0, 0, t);
        (double p2, double q2) = branching.InDaughter(1, 0, t);
        Assert.True(p > 10);
        Assert.Equal((p, p, q), (Math.Round(p1, 12), Math.Round(p2, 12), q1 + q2), Nearly);
    }

    private static bool Nearly((double, double, double) a, (double, double, double) b)
        => Math.Abs(a.Item1 - b.Item1) < 1e-11 && Math.Abs(a.Item2 - b.Item2) < 1e-11
            && Math.Abs(a.Item3 - b.Item3) < 1e-18;

    private static readonly Blood Viscous = new(Tubes.Density, 0.0036, 4, 1);

    [Fact]
    public void A_transmission_line_solves_its_equations_and_meets_its_load()
    {
        ElasticTube tube = Tubes.Artery;
        double A = tube.Point.ReferenceArea, c = tube.WaveSpeed(A), ω = 2 * Math.PI * 3, C = A / (tube.Density * c * c);
        Complex load = new(4e7, -2e7);
        TransmissionLine line = TransmissionLine.OfProfile(tube, A, 0.5, Viscous);
        const double x = 0.2, δ = 1e-4;
        (Complex p, Complex q) = line.At(x, ω, load);
        (Complex pa, Complex qa) = line.At(x - δ, ω, load);
        (Complex pb, Complex qb) = line.At(x + δ, ω, load);
        Complex Z1 = (p / q, (pa - pb) / (2 * δ) / q).Item2;
        Assert.Equal(1, (Z1 / (new Complex(Viscous.FrictionFactor / A, ω) * tube.Density / A)).Real, 1e-7);
        Assert.Equal(1, ((qa - qb) / (2 * δ) / (new Complex(0, ω * C) * p)).Real, 1e-7);
        (Complex end, Complex flow) = line.At(0.5, ω, load);
        Assert.True((end / flow - load).Magnitude < 1e-12 * load.Magnitude);
        Assert.True((line.At(0, ω, load).Flow - 1).Magnitude < 1e-14);
    }

    [Fact]
    public void Slow_oscillation_of_a_round_tube_has_Poiseuille_resistance_and_fast_one_none()
    {
        ElasticTube tube = Tubes.Artery;
        double A = tube.Point.ReferenceArea, radius = Math.Sqrt(A / Math.PI);
        TransmissionLine line = TransmissionLine.OfWomersley(tube, A, 0.3, 0.004);
        double resistance = 8 * 0.004 * 0.3 / (Math.PI * Math.Pow(radius, 4));
        Assert.Equal(1, line.At(0, 0, 0).Pressure.Real / resistance, 1e-12);
        Assert.Equal(1, line.At(0, 1e-3, 0).Pressure.Real / resistance, 1e-6);
        // Steady flow with the parabola of the 1D equations has the same resistance.
        Blood parabola = new(tube.Density, 0.004);
        Assert.Equal(resistance, TransmissionLine.OfProfile(tube, A, 0.3, parabola).At(0, 0, 0).Pressure.Real, 1e-6);
    }

    [Fact]
    public void Periodic_flow_meets_its_windkessel()
    {
        ElasticTube tube = Tubes.Artery;
        PeriodicWindkesselTube flow = new(3e-6, 0.9, new Harmonic(1, 4e-6, 0.2), new Harmonic(3, 1e-6, -1))
        {
            Line = TransmissionLine.OfProfile(tube, tube.Point.ReferenceArea, 0.3, Viscous),
            ProximalResistance = 3e7,
            DistalResistance = 2e8,
            Compliance = 4e-9,
            OutletPressure = 500,
        };
        const double δ = 1e-4, t = 0.41;
        double Capacitor(double time) => flow.At(0.3, time).Pressure - 3e7 * flow.At(0.3, time).Flow;
        double filling = 4e-9 * (Capacitor(t + δ) - Capacitor(t - δ)) / (2 * δ);
        Assert.Equal(flow.At(0.3, t).Flow - (Capacitor(t) - 500) / 2e8, filling, 1e-11);
        HarmonicWaveform inflow = new(3e-6, 0.9, new Harmonic(1, 4e-6, 0.2), new Harmonic(3, 1e-6, -1));
        Assert.Equal(inflow.At(t), flow.At(0, t).Flow, 1e-18);
    }

    [Fact]
    public void A_viscous_pulse_solves_the_telegraph_equation()
    {
        ElasticTube tube = Tubes.Artery;
        double A = tube.Point.ReferenceArea, c = tube.WaveSpeed(A), κ = 40 * Viscous.FrictionFactor;
        Blood thick = Viscous with { Viscosity = 40 * Viscous.Viscosity };     // fades to a third within 0.1 s
        ViscousPulse pulse = new(tube, A, thick, new GaussianWaveform(1e-6, 0.05, 0.01), 0, 2e-3);
        double x = 0.08 * c, δ = 2e-5;
        const double t = 0.131;
        double p(double dx, double dt) => pulse.Pressure(x + dx * δ * c, t + dt * δ);
        double q(double dx, double dt) => pulse.Flow(x + dx * δ * c, t + dt * δ);
        double scale = 1e-6 / 0.01;
        double momentum = (q(0, 1) - q(0, -1)) / (2 * δ) + A / tube.Density * (p(1, 0) - p(-1, 0)) / (2 * δ * c)
            + κ / A * q(0, 0);
        double mass = A / (tube.Density * c * c) * (p(0, 1) - p(0, -1)) / (2 * δ) + (q(1, 0) - q(-1, 0)) / (2 * δ * c);
        Assert.Equal(0, momentum / scale, 1e-5);
        Assert.Equal(0, mass / (scale / c), 1e-5);
        Assert.InRange(pulse.Flow(x, t) / 1e-6, 0.1, 0.9);
        Assert.Equal(1e-6, pulse.Flow(0, 0.05), 1e-18);
        // Without viscosity it is d'Alembert's.
        ViscousPulse inviscid = new(
            tube, A, Viscous with { Viscosity = 0 }, new GaussianWaveform(1e-6, 0.05, 0.01), 0, 2e-3);
        Assert.Equal(1, inviscid.Pressure(x, 0.13) / (1e-6 / tube.Admittance(A)), 1e-12);
    }
}
