using Azygos.Circulation.Narrowings;
using Azygos.Numerics;

namespace Azygos.Circulation.Tests.Narrowings;

/// <summary>The loss of a throat against independently computed values: a tube of 10 mm with a throat of 10 mm length
/// at 360 mL/min, and a sinus of 7 mm with one of 15 mm, viscosity 3.5 mPa s, density 1060 kg/m³.</summary>
public sealed class NarrowingLawTests
{
    private const double MillimetreOfMercury = 133.322, Viscosity = 3.5e-3, Density = 1060;

    [Theory]
    [InlineData(30, 0.013, 0.006)]
    [InlineData(50, 0.035, 0.035)]
    [InlineData(70, 0.107, 0.192)]
    [InlineData(80, 0.235, 0.564)]
    [InlineData(90, 0.850, 2.856)]
    [InlineData(95, 3.056, 12.731)]
    public void A_vein_of_ten_millimetres(double reduction, double viscous, double jet)
    {
        (double friction, double expansion) = Drop(0.01, 0.01, 1 - 0.01 * reduction, 6e-6);
        // Printed to 0.001 mmHg: half of that, or half a per cent.
        Assert.InRange(friction, viscous - Room(viscous), viscous + Room(viscous));
        Assert.InRange(expansion, jet - Room(jet), jet + Room(jet));

        static double Room(double value) => Math.Max(0.0005, 0.005 * value);
    }

    [Theory]
    [InlineData(500, 0.20, 6.1)]
    [InlineData(500, 0.12, 19.4)]
    [InlineData(500, 0.10, 28.8)]
    [InlineData(350, 0.10, 15.4)]
    [InlineData(700, 0.15, 21.6)]
    public void A_transverse_sinus_of_seven_millimetres(double flow, double open, double total)
    {
        (double friction, double expansion) = Drop(0.007, 0.015, open, flow * 1e-6 / 60);
        double room = Math.Max(0.05, 0.005 * total);   // printed to 0.1 mmHg
        Assert.InRange(friction + expansion, total - room, total + room);
    }

    [Fact]
    public void An_open_throat_costs_exactly_nothing()
    {
        (double friction, double expansion) = Drop(0.01, 0.01, 1, 6e-6);
        Assert.Equal((0, 0), (friction, expansion));
    }

    private static (double Friction, double Jet) Drop(double diameter, double length, double open, double flow)
    {
        Real A = new(Math.PI * diameter * diameter / 4), throat = new(open * A.Value);
        double R = NarrowingLaw.Resistance(A, throat, new(length), new Real(8 * Math.PI * Viscosity)).Value;
        double B = NarrowingLaw.Quadratic(A, throat, new(NarrowingLaw.JetLoss), new Real(Density)).Value;
        return (R * flow / MillimetreOfMercury, B * flow * flow / MillimetreOfMercury);
    }
}
