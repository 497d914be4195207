using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>An end of a vessel as its node sees it: the predicted state, and the states that a wave from the node can
/// turn it into.</summary>
/// <remarks>Velocities are positive out of the vessel, into the node.</remarks>
internal abstract class VesselEnd(VesselLine line, bool right)
{
    /// <summary>The vessel.</summary>
    public VesselLine Line { get; } = line;

    /// <summary>True at x = length.</summary>
    public bool IsRight { get; } = right;

    /// <summary>The wall there.</summary>
    public WallPoint Point { get; } = right ? line.RightPoint : line.LeftPoint;

    /// <summary>Predicted A [m²], u [m/s], c [m/s].</summary>
    public double Area, Velocity, WaveSpeed;

    /// <summary>P(t) outside the whole vessel [Pa].</summary>
    public double Outside;

    /// <summary>s of a viscoelastic wall [Pa], predicted: to a wave from the node the wall is elastic, (1 + g) times as
    /// stiff, with the reference pressure p_ref − g s.</summary>
    public double Lag;

    /// <summary>The trial state, set by <see cref="Try"/>: area, velocity, wave speed, static pressure.</summary>
    public double TrialArea, TrialVelocity, TrialSpeed, TrialPressure;

    /// <summary>dv/dA of the trial state, negative [1/(m·s)].</summary>
    public double TrialVelocitySlope;

    /// <summary>Name for messages.</summary>
    public string Name => $"{Line.Vessel.Id} ({(IsRight ? "end" : "start")})";

    /// <summary>ρ [kg/m³].</summary>
    public abstract double Density { get; }

    /// <summary>Predicts the state at a time.</summary>
    public abstract void Predict(double time);

    /// <summary>Sets the trial state: the predicted one after the wave that changes its area to this.</summary>
    /// <remarks>A simple wave where the area falls, a shock where it rises.</remarks>
    public abstract void Try(double area);

    /// <summary>Sets the trial state to the predicted one: no wave.</summary>
    public abstract void TryPredicted();

    /// <summary>Area at a static pressure [m²].</summary>
    public abstract double AreaAt(double pressure);

    /// <summary>The smallest area that a wave into the vessel can bring about: beyond it the end is choked.</summary>
    /// <remarks>
    /// Subcritical: where the outflow reaches the wave speed. Supercritical: the area behind a jump that stands still;
    /// at a lower pressure nothing enters, and the predicted state leaves as it is.
    /// </remarks>
    public abstract double ChokedArea();

    /// <summary>∫ c dA/A from one area to another [m/s].</summary>
    public abstract double WaveChange(double from, double to);

    /// <summary>∫ A dp from A₀, over ρ, and αAu² added: the momentum flux over density [m⁴/s²].</summary>
    public abstract double MomentumFlux(double area, double velocity);

    /// <summary>Hands the vessel what flows at a state for a time.</summary>
    public void Accept(double area, double velocity, double duration) =>
        Accept(area * velocity, MomentumFlux(area, velocity), Math.Abs(velocity) + TrialSpeed, duration);

    /// <summary>Hands the vessel fluxes out of it for a time.</summary>
    public void Accept(double outflow, double momentum, double speed, double duration)
    {
        Line.Notice(speed);
        if (IsRight)
        {
            Line.RightOutflow.Volume += outflow * duration;
            Line.RightOutflow.Momentum += momentum * duration;
        }
        else
        {
            Line.LeftInflow.Volume -= outflow * duration;
            Line.LeftInflow.Momentum += momentum * duration;
        }
    }
}
