namespace Azygos.Circulation.Assembly;

/// <summary>Scratch of one evaluation of the network: what every group reads and adds to.</summary>
/// <remarks>
/// Rows and columns are the unknowns 0 … n−1 (node pressures, flows, inner states), followed by the known pressures. A
/// row's balance is d(content)/dt = rate: for a node, content is the fluid it holds and rate the net inflow; for a
/// state, content is the state itself.
/// </remarks>
internal sealed class Evaluation(int unknowns, int known, int nonZeros)
{
    /// <summary>Unknowns, then known pressures [Pa, m³/s or 1]; shape [unknowns + known].</summary>
    public double[] Value { get; } = new double[unknowns + known];

    /// <summary>Contents; shape [unknowns + known].</summary>
    public double[] Content { get; } = new double[unknowns + known];

    /// <summary>Rates; shape [unknowns + known].</summary>
    public double[] Rate { get; } = new double[unknowns + known];

    /// <summary>∂content/∂u − w ∂rate/∂u on the filled pattern; shape [non-zeros].</summary>
    public double[] Jacobian { get; } = new double[nonZeros];

    /// <summary>Weight w of the rate in each row: the step's weight where the row has content, 1 where it is algebraic;
    /// shape [unknowns].</summary>
    public double[] RowWeight { get; } = new double[unknowns];

    /// <summary>Time [s], and whether waveforms give the value just before it (end of a step) or at it (start of a
    /// step).</summary>
    public double Time { get; set; }

    /// <summary>True at the end of a step: a waveform that jumps here still has its old value.</summary>
    public bool BeforeJump { get; set; }

    /// <summary>True: ideal valves switch, as <see cref="OneWayGroup"/> says.</summary>
    public bool ValvesSwitch { get; set; }

    /// <summary>Pressure per height of a fluid column, ρ g sin θ [Pa/m].</summary>
    public double Column { get; set; }

    public void Clear(bool slopes)
    {
        Array.Clear(Content);
        Array.Clear(Rate);
        if (slopes) Array.Clear(Jacobian);
    }
}
