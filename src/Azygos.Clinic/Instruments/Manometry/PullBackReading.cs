using Azygos.Clinic.Signals;
using Azygos.Numerics;

namespace Azygos.Clinic.Instruments.Manometry;

/// <summary>A place where the catheter's tip rests during a pull-back.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Distance">Distance from the right atrium [m].</param>
/// <param name="Pressure">Pressure there [Pa].</param>
public sealed record PullBackPlace(string Name, double Distance, Trace Pressure);

/// <summary>A pull-back as the catheter shows it.</summary>
/// <param name="Places">Name and distance [m] from the right atrium, in the order visited; shape [places].</param>
/// <param name="Shown">What was read at each, mean over its time [Pa]; shape [places].</param>
/// <param name="Zero">Drift of the zero that all readings share [Pa].</param>
/// <source choice="each place is read once, long enough for its mean; one zero for the whole pull-back, so that
/// gradients do not feel it"/>
public sealed record PullBackReading(IReadOnlyList<PullBackPlace> Places, IReadOnlyList<double> Shown, double Zero)
{
    /// <summary>Pulls a catheter back.</summary>
    /// <param name="catheter">The catheter.</param>
    /// <param name="places">Where its tip rests.</param>
    /// <param name="noise">Random numbers of this pull-back.</param>
    public static PullBackReading Of(Catheter catheter, IReadOnlyList<PullBackPlace> places, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(catheter);
        ArgumentNullException.ThrowIfNull(places);
        double zero = catheter.Zero(noise);
        return new(places, [.. places.Select(p => catheter.Measure(p.Pressure, zero).Values.Average())], zero);
    }

    /// <summary>Largest fall of what was read from one place to the next [Pa].</summary>
    public double LargestStep => Shown.Zip(Shown.Skip(1), (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max();
}
