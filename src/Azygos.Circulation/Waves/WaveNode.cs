using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Waves;

/// <summary>A place where vessels end: once a step of its finest vessel it finds the states of their ends and hands
/// every vessel what flowed.</summary>
internal abstract class WaveNode(string id, VesselEnd[] ends)
{
    public string Id { get; } = id;

    public VesselEnd[] Ends { get; } = ends;

    /// <summary>Number k of its steps, 2ᵏ, in a step of the network: that of its finest vessel.</summary>
    public int Level { get; set; }

    /// <summary>Pressure at the last solve [Pa]: what the ends share.</summary>
    public double Pressure { get; protected set; }

    /// <summary>Volume that has left the vessels through this node since the start [m³].</summary>
    public double Outflow { get; protected set; }

    /// <summary>Solves at the middle of a step and passes its flows on.</summary>
    /// <param name="start">Beginning of the step [s].</param>
    /// <param name="step">[s].</param>
    public SolveFailure? Solve(double start, double step)
    {
        double middle = start + 0.5 * step;
        foreach (VesselEnd end in Ends) end.Predict(middle);
        return Balance(start, step);
    }

    /// <summary>Keeps the node's own state, for a step that may be repeated.</summary>
    public virtual void Save() => saved = Outflow;

    /// <summary>Goes back to the state kept.</summary>
    public virtual void Restore() => Outflow = saved;

    protected abstract SolveFailure? Balance(double start, double step);

    /// <summary>Refuses a prescribed value that is not finite: a search for a root would end at its bracket.</summary>
    protected SolveFailure? Refuse(double prescribed, string what) => double.IsFinite(prescribed)
        ? null
        : new SolveFailure(FormattableString.Invariant($"its {what} is {prescribed}"), Id);

    private double saved;
}
