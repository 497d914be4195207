namespace Azygos.Body.Live;

/// <summary>The value of a control over the time of a body: it follows its slider, never at once.</summary>
/// <remarks>
/// In each sample interval the value goes on in a line, so that every kink lies at the end of a step: by Δ (1 − e^(−3
/// δ/T)), Δ what is left to the slider, δ the interval, T the ramp, and no further than the control's rate allows. Where
/// less than a thousandth of the range is left, all of it.
/// </remarks>
/// <source choice="a lag of first order answers at once to a slider that is dragged; 3 time constants are 95 %"/>
internal sealed class EasedValue(LiveControl control)
{
    private const double Enough = 1e-3;

    private double begin, seconds = 1, from = control.Start, to = control.Start;

    /// <summary>Where the slider is.</summary>
    public double Target { get; private set; } = control.Start;

    /// <summary>True: the slider has been moved, once at least.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>True: the value has still to move, or moves.</summary>
    public bool Moves => from != Target || to != Target;

    /// <summary>The slider is moved.</summary>
    public void Follow(double target)
    {
        Target = target;
        IsTouched = true;
    }

    /// <summary>Begins the next interval.</summary>
    /// <param name="now">Its beginning [s].</param>
    /// <param name="interval">Its length [s].</param>
    public void Step(double now, double interval)
    {
        (from, begin, seconds) = (to, now, interval);
        double left = Target - from;
        if (Math.Abs(left) <= Enough * (control.Maximum - control.Minimum))
        {
            to = Math.Abs(left) <= control.Rate * interval ? Target : from + Math.CopySign(control.Rate * interval, left);
            return;
        }

        double most = control.Rate * interval;
        to = from + Math.Clamp(left * (1 - Math.Exp(-3 * interval / control.Ramp)), -most, most);
    }

    /// <summary>Value at a time of the present interval.</summary>
    public double At(double time) => from == to ? to : from + (to - from) * Share(time);

    /// <summary>Its slope in the present interval [1/s].</summary>
    public double Slope => (to - from) / seconds;

    /// <summary>∫ from the beginning of the present interval to a time in it.</summary>
    public double SinceBegin(double time)
    {
        double passed = time - begin;
        return passed * 0.5 * (from + At(time));
    }

    /// <summary>Beginning of the present interval [s].</summary>
    public double Begin => begin;

    private double Share(double time) => Math.Clamp((time - begin) / seconds, 0, 1);
}
