namespace Azygos.Circulation.Assembly;

/// <summary>Scratch of one evaluation of the network: what every group reads and adds to.</summary>
/// <remarks>
/// Rows and columns are the unknowns 0 … n−1 (node pressures, flows, inner states), followed by the known pressures and
/// by one slot for what an element does not have: it reads 0, and what is added to it is lost. A row's balance is
/// d(content)/dt = rate: for a node, content is the fluid it holds and rate the net inflow; for a state, content is the
/// state itself.
/// </remarks>
internal sealed class Evaluation
{
    public Evaluation(LumpedSystem system)
    {
        int slots = system.Unknowns.Length + system.KnownCount + 1;
        (Value, Content, Rate) = (new double[slots], new double[slots], new double[slots]);
        Jacobian = new double[system.Matrix.NonZeros];
        SteadySlopes = new double[system.Matrix.NonZeros - system.Matrix.LastRows];
        RowWeight = new double[system.Unknowns.Length];
        Drive = new double[system.DriveCount];
        Bare = new double[system.Interfaces.Count];
        Column = system.Column;
    }

    /// <summary>Unknowns, then known pressures [Pa, m³/s or 1], then 0; shape [unknowns + known + 1].</summary>
    public double[] Value { get; }

    /// <summary>Contents; shape [unknowns + known + 1].</summary>
    public double[] Content { get; }

    /// <summary>Rates; shape [unknowns + known + 1].</summary>
    public double[] Rate { get; }

    /// <summary>∂content/∂u − w ∂rate/∂u on the filled pattern; shape [non-zeros].</summary>
    public double[] Jacobian { get; }

    /// <summary>What elements of steady slopes have in the rows that are factored last; shape [their
    /// non-zeros].</summary>
    public double[] SteadySlopes { get; }

    /// <summary>Weight w of the rate in each row: the step's weight where the row has content, 1 where it is algebraic;
    /// shape [unknowns].</summary>
    public double[] RowWeight { get; }

    /// <summary>Values of the waveforms at this time, after a 0 for elements that have none; shape [waveforms +
    /// 1].</summary>
    public double[] Drive { get; }

    /// <summary>Rate of each node at which vessels with waves end, without what they bring; shape [interfaces].</summary>
    public double[] Bare { get; private set; }

    /// <summary>Time [s], and whether waveforms give the value just before it (end of a step) or at it (start of a
    /// step).</summary>
    public double Time { get; set; }

    /// <summary>True at the end of a step: a waveform that jumps here still has its old value.</summary>
    public bool BeforeJump { get; set; }

    /// <summary>True: ideal valves switch, as <see cref="OneWayGroup"/> says.</summary>
    public bool ValvesSwitch { get; set; }

    /// <summary>Pressure per height of a fluid column, ρ g sin θ [Pa/m].</summary>
    public double Column { get; set; }

    public void Clear()
    {
        Array.Clear(Content);
        Array.Clear(Rate);
    }

    /// <summary>Makes room for interfaces that were attached later.</summary>
    public void Hold(int interfaces)
    {
        if (Bare.Length != interfaces) Bare = new double[interfaces];
    }
}
