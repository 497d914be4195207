using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Cli.Soak;

/// <summary>Closed loops of chambers, valves, vessels and Windkessels, their numbers within and beyond life.</summary>
/// <source choice="ranges: those of human circulations and a factor of three beyond"/>
internal static class RandomCircuit
{
    /// <summary>A network and the length of its beat [s].</summary>
    public static (LumpedNetwork Network, double Beat) Of(Draws draws)
    {
        double beat = draws.Between(0.3, 1.5), contracts = draws.Between(0.1, 0.6) * beat;
        LumpedNetwork network = new();
        int chambers = 1 + draws.Below(3), stations = 2 * chambers + 1;
        double[] pressures = [.. Enumerable.Range(0, stations).Select(_ => draws.Between(2, 90))];
        NodeId[] at = [.. pressures.Select((p, i) => network.AddNode($"n{i}", Pressure.FromMillimetresOfMercury(p)))];
        for (int k = 0; k < chambers; k++)
        {
            double delay = draws.Between(0, beat), passive = draws.Magnitude(0.02, 0.3);
            network.Add(new ElastanceChamber
            {
                Id = $"chamber {k}",
                Inside = at[2 * k],
                Outside = network.Ground,
                Unstressed = Volume.FromMillilitres(draws.Between(0, 30)),
                Activation = new CycleWaveform(beat, t => Contraction((t + delay) % beat / contracts)),
                Active = Elastance.FromMillimetresOfMercuryPerMillilitre(draws.Magnitude(0.05, 6)),
                Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(passive),
            });
            AddValve(network, draws, k, at[2 * k], at[2 * k + 1]);
            AddRest(network, draws, k, at[2 * k + 1], at[2 * k + 2]);
        }

        // The last station closes the loop into the first chamber, through a valve of its own.
        network.Add(new ElasticVolume
        {
            Id = "last",
            Inside = at[^1],
            Outside = network.Ground,
            Value = Compliance.FromMillilitresPerMillimetreOfMercury(draws.Magnitude(0.5, 60)),
        });
        AddValve(network, draws, chambers, at[^1], at[0]);
        return (network, beat);
    }

    private static double Contraction(double phase) => phase < 1 ? 0.5 * (1 - Math.Cos(2 * Math.PI * phase)) : 0;

    private static void AddValve(LumpedNetwork network, Draws draws, int k, NodeId from, NodeId to)
    {
        HydraulicResistance Small() =>
            HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(draws.Magnitude(1e-3, 0.1));
        network.Add(draws.Below(4) switch
        {
            0 => new Diode { Id = $"valve {k}", From = from, To = to, Value = Small() },
            1 => new SwitchingResistance
            {
                Id = $"valve {k}",
                From = from,
                To = to,
                Open = Small(),
                Shut = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(draws.Magnitude(10, 1e4)),
            },
            _ => new DynamicValve
            {
                Id = $"valve {k}",
                From = from,
                To = to,
                OpenArea = Area.FromSquareCentimetres(draws.Magnitude(0.2, 12)),
                EffectiveLength = Length.FromCentimetres(draws.Magnitude(0.3, 4)),
                Density = PhysicalConstants.BloodDensity,
                OpeningRate = draws.Magnitude(0.01, 1),
                ClosingRate = draws.Magnitude(0.01, 1),
                InitialOpening = draws.Share(),
            },
        });
    }

    private static void AddRest(LumpedNetwork network, Draws draws, int k, NodeId from, NodeId to)
    {
        if (draws.Chance(0.3))
        {
            network.Add(new ElasticVolume
            {
                Id = $"store {k}",
                Inside = from,
                Outside = network.Ground,
                Value = Compliance.FromMillilitresPerMillimetreOfMercury(draws.Magnitude(0.1, 10)),
            });
            double around = Pressure.FromMillimetresOfMercury(draws.Between(0, 30)).Pascals;
            network.Add(new StarlingResistor
            {
                Id = $"waterfall {k}",
                From = from,
                To = to,
                Outside = network.AddPressureNode($"around {k}", new ConstantWaveform(around)),
                Value = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(draws.Magnitude(0.05, 3)),
            });
        }
        else
        {
            network.Add(new Windkessel3
            {
                Id = $"bed {k}",
                From = from,
                Middle = network.AddNode($"bed {k}", Pressure.FromMillimetresOfMercury(draws.Between(5, 90))),
                To = to,
                Outside = network.Ground,
                Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(draws.Magnitude(0.005, 0.3)),
                Compliance = Compliance.FromMillilitresPerMillimetreOfMercury(draws.Magnitude(0.05, 10)),
                Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(draws.Magnitude(0.02, 5)),
            });
        }
        network.Add(new ElasticVolume
        {
            Id = $"joint {k}",
            Inside = to,
            Outside = network.Ground,
            Value = Compliance.FromMillilitresPerMillimetreOfMercury(draws.Magnitude(0.01, 1)),
        });
    }
}
