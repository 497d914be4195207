using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Waves;

/// <summary>Steps of a network of vessels, every vessel with its own: Δt 2⁻ᵏ of the network's step.</summary>
/// <remarks>
/// A node steps with its finest vessel and reads what the others' steps predict, linearly in time; a coarser vessel
/// adds up what its nodes passed, so that volume is exact. Levels come from the largest |u| + c of the last step,
/// ends included. Where a vessel's step turns out too long, the network goes back and repeats its step with a finer
/// one; where a step leaves a cell empty or not finite, or takes most of its blood at once, it goes back and refuses the
/// step.
/// </remarks>
/// <source choice="derived in this project: order 2 across levels is tested"/>
internal sealed class WaveStepper
{
    /// <summary>CFL number that levels aim at, and the one beyond which a step is repeated.</summary>
    public const double Target = 0.9, Largest = 0.95;

    // A vessel that needs more than 2ᵏ steps of the network's has run away; so has one whose waves are ten times as fast
    // as sound in blood [m/s], before steps a thousandth as long are tried in vain.
    private const int DeepestLevel = 16;
    private const double FastestWave = 15_700;

    // Chosen: a step that takes more of a cell's blood than this share is refused. What flows was found before it, from a
    // state that no longer holds; a cell all but emptied so would have waves too fast for any step.
    private const double LargestLoss = 0.75;

    // Head room of a speed that was exceeded.
    private const double HeadRoom = 1.05;

    private readonly VesselLine[] lines;
    private readonly WaveNode[] nodes;
    private readonly SweepScratch scratch;
    private readonly double[][] savedArea, savedFlow, savedStress;
    private readonly double[] savedBehind, savedSpeed;
    private readonly double[] bound;

    public WaveStepper(WaveMesh mesh)
    {
        lines = mesh.Lines;
        nodes = mesh.Nodes;
        scratch = new SweepScratch(mesh.LongestLine);
        savedArea = [.. lines.Select(line => new double[line.Area.Length])];
        savedFlow = [.. lines.Select(line => new double[line.Area.Length])];
        savedStress = [.. lines.Select(line => new double[line.Lag is null ? 0 : line.Area.Length])];
        savedBehind = new double[lines.Length];
        savedSpeed = new double[lines.Length];
        bound = new double[lines.Length];
    }

    /// <summary>Cell-steps taken.</summary>
    public long CellSteps { get; private set; }

    /// <summary>Cell-steps beyond which a step is refused; without end unless told. A vessel that is about to empty asks for
    /// ever shorter steps, for minutes.</summary>
    public long MostCellSteps { get; set; } = long.MaxValue;

    /// <summary>Solutions of nodes.</summary>
    public long NodeSolves { get; private set; }

    /// <summary>Steps of the network taken, and repeated.</summary>
    public long Steps { get; private set; }

    public long Repeated { get; private set; }

    /// <summary>The longest step in which no vessel has to be cut into more steps than the slowest [s].</summary>
    public double NaturalStep()
    {
        double longest = double.PositiveInfinity, slowest = 0;
        foreach (VesselLine line in lines)
        {
            double step = Target * line.CellLength / line.Speed;
            slowest = Math.Max(slowest, step);
            longest = Math.Min(longest, step);
        }

        return double.IsFinite(longest) ? slowest : double.NaN;
    }

    /// <summary>Advances from <paramref name="time"/> by <paramref name="step"/> [s]. On failure the state is that of
    /// the beginning.</summary>
    public SolveFailure? Step(double time, double step)
    {
        Save();
        for (int i = 0; i < lines.Length; i++) bound[i] = lines[i].Speed;
        while (true)
        {
            if (SetLevels(step) is { } runaway) return runaway;
            int overrun = Try(time, step, out SolveFailure? failure);
            if (overrun < 0) failure = Broken() ?? Emptied();
            if (failure is not null)
            {
                Restore();
                return failure;
            }

            if (overrun < 0) break;
            bound[overrun] = Math.Max(bound[overrun], lines[overrun].Speed) * HeadRoom;
            Repeated++;
            Restore();
        }

        Steps++;
        return null;
    }

    /// <summary>The first cell whose state is not finite or empty; null: none.</summary>
    public SolveFailure? Broken()
    {
        foreach (VesselLine line in lines)
            if (PlaceOf(line) is var place && place != line.Vessel.Id)
                return new SolveFailure("its state is not finite", place);
        return null;
    }

    private SolveFailure? Emptied()
    {
        for (int i = 0; i < lines.Length; i++)
        {
            double[] area = lines[i].Area, before = savedArea[i];
            for (int j = VesselLine.Margin; j < VesselLine.Margin + lines[i].Cells; j++)
                if (area[j] < (1 - LargestLoss) * before[j])
                    return new SolveFailure(
                        "it empties faster than any step follows",
                        $"{lines[i].Vessel.Id}, cell {j - VesselLine.Margin + 1} of {lines[i].Cells}");
        }

        return null;
    }

    private SolveFailure? SetLevels(double step)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            double steps = step * bound[i] / (Target * lines[i].CellLength);
            int level = 0;
            while (level <= DeepestLevel && !(steps <= 1 << level)) level++;
            if (level > DeepestLevel || bound[i] > FastestWave)
                return new SolveFailure(
                    !double.IsFinite(bound[i]) ? "its state is not finite" : FormattableString.Invariant($"its waves run at {bound[i]:G4} m/s, too fast for any step"),
                    PlaceOf(lines[i]));
            lines[i].Level = level;
        }

        foreach (WaveNode node in nodes)
        {
            node.Level = 0;
            foreach (VesselEnd end in node.Ends) node.Level = Math.Max(node.Level, end.Line.Level);
        }

        return null;
    }

    // Returns the vessel whose step was too long, or -1.
    private int Try(double time, double step, out SolveFailure? failure)
    {
        int finest = 0;
        foreach (VesselLine line in lines) finest = Math.Max(finest, line.Level);
        int ticks = 1 << finest;
        double tick = step / ticks;
        failure = null;
        for (int m = 0; m < ticks; m++)
        {
            if (CellSteps > MostCellSteps)
            {
                failure = TooMuchWork();
                return 0;
            }

            double now = time + m * tick;
            for (int i = 0; i < lines.Length; i++)
            {
                VesselLine line = lines[i];
                int every = finest - line.Level;
                if ((m & ((1 << every) - 1)) != 0) continue;
                double own = step / (1 << line.Level);
                line.Begin(now, own, scratch);
                CellSteps += line.Cells;
                if (!(line.Speed * own <= Largest * line.CellLength)) return Overrun(i, ref failure);
            }

            foreach (WaveNode node in nodes)
            {
                int every = finest - node.Level;
                if ((m & ((1 << every) - 1)) != 0) continue;
                NodeSolves++;
                if (node.Solve(now, step / (1 << node.Level)) is not { } found) continue;
                failure = found;
                return 0;
            }

            for (int i = 0; i < lines.Length; i++)
            {
                VesselLine line = lines[i];
                int every = finest - line.Level;
                if (((m + 1) & ((1 << every) - 1)) != 0) continue;
                double own = step / (1 << line.Level);
                // Waves at its ends count too.
                if (!(line.Speed * own <= Largest * line.CellLength)) return Overrun(i, ref failure);
                line.Finish();
            }
        }

        return -1;
    }

    private SolveFailure TooMuchWork()
    {
        VesselLine finest = lines[0];
        foreach (VesselLine line in lines)
            if (line.Level > finest.Level) finest = line;
        return new SolveFailure("it asks for too many too short steps", finest.Vessel.Id);
    }

    // A step too long can be shorter; a state that is not finite cannot be.
    private int Overrun(int line, ref SolveFailure? failure)
    {
        if (!double.IsFinite(lines[line].Speed))
            failure = new SolveFailure("its state is not finite", PlaceOf(lines[line]));
        return line;
    }

    private static string PlaceOf(VesselLine line)
    {
        for (int i = 0; i < line.Cells; i++)
            if (!(line.Area[VesselLine.Margin + i] > 0) || !double.IsFinite(line.Flow[VesselLine.Margin + i]))
                return $"{line.Vessel.Id}, cell {i + 1} of {line.Cells}";
        return line.Vessel.Id;
    }

    private void Save()
    {
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i].Area.CopyTo(savedArea[i], 0);
            lines[i].Flow.CopyTo(savedFlow[i], 0);
            savedSpeed[i] = lines[i].Speed;
            if (lines[i].Lag is not { } lag) continue;
            lag.Stress.CopyTo(savedStress[i], 0);
            savedBehind[i] = lag.Behind;
        }

        foreach (WaveNode node in nodes) node.Save();
    }

    /// <summary>Goes back to the beginning of the last step.</summary>
    public void Restore()
    {
        for (int i = 0; i < lines.Length; i++)
        {
            savedArea[i].CopyTo(lines[i].Area, 0);
            savedFlow[i].CopyTo(lines[i].Flow, 0);
            lines[i].Speed = savedSpeed[i];
            if (lines[i].Lag is not { } lag) continue;
            savedStress[i].CopyTo(lag.Stress, 0);
            lag.Behind = savedBehind[i];
        }

        foreach (WaveNode node in nodes) node.Restore();
    }
}
