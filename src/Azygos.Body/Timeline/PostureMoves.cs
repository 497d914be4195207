using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Timeline;

/// <summary>The tilt over the time of a timeline: a line from what it was to each new angle.</summary>
internal sealed class PostureMoves(double startDegrees)
{
    private readonly List<(double At, double Over, double Degrees)> moves = [];

    public void Move(double at, double over, double degrees) => moves.Add((at, over, degrees));

    /// <summary>True: the angle is another at some time.</summary>
    public bool Changes => moves.Exists(move => move.Degrees != startDegrees);

    /// <summary>Tilt [degrees].</summary>
    public Waveform Degrees()
    {
        List<double> times = [0], angles = [startDegrees];
        foreach ((double at, double over, double degrees) in moves.OrderBy(move => move.At))
        {
            times.AddRange([at, at + over]);
            angles.AddRange([angles[^1], degrees]);
        }

        return new TableWaveform([.. times], [.. angles]);
    }
}
